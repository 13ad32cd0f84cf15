//! What stands around every letter: the portal's name above, who sends it below.

use leptos::prelude::*;

use super::words::Said;
use crate::{Locale, Site, Speech};

/// A letter as plain text, lines as people read them.
pub(super) fn text(site: &Site, locale: Locale, said: &Said) -> String {
    let t = Speech::of(locale);
    let mut parts = said.paragraphs.clone();
    for (label, address) in said.button.iter().chain(&said.also) {
        parts.push(format!("{label}:\n{address}"));
    }
    if let Some((label, address)) = &said.aside {
        parts.push(format!("{label}:\n{address}"));
    }
    parts.push(said.end.clone());
    parts.push(format!("{}\n{}", t.say("letter-signed"), site.public_url));
    if let Some(email) = &site.operator.email {
        parts.push(format!("{} {email}", t.say("letter-write")));
    }
    format!("{}\n", parts.join("\n\n"))
}

const PAGE: &str = "margin:0;background:#f6f3ea;color:#14133a;font-family:Verdana,Arial,sans-serif;font-size:16px;line-height:1.5";
const SHEET: &str = "max-width:34rem;margin:0 auto;padding:24px";
const BRAND: &str = "background:#ffcb1f;padding:16px 24px;font-size:24px;font-weight:bold";
const PAPER: &str = "background:#ffffff;padding:24px";
const BUTTON: &str = "display:inline-block;background:#14133a;color:#ffffff;padding:14px 22px;border-radius:12px;font-weight:bold;text-decoration:none";
const OTHER: &str = "display:inline-block;background:#ffffff;color:#14133a;border:2px solid #14133a;padding:12px 20px;border-radius:12px;font-weight:bold;text-decoration:none";
const LINK: &str = "color:#14133a;word-break:break-word";
const SMALL: &str = "font-size:14px;color:#4a4968;padding:16px 24px";

/// A letter as a page: styles stand on each element, since mail programs know no others.
pub(super) fn html(site: &Site, locale: Locale, said: &Said) -> String {
    let t = Speech::of(locale);
    let language = locale.code();
    let subject = said.subject.clone();
    let paragraphs: Vec<_> =
        said.paragraphs.iter().cloned().map(|text| view! { <p>{text}</p> }).collect();
    let button = said.button.clone().map(|(label, address)| {
        let shown = address.clone();
        view! {
            <p><a style=BUTTON href=address>{label}</a></p>
            <p style="font-size:14px;word-break:break-all">{t.say("letter-or-copy")} <br /> {shown}</p>
        }
    });
    let also = said.also.clone().map(|(label, address)| {
        view! { <p><a style=OTHER href=address>{label}</a></p> }
    });
    let (home, shown) = (site.public_url.clone(), site.public_url.clone());
    let write = site.operator.email.clone().map(|email| {
        view! { <p>{t.say("letter-write")} " " {email}</p> }
    });
    let aside = said.aside.clone().map(|(label, address)| {
        view! { <p><a style=LINK href=address>{label}</a></p> }
    });
    let end = said.end.clone();
    let letter = crate::page::write(move || {
        view! {
            <html lang=language>
                <head>
                    <meta charset="utf-8" />
                    <meta name="viewport" content="width=device-width" />
                    <title>{subject}</title>
                </head>
                <body style=PAGE>
                    <div style=SHEET>
                        <div style=BRAND>"Gnist"</div>
                        <div style=PAPER>
                            {paragraphs}
                            {button}
                            {also}
                            {aside}
                            <p>{end}</p>
                        </div>
                        <div style=SMALL>
                            <p>{t.say("letter-signed")} <br /> <a href=home>{shown}</a></p>
                            {write}
                        </div>
                    </div>
                </body>
            </html>
        }
    });
    format!("<!DOCTYPE html>{letter}")
}
