//! What the portal says, in the reader's language.
//!
//! Every sentence is a Fluent message in `locales/<language>/`. A message without
//! arguments is looked up in a table that is made once; the others are put together
//! by Fluent, plurals and all.

mod dates;
mod locale;
mod numbers;
mod vocabulary;

use std::{collections::HashMap, sync::LazyLock};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};

pub use dates::capitalised;
pub use locale::Locale;

/// What fills a gap in a sentence.
pub type Filling<'a> = (&'static str, FluentValue<'a>);

/// One language's sentences.
pub struct Speech {
    locale: Locale,
    /// Messages that have no gaps, ready.
    plain: HashMap<String, String>,
    bundle: FluentBundle<FluentResource>,
}

/// Every file of sentences, by language.
macro_rules! files {
    ($language:literal) => {
        &[
            include_str!(concat!("../locales/", $language, "/frame.ftl")),
            include_str!(concat!("../locales/", $language, "/vocabulary.ftl")),
            include_str!(concat!("../locales/", $language, "/time.ftl")),
            include_str!(concat!("../locales/", $language, "/home.ftl")),
            include_str!(concat!("../locales/", $language, "/campaigns.ftl")),
            include_str!(concat!("../locales/", $language, "/catalogue.ftl")),
            include_str!(concat!("../locales/", $language, "/activity.ftl")),
            include_str!(concat!("../locales/", $language, "/saved.ftl")),
            include_str!(concat!("../locales/", $language, "/partners.ftl")),
            include_str!(concat!("../locales/", $language, "/pact.ftl")),
            include_str!(concat!("../locales/", $language, "/about.ftl")),
            include_str!(concat!("../locales/", $language, "/privacy.ftl")),
            include_str!(concat!("../locales/", $language, "/problem.ftl")),
            include_str!(concat!("../locales/", $language, "/import.ftl")),
            include_str!(concat!("../locales/", $language, "/own_data.ftl")),
            include_str!(concat!("../locales/", $language, "/doors.ftl")),
            include_str!(concat!("../locales/", $language, "/letters.ftl")),
            include_str!(concat!("../locales/", $language, "/synonyms.ftl")),
            include_str!(concat!("../locales/", $language, "/deeds.ftl")),
            include_str!(concat!("../locales/", $language, "/desk.ftl")),
            include_str!(concat!("../locales/", $language, "/editor.ftl")),
            include_str!(concat!("../locales/", $language, "/pictures.ftl")),
            include_str!(concat!("../locales/", $language, "/sheets.ftl")),
            include_str!(concat!("../locales/", $language, "/allocation.ftl")),
            include_str!(concat!("../locales/", $language, "/reviews.ftl")),
            include_str!(concat!("../locales/", $language, "/people.ftl")),
            include_str!(concat!("../locales/", $language, "/provider.ftl")),
            include_str!(concat!("../locales/", $language, "/signup.ftl")),
            include_str!(concat!("../locales/", $language, "/roster.ftl")),
            include_str!(concat!("../locales/", $language, "/before.ftl")),
            include_str!(concat!("../locales/", $language, "/checkin.ftl")),
            include_str!(concat!("../locales/", $language, "/report.ftl")),
            include_str!(concat!("../locales/", $language, "/papers.ftl")),
            include_str!(concat!("../locales/", $language, "/questions.ftl")),
            include_str!(concat!("../locales/", $language, "/requests.ftl")),
        ]
    };
}

static DANISH: LazyLock<Speech> = LazyLock::new(|| Speech::read(Locale::Da, files!("da")));
static ENGLISH: LazyLock<Speech> = LazyLock::new(|| Speech::read(Locale::En, files!("en")));

