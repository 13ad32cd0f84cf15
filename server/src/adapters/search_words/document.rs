//! The words of a document, attribute by attribute.

use application::ports::ActivityDocument;
use language::{Word, joined, tied_runs, words};
use ui::{Locale, Speech};

use super::{Form, Lexicon, forms::add_line};

/// A part of a document, the most telling first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Attribute {
    Title,
    /// What it is and whom it is for, in the words of the vocabularies.
    Tags,
    Summary,
    /// Who does it, and where.
    Place,
    Description,
}

impl Attribute {
    pub const ALL: [Self; 5] =
        [Self::Title, Self::Tags, Self::Summary, Self::Place, Self::Description];

    /// How much a word there says about the activity, in hundredths.
    #[must_use]
    pub fn weight(self) -> u32 {
        match self {
            Self::Title => 100,
            Self::Tags => 80,
            Self::Summary => 85,
            Self::Place => 65,
            Self::Description => 55,
        }
    }
}

/// The words of a document.
#[derive(Clone, Debug, Default)]
pub struct DocumentWords {
    /// Each word in each of its forms, with its mark, a line each, some of them again and
    /// again; in the order of [`Attribute::ALL`].
    pub lines: [String; 5],
    /// Each word once, folded and as it is written; and its stem, with the word it is of.
    pub spellings: Vec<(String, String)>,
}

impl DocumentWords {
    #[must_use]
    pub fn of(document: &ActivityDocument, lexicon: &mut Lexicon) -> Self {
        let mut all = Self::default();
        for (n, attribute) in Attribute::ALL.into_iter().enumerate() {
            let text = text(document, attribute);
            let words = words(&text);
            let joins_neighbours = matches!(attribute, Attribute::Title | Attribute::Tags);
            all.lines[n] = lines(&words, joins_neighbours, lexicon);
            if attribute != Attribute::Tags {
                all.spell(&text, words, lexicon);
            }
        }
        all.spellings.sort_unstable();
        all.spellings.dedup();
        all
    }

    fn spell(&mut self, text: &str, words: Vec<Word>, lexicon: &mut Lexicon) {
        for word in words {
            let is_whole = word.folded.len() >= 2 && word.folded.chars().any(char::is_alphabetic);
            if is_whole && word.folded.len() <= 40 {
                let written = text[word.start..word.end].to_lowercase();
                // Its stem leads to it as well: »enzymer« is corrected where only »enzymet« stands.
                for stem in &lexicon.kept(&word.folded).led_by {
                    self.spellings.push((stem.clone(), written.clone()));
                }
                self.spellings.push((word.folded, written));
            }
        }
    }
}

/// The text of an attribute. Markdown's marks are no letters, so they part words and are gone.
fn text(document: &ActivityDocument, attribute: Attribute) -> String {
    let optional = |text: &Option<String>| text.clone().unwrap_or_default();
    match attribute {
        Attribute::Title => document.title.clone(),
        Attribute::Tags => tags(document),
        Attribute::Summary => document.summary.clone(),
        Attribute::Place => format!(
            "{}\n{}\n{}",
            document.partner,
            optional(&document.city),
            optional(&document.venue)
        ),
        Attribute::Description => document.description.clone(),
    }
}

/// What the vocabularies call it, in every language, a line each.
fn tags(document: &ActivityDocument) -> String {
    let mut lines: Vec<String> = Vec::new();
    for locale in Locale::ALL {
        let t = Speech::of(locale);
        let mut say = |vocabulary: &str, key: &str| lines.push(t.word(vocabulary, key).to_owned());
        document.topics.iter().for_each(|it| say("topic", it.key()));
        say("kind", document.kind.key());
        document.audience.iter().for_each(|it| say("audience", it.key()));
        say("format", document.format.key());
        let grades = document.levels.iter().filter(|it| it.grade().is_none());
        grades.for_each(|it| say("level", it.key()));
        lines.push(t.language(document.language));
        let mut phases: Vec<_> = document.levels.iter().map(|level| level.phase()).collect();
        phases.dedup();
        lines.extend(phases.into_iter().map(|phase| t.people(phase).to_owned()));
        if document.girls_focus {
            lines.push(t.say("filter-girls").to_owned());
        }
    }
    lines.extend(document.campaign.clone());
    lines.join("\n")
}

fn lines(words: &[Word], joins_neighbours: bool, lexicon: &mut Lexicon) -> String {
    let mut lines = String::new();
    for word in words {
        lines += &lexicon.kept(&word.folded).lines;
    }
    for whole in tied_runs(words).map(joined).filter(|whole| whole.len() <= LONGEST_JOINED) {
        add_line(&mut lines, Form::Exact, &whole);
        lines += &lexicon.kept(&whole).stem_lines;
    }
    if joins_neighbours {
        for pair in words.windows(2).filter(|pair| !pair[1].is_tied) {
            add_line(&mut lines, Form::Exact, &joined(pair));
        }
    }
    lines
}

/// What hangs together in more letters is no word, in bytes.
const LONGEST_JOINED: usize = 60;
