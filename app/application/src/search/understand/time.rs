//! Days, months, weekends and holidays: those that come next, or of the year that is named.

use chrono::{Datelike as _, Days, Months, NaiveDate, Weekday};
use domain::{catalogue::SchoolHoliday, pact::Postcode, search::Parameter};
use language::Word;

use super::{
    Reading,
    school::{is_counted, number},
};

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
pub(super) const ALSO_WORDS: &[&str] = &["march", "may"];

pub(super) type Span = (NaiveDate, NaiveDate);

/// `typed` is the text that the words stand in.
pub(super) fn read(words: &[Word], typed: &str, today: NaiveDate) -> Option<Reading> {
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

pub(super) fn word(words: &[Word], n: usize) -> &str {
    words.get(n).map_or("", |word| word.folded.as_str())
}

/// A year behind a week, a day, a month or a holiday, over or yet to come: whoever names one
/// means no other. »2100« is a part of Copenhagen.
pub(super) fn year(words: &[Word], n: usize) -> Option<i32> {
    let text = word(words, n);
    let year: i32 = text.parse().ok()?;
    ((1900..2200).contains(&year) && text.parse::<Postcode>().is_err()).then_some(year)
}

/// A month by its name, from 1.
pub(super) fn month_number(name: &str) -> Option<u32> {
    let month = MONTHS.iter().position(|names| names.contains(&name))?;
    u32::try_from(month + 1).ok()
}

/// A day of a month from a word on, in so many words: »12. marts«, »12th of March«, »March 12th«.
pub(super) fn day_of_month(words: &[Word], n: usize) -> Option<(usize, u32, u32)> {
    let day = |n: usize| number(words.get(n)).map(u32::from);
    if let Some(day) = day(n) {
        let of = usize::from(word(words, n + 1) == "of");
        return Some((2 + of, day, month_number(word(words, n + 1 + of))?));
    }
    let name = word(words, n);
    let is_english = MONTHS.iter().any(|names| names.get(1) == Some(&name));
    let is_ordinal = word(words, n + 1).ends_with(|c: char| c.is_ascii_lowercase());
    // »april 5. klasse« is a month and a grade, »march 20 pupils« a month and how many come.
    if !(is_english || is_ordinal) || is_counted(words.get(n + 2)) {
        return None;
    }
    Some((2, day(n + 1)?, month_number(name)?))
}

/// »12. marts«, »den 12. marts 2027«, »on the 12th of March«: that day, and no other.
fn date(words: &[Word], today: NaiveDate) -> Option<(usize, Span)> {
    let skipped = match (word(words, 0), word(words, 1)) {
        ("on", "the") => 2,
        ("den" | "d" | "on" | "the", _) => 1,
        _ => 0,
    };
    let (n, day, month) = day_of_month(words, skipped)?;
    let end = skipped + n;
    if let Some(year) = year(words, end) {
        let day = NaiveDate::from_ymd_opt(year, month, day)?;
        return Some((end + 1, (day, day)));
    }
    let day = next(month, day, today)?;
    Some((end, (day, day)))
}

/// The first such day that is not over; the 29th of February comes every fourth year.
pub(super) fn next(month: u32, day: u32, today: NaiveDate) -> Option<NaiveDate> {
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
    let number = month_number(name)?;
    if skipped == 0 && ALSO_WORDS.contains(&name) {
        return None;
    }
    if let Some(year) = year(words, skipped + 1) {
        return Some((skipped + 2, whole_month(year, number)?));
    }
    let year = if number < today.month() { today.year() + 1 } else { today.year() };
    Some((skipped + 1, whole_month(year, number)?))
}

pub(super) fn whole_month(year: i32, month: u32) -> Option<Span> {
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

const SEASONS: [(&str, SchoolHoliday); 6] = [
    ("winter", SchoolHoliday::Winter),
    ("easter", SchoolHoliday::Easter),
    ("summer", SchoolHoliday::Summer),
    ("autumn", SchoolHoliday::Autumn),
    ("fall", SchoolHoliday::Autumn),
    ("christmas", SchoolHoliday::Christmas),
];

/// »i sommerferien«, »påske«, »sommerferie 2028«, »in the summer holidays«.
fn holidays(words: &[Word], today: NaiveDate) -> Option<(usize, Span)> {
    let skipped = match (word(words, 0), word(words, 1)) {
        ("in" | "during", "the") => 2,
        ("i" | "til" | "in" | "during" | "the", _) => 1,
        _ => 0,
    };
    let (n, holiday) = holiday(words, skipped)?;
    let end = skipped + n;
    if let Some(year) = year(words, end) {
        return Some((end + 1, holiday.of_year(year)?));
    }
    let years = today.year() - 1..=today.year() + 1;
    let coming = years.filter_map(|year| holiday.of_year(year));
    Some((end, coming.into_iter().find(|(_, last)| *last >= today)?))
}

/// A holiday by its name, in so many words.
fn holiday(words: &[Word], n: usize) -> Option<(usize, SchoolHoliday)> {
    let (name, behind) = (word(words, n), word(words, n + 1));
    if ["holiday", "holidays", "break", "vacation"].contains(&behind)
        && let Some((_, it)) = SEASONS.iter().find(|(season, _)| *season == name)
    {
        return Some((2, *it));
    }
    let named = |name: &str, slips: u8| {
        let is_meant = |it: &&(&str, SchoolHoliday)| {
            let with_article = format!("{}n", it.0);
            [it.0, with_article.as_str()]
                .into_iter()
                .any(|it| language::distance(name, it, slips).is_some())
        };
        HOLIDAYS.iter().find(is_meant).map(|it| it.1)
    };
    // »sommer ferie«
    let in_one = Some(format!("{name}{behind}")).filter(|_| !behind.is_empty());
    if let Some(it) = in_one.and_then(|it| named(&it, 0)) {
        return Some((2, it));
    }
    match name {
        "paaske" | "paasken" | "easter" => Some((1, SchoolHoliday::Easter)),
        // Long words of which one letter is wrong are still these.
        name => named(name, 1).map(|it| (1, it)),
    }
}
