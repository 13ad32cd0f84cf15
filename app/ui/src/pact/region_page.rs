//! One region and what happens there.

use application::pact::{RegionPage, show_region};
use domain::search::Filter;
use leptos::prelude::*;

use crate::{
    Ask, Page, Place, Problem,
    catalogue::CardList,
    design::{
        breadcrumbs::Breadcrumbs,
        icon::Icon,
        notice::{Notice, Tone},
    },
    frame::{self, Head},
};

/// One region and what happens there.
///
/// # Errors
///
/// [`Problem::NotFound`] where there is and was no such region.
pub async fn region_page(ask: &Ask, key: &str) -> Result<Page, Problem> {
    let shown = show_region(&ask.ports, key).await?.ok_or(Problem::NotFound)?;
    let t = ask.speech();
    let name = shown.region.name();
    let description = t.tell("region-description", &[("region", name.into())]);
    let head = Head::new(name, description, Place::Region(shown.region));
    Ok(frame::page(ask, 200, head, || view! { <RegionView ask=ask.clone() shown /> }))
}

#[component]
fn RegionView(ask: Ask, shown: RegionPage) -> impl IntoView {
    let t = ask.speech();
    let RegionPage { region, successor, municipalities, found } = shown;
    let crumbs = vec![(ask.path(&Place::Home), t.say("crumb-home").to_owned())];
    let change = successor.map(|next| {
        let path = ask.path(&Place::Region(next));
        view! {
            <Notice tone=Tone::Info>
                <p>
                    {t.tell("region-gone", &[("region", region.name().into()), ("next", next.name().into())])} " "
                    <a href=path>{next.name()}</a>
                </p>
            </Notice>
        }
    });
    let coming = (successor.is_none() && (region.first_day().is_some() || region.last_day().is_some())).then(|| {
        view! {
            <Notice tone=Tone::Info>
                <p>{t.tell("region-changes", &[("name", crate::catalogue::region_name(t, region).into())])}</p>
            </Notice>
        }
    });
    let homes: Vec<_> = municipalities
        .into_iter()
        .map(|(it, n)| {
            let filter = Filter { municipalities: vec![it], ..Filter::default() };
            let name = it.name();
            let entry = if n > 0 {
                view! { <a href=ask.path(&Place::filtered(filter))>{name}</a> }.into_any()
            } else {
                view! { <span>{name}</span> }.into_any()
            };
            view! { <li>{entry} " " <span class="s muted">{t.number(n)}</span></li> }
        })
        .collect();
    let all = Filter { regions: vec![region], ..Filter::default() };
    let list = if found.total == 0 {
        view! { <p class="lead">{t.say("region-none")}</p> }.into_any()
    } else {
        view! {
            <CardList ask=ask.clone() list=found.hits labelled_by="h-res" class="cards--3" />
            <p class="mt6">
                <a class="btn" href=ask.path(&Place::filtered(all))>
                    {t.tell("catalogue-show", &[("n", found.total.into())])} {Icon::ArrowRight.show()}
                </a>
            </p>
        }
        .into_any()
    };
    view! {
        <div class="wrap">
            <Breadcrumbs label=t.say("frame-breadcrumbs").to_owned() links=crumbs />
            <div class="stack">
                <h1>{region.name()}</h1>
                {change}
                {coming}
                <p class="lead">{t.tell("region-lead", &[("n", found.total.into())])}</p>
            </div>
            <section class="mt7" aria-labelledby="h-res">
                <h2 class="t2" id="h-res">{t.say("home-soon")}</h2>
                <div class="mt5">{list}</div>
            </section>
            <section class="mt7" aria-labelledby="h-kommuner">
                <h2 class="t2" id="h-kommuner">{t.say("region-municipalities")}</h2>
                <ul class="partners mt5">{homes}</ul>
            </section>
            <div class="band"></div>
        </div>
    }
}
