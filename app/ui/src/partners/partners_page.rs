//! All partners, from A to Å.

use application::{partners::list_partners, ports::PartnerSummary};
use domain::{partners::Sector, search::PageNumber};
use leptos::prelude::*;

use crate::{
    Ask, Page, Place, Problem,
    frame::{self, Head},
};

/// All partners with something to see, by sector.
///
/// # Errors
///
/// [`Problem::Broken`] where the store fails.
pub async fn partners_page(ask: &Ask) -> Result<Page, Problem> {
    let partners = list_partners(&ask.ports).await?;
    let t = ask.speech();
    let head = Head::new(t.say("partners-title"), t.say("partners-description"), Place::Partners);
    Ok(frame::page(ask, 200, head, || view! { <Partners ask=ask.clone() partners /> }))
}

#[component]
fn Partners(ask: Ask, partners: Vec<PartnerSummary>) -> impl IntoView {
    let t = ask.speech();
    let lead = t.tell("partners-lead", &[("n", partners.len().into())]);
    let empty = partners.is_empty();
    let sectors: Vec<_> = Sector::ALL
        .iter()
        .filter_map(|sector| {
            let rows: Vec<_> = partners
                .iter()
                .filter(|it| it.sector == *sector)
                .map(|it| view! { <Row ask=ask.clone() it=it.clone() /> })
                .collect();
            let id = format!("h-{}", sector.key());
            (!rows.is_empty()).then(|| {
                view! {
                    <section aria-labelledby=id.clone() class="mt7">
                        <h2 class="t2" id=id.clone()>{t.say(sector_heading(*sector))}</h2>
                        <ul class="partners mt5">{rows}</ul>
                    </section>
                }
            })
        })
        .collect();
    let body = if empty {
        view! { <p class="lead">{t.say("partners-none")}</p> }.into_any()
    } else {
        view! { <p class="lead">{lead}</p> {sectors} }.into_any()
    };
    view! {
        <div class="wrap">
            <div class="stack mt6">
                <h1>{t.say("partners-title")}</h1>
                {body}
            </div>
            <div class="band"></div>
        </div>
    }
}

#[component]
fn Row(ask: Ask, it: PartnerSummary) -> impl IntoView {
    let t = ask.speech();
    let count = t.tell("home-region-count", &[("n", it.activities.into())]);
    let path = ask.path(&Place::Partner(it.slug, PageNumber::FIRST));
    view! {
        <li>
            <a href=path>{it.name}</a>
            <span class="s muted">{count} {(!it.cities.is_empty()).then(|| format!(" · {}", it.cities.join(", ")))}</span>
        </li>
    }
}

/// The heading over the partners of a sector.
fn sector_heading(sector: Sector) -> &'static str {
    match sector {
        Sector::Business => "sectors-business",
        Sector::Education => "sectors-education",
        Sector::Public => "sectors-public",
        Sector::Association => "sectors-association",
    }
}
