//! What the portal keeps of people, told to them.

use domain::privacy::Holding;
use leptos::prelude::*;

use crate::{
    Ask, Door, Page, Place, Speech,
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

fn row(
    t: &'static Speech,
    when: &'static str,
    what: String,
    who: &'static str,
    how_long: String,
) -> impl IntoView {
    view! {
        <tr>
            <th scope="row">{when}</th>
            <td>{what}</td>
            <td data-l=t.say("privacy-col-who")>{who}</td>
            <td data-l=t.say("privacy-col-days")>{how_long}</td>
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
        row(t, t.say(key), say("kept").to_owned(), say("who"), say("days").to_owned())
    };
    let has_provider = ask.ports.provider.is_some();
    let rows: Vec<_> = Holding::ALL
        .iter()
        .filter(|it| **it != Holding::Identity || has_provider)
        .map(|it| {
            let words = t.holding(*it);
            let what = format!("{}, {}", words.what, words.why);
            row(t, words.when, what, words.who, words.how_long)
        })
        .collect();
    let asker = ask.clone();
    let ask_for_data = ask.path(&Place::Door(Door::AskForData));
    frame::page(ask, 200, head, || {
        view! {
            <Article title=t.say("privacy-title") lead=t.say("privacy-lead")>
                <h2>{t.say("privacy-cookies")}</h2>
                <p>{t.say("privacy-cookies-1")}</p>
                <p>{t.say("privacy-cookies-2")}</p>
                <h2 id="h-gemt">{t.say("privacy-kept")}</h2>
                <div class="scroll" tabindex="0" role="region" aria-labelledby="h-gemt">
                    <table class="table table--cards table--told">
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
                <p><a href=ask_for_data>{t.say("privacy-rights-go")}</a></p>
                <p>{t.say("privacy-rights-1")}</p>
                <p>{t.say("privacy-complain")} " " <a href="https://www.datatilsynet.dk/" rel="noopener">"Datatilsynet"</a></p>
                <Contact ask=asker />
            </Article>
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Locale;

    /// How hard a text is to read (C. H. Björnsson, *Läsbarhet*, 1968): words in a sentence, and
    /// how many of a hundred words have more than six letters.
    fn lix(text: &str) -> usize {
        let sentences = text.split(['.', '!', '?', ':']).filter(|it| !it.trim().is_empty()).count();
        let words: Vec<&str> =
            text.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty()).collect();
        let long = words.iter().filter(|it| it.chars().count() > 6).count();
        let n = words.len().max(1);
        n / sentences.max(1) + 100 * long / n
    }

    /// What a child of 12 reads without help.
    const EASY: usize = 35;

    #[test]
    fn a_text_of_long_words_and_sentences_is_hard_to_read() {
        assert_eq!(lix("Vi gemmer dit navn. Du kan slette det."), 4);
        let hard = "Personoplysninger behandles i overensstemmelse med databeskyttelsesforordningens \
                    bestemmelser vedrørende opbevaringsbegrænsning";
        assert!(lix(hard) > 60);
    }

    #[test]
    fn a_child_can_read_what_is_kept_and_for_how_long() {
        let t = Speech::of(Locale::Da);
        let mut page = String::new();
        for holding in Holding::ALL {
            let it = t.holding(*holding);
            let row = format!("{}. {}, {}. {}. {}.", it.when, it.what, it.why, it.who, it.how_long);
            assert!(lix(&row) <= EASY, "{holding}: lix {} in »{row}«", lix(&row));
            page += &row;
        }
        for key in [
            "privacy-lead",
            "privacy-cookies-1",
            "privacy-cookies-2",
            "privacy-children-1",
            "privacy-rights-1",
        ] {
            let told = t.say(key);
            assert!(lix(told) <= EASY, "{key}: lix {} in »{told}«", lix(told));
            page += told;
        }
        assert!(lix(&page) <= EASY - 10, "the whole page has lix {}", lix(&page));
    }

    #[test]
    fn a_child_can_read_what_a_form_says_about_what_is_kept() {
        let t = Speech::of(Locale::Da);
        let forms: [&[&str]; 6] = [
            &[
                "signup-privacy",
                "signup-hint-needs",
                "signup-kin-emergency-what",
                "signup-consent-text",
                "signup-consent-back",
            ],
            &["request-privacy", "request-consent-back"],
            &["report-privacy"],
            &["register-privacy"],
            &["interest-lead", "interest-privacy"],
            &["after-privacy", "paper-names-hint"],
        ];
        for keys in forms {
            let told = keys.iter().map(|key| t.tell(key, &[("partner", "Aarhus Tech".into())]));
            let told = told.collect::<Vec<_>>().join(" ");
            assert!(lix(&told) <= EASY, "lix {} in »{told}«", lix(&told));
        }
    }
}
