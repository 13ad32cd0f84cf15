//! Weeks by their numbers: those that come next, or of the year that is named.

use chrono::NaiveDate;
use domain::search::{Parameter, Week};
use language::Word;

use super::{
    Reading,
    place::kilometres,
    school::is_counted,
    span::is_dash,
    time::{month_number, word, year},
};

const NAMES: &[&str] = &["uge", "uger", "ugerne", "week", "weeks"];
/// More weeks in a row than anybody looks for by their numbers.
const MOST: usize = 12;

/// What stands between two numbers of weeks.
enum Join {
    /// »7 eller 8«
    Either,
    /// »7-9«
    Span,
}

/// `typed` is the text that the words stand in.
pub(super) fn read(words: &[Word], typed: &str, today: NaiveDate) -> Option<Reading> {
    let (n, weeks) = this_or_next(words, today).or_else(|| numbered(words, typed, today))?;
    let means = weeks.into_iter().map(|week| (Parameter::Week, week.to_string()));
    Some((n, means.collect()))
}

/// »denne uge«, »næste uge«.
fn this_or_next(words: &[Word], today: NaiveDate) -> Option<(usize, Vec<Week>)> {
    let this = Week::of(today);
    match (word(words, 0), word(words, 1)) {
        ("denne" | "this", "uge" | "week") => Some((2, vec![this])),
        ("naeste" | "next", "uge" | "week") => Some((2, vec![this.next()?])),
        _ => None,
    }
}

/// »uge 42«, »i uge 42-43«, »week 42 2027«, »uge 7 eller 8«.
fn numbered(words: &[Word], typed: &str, today: NaiveDate) -> Option<(usize, Vec<Week>)> {
    let skipped = usize::from(["i", "in"].contains(&word(words, 0)));
    let name = word(words, skipped);
    let (first, n): (u32, usize) = if NAMES.contains(&name) {
        (word(words, skipped + 1).parse().ok()?, skipped + 2)
    } else {
        // »uge7«
        (name.strip_prefix("uge")?.parse().ok()?, skipped + 1)
    };
    let several = another(words, n, typed).and_then(|(end, join, last)| {
        let year = year(words, end);
        let weeks = match join {
            Join::Span => span(first, last, year, today)?,
            Join::Either => vec![week(first, year, today)?, week(last, year, today)?],
        };
        Some((end + usize::from(year.is_some()), weeks))
    });
    several.or_else(|| {
        let year = year(words, n);
        Some((n + usize::from(year.is_some()), vec![week(first, year, today)?]))
    })
}

/// Another number behind the first one, and where it ends.
fn another(words: &[Word], n: usize, typed: &str) -> Option<(usize, Join, u32)> {
    let between = n.checked_sub(1).and_then(|n| words.get(n)).zip(words.get(n));
    let is_slash = between.is_some_and(|(a, b)| typed.get(a.end..b.start) == Some("/"));
    let (at, join) = match word(words, n) {
        "eller" | "og" | "or" | "and" => (n + 1, Join::Either),
        "til" | "to" => (n + 1, Join::Span),
        _ if is_dash(words, n, typed) => (n, Join::Span),
        _ if is_slash => (n, Join::Either),
        _ => return None,
    };
    // »uge 7 og 8. klasse«, »uge 7 eller 8. marts« and »uge 7 til 8 km fra Viborg« are no weeks.
    let is_other = is_counted(words.get(at + 1))
        || month_number(word(words, at + 1)).is_some()
        || kilometres(&words[at.min(words.len())..]).is_some();
    let number = word(words, at).parse().ok().filter(|_| !is_other)?;
    Some((at + 1, join, number))
}

fn week(number: u32, year: Option<i32>, today: NaiveDate) -> Option<Week> {
    match year {
        Some(year) => Week::new(year, number),
        None => next_week_of(number, today),
    }
}

/// All weeks of a span that ends next, or in the year that is named.
fn span(first: u32, last: u32, year: Option<i32>, today: NaiveDate) -> Option<Vec<Week>> {
    let last_week = week(last, year, today)?;
    // »uge 52-1« is over new year.
    let first_week = Week::new(last_week.year() - i32::from(last < first), first)?;
    let weeks = std::iter::successors(Some(first_week), |week| week.next());
    let weeks: Vec<Week> = weeks.take(MOST + 1).take_while(|week| *week <= last_week).collect();
    (weeks.len() <= MOST).then_some(weeks)
}

/// The next week of this number that is not over.
fn next_week_of(number: u32, today: NaiveDate) -> Option<Week> {
    let this = Week::of(today);
    let coming = (this.year()..=this.year() + 6).filter_map(|year| Week::new(year, number));
    coming.into_iter().find(|week| *week >= this)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_week_that_is_on_is_this_years_and_the_one_that_is_over_next_years() {
        let today = NaiveDate::from_ymd_opt(2027, 10, 20).unwrap();
        assert_eq!(next_week_of(42, today).unwrap().year(), 2027);
        assert_eq!(next_week_of(41, today).unwrap().year(), 2028);
        assert_eq!(next_week_of(53, today).unwrap().year(), 2032);
    }

    #[test]
    fn of_a_span_that_is_on_the_weeks_that_are_over_are_meant_too() {
        let today = NaiveDate::from_ymd_opt(2027, 10, 20).unwrap();
        let weeks = span(41, 43, None, today).unwrap();
        assert_eq!(weeks.first(), Week::new(2027, 41).as_ref());
        assert_eq!(weeks.len(), 3);
    }
}
