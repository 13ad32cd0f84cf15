//! Weeks, as occurrences are compared with them.

use std::ops::Range;

use chrono::{DateTime, Utc};
use domain::search::{Filter, Week};

use super::Window;
use crate::copenhagen;

/// Some weeks in the order of time, each with its stretch of time in Denmark.
#[derive(Clone, Debug, Default)]
pub struct Weeks(Vec<(Week, Window)>);

impl Weeks {
    /// How many weeks are offered at once, beside those that are chosen.
    pub const OFFERED: usize = 8;

    /// The weeks that a filter chose.
    #[must_use]
    pub fn chosen(filter: &Filter) -> Self {
        Self::from_weeks(filter.weeks.clone())
    }

    /// The weeks that readers can choose: those within the filter's days that are still to
    /// come, at most [`Self::OFFERED`], and those that are chosen.
    #[must_use]
    pub fn to_choose_from(filter: &Filter, now: DateTime<Utc>) -> Self {
        let today = copenhagen::day(now);
        let first = Week::of(filter.from.map_or(today, |from| from.max(today)));
        let coming = std::iter::successors(Some(first), |week| week.next());
        let coming = coming.take_while(|it| filter.to.is_none_or(|to| it.first_day() <= to));
        let mut weeks: Vec<Week> = coming.take(Self::OFFERED).collect();
        weeks.extend(&filter.weeks);
        weeks.sort_unstable();
        weeks.dedup();
        Self::from_weeks(weeks)
    }

    /// The weeks, in the order of time.
    fn from_weeks(weeks: Vec<Week>) -> Self {
        let window = |it: Week| Window::existing(Some(it.first_day()), Some(it.last_day()));
        Self(weeks.into_iter().map(|it| (it, window(it))).collect())
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn iter(&self) -> impl Iterator<Item = Week> {
        self.0.iter().map(|(week, _)| *week)
    }

    /// Which of them hold a part of what lasts from `start` to `end`, as places in their order.
    #[must_use]
    pub fn met_by(&self, start: DateTime<Utc>, end: DateTime<Utc>) -> Range<usize> {
        let is_over = |(_, it): &(Week, Window)| it.before.is_some_and(|before| before <= start);
        let first = self.0.partition_point(is_over);
        let met = self.0[first..].iter().take_while(|(_, it)| it.meets(start, end));
        first..first + met.count()
    }
}

#[cfg(test)]
mod tests {
    use domain::search::Query;

    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        DateTime::parse_from_rfc3339(text).unwrap().to_utc()
    }

    /// What is offered on 30 December 2026, a Wednesday.
    fn offered(pairs: &[(&str, &str)]) -> String {
        let filter = Query::parse(pairs).unwrap().filter;
        let weeks = Weeks::to_choose_from(&filter, at("2026-12-30T12:00:00Z"));
        weeks.iter().map(|it| it.to_string()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_coming_weeks_are_offered_and_those_of_a_month_once_it_is_chosen() {
        assert_eq!(
            offered(&[]),
            "2026-W53 2027-W01 2027-W02 2027-W03 2027-W04 2027-W05 2027-W06 2027-W07"
        );
        assert_eq!(
            offered(&[("from", "2027-03-01"), ("to", "2027-03-31")]),
            "2027-W09 2027-W10 2027-W11 2027-W12 2027-W13"
        );
        assert_eq!(offered(&[("to", "2027-01-04")]), "2026-W53 2027-W01");
    }

    #[test]
    fn a_week_that_is_chosen_stays_on_offer() {
        assert_eq!(
            offered(&[("to", "2027-01-03"), ("week", "2027-W42"), ("week", "2026-W53")]),
            "2026-W53 2027-W42"
        );
    }

    #[test]
    fn a_week_begins_and_ends_at_midnight_in_denmark() {
        let filter = Query::parse(&[("week", "2027-W07"), ("week", "2027-W09")]).unwrap().filter;
        let weeks = Weeks::chosen(&filter);
        let met = |start, end| weeks.met_by(at(start), at(end));
        assert_eq!(met("2027-02-14T22:00:00Z", "2027-02-14T23:00:00Z").len(), 0);
        assert_eq!(met("2027-02-14T22:00:00Z", "2027-02-14T23:30:00Z"), 0..1);
        assert_eq!(met("2027-02-21T22:59:00Z", "2027-02-22T02:00:00Z"), 0..1);
        assert_eq!(met("2027-02-21T23:00:00Z", "2027-02-28T23:00:00Z").len(), 0);
        assert_eq!(met("2027-01-01T08:00:00Z", "2027-12-01T08:00:00Z"), 0..2);
    }
}
