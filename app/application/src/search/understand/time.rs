//! Weeks, months, weekends and holidays: always those that come next.

use chrono::{Datelike as _, Days, Months, NaiveDate, Weekday};
use domain::{
    catalogue::SchoolHoliday,
    search::{Parameter, Week},
};
use language::Word;

use super::Reading;

const MONTHS: [&[&str]; 12] = [
    &["januar", "january"],
    &["februar", "february"],
    &["marts", "march"],
    &["april"],
    &["maj", "may"],
    &["juni", "june"],
    &["juli", "july"],
    &["august"],
    &["september"],
    &["oktober", "october"],
    &["november"],
    &["december"],
];

/// Months that are words of their own too, and must be introduced.
const ALSO_WORDS: &[&str] = &["march", "may"];

type Span = (NaiveDate, NaiveDate);

/// `typed` is the text that the words stand in.
pub(super) fn read(words: &[Word], typed: &str, today: NaiveDate) -> Option<Reading> {
    if let Some((n, week)) = week(words, today) {
        return Some((n, vec![(Parameter::Week, week.to_string())]));
    }
    if let Some(reading) = around_holidays(words, today) {
        return Some(reading);
    }
    let (n, (from, to)) = date(words, today)
        .or_else(|| date_in_numbers(words, typed, today))
        .or_else(|| month(words, today))
        .or_else(|| days(words, today))
        .or_else(|| weekday(words, today))
        .or_else(|| holidays(words, today))?;
    Some((n, vec![(Parameter::From, from.to_string()), (Parameter::To, to.to_string())]))
}

fn word(words: &[Word], n: usize) -> &str {
    words.get(n).map_or("", |word| word.folded.as_str())
}

/// A year behind a week or a month.
fn year(words: &[Word], n: usize, today: NaiveDate) -> Option<i32> {
    let year: i32 = word(words, n).parse().ok()?;
    (today.year()..=today.year() + 3).contains(&year).then_some(year)
}

/// »uge 42«, »i uge 42«, »week 42 2027«, »næste uge«.
fn week(words: &[Word], today: NaiveDate) -> Option<(usize, Week)> {
    let this = Week::of(today);
    match (word(words, 0), word(words, 1)) {
        ("denne" | "this", "uge" | "week") => return Some((2, this)),
        ("naeste" | "next", "uge" | "week") => return Some((2, this.next()?)),
        _ => {}
    }
    let skipped = usize::from(["i", "in"].contains(&word(words, 0)));
    let name = word(words, skipped);
    let (number, n): (u32, usize) = if ["uge", "week"].contains(&name) {
        (word(words, skipped + 1).parse().ok()?, skipped + 2)
    } else {
        // »uge7«
        (name.strip_prefix("uge")?.parse().ok()?, skipped + 1)
    };
    if let Some(year) = year(words, n, today) {
        return Some((n + 1, Week::new(year, number)?));
    }
    Some((n, next_week_of(number, today)?))
}

/// The next week of this number that is not over.
fn next_week_of(number: u32, today: NaiveDate) -> Option<Week> {
    let this = Week::of(today);
    let coming = (this.year()..=this.year() + 6).filter_map(|year| Week::new(year, number));
    coming.into_iter().find(|week| *week >= this)
}

/// »12. marts«, »den 12. marts 2027«, »12 March«: that day, and no other.
fn date(words: &[Word], today: NaiveDate) -> Option<(usize, Span)> {
    let skipped = usize::from(["den", "d", "on"].contains(&word(words, 0)));
    let day: u32 = word(words, skipped).parse().ok()?;
    let name = word(words, skipped + 1);
    let month = MONTHS.iter().position(|names| names.contains(&name))?;
    let month = u32::try_from(month).ok()? + 1;
    if let Some(year) = year(words, skipped + 2, today) {
        let day = NaiveDate::from_ymd_opt(year, month, day)?;
        return Some((skipped + 3, (day, day)));
    }
    let day = next(month, day, today)?;
    Some((skipped + 2, (day, day)))
}

/// The first such day that is not over; the 29th of February comes every fourth year.
fn next(month: u32, day: u32, today: NaiveDate) -> Option<NaiveDate> {
    let coming = (today.year()..=today.year() + 4)
        .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day));
    coming.into_iter().find(|day| *day >= today)
}

/// »12/3«, »d. 12/3-2027«, »12.03.2027«, »2027-03-12«. Without a year only a slash makes a date of
/// two numbers: »4-5« and »4.5« may be anything.
fn date_in_numbers(words: &[Word], typed: &str, today: NaiveDate) -> Option<(usize, Span)> {
    let skipped = usize::from(["den", "d", "on"].contains(&word(words, 0)));
    let between = |n: usize| typed.get(words.get(n)?.end..words.get(n + 1)?.start);
    let number = |n: usize| word(words, n).parse::<u32>().ok();
    let (first, second) = (number(skipped)?, number(skipped + 1)?);
    if !words.get(skipped + 1)?.is_tied {
        return None;
    }
    let is_tied = words.get(skipped + 2).is_some_and(|it| it.is_tied);
    let whole = is_tied.then(|| number(skipped + 2)).flatten().and_then(|third| {
        let (year, month, day) =
            if first >= 1_000 { (first, second, third) } else { (third, second, first) };
        NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
    });
    let whole = whole.filter(|day| (today.year() - 1..=today.year() + 3).contains(&day.year()));
    if let Some(day) = whole {
        return Some((skipped + 3, (day, day)));
    }
    if between(skipped)? != "/" || is_tied {
        return None;
    }
    let day = next(second, first, today)?;
    Some((skipped + 2, (day, day)))
}

