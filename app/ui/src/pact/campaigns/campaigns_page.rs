//! All campaigns: what runs, what comes, what has been.

use application::pact::CampaignRow;
use domain::pact::Season;
use leptos::prelude::*;

use super::{season, size};
use crate::{
    Ask, Desk, Page, Place,
    design::{
        breadcrumbs::Breadcrumbs,
        notice::{Notice, Tone},
    },
    frame::{self, Head},
    pact::campaign_days,
    speech::capitalised,
};

/// All campaigns. What has just happened is said above, by the key of its sentence.
#[must_use]
pub fn campaigns_page(ask: &Ask, rows: Vec<CampaignRow>, told: Option<&'static str>) -> Page {
    let t = ask.speech();
    let title = t.tell("campaigns-title", &[("n", rows.len().into())]);
    let place = Place::Desk(Desk::Campaigns);
    let head = Head::new(t.say("campaigns-name"), t.say("campaigns-lead"), place).unlisted();
    let ask = ask.clone();
    frame::page(&ask.clone(), 200, head, move || {
        let crumbs = vec![
            (ask.path(&Place::Home), t.say("crumb-home").to_owned()),
            (ask.path(&Place::Desk(Desk::Queue)), t.say("queue-name").to_owned()),
        ];
        let told = told.map(|key| {
            view! { <Notice tone=Tone::Good><p>{t.say(key)}</p></Notice> }
        });
        let new = ask.path(&Place::Desk(Desk::NewCampaign));
        let empty =
            rows.is_empty().then(|| view! { <p class="panel">{t.say("campaigns-empty")}</p> });
        let seasons = [Season::Running, Season::Coming, Season::Over];
        let sections: Vec<_> =
            seasons.into_iter().filter_map(|it| section(&ask, it, &rows)).collect();
        view! {
            <div class="wrap">
                <Breadcrumbs label=t.say("frame-breadcrumbs").to_owned() links=crumbs />
                <div class="stack desk">
                    <h1>{title}</h1>
                    <p class="lead">{t.say("campaigns-lead")}</p>
                    {told}
                    <p><a class="btn" href=new>{t.say("campaigns-new")}</a></p>
                    {empty}
                    {sections}
                </div>
            </div>
        }
    })
}

fn section(ask: &Ask, of: Season, rows: &[CampaignRow]) -> Option<AnyView> {
    let t = ask.speech();
    let id = match of {
        Season::Running => "h-nu",
        Season::Coming => "h-kommer",
        Season::Over => "h-slut",
    };
    let rows: Vec<_> = rows.iter().filter(|it| it.season == of).map(|it| row(ask, it)).collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="stack" aria-labelledby=id>
                <h2 class="t2" id=id>{season(t, of)}</h2>
                <ul class="stack">{rows}</ul>
            </section>
        }
        .into_any()
    })
}

fn row(ask: &Ask, row: &CampaignRow) -> AnyView {
    let (t, it) = (ask.speech(), &row.campaign);
    let name = ask.words_of(it).name.to_string();
    let days = capitalised(&campaign_days(t, it));
    let closed = (!it.is_open).then(|| {
        view! { " " <span class="tag">{t.say("campaigns-closed")}</span> }
    });
    let path = ask.path(&Place::Desk(Desk::Campaign(it.id)));
    view! {
        <li class="row row--between panel">
            <span>
                <strong>{name.clone()}</strong> {closed}
                <br />
                <span class="s muted">{days} ", " {size(t, row)}</span>
            </span>
            <a class="btn btn--line btn--s" href=path>
                {t.say("queue-look")} <span class="vh">" " {name}</span>
            </a>
        </li>
    }
    .into_any()
}
