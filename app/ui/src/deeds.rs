//! What was done, as those whom it concerns read it.

use application::ports::History;
use domain::identity::DeedKind;
use leptos::prelude::*;

use crate::{
    Ask, Place,
    identity::role_name,
    pages::{Pages, page_of_list},
};

/// The heading of a history, by its name in a page.
const HEADING: &str = "h-historik";

fn is_about_role(kind: DeedKind) -> bool {
    matches!(kind, DeedKind::RoleGiven | DeedKind::RoleTaken)
}

/// A page of what was done, the newest first: what, to what, who, when, and what was written about
/// it; and the way to the other pages.
#[component]
pub(crate) fn DeedList(
    ask: Ask,
    history: History,
    /// Where it stands.
    place: Place,
) -> impl IntoView {
    let t = ask.speech();
    let (current, pages) = (history.page.get(), history.pages());
    let href = move |n: u32| page_of_list(&ask.path(&place), &[], n, HEADING);
    let rows: Vec<_> = history
        .deeds
        .into_iter()
        .map(|told| {
            let what = told.what.map(|what| view! { ": " <strong>{what}</strong> });
            let by = match (told.deed.by, told.by) {
                (None, _) if told.deed.kind == DeedKind::ActivityReported => {
                    t.say("history-by-visitor").to_owned()
                }
                (None, _) => t.say("history-by-operator").to_owned(),
                (Some(_), Some(name)) => name,
                (Some(_), None) => t.say("history-by-gone").to_owned(),
            };
            let remark = told.deed.remark.map(|remark| {
                // Which role it was is written down by its key.
                let role = is_about_role(told.deed.kind).then(|| remark.as_str().parse().ok());
                let words = role.flatten().map(|role| role_name(t, role));
                let words = words.unwrap_or_else(|| remark.to_string());
                view! { <blockquote class="remark">{words}</blockquote> }
            });
            view! {
                <li>
                    <span>{t.word("deed", told.deed.kind.key())} {what}</span>
                    <br />
                    <span class="s muted">{by} ", " {t.moment(told.deed.at)}</span>
                    {remark}
                </li>
            }
        })
        .collect();
    if rows.is_empty() {
        return view! { <p>{t.say("history-empty")}</p> }.into_any();
    }
    view! {
        <ul class="plan">{rows}</ul>
        <Pages t current pages href />
    }
    .into_any()
}
