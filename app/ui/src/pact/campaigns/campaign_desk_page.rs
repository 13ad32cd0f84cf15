//! One campaign, as whoever looks after it sees it; and the page on which a new one is made.

use application::pact::CampaignDesk;
use domain::search::PageNumber;
use leptos::prelude::*;

use super::{
    campaign_form::{CampaignForm, TypedCampaign},
    season,
};
use crate::{
    Ask, Desk, Page, Place, Speech,
    deeds::DeedList,
    design::{
        breadcrumbs::Breadcrumbs,
        icon::Icon,
        notice::{Notice, Tone},
    },
    frame::{self, Head},
    pact::campaign_days,
    speech::capitalised,
};

fn crumbs(ask: &Ask, t: &'static Speech) -> Vec<(String, String)> {
    vec![
        (ask.path(&Place::Home), t.say("crumb-home").to_owned()),
        (ask.path(&Place::Desk(Desk::Campaigns)), t.say("campaigns-name").to_owned()),
    ]
}

/// The page on which a campaign is made.
#[must_use]
pub fn new_campaign_page(ask: &Ask, typed: &TypedCampaign) -> Page {
    let t = ask.speech();
    let (title, lead) = (t.say("campaign-new-title"), t.say("campaign-new-lead"));
    let head = Head::new(title, lead, Place::Desk(Desk::NewCampaign)).unlisted();
    let (ask, typed) = (ask.clone(), typed.clone());
    frame::page(&ask.clone(), typed.status(), head, move || {
        let summary = typed.summary(t);
        view! {
            <div class="wrap">
                <Breadcrumbs label=t.say("frame-breadcrumbs").to_owned() links=crumbs(&ask, t) />
                <div class="stack desk edit">
                    <h1>{title}</h1>
                    <p class="lead">{lead}</p>
                    {summary}
                    <CampaignForm ask=ask.clone() place=Desk::NewCampaign typed />
                </div>
            </div>
        }
    })
}

/// One campaign. What has just happened is said above, by the key of its sentence.
#[must_use]
pub fn campaign_desk_page(
    ask: &Ask,
    it: CampaignDesk,
    told: Option<&'static str>,
    typed: &TypedCampaign,
) -> Page {
    let t = ask.speech();
    let title = ask.words_of(&it.campaign).name.to_string();
    let place = Desk::Campaign(it.campaign.id);
    let head = Head::new(title.clone(), t.say("campaigns-lead"), Place::Desk(place)).unlisted();
    let (ask, typed) = (ask.clone(), typed.clone());
    frame::page(&ask.clone(), typed.status(), head, move || {
        let told = told.map(|key| {
            view! { <Notice tone=Tone::Good><p>{t.say(key)}</p></Notice> }
        });
        let closed = (!it.campaign.is_open).then(|| {
            view! { <Notice tone=Tone::Info><p>{t.say("campaign-is-closed")}</p></Notice> }
        });
        let public = ask.path(&Place::Campaign(it.campaign.key.clone(), PageNumber::FIRST));
        let when = capitalised(&campaign_days(t, &it.campaign));
        let names = t.tell("campaign-named", &[("n", it.named_by.into())]);
        let summary = typed.summary(t);
        let end = end_form(&ask, &it);
        view! {
            <div class="wrap">
                <Breadcrumbs label=t.say("frame-breadcrumbs").to_owned() links=crumbs(&ask, t) />
                <div class="stack desk edit">
                    <div>
                        <h1 class="t3">{title}</h1>
                        <p>{when} " (" {season(t, it.season).to_lowercase()} ")"</p>
                        <p class="muted">{names}</p>
                        <p>
                            <a href=public>{t.say("campaign-public")} {Icon::ArrowRight.show()}</a>
                        </p>
                    </div>
                    {told}
                    {summary}
                    {closed}
                    <h2 class="t2">{t.say("campaign-change")}</h2>
                    <CampaignForm ask=ask.clone() place typed=typed.clone() />
                    {end}
                    <section class="panel stack" aria-labelledby="h-historik">
                        <h2 class="t2" id="h-historik">{t.say("history-heading")}</h2>
                        <DeedList ask=ask.clone() history=it.history.clone() place=Place::Desk(Desk::Campaign(it.campaign.id)) />
                    </section>
                </div>
            </div>
        }
    })
}

fn end_form(ask: &Ask, it: &CampaignDesk) -> AnyView {
    let t = ask.speech();
    // What is closed and named already would only be closed again.
    if it.named_by > 0 && !it.campaign.is_open {
        return ().into_any();
    }
    let (title, what, go) = if it.named_by == 0 {
        ("campaign-remove", "campaign-remove-what", "campaign-remove-go")
    } else {
        ("campaign-close", "campaign-close-what", "campaign-close-go")
    };
    view! {
        <form class="panel stack" method="post" action=ask.path(&Place::Desk(Desk::EndCampaign(it.campaign.id)))>
            <h2 class="t2">{t.say(title)}</h2>
            <p>{t.say(what)}</p>
            <button class="btn btn--line" type="submit">{t.say(go)}</button>
        </form>
    }
    .into_any()
}
