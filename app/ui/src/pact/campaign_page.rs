//! One campaign and what belongs to it.

use application::pact::{CampaignPage, show_campaign};
use domain::{
    pact::CampaignKey,
    search::{PageNumber, Query},
};
use leptos::prelude::*;

use crate::{
    Ask, Page, Place, Problem,
    catalogue::Results,
    design::{
        art::{art, portrait},
        icon::Icon,
    },
    frame::{self, Head},
};

/// One campaign and what belongs to it.
///
/// # Errors
///
/// [`Problem::NotFound`] where there is none of that key, or for a page behind the last one.
pub async fn campaign_page(
    ask: &Ask,
    key: &CampaignKey,
    page: PageNumber,
) -> Result<Page, Problem> {
    let shown = show_campaign(&ask.ports, key, page).await?.ok_or(Problem::NotFound)?;
    if page.get() > PageNumber::pages(shown.found.total, shown.query.per_page) {
        return Err(Problem::NotFound);
    }
    let words = ask.words_of(&shown.campaign);
    let (name, text) = (words.name.to_string(), words.text.to_string());
    let head = Head::new(name, text, Place::Campaign(key.clone(), page));
    Ok(frame::page(ask, 200, head, || view! { <CampaignView ask=ask.clone() shown /> }))
}

#[component]
fn CampaignView(ask: Ask, shown: CampaignPage) -> impl IntoView {
    use domain::catalogue::Topic::{Electronics, Physics, Robotics};

    let t = ask.speech();
    let CampaignPage { campaign, is_over, found, query } = shown;
    let wall: String = [
        portrait(5),
        art(Robotics, "kampagne"),
        portrait(2),
        art(Physics, "kampagne"),
        portrait(4),
        art(Electronics, "kampagne"),
    ]
    .concat();
    let days = super::campaign_days(t, &campaign);
    let words = ask.words_of(&campaign).clone();
    let lines = words.text.as_str().lines().map(str::trim).filter(|it| !it.is_empty());
    let text: Vec<_> = lines.map(|line| view! { <p class="lead">{line.to_owned()}</p> }).collect();
    let lead = if is_over {
        t.say("campaign-over").to_owned()
    } else {
        t.tell("home-campaign", &[("n", found.total.into())])
    };
    let page_at = |query: &Query, page: PageNumber| match query.filter.campaigns.first() {
        Some(key) => Place::Campaign(key.clone(), page),
        None => Place::catalogue(),
    };
    let list = if found.total == 0 {
        view! {
            <p class="lead">{t.say("campaign-none")}</p>
            <p class="mt5">
                <a class="btn" href=ask.path(&Place::catalogue())>{t.say("empty-all")} {Icon::ArrowRight.show()}</a>
            </p>
        }
        .into_any()
    } else {
        view! { <Results ask=ask.clone() found query labelled_by="h-res" class="cards--3" page_at /> }.into_any()
    };
    view! {
        <div class="camp">
            <div class="wrap camp__in">
                <div class="band stack">
                    <h1>{words.name.to_string()}</h1>
                    <p class="big">{crate::speech::capitalised(&days)}</p>
                    {text}
                    <p class="lead">{lead}</p>
                </div>
                <div class="wall wall--3" aria-hidden="true" inner_html=wall></div>
            </div>
        </div>
        <section class="band" aria-labelledby="h-res">
            <div class="wrap">
                <h2 class="t2" id="h-res">{t.say("campaign-activities")}</h2>
                <div class="mt5">{list}</div>
            </div>
        </section>
    }
}
