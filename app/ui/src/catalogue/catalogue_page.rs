//! The catalogue: a list, what is chosen, and the filters.

use application::{catalogue::find_activities, ports::Found};
use domain::search::{InvalidParameter, PageNumber, Query, Reason};
use leptos::prelude::*;

use super::{
    Results,
    chips::Chips,
    empty::{Nothing, WayOut, ways_out},
    filter_form::FilterForm,
};
use crate::{
    Ask, Page, Place, Problem,
    design::notice::{Notice, Tone},
    frame::{self, Head},
};

/// The catalogue as an address asks for it. Parameters that nobody can have meant are
/// named above the list, and the list shows what the others ask for.
///
/// # Errors
///
/// [`Problem::NotFound`] for a page behind the last one; [`Problem::Broken`] where the store fails.
pub async fn catalogue_page(
    ask: &Ask,
    query: Query,
    faults: Vec<InvalidParameter>,
) -> Result<Page, Problem> {
    let found = find_activities(&ask.ports, &query).await?;
    let pages = found.total.div_ceil(query.per_page).max(1);
    if query.page.get() > pages {
        return Err(Problem::NotFound);
    }
    let ways = if found.total == 0 { ways_out(ask, &query.filter).await? } else { Vec::new() };

    let t = ask.speech();
    let title = match query.page.get() {
        1 => t.say("catalogue-title").to_owned(),
        n => t.tell("catalogue-title-page", &[("n", n.into())]),
    };
    let head = Head::new(title, t.say("catalogue-description"), Place::Catalogue(query.clone()));
    // Search engines get the whole list and its pages, not each of its endless cuts.
    let head = if query.filter.is_empty() && faults.is_empty() { head } else { head.unlisted() };
    let status = if faults.is_empty() { 200 } else { 400 };
    Ok(frame::page(
        ask,
        status,
        head,
        || view! { <Catalogue ask=ask.clone() query found ways faults /> },
    ))
}

#[component]
fn Catalogue(
    ask: Ask,
    query: Query,
    found: Found,
    ways: Vec<WayOut>,
    faults: Vec<InvalidParameter>,
) -> impl IntoView {
    let t = ask.speech();
    let heading = t.tell("catalogue-count", &[("n", found.total.into())]);
    let page_at =
        |query: &Query, page: PageNumber| Place::Catalogue(Query { page, ..query.clone() });
    let list = if found.total == 0 {
        view! { <Nothing ask=ask.clone() ways /> }.into_any()
    } else {
        view! {
            <Results
                ask=ask.clone()
                found=found.clone()
                query=query.clone()
                labelled_by="h-res"
                class="cards--list"
                page_at
            />
        }
        .into_any()
    };
    view! {
        <div class="wrap">
            <div class="stack mt6">
                <h1>{t.say("catalogue-title")}</h1>
                <Faults ask=ask.clone() faults />
                <Chips ask=ask.clone() filter=query.filter.clone() />
            </div>
            <div class="side side--start cat mt6">
                <div>
                    <FilterForm ask query found />
                </div>
                <div>
                    <div class="head">
                        <h2 class="t2" id="h-res">{heading}</h2>
                        <p class="s muted">{t.say("catalogue-order")}</p>
                    </div>
                    {list}
                </div>
            </div>
        </div>
    }
}

/// What in the address nobody can have meant, and what to do instead.
#[component]
fn Faults(ask: Ask, faults: Vec<InvalidParameter>) -> impl IntoView {
    let t = ask.speech();
    let sentences: Vec<_> = faults
        .iter()
        .map(|fault| {
            let name = ("name", fault.name.clone().into());
            let sentence = match fault.reason {
                Reason::UnknownParameter => t.tell("fault-unknown-parameter", &[name]),
                Reason::UnknownValue => t.tell("fault-unknown-value", &[name]),
                Reason::NoDate => t.tell("fault-no-date", &[name]),
                Reason::EndsBeforeItStarts => t.say("fault-ends-before").to_owned(),
                Reason::NoNumber { min, max } => {
                    t.tell("fault-no-number", &[name, ("min", min.into()), ("max", max.into())])
                }
                Reason::NoFlag => t.tell("fault-no-flag", &[name]),
                Reason::TooLong { max } => t.tell("fault-too-long", &[name, ("max", max.into())]),
                Reason::Repeated => t.tell("fault-repeated", &[name]),
                Reason::ControlCharacter => t.tell("fault-control-character", &[name]),
                Reason::TooMany { max } => t.tell("fault-too-many", &[("max", max.into())]),
            };
            view! { <li>{sentence}</li> }
        })
        .collect();
    (!faults.is_empty()).then(|| {
        view! {
            <Notice tone=Tone::Bad>
                <h2 class="t1">{t.say("fault-heading")}</h2>
                <ul>{sentences}</ul>
            </Notice>
        }
    })
}
