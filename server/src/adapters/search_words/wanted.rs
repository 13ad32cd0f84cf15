//! The words of a search, each with everything that will do for it.

use application::ports::{SearchWord, SearchWords};
use language::{Synonyms, Tongue, joined, split, stem, words};

use super::{Form, Forms};

/// Something that will do: a word in one form, and how sure it is that it is meant, in hundredths.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    pub text: String,
    pub worth: u32,
}

impl Key {
    /// From this worth on it is the word itself or another ending of it.
    pub const SURE: u32 = STEM;

    /// Whether it is spelled like what was typed only without its accents.
    #[must_use]
    pub fn is_bare(&self) -> bool {
        self.worth == BARE
    }
}

/// Things of which one is enough.
pub type Group = Vec<Key>;

/// A way to meet a word: every group of it must be met, by anything in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    pub groups: Vec<Group>,
    /// How sure it is that this is meant, in hundredths.
    pub worth: u32,
}

/// One word of a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    pub word: SearchWord,
    pub alternatives: Vec<Alternative>,
    /// Whether it may be the beginning of a longer word.
    pub is_unfinished: bool,
}

impl Wanted {
    /// Whether it may be corrected: what is in quotes or still being typed is not.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !self.word.is_quoted && !self.is_unfinished
    }

    /// Exactly the word.
    #[must_use]
    pub fn exactly(&self) -> Vec<Alternative> {
        exactly(&self.word.folded)
    }

    /// The word in whatever form, and what it leads to; without what is only spelled like it
    /// when accents are left out, or holds it as a part.
    #[must_use]
    pub fn surely(&self) -> Vec<Alternative> {
        let sure = self.alternatives.iter().map(|it| {
            let alone = it.groups.len() == 1;
            let is_weak = |key: &&Key| key.worth < Key::SURE && (alone || key.is_bare());
            let groups = it.groups.iter();
            let groups =
                groups.map(|group| group.iter().filter(|key| !is_weak(key)).cloned().collect());
            Alternative { groups: groups.collect(), worth: it.worth }
        });
        sure.collect()
    }
}

/// More synonyms of a term than help.
const MOST_SYNONYMS: usize = 12;

const EXACT: u32 = 100;
const STEM: u32 = 96;
const BARE: u32 = 90;
const PART: u32 = 82;
const JOINED: u32 = 97;
const APART: u32 = 85;
const SYNONYM: u32 = 78;

/// The words of a search with everything that will do for each. Words that say nothing,
/// such as »og«, are left out where others are left.
#[must_use]
pub fn wanted(search: &SearchWords, synonyms: &Synonyms) -> Vec<Wanted> {
    let typed: Vec<&SearchWord> = search.words.iter().take(SearchWords::MOST).collect();
    let says = |word: &SearchWord| word.is_quoted || !language::is_stop_word(&word.folded);
    let any_says = typed.iter().any(|word| says(word));
    let last = typed.len().saturating_sub(1);
    let mut wanted: Vec<Wanted> = typed
        .iter()
        .enumerate()
        .map(|(n, word)| Wanted {
            word: (*word).clone(),
            alternatives: alternatives(word),
            is_unfinished: search.is_typing && n == last,
        })
        .collect();
    lead_to_synonyms(&typed, synonyms, &mut wanted);
    write_in_one(&typed, synonyms, &mut wanted);
    put_spaces_right(&typed, synonyms, &mut wanted);
    if any_says {
        wanted.retain(|it| says(&it.word) || it.is_unfinished);
    }
    wanted
}

fn exactly(word: &str) -> Vec<Alternative> {
    let key = Key { text: Form::Exact.of(word), worth: EXACT };
    vec![Alternative { groups: vec![vec![key]], worth: 100 }]
}

/// What will do for a word by itself.
fn alternatives(word: &SearchWord) -> Vec<Alternative> {
    if word.is_quoted {
        return exactly(&word.folded);
    }
    let mut alternatives = vec![Alternative { groups: vec![group(&word.folded)], worth: 100 }];
    let parts = split(&word.folded);
    if parts.len() > 1 {
        let groups = parts.iter().map(|part| group(&part.folded)).collect();
        alternatives.push(Alternative { groups, worth: APART });
    }
    alternatives
}

/// Every form of a word.
fn group(word: &str) -> Group {
    let forms = Forms::of(word);
    let mut group = vec![Key { text: Form::Exact.of(word), worth: EXACT }];
    for stem in &forms.stems {
        group.push(Key { text: Form::Stem.of(stem), worth: STEM });
    }
    let bare = forms.bare.as_deref().unwrap_or(word);
    group.push(Key { text: Form::Bare.of(bare), worth: BARE });
    if forms.bare.is_some() {
        group.push(Key { text: Form::Exact.of(bare), worth: BARE });
    }
    // Short stems are parts of too much: »is« of »isbjerg« is right, »ed« of anything is not.
    if word.chars().count() > 2 {
        group.push(Key { text: Form::Part.of(&stem(word, Tongue::Danish)), worth: PART });
    }
    group
}

