//! Days from one to another: »mellem 1. marts og 5. marts«, »1.-5. marts«, »fra marts«.

use chrono::{Datelike as _, NaiveDate};
use domain::search::Parameter;
use language::Word;

use super::{
    Reading,
    school::number,
    time::{ALSO_WORDS, Span, day_of_month, month_number, next, whole_month, word, year},
};

/// An end of a span, as it was typed.
#[derive(Clone, Copy)]
struct End {
    /// How many words say it.
    words: usize,
    day: Option<u32>,
    month: Option<u32>,
    year: Option<i32>,
}

/// `typed` is the text that the words stand in.
pub(super) fn read(words: &[Word], typed: &str, today: NaiveDate) -> Option<Reading> {
    let between = between(words, typed, today).map(|(n, (from, to))| {
        (n, vec![(Parameter::From, from.to_string()), (Parameter::To, to.to_string())])
    });
    between.or_else(|| open(words, typed, today))
}

/// »mellem 1. og 5. marts«, »from 1 March to 5 March«, »20/12-4/1«, »marts til maj«.
fn between(words: &[Word], typed: &str, today: NaiveDate) -> Option<(usize, Span)> {
    let (introduced, joins): (usize, &[&str]) = match word(words, 0) {
        "mellem" | "between" => (1, &["og", "and"]),
        "fra" | "from" => (1, &["til", "to", "until", "till", "through"]),
        _ => (0, &["til", "to", "until", "till", "through"]),
    };
    let first = end(words, introduced, typed)?;
    let is_word = |n: usize| ALSO_WORDS.contains(&word(words, n));
    if introduced == 0 && first.day.is_none() && is_word(0) {
        return None;
    }
    let at = introduced + first.words;
    let joined = match [word(words, at), word(words, at + 1), word(words, at + 2)] {
        ["til", "og", "med"] => 3,
        [join, ..] if joins.contains(&join) => 1,
        _ if is_dash(words, at, typed) => 0,
        _ => return None,
    };
    let last = end(words, at + joined, typed)?;
    Some((at + joined + last.words, days(first, last, today)?))
}

/// »fra 1. marts«, »efter den 5. maj«, »before March«: from a day on, or up to one.
fn open(words: &[Word], typed: &str, today: NaiveDate) -> Option<Reading> {
    let introduction = word(words, 0);
    if !["fra", "from", "efter", "after", "inden", "foer", "before"].contains(&introduction) {
        return None;
    }
    let end = end(words, 1, typed)?;
    let (first, last) = days(end, end, today)?;
    let means = match introduction {
        "fra" | "from" => (Parameter::From, first),
        "efter" | "after" => (Parameter::From, last.succ_opt()?),
        // Whoever is in the middle of it means nothing that is over.
        _ => (Parameter::To, first.pred_opt()?.max(today)),
    };
    Some((1 + end.words, vec![(means.0, means.1.to_string())]))
}

/// »1.«, »1. marts«, »1/3«, »den 1. marts 2027«, »marts«.
fn end(words: &[Word], from: usize, typed: &str) -> Option<End> {
    let skipped = usize::from(["den", "d", "the"].contains(&word(words, from)));
    let at = from + skipped;
    let of_month = in_numbers(words, at, typed).or_else(|| day_of_month(words, at));
    let (n, day, month) = if let Some((n, day, month)) = of_month {
        (n, Some(day), Some(month))
    } else if let Some(month) = month_number(word(words, at)) {
        (1, None, Some(month))
    } else {
        (1, Some(number(words.get(at))?.into()), None)
    };
    let year = month.and_then(|_| year(words, at + n));
    Some(End { words: skipped + n + usize::from(year.is_some()), day, month, year })
}

/// »1/3«, in two words.
fn in_numbers(words: &[Word], n: usize, typed: &str) -> Option<(usize, u32, u32)> {
    let number = |n: usize| word(words, n).parse::<u32>().ok();
    let is_date = typed.get(words.get(n)?.end..words.get(n + 1)?.start) == Some("/");
    is_date.then(|| Some((2, number(n)?, number(n + 1)?))).flatten()
}

/// Whether a dash stands in front of a word: »1.-5. marts«, »1. – 5. marts«.
pub(super) fn is_dash(words: &[Word], n: usize, typed: &str) -> bool {
    let before = n.checked_sub(1).and_then(|n| words.get(n));
    let between = before.zip(words.get(n)).and_then(|(a, b)| typed.get(a.end..b.start));
    between.is_some_and(|it| matches!(it.trim_start_matches('.').trim(), "-" | "–" | "—"))
}

/// The days of a span that ends next; what is over is meant where its year is named.
fn days(first: End, last: End, today: NaiveDate) -> Option<Span> {
    let last_month = last.month?;
    let first_month = first.month.unwrap_or(last_month);
    if first.day.is_some() != last.day.is_some() {
        return None;
    }
    // »20. december til 5. januar«
    let is_over_new_year = (last_month, last.day) < (first_month, first.day);
    if is_over_new_year && first.month.is_none() {
        return None;
    }
    let years = i32::from(is_over_new_year);
    let begins_in = |year: i32| NaiveDate::from_ymd_opt(year, first_month, first.day.unwrap_or(1));
    let ends_in = |year: i32| match last.day {
        Some(day) => NaiveDate::from_ymd_opt(year, last_month, day),
        None => whole_month(year, last_month).map(|(_, last)| last),
    };
    let to = match (last.year.or(first.year.map(|year| year + years)), last.day) {
        (Some(year), _) => ends_in(year)?,
        (None, Some(day)) => next(last_month, day, today)?,
        (None, None) => {
            let coming = [today.year(), today.year() + 1].into_iter().filter_map(ends_in);
            coming.into_iter().find(|last| *last >= today)?
        }
    };
    let from = begins_in(first.year.unwrap_or(to.year() - years))?;
    (from <= to).then_some((from, to))
}
