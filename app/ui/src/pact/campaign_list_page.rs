//! All campaigns, for everybody.

use application::pact::{CampaignRow, list_campaigns};
use domain::{pact::Season, search::PageNumber};
use leptos::prelude::*;

use super::{CampaignBand, campaign_days};
use crate::{
    Ask, Page, Place, Problem,
    design::icon::Icon,
    frame::{self, Head},
};

/// All campaigns: what runs and comes as on the front page, what has been in a list.
///
/// # Errors
///
/// [`Problem::Broken`] where the store fails.
pub async fn campaign_list_page(ask: &Ask) -> Result<Page, Problem> {
    let rows = list_campaigns(&ask.ports).await?;
    let t = ask.speech();
    let (title, text) = (t.say("campaigns-name"), t.say("campaigns-description"));
    let head = Head::new(title, text, Place::Campaigns);
    Ok(frame::page(ask, 200, head, || view! { <Campaigns ask=ask.clone() rows /> }))
}

#[component]
fn Campaigns(ask: Ask, rows: Vec<CampaignRow>) -> impl IntoView {
    let t = ask.speech();
    let (over, now): (Vec<_>, Vec<_>) = rows.into_iter().partition(|it| it.season == Season::Over);
    let lead = if now.is_empty() {
        let all = ask.path(&Place::catalogue());
        view! {
            <p class="lead">{t.say("campaigns-none")}</p>
            <p>
                <a class="btn" href=all>{t.say("empty-all")} {Icon::ArrowRight.show()}</a>
            </p>
        }
        .into_any()
    } else {
        view! { <p class="lead">{t.say("campaigns-description")}</p> }.into_any()
    };
    let bands: Vec<_> = now
        .into_iter()
        .map(
            |it| view! { <CampaignBand ask=ask.clone() campaign=it.campaign size=it.activities /> },
        )
        .collect();
    let rows: Vec<_> = over
        .into_iter()
        .map(|it| {
            let path = ask.path(&Place::Campaign(it.campaign.key.clone(), PageNumber::FIRST));
            view! {
                <li>
                    <a href=path>{ask.words_of(&it.campaign).name.to_string()}</a> " "
                    <span class="s muted">{campaign_days(t, &it.campaign)}</span>
                </li>
            }
        })
        .collect();
    let been = (!rows.is_empty()).then(|| {
        view! {
            <section class="wrap mt7" aria-labelledby="h-over">
                <h2 class="t2" id="h-over">{t.say("campaigns-been")}</h2>
                <ul class="partners mt5">{rows}</ul>
            </section>
        }
    });
    view! {
        <div class="wrap">
            <div class="stack mt6">
                <h1>{t.say("campaigns-name")}</h1>
                {lead}
            </div>
            <div class="band"></div>
        </div>
        {bands}
        {been}
        <div class="band"></div>
    }
}
