//! One partner and what it offers.

use application::partners::{PartnerPage, show_partner};
use domain::{
    catalogue::Slug,
    search::{PageNumber, Query},
};
use leptos::prelude::*;

use crate::{
    Ask, Page, Place, Problem,
    catalogue::Results,
    design::{breadcrumbs::Breadcrumbs, way_out},
    frame::{self, Head},
};

/// One partner and what it offers now.
///
/// # Errors
///
/// [`Problem::NotFound`] where nobody has that name, or for a page behind the last one.
pub async fn partner_page(ask: &Ask, slug: &Slug, page: PageNumber) -> Result<Page, Problem> {
    let shown = show_partner(&ask.ports, slug, page).await?.ok_or(Problem::NotFound)?;
    if page.get() > PageNumber::pages(shown.found.total, shown.query.per_page) {
        return Err(Problem::NotFound);
    }
    let t = ask.speech();
    let name = shown.partner.name.clone();
    let sector = t.word("sector", shown.partner.sector.key()).to_owned();
    let description =
        t.tell("partner-description", &[("name", name.clone().into()), ("sector", sector.into())]);
    let head = Head::new(name, description, Place::Partner(slug.clone(), page));
    Ok(frame::page(ask, 200, head, || view! { <Partner ask=ask.clone() shown /> }))
}

#[component]
fn Partner(ask: Ask, shown: PartnerPage) -> impl IntoView {
    let t = ask.speech();
    let PartnerPage { partner, profile, region, found, query } = shown;
    let crumbs = vec![
        (ask.path(&Place::Home), t.say("crumb-home").to_owned()),
        (ask.path(&Place::Partners), t.say("partners-title").to_owned()),
    ];
    let page_at = |query: &Query, page: PageNumber| {
        let slug = query.filter.partners.first().cloned().unwrap_or_else(|| Slug::kept(""));
        Place::Partner(slug, page)
    };
    let cities = (!partner.cities.is_empty())
        .then(|| view! { <p>{t.tell("partner-cities", &[("cities", t.list(&partner.cities).into())])}</p> });
    let region = region.map(|it| view! { <span class="tag">{it.name()}</span> });
    let website = profile.as_ref().and_then(|it| it.website.clone()).and_then(|url| {
        let host = url.host()?;
        Some(view! { <p><a href=way_out::web(&url) rel="noreferrer">{host}</a></p> })
    });
    let about = profile.and_then(|it| it.about).map(|about| {
        let paragraphs = about.as_str().split('\n').map(str::trim).filter(|it| !it.is_empty());
        let paragraphs: Vec<_> = paragraphs.map(|it| view! { <p>{it.to_owned()}</p> }).collect();
        view! { <div class="prose stack">{paragraphs}</div> }
    });
    let heading = t.tell("partner-activities", &[("n", found.total.into())]);
    let list = if found.total == 0 {
        view! { <p class="lead">{t.say("partner-none")}</p> }.into_any()
    } else {
        view! { <Results ask=ask.clone() found query labelled_by="h-res" class="cards--3" page_at /> }.into_any()
    };
    view! {
        <div class="wrap">
            <Breadcrumbs label=t.say("frame-breadcrumbs").to_owned() links=crumbs />
            <div class="stack">
                <p class="row">
                    <span class="tag">{t.word("sector", partner.sector.key())}</span>
                    {region}
                </p>
                <h1>{partner.name}</h1>
                {about}
                {website}
                {cities}
            </div>
            <section class="mt7" aria-labelledby="h-res">
                <h2 class="t2" id="h-res">{heading}</h2>
                <div class="mt5">{list}</div>
            </section>
            <div class="band"></div>
        </div>
    }
}