impl Speech {
    /// The sentences of a language.
    #[must_use]
    pub fn of(locale: Locale) -> &'static Self {
        match locale {
            Locale::Da => &DANISH,
            Locale::En => &ENGLISH,
        }
    }

    #[must_use]
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// A sentence without gaps. An unknown key answers with nothing at all; a test
    /// sees to it that there is none.
    #[must_use]
    pub fn say(&'static self, key: &str) -> &'static str {
        self.plain.get(key).map_or_else(
            || {
                tracing::error!(key, "a sentence is missing");
                ""
            },
            String::as_str,
        )
    }

    /// A sentence without gaps, or nothing for a key that there is not.
    fn find(&'static self, key: &str) -> Option<&'static str> {
        self.plain.get(key).map(String::as_str)
    }

    /// A sentence with its gaps filled.
    #[must_use]
    pub fn tell(&'static self, key: &str, fillings: &[Filling<'_>]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            tracing::error!(key, "a sentence is missing");
            return String::new();
        };
        let mut args = FluentArgs::with_capacity(fillings.len());
        for (name, value) in fillings {
            args.set(*name, value.clone());
        }
        let mut errors = Vec::new();
        let sentence = self.bundle.format_pattern(pattern, Some(&args), &mut errors);
        if !errors.is_empty() {
            tracing::error!(key, ?errors, "a sentence has a gap that nobody filled");
        }
        sentence.into_owned()
    }

    fn read(locale: Locale, files: &[&str]) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![locale.language()]);
        // Isolation marks would stand in the middle of addresses and titles.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match locale {
            Locale::Da => |value, _| numbers::grouped(value, '.'),
            Locale::En => |value, _| numbers::grouped(value, ','),
        }));
        let mut keys = Vec::new();
        for file in files {
            let resource = match FluentResource::try_new((*file).to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            keys.extend(file.lines().filter_map(message_key));
            bundle.add_resource_overriding(resource);
        }
        let mut plain = HashMap::new();
        for key in keys {
            let mut errors = Vec::new();
            let pattern = bundle.get_message(&key).and_then(|message| message.value());
            let sentence =
                pattern.map(|it| bundle.format_pattern(it, None, &mut errors).into_owned());
            if let Some(sentence) = sentence.filter(|_| errors.is_empty()) {
                plain.insert(key, sentence);
            }
        }
        Self { locale, plain, bundle }
    }
}