const WEEKDAYS: [&[&str]; 7] = [
    &["mandag", "monday"],
    &["tirsdag", "tuesday"],
    &["onsdag", "wednesday"],
    &["torsdag", "thursday"],
    &["fredag", "friday"],
    &["loerdag", "saturday"],
    &["soendag", "sunday"],
];

/// »på lørdag«, »on Saturday«: the one that comes next. »lørdag« alone may be any.
fn weekday(words: &[Word], today: NaiveDate) -> Option<(usize, Span)> {
    if !["paa", "on"].contains(&word(words, 0)) {
        return None;
    }
    let n = WEEKDAYS.iter().position(|names| names.contains(&word(words, 1)))?;
    let monday = today.week(Weekday::Mon).first_day();
    let ahead = |weeks: u64| monday.checked_add_days(Days::new(n as u64 + 7 * weeks));
    let day = ahead(0).filter(|day| *day > today).or_else(|| ahead(1))?;
    Some((2, (day, day)))
}

/// »i marts«, »marts 2027«, »in may«.
fn month(words: &[Word], today: NaiveDate) -> Option<(usize, Span)> {
    let skipped = usize::from(["i", "in", "til"].contains(&word(words, 0)));
    let name = word(words, skipped);
    let number = MONTHS.iter().position(|names| names.contains(&name))?;
    if skipped == 0 && ALSO_WORDS.contains(&name) {
        return None;
    }
    let number = u32::try_from(number).ok()? + 1;
    if let Some(year) = year(words, skipped + 1, today) {
        return Some((skipped + 2, whole_month(year, number)?));
    }
    let year = if number < today.month() { today.year() + 1 } else { today.year() };
    Some((skipped + 1, whole_month(year, number)?))
}

fn whole_month(year: i32, month: u32) -> Option<Span> {
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    Some((first, first.checked_add_months(Months::new(1))?.pred_opt()?))
}

/// »i dag«, »i weekenden«, »næste uge«.
fn days(words: &[Word], today: NaiveDate) -> Option<(usize, Span)> {
    let monday = today.week(Weekday::Mon).first_day();
    let day = |n: u64| monday.checked_add_days(Days::new(n));
    let pairs = (word(words, 0), word(words, 1));
    let span = |n: usize, from: Option<NaiveDate>, to: Option<NaiveDate>| Some((n, (from?, to?)));
    match pairs {
        ("i", "dag") => span(2, Some(today), Some(today)),
        ("today", _) => span(1, Some(today), Some(today)),
        ("i", "morgen") => span(2, today.succ_opt(), today.succ_opt()),
        ("tomorrow", _) => span(1, today.succ_opt(), today.succ_opt()),
        ("i" | "denne" | "this", "weekenden" | "weekend") => span(2, day(5), day(6)),
        ("weekenden", _) => span(1, day(5), day(6)),
        ("naeste" | "next", "weekend") => span(2, day(12), day(13)),
        ("denne" | "this", "maaned" | "month") => {
            Some((2, whole_month(today.year(), today.month())?))
        }
        ("naeste" | "next", "maaned" | "month") => {
            let next = today.checked_add_months(Months::new(1))?;
            Some((2, whole_month(next.year(), next.month())?))
        }
        _ => None,
    }
}

/// »inden sommerferien«, »efter påskeferien«: up to the day before it, or from the day after.
fn around_holidays(words: &[Word], today: NaiveDate) -> Option<Reading> {
    let is_before = match word(words, 0) {
        "inden" | "foer" | "before" => true,
        "efter" | "after" => false,
        _ => return None,
    };
    let (n, (first, last)) = holidays(&words[1..], today)?;
    let means = if is_before {
        // Whoever is in the middle of it means nothing that is over.
        (Parameter::To, first.pred_opt()?.max(today))
    } else {
        (Parameter::From, last.succ_opt()?)
    };
    Some((1 + n, vec![(means.0, means.1.to_string())]))
}

const HOLIDAYS: [(&str, SchoolHoliday); 5] = [
    ("vinterferie", SchoolHoliday::Winter),
    ("efteraarsferie", SchoolHoliday::Autumn),
    ("sommerferie", SchoolHoliday::Summer),
    ("juleferie", SchoolHoliday::Christmas),
    ("paaskeferie", SchoolHoliday::Easter),
];

fn holidays(words: &[Word], today: NaiveDate) -> Option<(usize, Span)> {
    let skipped = usize::from(["i", "til"].contains(&word(words, 0)));
    let name = match word(words, skipped) {
        "paaske" | "paasken" | "easter" => "paaskeferie",
        name => name,
    };
    // Long words of which one letter is wrong are still these.
    let is_meant = |holiday: &&(&str, SchoolHoliday)| {
        let with_article = format!("{}n", holiday.0);
        [holiday.0, with_article.as_str()]
            .into_iter()
            .any(|it| language::distance(name, it, 1).is_some())
    };
    let holiday = HOLIDAYS.iter().find(is_meant)?.1;
    let years = today.year() - 1..=today.year() + 1;
    let coming = years.filter_map(|year| holiday.of_year(year));
    Some((skipped + 1, coming.into_iter().find(|(_, last)| *last >= today)?))
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
}
