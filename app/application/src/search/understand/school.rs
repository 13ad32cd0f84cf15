//! Grades, ages and how many come.

use domain::{
    catalogue::{AgeRange, GroupSize},
    search::Parameter,
};
use language::Word;

use super::{Reading, span::is_dash};

const GRADE: &[&str] =
    &["klasse", "klasser", "klassen", "klassetrin", "kl", "klasses", "grade", "grades", "graders"];
/// What grades in figures may stand behind.
const GRADE_BEFORE: &[&str] = &["klasse", "klasser", "klassetrin", "grade", "grades"];
const YEARS: &[&str] = &["aar", "aars", "aarig", "aarige", "aariges", "years", "year"];
/// What numbers in front of them count.
const COUNTED: [&[&str]; 3] = [GRADE, YEARS, PEOPLE];
/// Words between the ends of a span.
const BETWEEN: &[&str] = &["til", "og", "eller", "to", "and"];
/// Words in front of a span, which say nothing without one.
const SPAN_BEFORE: &[&str] = &["mellem", "between"];
pub(super) const PEOPLE: &[&str] = &[
    "elever",
    "boern",
    "personer",
    "deltagere",
    "unge",
    "studerende",
    "laerere",
    "pupils",
    "students",
    "children",
    "people",
    "kids",
];

/// `typed` is the text that the words stand in.
pub(super) fn read(words: &[Word], typed: &str) -> Option<Reading> {
    grades(words, typed).or_else(|| age(words)).or_else(|| people(words))
}

/// Whether a number in front of this word counts what it names.
pub(super) fn is_counted(word: Option<&Word>) -> bool {
    COUNTED.iter().any(|list| is_one_of(word, list))
}

fn is_one_of(word: Option<&Word>, list: &[&str]) -> bool {
    word.is_some_and(|word| list.contains(&word.folded.as_str()))
}

/// A number, also with an English ending: »5«, »5th«.
pub(super) fn number(word: Option<&Word>) -> Option<u16> {
    let word = word?.folded.as_str();
    let digits = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let ending = &word[digits.len()..];
    (digits.len() <= 3 && ["", "st", "nd", "rd", "th"].contains(&ending))
        .then(|| digits.parse().ok())
        .flatten()
}

/// Grades in words.
const ORDINALS: [&[&str]; 10] = [
    &["foerste", "first"],
    &["anden", "second"],
    &["tredje", "third"],
    &["fjerde", "fourth"],
    &["femte", "fifth"],
    &["sjette", "sixth"],
    &["syvende", "seventh"],
    &["ottende", "eighth"],
    &["niende", "ninth"],
    &["tiende", "tenth"],
];

/// A grade, in digits or in words: »5«, »femte«.
fn grade(word: Option<&Word>) -> Option<u16> {
    let in_words = ORDINALS.iter().position(|it| is_one_of(word, it));
    let in_words = in_words.and_then(|n| u16::try_from(n + 1).ok());
    in_words.or_else(|| number(word).filter(|n| *n <= 10))
}

/// »5. klasse«, »femte klasse«, »4.-6. klasse«, »mellem 4. og 6. klasse«, »klasse 5«, »grades 4-6«.
fn grades(words: &[Word], typed: &str) -> Option<Reading> {
    let levels = |n: usize, first: u16, last: u16| {
        let span = first..=last.max(first);
        Some((n, span.map(|n| (Parameter::Level, format!("grade-{n}"))).collect()))
    };
    if is_one_of(words.first(), GRADE_BEFORE)
        && let Some(first) = grade(words.get(1))
        && !is_one_of(words.get(2), PEOPLE)
    {
        let joined = is_one_of(words.get(2), BETWEEN);
        let is_span = joined || is_dash(words, 2, typed);
        let end = 3 + usize::from(joined);
        let last = grade(words.get(end - 1)).filter(|last| *last > first && is_span);
        // »klasse 5 og 10 elever«
        return match last.filter(|_| !is_counted(words.get(end))) {
            Some(last) => levels(end, first, last),
            None => levels(2, first, first),
        };
    }
    let skipped = usize::from(is_one_of(words.first(), SPAN_BEFORE));
    let first = grade(words.get(skipped))?;
    if skipped == 0 && is_one_of(words.get(1), GRADE) {
        return levels(2, first, first);
    }
    let at = skipped + 1 + usize::from(is_one_of(words.get(skipped + 1), BETWEEN));
    let last = grade(words.get(at))?;
    is_one_of(words.get(at + 1), GRADE).then(|| levels(at + 2, first, last)).flatten()
}

/// »12 år«, »12-årige«, »for 12 year old«, »10-12 år«, »mellem 10 og 12 år«: of a span, its middle.
fn age(words: &[Word]) -> Option<Reading> {
    let is_span = is_one_of(words.first(), SPAN_BEFORE);
    let skipped = usize::from(is_span || is_one_of(words.first(), &["for", "fra", "til"]));
    let rest = &words[skipped..];
    let age = |word: Option<&Word>| number(word).filter(|n| *n <= u16::from(AgeRange::OLDEST));
    let first = age(rest.first())?;
    let between = usize::from(is_one_of(rest.get(1), BETWEEN));
    let (age, mut n) = match age(rest.get(1 + between)) {
        Some(last) if last >= first => (u16::midpoint(first, last), 2 + between),
        _ if is_span => return None,
        _ => (first, 1),
    };
    if !is_one_of(rest.get(n), YEARS) {
        return None;
    }
    n += 1;
    if is_one_of(rest.get(n), &["old", "olds", "gammel", "gamle"]) {
        n += 1;
    }
    Some((skipped + n, vec![(Parameter::Age, age.to_string())]))
}

/// »for 24 elever«, »24 elever«, »klasse på 24«, »class of 24«, »vi er 24«.
fn people(words: &[Word]) -> Option<Reading> {
    let seats = |n: usize, seats: Option<u16>| {
        let seats = seats.filter(|seats| (1..=GroupSize::LARGEST).contains(seats))?;
        Some((n, vec![(Parameter::Seats, seats.to_string())]))
    };
    if is_one_of(words.first(), &["klasse", "gruppe", "class", "group", "hold"])
        && is_one_of(words.get(1), &["paa", "of", "med"])
        && let found @ Some(_) = seats(3, number(words.get(2)))
    {
        return if is_one_of(words.get(3), PEOPLE) {
            seats(4, number(words.get(2)))
        } else {
            found
        };
    }
    if (is_one_of(words.first(), &["vi"]) && is_one_of(words.get(1), &["er"]))
        || (is_one_of(words.first(), &["we"]) && is_one_of(words.get(1), &["are"]))
    {
        let n = 3 + usize::from(is_one_of(words.get(3), PEOPLE));
        return seats(n, number(words.get(2)));
    }
    let skipped = usize::from(is_one_of(words.first(), &["for", "til", "plads"]));
    let n = number(words.get(skipped));
    is_one_of(words.get(skipped + 1), PEOPLE).then(|| seats(skipped + 2, n)).flatten()
}
