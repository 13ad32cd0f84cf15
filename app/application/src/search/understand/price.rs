//! What it may cost: »under 100 kr.«, »højst 1.000 kroner«, »up to DKK 50«.

use domain::{catalogue::Price, search::Parameter};
use language::Word;

use super::{Reading, time::word};

/// Words that introduce the most that it may cost.
const AT_MOST: &[&[&str]] = &[
    &["under"],
    &["hoejst"],
    &["max"],
    &["maks"],
    &["maksimalt"],
    &["maximum"],
    &["op", "til"],
    &["mindre", "end"],
    &["billigere", "end"],
    &["below"],
    &["up", "to"],
    &["at", "most"],
    &["less", "than"],
    &["cheaper", "than"],
];
const KRONER: &[&str] = &["kr", "kroner", "krone", "dkk"];

/// `typed` is the text that the words stand in.
pub(super) fn read(words: &[Word], typed: &str) -> Option<Reading> {
    let is_begun = |start: &&&[&str]| start.iter().enumerate().all(|(n, it)| word(words, n) == *it);
    let begun = AT_MOST.iter().find(is_begun)?.len();
    let is_unit = |n: usize| KRONER.contains(&word(words, n));
    let from = begun + usize::from(is_unit(begun));
    let (n, kroner) = amount(words, from, typed)?;
    let end = from + n;
    let is_glued = word(words, end - 1).ends_with(|c: char| c.is_ascii_lowercase());
    // A number alone may be anything: »under 12 år«.
    if from == begun && !is_glued && !is_unit(end) {
        return None;
    }
    let end = end + usize::from(is_unit(end));
    (kroner <= Price::MAX_KRONER).then(|| (end, vec![(Parameter::PriceMax, kroner.to_string())]))
}

/// »100«, »100kr«, »1.000«, and in how many words.
fn amount(words: &[Word], n: usize, typed: &str) -> Option<(usize, u32)> {
    let number = |n: usize| {
        let text = word(words, n);
        let glued = KRONER.iter().find_map(|unit| text.strip_suffix(unit));
        let digits = glued.unwrap_or(text);
        let is_number = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
        is_number.then_some(digits)
    };
    let first = number(n)?;
    let between = typed.get(words.get(n)?.end..words.get(n + 1).map_or(0, |next| next.start));
    let thousands = number(n + 1).filter(|it| it.len() == 3 && first.len() <= 3);
    match thousands.filter(|_| matches!(between, Some("." | ","))) {
        Some(rest) => Some((2, format!("{first}{rest}").parse().ok()?)),
        None => Some((1, first.parse().ok()?)),
    }
}
