//! The forms in which a word is kept and looked for.

use language::{Tongue, bare, is_stop_word, split, stem};
use rustc_hash::FxHashMap;

/// A form of a word. Each is kept under a mark of its own, so that an exact word is told
/// from a stem that happens to be spelled like it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// As it is written, folded.
    Exact,
    /// What other endings have in common with it.
    Stem,
    /// The stem of a part of it: »robot« of »robotværksted«.
    Part,
    /// As it is written without Danish keys.
    Bare,
}

impl Form {
    /// The mark in front of the words of this form.
    #[must_use]
    pub fn mark(self) -> char {
        match self {
            Self::Exact => '=',
            Self::Stem => '~',
            Self::Part => '+',
            Self::Bare => '-',
        }
    }

    /// The word as it is kept in this form.
    #[must_use]
    pub fn of(self, word: &str) -> String {
        format!("{}{word}", self.mark())
    }
}

/// The forms of one word, without those that are spelled like a form before them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Forms {
    /// The Danish stem, and the English one where it is another.
    pub stems: Vec<String>,
    /// The stems of its parts, where it is a compound.
    pub parts: Vec<String>,
    pub bare: Option<String>,
}

/// The longest word that is looked into, in bytes; what is longer is no word.
const LONGEST: usize = 80;

impl Forms {
    /// The forms of a folded word.
    #[must_use]
    pub fn of(word: &str) -> Self {
        if word.len() > LONGEST {
            return Self::default();
        }
        let bare = Some(bare(word)).filter(|bare| bare != word);
        if is_stop_word(word) {
            return Self { bare, ..Self::default() };
        }
        let mut stems = vec![stem(word, Tongue::Danish)];
        let english = stem(word, Tongue::English);
        if english != stems[0] {
            stems.push(english);
        }
        let mut parts = Vec::new();
        add_parts(word, &mut parts, 0);
        Self { stems, parts, bare }
    }
}

/// A part can be a compound itself: »folkeskole« in »folkeskoleklasse«.
fn add_parts(word: &str, parts: &mut Vec<String>, depth: u8) {
    let found = split(word);
    if found.len() < 2 || depth > 2 {
        return;
    }
    for part in found {
        let stem = stem(&part.folded, Tongue::Danish);
        if !parts.contains(&stem) {
            parts.push(stem);
        }
        add_parts(&part.folded, parts, depth + 1);
    }
}

/// What a word is kept as.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    /// The word in each of its forms, with its mark, a line each.
    pub lines: String,
    /// What the word can be led to by: its stems that are other and not too short.
    pub led_by: Vec<String>,
    /// Its stems, with their mark, a line each.
    pub stem_lines: String,
}

impl Kept {
    fn of(word: &str) -> Self {
        let forms = Forms::of(word);
        let mut kept = Self::default();
        for stem in &forms.stems {
            add_line(&mut kept.stem_lines, Form::Stem, stem);
        }
        add_line(&mut kept.lines, Form::Exact, word);
        kept.lines += &kept.stem_lines;
        forms.parts.iter().for_each(|part| add_line(&mut kept.lines, Form::Part, part));
        forms.bare.iter().for_each(|bare| add_line(&mut kept.lines, Form::Bare, bare));
        let leads = |stem: &String| stem != word && stem.len() > 3;
        kept.led_by = forms.stems.into_iter().filter(leads).collect();
        kept
    }
}

/// Adds a word in a form as a line.
pub fn add_line(lines: &mut String, form: Form, word: &str) {
    lines.push(form.mark());
    lines.push_str(word);
    lines.push('\n');
}

/// What the words met so far are kept as: texts use the same words again and again.
#[derive(Default)]
pub struct Lexicon(FxHashMap<String, Kept>);

impl Lexicon {
    /// How many words are remembered.
    const MOST: usize = 100_000;

    /// What a folded word is kept as.
    pub fn kept(&mut self, word: &str) -> &Kept {
        if !self.0.contains_key(word) {
            if self.0.len() >= Self::MOST {
                self.0.clear();
            }
            self.0.insert(word.to_owned(), Kept::of(word));
        }
        &self.0[word]
    }
}
