//! Reading what the words of a search mean: »gratis robot 5. klasse viborg«.
//!
//! What is understood becomes a choice that can be seen and taken away; what is not
//! stays a word. What stands in quotes is meant as it stands.

mod phrases;
mod place;
mod school;
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
    let mut at = 0;
    while at < words.len() {
        let end = (at..words.len()).find(|n| quoted[*n]).unwrap_or(words.len());
        let rest = &words[at..end];
        let reading =
            [phrases::read(rest), school::read(rest), time::read(rest, today), place::read(rest)];
        let reading = reading.into_iter().flatten().max_by_key(|(n, _)| *n);
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
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(typed: &str) -> Understanding {
        let now = DateTime::parse_from_rfc3339("2026-11-24T12:00:00Z").unwrap().to_utc();
        understand(typed, &Filter::default(), now)
    }

    /// What stays a word, and what is asked for.
    #[track_caller]
    fn means(typed: &str, words: &str, address: &str) {
        let understood = read(typed);
        let left: Vec<&str> =
            understood.words.words.iter().map(|word| word.folded.as_str()).collect();
        let pairs = understood.wished.pairs();
        let pairs: Vec<String> =
            pairs.iter().map(|(parameter, value)| format!("{parameter}={value}")).collect();
        assert_eq!(
            (left.join(" "), pairs.join("&")),
            (words.to_owned(), address.to_owned()),
            "{typed}"
        );
    }

    #[test]
    fn a_teachers_question_is_understood() {
        means("gratis robot 5. klasse viborg", "robot", "level=grade-5&free=true&near=viborg");
        means("noget med robotter for 24 elever", "robotter", "seats=24");
        means("aktiviteter", "aktiviteter", "");
        means("aktiviteter i marts", "", "from=2027-03-01&to=2027-03-31");
        means("programmering 4 klasse", "programmering", "level=grade-4");
        means("kemi 7.-9. klasse", "kemi", "level=grade-7&level=grade-8&level=grade-9");
        means(
            "robot udksolingen",
            "robot",
            "level=grade-7&level=grade-8&level=grade-9&level=grade-10",
        );
        means("ai kursus for lærere", "ai kursus", "audience=teachers");
    }

    #[test]
    fn ages_and_formats_and_girls_are_understood() {
        means("12 år", "", "age=12");
        means("camp for 12-årige piger", "camp", "age=12&girls=true");
        means("online robotter", "robotter", "format=online");
        means("girls day aalborg", "girls day", "near=aalborg");
        means("quantum computing english", "quantum computing", "language=en");
    }

    #[test]
    fn times_are_those_that_come_next() {
        means("uge 42", "", "week=2027-W42");
        means("robot i uge 7", "robot", "week=2027-W07");
        means("week 7 2028", "", "week=2028-W07");
        means("næste uge", "", "week=2026-W49");
        means("robot i marts", "robot", "from=2027-03-01&to=2027-03-31");
        means("robot i november", "robot", "from=2026-11-01&to=2026-11-30");
        means("næste weekend", "", "from=2026-12-05&to=2026-12-06");
        means("i weekenden", "", "from=2026-11-28&to=2026-11-29");
        means("kodecamp vinterferie", "kodecamp", "from=2027-02-13&to=2027-02-28");
        means("efterårsferien", "", "from=2027-10-16&to=2027-10-24");
        means("efterarsferie", "", "from=2027-10-16&to=2027-10-24");
    }

    #[test]
    fn places_are_understood() {
        means("nær 8800", "", "near=8800");
        means("robot 8800", "robot", "near=8800");
        means("fossiler på mors", "fossiler", "near=mors");
        means("inden for 15 km af Århus", "", "near=aarhus&within_km=15");
        means("robotter i midtjylland", "robotter", "region=midtjylland");
        means("koebenhavn", "", "near=koebenhavn");
    }

    #[test]
    fn a_town_with_the_name_of_a_thing_must_be_introduced() {
        means("skive", "skive", "");
        means("kursus i skive", "kursus", "near=skive");
    }

    #[test]
    fn what_stands_in_quotes_is_meant_as_it_stands() {
        means("\"gratis\" robot", "gratis robot", "");
        assert!(read("\"gratis\" robot").words.words[0].is_quoted);
        means("»viborg« gratis", "viborg", "free=true");
    }

    #[test]
    fn a_part_can_be_taken_away_or_meant_as_words() {
        let parts = read("gratis robot 5. klasse").parts;
        assert_eq!((parts[0].text.as_str(), parts[1].text.as_str()), ("gratis", "5. klasse"));
        assert_eq!(parts[1].without, "gratis robot");
        assert_eq!(parts[1].quoted, "gratis robot \"5. klasse\"");
        assert!(read(&parts[1].quoted).parts.iter().all(|part| part.text != "5. klasse"));
    }

    #[test]
    fn a_choice_that_is_made_is_not_made_twice() {
        let now = DateTime::parse_from_rfc3339("2026-11-24T12:00:00Z").unwrap().to_utc();
        let chosen = Query::parse(&[("age", "9")]).unwrap().filter;
        let understood = understand("robot 12 år", &chosen, now);
        assert_eq!(understood.wished, Filter::default());
        assert_eq!(understood.words.words.len(), 1, "nobody looks for »12« and »år« as words");
    }

    #[test]
    fn to_choose_what_the_words_mean_changes_nothing() {
        let now = DateTime::parse_from_rfc3339("2026-11-24T12:00:00Z").unwrap().to_utc();
        for typed in [
            "gratis robot 5. klasse viborg",
            "robot midtjylland",
            "kemi 12 år",
            "kode uge 42",
            "kode i marts",
            "for 24 elever kode",
            "inden for 15 km af Århus",
            "gratis gratis robot",
            "kemi 7.-9. klasse",
            "noget online for lærere",
        ] {
            let first = understand(typed, &Filter::default(), now);
            let second = understand(typed, &first.wished, now);
            assert_eq!(second.words, first.words, "{typed}");
            assert_eq!((second.parts.len(), second.wished), (0, Filter::default()), "{typed}");
        }
    }

    #[test]
    fn of_what_the_words_mean_only_the_rest_is_asked_for() {
        let now = DateTime::parse_from_rfc3339("2026-11-24T12:00:00Z").unwrap().to_utc();
        let chosen = Query::parse(&[("level", "grade-8")]).unwrap().filter;
        let understood = understand("kemi 7.-9. klasse", &chosen, now);
        let pairs: Vec<String> = understood.wished.pairs().into_iter().map(|it| it.1).collect();
        assert_eq!(pairs, ["grade-7", "grade-9"]);
    }

    #[test]
    fn a_compound_that_was_written_apart_is_one_word() {
        means("undervisnings forløb", "undervisningsforloeb", "");
        means("ungdoms skole", "ungdoms skole", "");
        means("robot forløb", "robot", "");
        means("\"undervisnings\" forløb", "undervisnings", "");
    }

    #[test]
    fn what_is_no_number_of_the_field_stays_a_word() {
        means("3d print", "3d print", "");
        means("klasse 5b", "klasse 5b", "");
        means("99999 elever", "99999 elever", "");
        means("uge 60", "uge 60", "");
    }

    proptest! {
        #[test]
        fn nothing_that_is_typed_makes_it_stumble(typed in "[a-zæøå0-9 .\"»-]{0,40}") {
            let understood = read(&typed);
            for part in understood.parts {
                prop_assert!(typed.contains(&part.text));
            }
        }

        #[test]
        fn no_letter_of_any_script_makes_it_stumble(typed in any::<String>()) {
            let _ = read(&typed);
        }
    }
}
