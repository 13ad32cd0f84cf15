//! Reading what the words of a search mean: »gratis robot 5. klasse viborg«.
//!
//! What is understood becomes a choice that can be seen and taken away; what is not
//! stays a word. What stands in quotes is meant as it stands.

mod phrases;
mod place;
mod price;
mod school;
mod span;
mod time;

use chrono::{DateTime, Utc};
use domain::search::{Filter, Parameter, Query};
use language::Word;

use crate::{
    copenhagen,
    ports::{SearchWord, SearchWords},
};

/// What the words of a search mean.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Understanding {
    /// The parts that mean a choice of the filter, in their order.
    pub parts: Vec<Understood>,
    /// What they ask for together.
    pub wished: Filter,
    /// What stays a word.
    pub words: SearchWords,
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
/// which has the last word where only one value is possible. Words that mean what is chosen, or
/// what is chosen otherwise, ask for nothing more: whoever ticks what the words mean finds the
/// same as before.
#[must_use]
pub fn understand(typed: &str, chosen: &Filter, now: DateTime<Utc>) -> Understanding {
    let words = language::words(typed);
    let quoted = quoted(typed, &words);
    let (words, quoted) = in_one(words, quoted);
    let today = copenhagen::day(now);
    let mut understanding = Understanding::default();
    let mut pairs: Vec<(Parameter, String)> = Vec::new();
    let settled = chosen.pairs();
    let mut has_settled = false;
    let mut as_words = typed.to_owned();
    let mut at = 0;
    while at < words.len() {
        let end = (at..words.len()).find(|n| quoted[*n]).unwrap_or(words.len());
        let rest = &words[at..end];
        let reading = [
            phrases::read(rest),
            school::read(rest),
            time::read(rest, typed, today),
            span::read(rest, typed, today),
            place::read(rest),
            price::read(rest, typed),
        ];
        let is_denied = at > 0 && NOT.contains(&words[at - 1].folded.as_str());
        let reading = reading.into_iter().flatten().max_by_key(|(n, _)| *n);
        let reading = reading.filter(|_| !is_denied);
        let reading = reading.map(|(n, means)| (n, standing(means, &pairs, &settled)));
        match reading {
            Some((n, Standing::New(means))) => {
                let (start, end) = (words[at].start, words[at + n - 1].end);
                understanding.parts.push(Understood {
                    text: typed[start..end].to_owned(),
                    pairs: means.clone(),
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
                pairs.extend(means);
                at += n;
            }
            Some((n, Standing::Settled)) => {
                has_settled = true;
                at += n;
            }
            Some((n, Standing::Words)) => {
                understanding.words.words.extend(words[at..at + n].iter().map(plain));
                at += n;
            }
            None => {
                let word = SearchWord { folded: words[at].folded.clone(), is_quoted: quoted[at] };
                understanding.words.words.push(word);
                at += 1;
            }
        }
    }
    let named: Vec<(&str, &str)> =
        pairs.iter().map(|(parameter, value)| (parameter.key(), value.as_str())).collect();
    understanding.wished = Query::parse(&named).map(|query| query.filter).unwrap_or_default();
    understanding.quoted = as_words;
    let words = &mut understanding.words.words;
    // »robotter for 5. klasse«: what is left of the sentence says nothing.
    let has_parts = has_settled || !understanding.parts.is_empty();
    let says = |word: &SearchWord| {
        let word = word.folded.as_str();
        let is_left_over = has_parts && BEFORE.contains(&word);
        !is_left_over && !EVERYTHING.contains(&word) && !language::is_stop_word(word)
    };
    if has_parts || words.iter().any(says) {
        words.retain(|word| word.is_quoted || says(word));
    }
    understanding
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

/// What becomes of words that could be understood.
enum Standing {
    /// They ask for this, which nobody has asked for yet.
    New(Vec<(Parameter, String)>),
    /// What they mean is settled.
    Settled,
    /// They stay words: they mean nothing else, or other than earlier words have said.
    Words,
}

fn standing(
    means: Vec<(Parameter, String)>,
    said: &[(Parameter, String)],
    chosen: &[(Parameter, String)],
) -> Standing {
    let other = |(parameter, value): &(Parameter, String)| {
        !parameter.may_repeat()
            && said.iter().any(|(known, was)| parameter == known && value != was)
    };
    if means.is_empty() || means.iter().any(other) {
        return Standing::Words;
    }
    let is_chosen = |(parameter, _): &(Parameter, String)| {
        !parameter.may_repeat() && chosen.iter().any(|(known, _)| parameter == known)
    };
    let is_new =
        |it: &(Parameter, String)| !said.contains(it) && !chosen.contains(it) && !is_chosen(it);
    let new: Vec<_> = means.into_iter().filter(is_new).collect();
    if new.is_empty() { Standing::Settled } else { Standing::New(new) }
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
