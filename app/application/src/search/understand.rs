//! Reading what the words of a search mean: »gratis robot 5. klasse viborg«.
//!
//! What is understood becomes a choice that can be seen and taken away; what is not
//! stays a word. What stands in quotes is meant as it stands.

mod phrases;
mod place;
mod price;
mod school;
mod span;
mod standing;
mod time;
mod weeks;

use chrono::{DateTime, Utc};
use domain::search::{Filter, Parameter};
use language::Word;

use self::standing::{Standing, standing};
use crate::{
    copenhagen,
    ports::{SearchWord, SearchWords},
};

/// What the words of a search mean.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Understanding {
    /// The parts that mean a choice of the filter, in their order.
    pub parts: Vec<Understood>,
    /// The parts that mean other than what is chosen: that counts, and they do not.
    pub overruled: Vec<Overruled>,
    /// The parts that say what is not wanted, as they were typed: no choice of the filter says
    /// that, and to look for their words would find the very opposite.
    pub denied: Vec<String>,
    /// What the parts ask for together.
    pub wished: Filter,
    /// What stays a word.
    pub words: SearchWords,
    /// How many words behind those were left out, since they were too many.
    pub left_out: usize,
    /// The search with every part in quotes, so that all of it is looked for as words.
    pub quoted: String,
}

/// A part of a search that means a choice of the filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Understood {
    /// As it was typed.
    pub text: String,
    /// What it means: the parameters of an address that say the same.
    pub pairs: Vec<(Parameter, String)>,
    /// The search without this part.
    pub without: String,
    /// The search with this part in quotes, so that it is looked for as words.
    pub quoted: String,
}

/// A part of a search that means other than what is chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overruled {
    /// As it was typed.
    pub text: String,
    /// What is chosen instead: without these choices, the part would count.
    pub by: Vec<(Parameter, String)>,
}

/// What a rule makes of the words before it: how many it reads, and what they mean.
type Reading = (usize, Vec<(Parameter, String)>);

/// Words that stand in front of something that is understood and add nothing to it.
const BEFORE: &[&str] = &["for", "til", "i", "paa", "med", "in", "on", "with"];

/// Words that turn what follows into its opposite, which no choice of the filter is.
const NOT: &[&str] = &["ikke", "ej", "not"];

/// What everything here is: such words tell nothing apart.
const EVERYTHING: &[&str] = &[
    "aktivitet",
    "aktiviteten",
    "aktiviteter",
    "aktiviteterne",
    "arrangement",
    "arrangementer",
    "begivenhed",
    "begivenheder",
    "forloeb",
    "noget",
    "oplevelse",
    "oplevelser",
    "tilbud",
    "ting",
    "undervisning",
    "undervisningen",
    "undervisningsforloeb",
    "activities",
    "activity",
    "event",
    "events",
    "something",
    "stuff",
    "things",
];

