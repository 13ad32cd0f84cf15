//! Dates that come again.

use chrono::{Datelike as _, Days, NaiveDate, TimeDelta};

use super::{Answers, Holiday, TypedDate};

/// How the last of some dates comes again, as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedAgain {
    /// Every so many weeks.
    pub every: String,
    /// On which days of the week, from `1` for Monday to `7`; that of the date itself where none
    /// is chosen.
    pub weekdays: Vec<String>,
    /// Up to and with this day.
    pub until: String,
}

/// Why no date comes again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgainFault {
    /// The date itself has no day that can be read.
    NoDay,
    /// Weeks that cannot be chosen.
    Weeks,
    /// Nobody has said until when, or no calendar has the day.
    NoEnd,
    /// No such day lies between the date and the end, or all of them are holidays.
    Nothing,
    /// There are as many dates already as one activity can have.
    Full,
}

impl TypedAgain {
    pub const MOST_WEEKS: u64 = 8;
    /// The most dates that come at once.
    pub const MOST: usize = 60;

    /// The dates that come after the last of those that there are: at its time, with its seats,
    /// and ending and closing for sign-up as long after or before. Public holidays are passed
    /// over.
    ///
    /// # Errors
    ///
    /// All that is wrong with what was typed.
    pub fn read(&self, dates: &[TypedDate]) -> Result<Vec<TypedDate>, Vec<AgainFault>> {
        let last = dates.last().cloned().unwrap_or_default();
        let first = day(&last.day).ok_or(AgainFault::NoDay);
        let weeks: Option<u64> = self.every.trim().parse().ok();
        let weeks = weeks.filter(|it| (1..=Self::MOST_WEEKS).contains(it));
        let weeks = weeks.ok_or(AgainFault::Weeks);
        let until = day(&self.until).ok_or(AgainFault::NoEnd);
        let (first, weeks, until) = match (first, weeks, until) {
            (Ok(first), Ok(weeks), Ok(until)) => (first, weeks, until),
            (first, weeks, until) => {
                let faults = [first.err(), weeks.err(), until.err()];
                return Err(faults.into_iter().flatten().collect());
            }
        };
        let room = Answers::MOST_DATES.saturating_sub(dates.len()).min(Self::MOST);
        if room == 0 {
            return Err(vec![AgainFault::Full]);
        }
        let days = days_again(first, &self.weekdays(first), (weeks, until), room);
        if days.is_empty() {
            return Err(vec![AgainFault::Nothing]);
        }
        Ok(days.into_iter().map(|day| last.on(day)).collect())
    }

    /// The days of the week, counted from Monday, in their order.
    fn weekdays(&self, first: NaiveDate) -> Vec<u64> {
        let chosen = |n: &u64| self.weekdays.iter().any(|it| it.trim().parse() == Ok(n + 1));
        let chosen: Vec<u64> = (0..7).filter(chosen).collect();
        let own = u64::from(first.weekday().num_days_from_monday());
        if chosen.is_empty() { vec![own] } else { chosen }
    }
}

impl TypedDate {
    /// The same on another day: it ends, and closes for sign-up, as long after or before. What
    /// cannot be read as a day is left out.
    #[must_use]
    pub fn on(&self, other: NaiveDate) -> Self {
        let by = day(&self.day).map(|it| other.signed_duration_since(it));
        let moved = |text: &str| by.and_then(|by| moved(text, by)).unwrap_or_default();
        Self {
            day: other.to_string(),
            last_day: moved(&self.last_day),
            deadline: moved(&self.deadline),
            ..self.clone()
        }
    }
}

fn day(text: &str) -> Option<NaiveDate> {
    text.trim().parse().ok()
}

/// A day, and the time of day behind it where there is one, so much later.
fn moved(text: &str, by: TimeDelta) -> Option<String> {
    let (date, time) = match text.split_once('T') {
        Some((date, time)) => (date, format!("T{time}")),
        None => (text, String::new()),
    };
    let date = day(date)?.checked_add_signed(by)?;
    Some(format!("{date}{time}"))
}