/// A term of several words meets each of them.
fn lead_to_synonyms(typed: &[&SearchWord], synonyms: &Synonyms, wanted: &mut [Wanted]) {
    let text: Vec<&str> = typed.iter().map(|word| word.folded.as_str()).collect();
    let words = words(&text.join(" "));
    if words.len() != typed.len() {
        return;
    }
    for meant in synonyms.meant_by(&words) {
        if typed[meant.words.clone()].iter().any(|word| word.is_quoted) {
            continue;
        }
        for term in meant.also.iter().take(MOST_SYNONYMS) {
            for word in &mut wanted[meant.words.clone()] {
                word.alternatives.push(term_with(term, SYNONYM));
            }
        }
    }
}

/// All words of a term.
fn term_with(term: &[String], worth: u32) -> Alternative {
    Alternative { groups: term.iter().map(|word| group(word)).collect(), worth }
}

/// »houro f code« and »gamejam« are terms with their spaces elsewhere.
fn put_spaces_right(typed: &[&SearchWord], synonyms: &Synonyms, wanted: &mut [Wanted]) {
    for start in 0..typed.len() {
        let most = (synonyms.longest() + 1).min(typed.len() - start);
        for end in (start + 1..=start + most).rev() {
            let run = &typed[start..end];
            let letters: String = run.iter().map(|word| word.folded.as_str()).collect();
            let Some(term) = synonyms.written_with(&letters) else { continue };
            let is_same = run.iter().map(|word| &word.folded).eq(term);
            if is_same || run.iter().any(|word| word.is_quoted) {
                continue;
            }
            let also = synonyms.of(&term.join(" ")).iter().take(MOST_SYNONYMS);
            let also = also.map(|term| term_with(term, SYNONYM));
            let all: Vec<Alternative> = also.chain([term_with(term, JOINED)]).collect();
            for word in &mut wanted[start..end] {
                word.alternatives.extend(all.iter().cloned());
            }
        }
    }
}

/// »varme pumpe« is »varmepumpe« too, and leads to what that leads to.
fn write_in_one(typed: &[&SearchWord], synonyms: &Synonyms, wanted: &mut [Wanted]) {
    for n in 1..typed.len() {
        if typed[n - 1].is_quoted || typed[n].is_quoted {
            continue;
        }
        let pair = format!("{} {}", typed[n - 1].folded, typed[n].folded);
        let whole = joined(&words(&pair));
        let mut group = group(&whole);
        group.retain(|key| !key.text.starts_with(Form::Part.mark()));
        for word in &mut wanted[n - 1..=n] {
            word.alternatives.push(Alternative { groups: vec![group.clone()], worth: JOINED });
            for term in synonyms.of(&whole).iter().take(MOST_SYNONYMS) {
                word.alternatives.push(term_with(term, SYNONYM));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> SearchWords {
        let words = words(text)
            .into_iter()
            .map(|word| SearchWord { folded: word.folded, is_quoted: false })
            .collect();
        SearchWords { words, is_typing: false }
    }

    fn will_do(wanted: &Wanted, text: &str) -> bool {
        let mut groups = wanted.alternatives.iter().filter(|it| it.groups.len() == 1);
        groups.any(|it| it.groups[0].iter().any(|key| key.text == text))
    }

    #[test]
    fn a_word_is_met_by_its_forms_and_by_what_leads_to_it() {
        let wanted = wanted(&typed("robotter"), Synonyms::standard());
        for text in ["=robotter", "~robot", "+robot"] {
            assert!(will_do(&wanted[0], text), "{text}: {wanted:?}");
        }
    }

    #[test]
    fn words_written_apart_are_met_by_the_word_in_one() {
        let wanted = wanted(&typed("varme pumpe"), Synonyms::standard());
        assert!(wanted.iter().all(|it| will_do(it, "=varmepumpe")), "{wanted:?}");
    }

    #[test]
    fn a_term_is_met_wherever_its_spaces_are() {
        let wanted = wanted(&typed("firs tlego league"), Synonyms::standard());
        let is_term = |it: &Alternative| {
            it.groups.len() == 3 && it.groups[1].iter().any(|key| key.text == "=lego")
        };
        assert!(wanted.iter().all(|it| it.alternatives.iter().any(is_term)), "{wanted:?}");
    }

    #[test]
    fn words_written_apart_lead_to_what_the_word_in_one_leads_to() {
        let wanted = wanted(&typed("rum fart"), Synonyms::standard());
        assert!(wanted.iter().all(|it| will_do(it, "=rumforskning")), "{wanted:?}");
    }

    #[test]
    fn a_word_in_quotes_is_met_by_itself_alone() {
        let mut typed = typed("robotter");
        typed.words[0].is_quoted = true;
        let wanted = wanted(&typed, Synonyms::standard());
        assert_eq!(wanted[0].alternatives.len(), 1);
        assert_eq!(
            wanted[0].alternatives[0].groups,
            [[Key { text: "=robotter".into(), worth: 100 }]]
        );
    }

    #[test]
    fn words_that_say_nothing_never_empty_a_search() {
        assert_eq!(wanted(&typed("kemi i køkkenet"), Synonyms::standard()).len(), 2);
        assert_eq!(wanted(&typed("og i på"), Synonyms::standard()).len(), 3);
    }
}