/// Reads `typed` as it is meant at `now`; `chosen` is what the filter asks for already,
/// which has the last word where only one value is possible. Words that mean what is chosen ask
/// for nothing more: whoever ticks what the words mean finds the same as before. All parts can be
/// met together with what is chosen.
#[must_use]
pub fn understand(typed: &str, chosen: &Filter, now: DateTime<Utc>) -> Understanding {
    let words = language::words(typed);
    let quoted = quoted(typed, &words);
    let (words, quoted) = in_one(words, quoted);
    let today = copenhagen::day(now);
    let mut understanding = Understanding::default();
    let mut said: Vec<(Parameter, String)> = Vec::new();
    let mut wished: Vec<(Parameter, String)> = Vec::new();
    let chosen = chosen.pairs();
    let mut is_understood = false;
    let mut as_words = typed.to_owned();
    let mut at = 0;
    while at < words.len() {
        let end = (at..words.len()).find(|n| quoted[*n]).unwrap_or(words.len());
        let rest = &words[at..end];
        let reading = [
            phrases::read(rest),
            school::read(rest, typed),
            weeks::read(rest, typed, today),
            time::read(rest, typed, today),
            span::read(rest, typed, today),
            place::read(rest),
            price::read(rest, typed),
        ];
        let reading = reading.into_iter().flatten().max_by_key(|(n, _)| *n);
        let Some((n, means)) = reading else {
            let word = SearchWord { folded: words[at].folded.clone(), is_quoted: quoted[at] };
            understanding.words.words.push(word);
            at += 1;
            continue;
        };
        let (start, end) = (words[at].start, words[at + n - 1].end);
        let not = at.checked_sub(1).filter(|n| !quoted[*n]).map(|n| &words[n]);
        let not = not.filter(|word| NOT.contains(&word.folded.as_str()));
        let near = means.iter().find(|(parameter, _)| *parameter == Parameter::Near).cloned();
        match (not, standing(means, &said, &chosen)) {
            (_, Standing::Words) => {
                understanding.words.words.extend(words[at..at + n].iter().map(plain));
            }
            (Some(not), Standing::Choice { .. }) => {
                understanding.words.words.pop();
                understanding.denied.push(typed[not.start..end].to_owned());
                is_understood = true;
            }
            (None, Standing::Choice { new, by }) => {
                let text = typed[start..end].to_owned();
                if !by.is_empty() {
                    understanding.overruled.push(Overruled { text: text.clone(), by });
                }
                if !new.is_empty() {
                    understanding.parts.push(Understood {
                        text,
                        pairs: new.clone(),
                        without: tidy(&format!("{} {}", &typed[..start], &typed[end..])),
                        quoted: tidy(&format!(
                            "{} \"{}\" {}",
                            &typed[..start],
                            &typed[start..end],
                            &typed[end..]
                        )),
                    });
                    // Marks stand before this part only where they stand around those before it.
                    let shift = as_words.len() - typed.len();
                    as_words.insert(end + shift, '"');
                    as_words.insert(start + shift, '"');
                }
                if new.iter().any(|(parameter, _)| *parameter == Parameter::WithinKm) {
                    // How near is nothing without the place, chosen though that is.
                    wished.extend(near);
                }
                said.extend(new);
                is_understood = true;
            }
        }
        at += n;
    }
    wished.extend(said);
    understanding.wished = Filter::of(wished);
    understanding.quoted = as_words;
    let words = &mut understanding.words.words;
    leave_out_what_says_nothing(words, is_understood);
    understanding.left_out = words.len().saturating_sub(SearchWords::MOST);
    words.truncate(SearchWords::MOST);
    understanding
}

/// »robotter for 5. klasse«: what is left of the sentence says nothing.
fn leave_out_what_says_nothing(words: &mut Vec<SearchWord>, is_understood: bool) {
    let says = |word: &SearchWord| {
        let word = word.folded.as_str();
        let is_left_over = is_understood && BEFORE.contains(&word);
        !is_left_over && !EVERYTHING.contains(&word) && !language::is_stop_word(word)
    };
    if is_understood || words.iter().any(says) {
        words.retain(|word| word.is_quoted || says(word));
    }
}

/// In one, what tells nothing apart by itself, with the word that it was written apart from:
/// »undervisnings forløb«.
fn in_one(words: Vec<Word>, quoted: Vec<bool>) -> (Vec<Word>, Vec<bool>) {
    let mut joined: Vec<Word> = Vec::with_capacity(words.len());
    let mut still_quoted: Vec<bool> = Vec::with_capacity(words.len());
    for (word, is_quoted) in words.into_iter().zip(quoted) {
        match joined.last_mut() {
            Some(last)
                if !is_quoted
                    && EVERYTHING.contains(&word.folded.as_str())
                    && still_quoted.last() == Some(&false)
                    && language::is_written_apart(&last.folded, &word.folded) =>
            {
                last.folded += &word.folded;
                last.end = word.end;
            }
            _ => {
                joined.push(word);
                still_quoted.push(is_quoted);
            }
        }
    }
    (joined, still_quoted)
}

fn plain(word: &Word) -> SearchWord {
    SearchWord { folded: word.folded.clone(), is_quoted: false }
}

fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Which words stand in quotes.
fn quoted(typed: &str, words: &[Word]) -> Vec<bool> {
    let marks: Vec<usize> = typed
        .char_indices()
        .filter(|(_, c)| matches!(c, '"' | '“' | '”' | '»' | '«'))
        .map(|(at, _)| at)
        .collect();
    let is_within = |word: &Word| {
        let pair = marks.chunks_exact(2);
        pair.into_iter().any(|pair| pair[0] < word.start && word.end <= pair[1])
    };
    words.iter().map(is_within).collect()
}

#[cfg(test)]
mod tests;
