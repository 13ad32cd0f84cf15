//! Grades, ages and how many come.

use domain::{
    catalogue::{AgeRange, GroupSize},
    search::Parameter,
};
use language::Word;

use super::Reading;

const GRADE: &[&str] =
    &["klasse", "klasser", "klassen", "klassetrin", "kl", "klasses", "grade", "graders"];
const YEARS: &[&str] = &["aar", "aars", "aarig", "aarige", "aariges", "years", "year"];
/// What numbers in front of them count.
pub(super) const COUNTED: [&[&str]; 3] = [GRADE, YEARS, PEOPLE];
/// Words between the ends of a span.
const BETWEEN: &[&str] = &["til", "og", "eller", "to", "and"];
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

pub(super) fn read(words: &[Word]) -> Option<Reading> {
    grades(words).or_else(|| age(words)).or_else(|| people(words))
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

/// »5. klasse«, »femte klasse«, »4.-6. klasse«, »4 til 6 klasse«, »klasse 5«, »grade 5«.
fn grades(words: &[Word]) -> Option<Reading> {
    let levels = |n: usize, first: u16, last: u16| {
        let span = first..=last.max(first);
        Some((n, span.map(|n| (Parameter::Level, format!("grade-{n}"))).collect()))
    };
    if is_one_of(words.first(), &["klasse", "klassetrin", "grade"])
        && let Some(n) = grade(words.get(1))
        && !is_one_of(words.get(2), PEOPLE)
    {
        return levels(2, n, n);
    }
    let first = grade(words.first())?;
    if is_one_of(words.get(1), GRADE) {
        return levels(2, first, first);
    }
    let between = usize::from(is_one_of(words.get(1), BETWEEN));
    let last = grade(words.get(1 + between))?;
    is_one_of(words.get(2 + between), GRADE).then(|| levels(3 + between, first, last)).flatten()
}

/// »12 år«, »12-årige«, »for 12 year old«, »10-12 år«, »10 til 12 år«: of a span, its middle.
fn age(words: &[Word]) -> Option<Reading> {
    let skipped = usize::from(is_one_of(words.first(), &["for", "fra", "til"]));
    let rest = &words[skipped..];
    let age = |word: Option<&Word>| number(word).filter(|n| *n <= u16::from(AgeRange::OLDEST));
    let first = age(rest.first())?;
    let between = usize::from(is_one_of(rest.get(1), BETWEEN));
    let (age, mut n) = match age(rest.get(1 + between)) {
        Some(last) if last >= first => (u16::midpoint(first, last), 2 + between),
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