/// The key of the message that begins on this line.
fn message_key(line: &str) -> Option<String> {
    let (key, _) = line.split_once(" =")?;
    let is_key = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    key.bytes().all(is_key).then(|| key.to_owned())
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeMap, fs, path::Path};

    use super::*;

    /// Every message of a language: its key, and the gaps it has.
    fn messages(locale: Locale) -> BTreeMap<String, Vec<String>> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(locale.code());
        let mut messages = BTreeMap::new();
        for file in fs::read_dir(folder).unwrap() {
            let text = fs::read_to_string(file.unwrap().path()).unwrap();
            let mut key = None;
            for line in text.lines() {
                if let Some(found) = message_key(line) {
                    assert!(
                        messages.insert(found.clone(), Vec::new()).is_none(),
                        "{found} stands twice"
                    );
                    key = Some(found);
                }
                for gap in line.split("{ $").skip(1).chain(line.split("{$").skip(1)) {
                    let gap: String =
                        gap.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                    let gaps: &mut Vec<String> = messages.get_mut(key.as_ref().unwrap()).unwrap();
                    if !gaps.contains(&gap) {
                        gaps.push(gap);
                        gaps.sort();
                    }
                }
            }
        }
        messages
    }

    #[test]
    fn every_sentence_exists_in_every_language_with_the_same_gaps() {
        let (danish, english) = (messages(Locale::Da), messages(Locale::En));
        assert!(danish.len() > 100);
        for (key, gaps) in &danish {
            assert_eq!(Some(gaps), english.get(key), "{key}");
        }
        assert_eq!(danish.len(), english.len(), "a sentence stands in English only");
    }

    #[test]
    fn every_sentence_that_the_pages_ask_for_exists() {
        let known = messages(Locale::Da);
        let mut asked = 0;
        for (file, text) in sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")) {
            for call in [".say(", ".tell("] {
                for rest in text.split(call).skip(1) {
                    let Some(rest) = rest.trim_start().strip_prefix('"') else { continue };
                    let key = rest.split('"').next().unwrap_or_default();
                    assert!(known.contains_key(key), "{file} asks for »{key}«");
                    asked += 1;
                }
            }
        }
        assert!(asked > 100, "{asked}");
    }

    #[test]
    fn every_word_of_the_vocabularies_has_a_name() {
        use domain::{
            catalogue::{Accessibility, Audience, Format, Kind, Level, SignUpMode, Topic},
            partners::Sector,
        };
        let known = messages(Locale::Da);
        let mut keys: Vec<String> = Vec::new();
        keys.extend(Topic::ALL.iter().map(|it| format!("topic-{it}")));
        keys.extend(Kind::ALL.iter().map(|it| format!("kind-{it}")));
        keys.extend(Level::ALL.iter().map(|it| format!("level-{it}")));
        keys.extend(Audience::ALL.iter().map(|it| format!("audience-{it}")));
        keys.extend(Format::ALL.iter().map(|it| format!("format-{it}")));
        keys.extend(Accessibility::ALL.iter().map(|it| format!("accessibility-{it}")));
        keys.extend(SignUpMode::ALL.iter().map(|it| format!("sign-up-{it}")));
        keys.extend(domain::identity::DeedKind::ALL.iter().map(|it| format!("deed-{it}")));
        keys.extend(
            application::catalogue::Column::ALL.iter().map(|it| format!("edit-{}", it.name())),
        );
        keys.extend(domain::catalogue::Holiday::ALL.iter().map(|it| format!("holiday-{it}")));
        let rests = domain::catalogue::SchoolHoliday::ALL;
        keys.extend(rests.iter().map(|it| format!("school-holiday-{it}")));
        for state in domain::catalogue::State::ALL {
            keys.extend([format!("state-{state}"), format!("own-state-{state}")]);
        }
        for format in Format::ALL {
            keys.extend([format!("edit-format-{format}"), format!("edit-format-{format}-what")]);
        }
        for mode in SignUpMode::ALL {
            keys.extend([format!("edit-signup-{mode}"), format!("edit-signup-{mode}-what")]);
        }
        keys.extend(domain::catalogue::Stays::ALL.iter().map(|it| format!("stays-{it}")));
        for gone in domain::signup::Gone::ALL {
            keys.extend([format!("signup-gone-{gone}"), format!("roster-gone-{gone}")]);
        }
        keys.extend(domain::signup::Field::ALL.iter().map(|it| format!("signup-missing-{it}")));
        keys.extend((1..=5).map(|it| format!("interest-score-{it}")));
        keys.extend(["before", "after"].map(|it| format!("interest-question-{it}")));
        for who in domain::signup::CameAs::ALL {
            keys.extend([format!("after-who-{who}"), format!("after-came-{who}")]);
        }
        keys.extend(domain::signup::Readers::ALL.iter().map(|it| format!("roster-write-to-{it}")));
        for stage in domain::signup::RequestStage::ALL {
            for word in ["request-own", "request-stands", "requests-stage"] {
                keys.push(format!("{word}-{stage}"));
            }
        }
        for news in domain::signup::RequestNews::ALL {
            keys.extend([
                format!("letter-request-{news}"),
                format!("letter-request-{news}-subject"),
            ]);
        }
        for kind in domain::signup::PartyKind::ALL {
            keys.push(format!("request-as-{kind}"));
            keys.push(format!("paper-parties-{kind}"));
            keys.push(format!("roster-add-as-{kind}"));
            for word in ["title", "lead", "instead-as", "who", "you", "agrees", "go"] {
                keys.push(format!("signup-{word}-{kind}"));
            }
        }
        for news in domain::signup::SignUpNews::ALL {
            keys.extend([format!("letter-signup-{news}"), format!("letter-signup-{news}-subject")]);
        }
        for holding in domain::privacy::Holding::ALL {
            keys.push(format!("holding-{holding}"));
            let parts = ["what", "why", "who", "kept"];
            keys.extend(parts.map(|part| format!("holding-{holding}-{part}")));
        }
        keys.extend(domain::privacy::Basis::ALL.iter().map(|it| format!("basis-{it}")));
        keys.extend(Sector::ALL.iter().map(|it| format!("sector-{it}")));
        for key in keys {
            assert!(known.contains_key(&key.replace('_', "-")), "{key}");
        }
    }

    #[test]
    fn fluent_understands_every_file() {
        for (language, files) in [("da", files!("da") as &[&str]), ("en", files!("en"))] {
            for (i, file) in files.iter().enumerate() {
                let errors =
                    FluentResource::try_new((*file).to_owned()).err().map(|(_, errors)| errors);
                assert!(errors.is_none(), "{language}, file {i}: {errors:?}");
            }
        }
    }

    fn sources(folder: &Path) -> Vec<(String, String)> {
        let mut found = Vec::new();
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                found.extend(sources(&path));
            } else if path.extension().is_some_and(|it| it == "rs")
                && path.file_name().unwrap() != "speech.rs"
            {
                found.push((path.display().to_string(), fs::read_to_string(&path).unwrap()));
            }
        }
        found
    }
}
