//! The stretch of time that a reader asks about.

use chrono::{DateTime, NaiveDate, Utc};
use domain::search::{Filter, Month};

use crate::copenhagen;

/// The stretch of time that a reader asks about. An occurrence lies in it when any
/// part of it does: an exhibition that is on today is not over because it has begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// What has ended by then is over.
    pub after: DateTime<Utc>,
    /// What starts then or later is too late.
    pub before: Option<DateTime<Utc>>,
}

impl Window {
    /// Within the filter's days in Denmark.
    #[must_use]
    pub fn of(filter: &Filter) -> Self {
        Self::existing(filter.from, filter.to)
    }

    /// The months in Denmark that readers can choose: this one and those that follow, and
    /// behind them those that a filter chose besides.
    #[must_use]
    pub fn months(filter: &Filter, now: DateTime<Utc>) -> Vec<(Month, Self)> {
        let this = Month::of(copenhagen::day(now));
        let coming = std::iter::successors(Some(this), |month| month.next());
        let mut months: Vec<Month> = coming.take(Self::MONTHS_OFFERED).collect();
        let besides = filter.months.iter().filter(|it| !months.contains(it));
        let besides: Vec<Month> = besides.take(Self::MOST_BESIDES).copied().collect();
        months.extend(besides);
        months.into_iter().map(|it| (it, Self::month(it))).collect()
    }

    /// How many months are offered.
    pub const MONTHS_OFFERED: usize = 15;
    /// Of how many others it is told what they lead to.
    const MOST_BESIDES: usize = 15;

    /// A month in Denmark.
    #[must_use]
    pub fn month(it: Month) -> Self {
        Self::existing(Some(it.first_day()), Some(it.last_day()))
    }

    /// While a thing exists that has a first and a last day.
    #[must_use]
    pub fn existing(first_day: Option<NaiveDate>, last_day: Option<NaiveDate>) -> Self {
        let after = first_day.map_or(DateTime::<Utc>::MIN_UTC, copenhagen::start_of);
        Self { after, before: last_day.map(copenhagen::end_of) }
    }

    /// Whether something from `start` to `end` lies in it.
    #[must_use]
    pub fn meets(self, start: DateTime<Utc>, end: DateTime<Utc>) -> bool {
        end > self.after && self.starts_in_time(start)
    }

    /// Whether something that starts at `start` starts within it.
    #[must_use]
    pub fn has_start(self, start: DateTime<Utc>) -> bool {
        start >= self.after && self.starts_in_time(start)
    }

    fn starts_in_time(self, start: DateTime<Utc>) -> bool {
        self.before.is_none_or(|before| start < before)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        DateTime::parse_from_rfc3339(text).unwrap().to_utc()
    }

    #[test]
    fn the_last_day_lasts_until_midnight_in_denmark() {
        let day = NaiveDate::from_ymd_opt(2027, 3, 2);
        let filter = Filter { from: day, to: day, ..Filter::default() };
        let window = Window::of(&filter);
        assert!(window.meets(at("2027-03-02T22:00:00Z"), at("2027-03-03T01:00:00Z")));
        assert!(!window.meets(at("2027-03-02T23:00:00Z"), at("2027-03-03T01:00:00Z")));
    }

    #[test]
    fn what_has_begun_is_not_over() {
        let from = NaiveDate::from_ymd_opt(2027, 3, 2);
        let window = Window::of(&Filter { from, ..Filter::default() });
        assert!(window.meets(at("2027-01-01T12:00:00Z"), at("2027-06-01T12:00:00Z")));
        assert!(!window.meets(at("2027-01-01T12:00:00Z"), at("2027-03-01T23:00:00Z")));
    }

    #[test]
    fn the_months_begin_with_this_one() {
        let filter = Filter { months: vec!["2026-05".parse().unwrap()], ..Filter::default() };
        let months = Window::months(&filter, at("2026-12-31T23:30:00Z"));
        assert_eq!(months[0].0.to_string(), "2027-01");
        assert_eq!(months[13].0.to_string(), "2028-02");
        assert_eq!(months.last().unwrap().0.to_string(), "2026-05");
    }
}
