//! What the portal keeps of people, told to them.

use domain::privacy::Holding;
use leptos::prelude::*;

use crate::{
    Ask, Page, Place, Speech,
    about::{Article, Contact},
    frame::{self, Head},
};

/// What is said of one thing that is kept.
pub struct HoldingWords {
    /// When it comes here: »Du tilmelder nogen«.
    pub when: &'static str,
    pub what: &'static str,
    pub why: &'static str,
    pub who: &'static str,
    pub how_long: String,
}

impl Speech {
    /// What is said of one thing that is kept.
    #[must_use]
    pub fn holding(&'static self, holding: Holding) -> HoldingWords {
        let key = holding.key();
        let say = |part: &str| self.word("holding", &format!("{key}-{part}"));
        let days = holding.kept_for().map_or(0, |span| span.num_days());
        let kept = format!("holding-{}-kept", key.replace('_', "-"));
        HoldingWords {
            when: self.word("holding", key),
            what: say("what"),
            why: say("why"),
            who: say("who"),
            how_long: self.tell(&kept, &[("days", days.into())]),
        }
    }
}

fn row(when: &'static str, what: String, who: &'static str, how_long: String) -> impl IntoView {
    view! {
        <tr>
            <th scope="row">{when}</th>
            <td>{what}</td>
            <td>{who}</td>
            <td>{how_long}</td>
        </tr>
    }
}

/// What the portal keeps of people: of whoever only reads, nothing.
#[must_use]
pub fn privacy_page(ask: &Ask) -> Page {
    let t = ask.speech();
    let head = Head::new(t.say("privacy-title"), t.say("privacy-description"), Place::Privacy);
    let plain = |key: &str| {
        let say = |part: &str| t.word(key, part);
        row(t.say(key), say("kept").to_owned(), say("who"), say("days").to_owned())
    };
    let has_provider = ask.ports.provider.is_some();
    let rows: Vec<_> = Holding::ALL
        .iter()
        .filter(|it| **it != Holding::Identity || has_provider)
        .map(|it| {
            let words = t.holding(*it);
            let what = format!("{}, {}", words.what, words.why);
            row(words.when, what, words.who, words.how_long)
        })
        .collect();
    let asker = ask.clone();
    frame::page(ask, 200, head, || {
        view! {
            <Article title=t.say("privacy-title") lead=t.say("privacy-lead")>
                <h2>{t.say("privacy-cookies")}</h2>
                <p>{t.say("privacy-cookies-1")}</p>
                <p>{t.say("privacy-cookies-2")}</p>
                <h2 id="h-gemt">{t.say("privacy-kept")}</h2>
                <div class="scroll" tabindex="0" role="region" aria-labelledby="h-gemt">
                    <table class="table">
                        <thead>
                            <tr>
                                <th scope="col">{t.say("privacy-col-when")}</th>
                                <th scope="col">{t.say("privacy-col-what")}</th>
                                <th scope="col">{t.say("privacy-col-who")}</th>
                                <th scope="col">{t.say("privacy-col-days")}</th>
                            </tr>
                        </thead>
                        <tbody>{plain("privacy-row-visit")} {plain("privacy-row-log")} {rows}</tbody>
                    </table>
                </div>
                <h2>{t.say("privacy-children")}</h2>
                <p>{t.say("privacy-children-1")}</p>
                <h2>{t.say("privacy-rights")}</h2>
                <p>{t.say("privacy-rights-1")}</p>
                <p>{t.say("privacy-complain")} " " <a href="https://www.datatilsynet.dk/" rel="noopener">"Datatilsynet"</a></p>
                <Contact ask=asker />
            </Article>
        }
    })
}
