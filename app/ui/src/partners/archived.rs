//! What was taken out of the catalogue.

use domain::catalogue::Activity;
use leptos::prelude::*;

use crate::{Ask, Desk, Place};

/// What was taken out of the catalogue, folded away: one looks back on it, or makes a new one
/// from it.
#[component]
pub(super) fn Archived(ask: Ask, activities: Vec<Activity>) -> impl IntoView {
    let t = ask.speech();
    let n = activities.len();
    let rows: Vec<_> = activities
        .into_iter()
        .map(|it| {
            let path = ask.path(&Place::Desk(Desk::Activity(it.id)));
            let lang = ask.foreign(it.particulars().language);
            view! { <li><a href=path lang=lang>{it.particulars().title.to_string()}</a></li> }
        })
        .collect();
    (n > 0).then(|| {
        view! {
            <div class="panel">
                <details class="fold">
                    <summary>{t.tell("desk-archived", &[("n", n.into())])}</summary>
                    <ul class="partners">{rows}</ul>
                </details>
            </div>
        }
    })
}
