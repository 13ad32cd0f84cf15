//! Everything that is held of somebody as a page that they keep.

use application::privacy::ShownData;
use domain::privacy::{Held, Holding};
use leptos::prelude::*;

use crate::{Locale, Speech};

/// The columns that say something to whoever reads them, in the order in which they are read; the
/// file for machines has all.
const TOLD: [&str; 34] = [
    "name",
    "email",
    "phone",
    "party",
    "seats",
    "here",
    "needs",
    "answers",
    "wish",
    "second_name",
    "second_email",
    "emergency_name",
    "emergency_phone",
    "consent_at",
    "consent_withdrawn_at",
    "signed_up_at",
    "saved_at",
    "asked_at",
    "still_comes_at",
    "answer_day",
    "answer_words",
    "roles",
    "language",
    "created_at",
    "last_came",
    "started_at",
    "seen_at",
    "device",
    "issuer",
    "words",
    "remark",
    "written_at",
    "kind",
    "at",
];

/// Everything that is held of somebody as a page that loads nothing.
#[must_use]
pub fn own_data_file(locale: Locale, shown: &ShownData) -> String {
    let t = Speech::of(locale);
    let language = locale.code();
    let lead = t.tell("data-shown-lead", &[("email", shown.email.to_string().into())]);
    let parts: Vec<_> = Holding::ALL
        .iter()
        .filter_map(|holding| {
            let things: Vec<_> = shown.held.iter().filter(|it| it.holding == *holding).collect();
            let words = t.holding(*holding);
            (!things.is_empty()).then(|| {
                let things: Vec<_> = things.into_iter().map(|it| thing(t, shown, it)).collect();
                view! {
                    <h2>{words.when}</h2>
                    <p>{words.what} ", " {words.why} ". " {words.how_long} "."</p>
                    {things}
                }
            })
        })
        .collect();
    let page = crate::page::write(move || {
        view! {
            <html lang=language>
                <head>
                    <meta charset="utf-8" />
                    <meta name="viewport" content="width=device-width" />
                    <title>{t.say("data-shown-title")}</title>
                </head>
                <body>
                    <h1>{t.say("data-shown-title")}</h1>
                    <p>{lead}</p>
                    {parts}
                </body>
            </html>
        }
    });
    format!("<!DOCTYPE html>{page}")
}

/// One thing that is held: what it says, line by line.
fn thing(t: &'static Speech, shown: &ShownData, it: &Held) -> impl IntoView + use<> {
    let title = title(shown, it).map(|title| view! { <h3>{title}</h3> });
    let lines: Vec<_> = TOLD
        .iter()
        .filter_map(|column| {
            let said = it.get(column)?.to_owned();
            Some(view! { <dt>{t.word("held", &column.replace('_', "-"))}</dt> <dd>{said}</dd> })
        })
        .collect();
    view! { {title} <dl>{lines}</dl> }
}

/// What the activity is called that a thing is about.
fn title(shown: &ShownData, it: &Held) -> Option<String> {
    let id = it.get("activity_id")?.replace('-', "");
    let of_sign_up = shown.sign_ups.iter().map(|it| (it.sign_up.activity, &it.title));
    let of_request = shown.requests.iter().map(|it| (it.request.activity, &it.title));
    let of_saved = shown.saved.iter().map(|it| (it.id, &it.particulars().title));
    let mut titles = of_sign_up.chain(of_request).chain(of_saved);
    titles.find(|it| it.0.0.simple().to_string() == id).map(|it| it.1.to_string())
}
