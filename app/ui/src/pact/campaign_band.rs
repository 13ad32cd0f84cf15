//! A campaign on the front page.

use domain::{pact::Campaign, search::PageNumber};
use leptos::prelude::*;

use super::campaign_days;
use crate::{
    Ask, Place,
    design::{
        art::{art, portrait},
        icon::Icon,
    },
};

/// A campaign that runs or comes next, with how many activities belong to it.
#[component]
pub(crate) fn CampaignBand(ask: Ask, campaign: Campaign, size: u32) -> impl IntoView {
    use domain::catalogue::Topic::{Chemistry, Engineering, SpaceAstronomy};

    let t = ask.speech();
    let wall: String = [
        portrait(1),
        art(Engineering, "kampagne"),
        portrait(2),
        art(SpaceAstronomy, "kampagne"),
        portrait(0),
        art(Chemistry, "kampagne"),
    ]
    .concat();
    let path = ask.path(&Place::Campaign(campaign.key.clone(), PageNumber::FIRST));
    let words = ask.words_of(&campaign);
    let name = words.name.to_string();
    let text = words.text.as_str().lines().next().unwrap_or_default().to_owned();
    let days = campaign_days(t, &campaign);
    let id = format!("h-{}", campaign.key);
    let labelled_by = id.clone();
    view! {
        <section class="camp" aria-labelledby=labelled_by>
            <div class="wrap camp__in">
                <div class="band stack">
                    <h2 id=id>{name.clone()}</h2>
                    <p class="big">{days}</p>
                    <p class="lead">{text}</p>
                    <p class="lead">{t.tell("home-campaign", &[("n", size.into())])}</p>
                    <p>
                        <a class="btn" href=path>{t.say("home-campaign-find")} <span class="vh">": " {name}</span> {Icon::ArrowRight.show()}</a>
                    </p>
                </div>
                <div class="wall wall--3" aria-hidden="true" inner_html=wall></div>
            </div>
        </section>
    }
}