/// The days after `first` that lie on these days of the week, counted from Monday, every so many
/// weeks up to and with the last one, holidays passed over; at most `most`. It is the part of RFC
/// 5545's recurrences that people ask for: every week, on these days, until then.
fn days_again(
    first: NaiveDate,
    weekdays: &[u64],
    (weeks, last): (u64, NaiveDate),
    most: usize,
) -> Vec<NaiveDate> {
    let mut days = Vec::new();
    let since_monday = Days::new(first.weekday().num_days_from_monday().into());
    let mut week = first.checked_sub_days(since_monday);
    while let Some(monday) = week.filter(|it| *it <= last && days.len() < most) {
        let of_week = weekdays.iter().filter_map(|n| monday.checked_add_days(Days::new(*n)));
        let coming = of_week.filter(|it| first < *it && *it <= last);
        days.extend(coming.filter(|it| Holiday::on(*it).is_none()));
        week = monday.checked_add_days(Days::new(weeks * 7));
    }
    days.truncate(most);
    days
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn typed(day: &str) -> TypedDate {
        TypedDate { day: day.to_owned(), from: "09:00".to_owned(), ..TypedDate::default() }
    }

    fn again(every: &str, weekdays: &[&str], until: &str) -> TypedAgain {
        let weekdays = weekdays.iter().map(|it| (*it).to_owned()).collect();
        TypedAgain { every: every.to_owned(), weekdays, until: until.to_owned() }
    }

    fn days(first: &str, again: &TypedAgain) -> Vec<String> {
        again.read(&[typed(first)]).unwrap().into_iter().map(|it| it.day).collect()
    }

    #[test]
    fn every_tuesday_until_easter_is_told() {
        let tuesdays = days("2027-03-02", &again("1", &[], "2027-03-30"));
        assert_eq!(tuesdays, ["2027-03-09", "2027-03-16", "2027-03-23", "2027-03-30"]);
        let thursdays = days("2027-03-11", &again("2", &[], "2027-04-22"));
        assert_eq!(thursdays, ["2027-04-08", "2027-04-22"], "Maundy Thursday is passed over");
    }

    #[test]
    fn several_days_of_the_week_come_in_their_order() {
        // The first date is a Wednesday; the Monday before it does not come.
        let told = days("2027-01-06", &again("3", &["5", "1", "3"], "2027-02-01"));
        assert_eq!(told, ["2027-01-08", "2027-01-25", "2027-01-27", "2027-01-29"]);
        let others = days("2027-01-06", &again("1", &["2"], "2027-01-20"));
        assert_eq!(others, ["2027-01-12", "2027-01-19"], "only what is chosen");
    }

    #[test]
    fn the_end_and_the_deadline_of_a_date_come_along_at_the_same_distance() {
        let first = TypedDate {
            day: "2027-03-18".to_owned(),
            from: "09:00".to_owned(),
            to: "12:00".to_owned(),
            last_day: "2027-03-19".to_owned(),
            seats: "24".to_owned(),
            deadline: "2027-03-15T12:00".to_owned(),
        };
        let told = again("2", &[], "2027-04-01").read(std::slice::from_ref(&first)).unwrap();
        let expected = TypedDate {
            day: "2027-04-01".to_owned(),
            last_day: "2027-04-02".to_owned(),
            // Clocks are put forward in between: it closes at the same hour.
            deadline: "2027-03-29T12:00".to_owned(),
            ..first.clone()
        };
        assert_eq!(told, [expected]);
        let odd = TypedDate { deadline: "på mandag".to_owned(), ..first };
        assert_eq!(again("1", &[], "2027-04-08").read(&[odd]).unwrap()[0].deadline, "");
    }

    #[test]
    fn what_is_missing_or_cannot_be_is_told() {
        let faults = |first: &str, it: &TypedAgain| it.read(&[typed(first)]).unwrap_err();
        let empty = again("", &[], "  ");
        assert_eq!(
            faults("i morgen", &empty),
            [AgainFault::NoDay, AgainFault::Weeks, AgainFault::NoEnd]
        );
        assert_eq!(empty.read(&[]).unwrap_err()[0], AgainFault::NoDay);
        for every in ["0", "9", "-1", "to"] {
            assert_eq!(faults("2027-03-18", &again(every, &[], "2027-06-01")), [AgainFault::Weeks]);
        }
        for until in ["", "2027-02-30", "til påske"] {
            assert_eq!(faults("2027-03-18", &again("1", &[], until)), [AgainFault::NoEnd]);
        }
        for until in ["2027-03-18", "2026-01-01", "2027-03-24"] {
            assert_eq!(faults("2027-03-18", &again("1", &[], until)), [AgainFault::Nothing]);
        }
        let many = vec![typed("2027-03-18"); Answers::MOST_DATES];
        let full = again("1", &[], "2028-01-01").read(&many);
        assert_eq!(full, Err(vec![AgainFault::Full]));
    }

    proptest! {
        #[test]
        fn days_that_come_again_keep_their_weekdays_and_weeks(
            offset in 0u64..9_000,
            weeks in 1u64..9,
            span in 0u64..900,
            weekdays in prop::collection::btree_set(0u64..7, 1..7),
        ) {
            let start: NaiveDate = "2024-01-01".parse().unwrap();
            let first = start.checked_add_days(Days::new(offset)).unwrap();
            let last = first.checked_add_days(Days::new(span)).unwrap();
            let weekdays: Vec<u64> = weekdays.into_iter().collect();
            let days = days_again(first, &weekdays, (weeks, last), 60);
            prop_assert!(days.len() <= 60 && days.is_sorted());
            // The first of January 2024 was a Monday.
            let week = |it: NaiveDate| it.signed_duration_since(start).num_weeks();
            for it in days {
                prop_assert!(weekdays.contains(&it.weekday().num_days_from_monday().into()));
                prop_assert!(first < it && it <= last && Holiday::on(it).is_none());
                prop_assert_eq!((week(it) - week(first)).cast_unsigned() % weeks, 0);
            }
        }
    }
}
