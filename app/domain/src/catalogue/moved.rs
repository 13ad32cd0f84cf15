//! Which of its dates are which, when a partner names them anew.

use chrono::{DateTime, TimeDelta, Utc};

use super::Occurrence;

/// How far a date is moved; what is further away is another one.
pub const FARTHEST: TimeDelta = TimeDelta::days(14);

/// Gives dates that are named anew the ids of those that they are: of the one with the same start,
/// and else of the nearest that is not named any more, so that whoever has a seat keeps it. What
/// has begun by `now` is not moved, nor is anything moved to before that.
pub(super) fn recognise(known: &[Occurrence], named: &mut [Occurrence], now: DateTime<Utc>) {
    recognise_starts(known, named);
    let is_named = |old: &Occurrence| named.iter().any(|new| new.start() == old.start());
    let left: Vec<&Occurrence> =
        known.iter().filter(|old| now <= old.start() && !is_named(old)).collect();
    let is_new =
        |new: &Occurrence| now <= new.start() && known.iter().all(|old| old.start() != new.start());
    let new: Vec<usize> = (0..named.len()).filter(|n| is_new(&named[*n])).collect();
    let mut moves: Vec<(TimeDelta, usize, usize)> = Vec::new();
    for (n, old) in left.iter().enumerate() {
        let to = new.iter().map(|to| ((named[*to].start() - old.start()).abs(), n, *to));
        moves.extend(to.filter(|(far, ..)| *far <= FARTHEST));
    }
    // The shortest ways first; a date is moved once.
    moves.sort_unstable();
    let (mut gone, mut taken) = (vec![false; left.len()], vec![false; named.len()]);
    for (_, from, to) in moves {
        if !gone[from] && !taken[to] {
            (gone[from], taken[to]) = (true, true);
            named[to].id = left[from].id;
        }
    }
}

/// Gives dates that are named anew the ids of those with the same start, and moves none.
pub(super) fn recognise_starts(known: &[Occurrence], named: &mut [Occurrence]) {
    for new in named {
        if let Some(old) = known.iter().find(|old| old.start() == new.start()) {
            new.id = old.id;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::catalogue::OccurrenceId;

    fn at(hour: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::hours(hour)
    }

    fn date(id: u128, hour: i64) -> Occurrence {
        let times = (at(hour), at(hour + 1));
        Occurrence::new(OccurrenceId(Uuid::from_u128(id)), times, None, None).unwrap()
    }

    /// The ids of dates that are named anew, each with an id of 100 and more of its own.
    fn ids(known: &[(u128, i64)], hours: &[i64], now: i64) -> Vec<u128> {
        let known: Vec<Occurrence> = known.iter().map(|(id, hour)| date(*id, *hour)).collect();
        let mut named: Vec<Occurrence> =
            (100..).zip(hours).map(|(id, hour)| date(id, *hour)).collect();
        recognise(&known, &mut named, at(now));
        named.iter().map(|it| it.id.0.as_u128()).collect()
    }

    const WEEK: i64 = 7 * 24;

    #[test]
    fn a_date_that_begins_half_a_day_later_is_the_same_and_so_is_each_of_a_series() {
        assert_eq!(ids(&[(1, 100)], &[112], 0), [1]);
        let club = [(1, 100), (2, 100 + WEEK), (3, 100 + 2 * WEEK)];
        assert_eq!(ids(&club, &[101, 101 + WEEK, 101 + 2 * WEEK], 0), [1, 2, 3]);
        // Every Wednesday instead of every Tuesday.
        assert_eq!(ids(&club, &[124, 124 + WEEK, 124 + 2 * WEEK], 0), [1, 2, 3]);
    }

    #[test]
    fn a_date_that_is_still_named_gives_its_id_to_no_other() {
        assert_eq!(ids(&[(1, 100), (2, 104)], &[100, 106], 0), [1, 2]);
        assert_eq!(ids(&[(1, 100)], &[100, 101], 0), [1, 101]);
    }

    #[test]
    fn what_is_more_than_a_fortnight_away_or_has_been_is_another_date() {
        assert_eq!(ids(&[(1, 100)], &[100 + 2 * WEEK], 0), [1]);
        assert_eq!(ids(&[(1, 100)], &[101 + 2 * WEEK], 0), [100]);
        assert_eq!(ids(&[(1, 100)], &[130], 101), [100]);
        assert_eq!(ids(&[(1, 100)], &[50], 60), [100]);
    }

    proptest! {
        #[test]
        fn no_id_is_given_twice_and_what_starts_as_before_keeps_its_own(
            known in prop::collection::btree_set(0i64..900, 0..9),
            hours in prop::collection::btree_set(0i64..900, 0..9),
            now in 0i64..900
        ) {
            let known: Vec<(u128, i64)> = (1..).zip(known).collect();
            let hours: Vec<i64> = hours.into_iter().collect();
            let given = ids(&known, &hours, now);
            let mut once = given.clone();
            once.sort_unstable();
            once.dedup();
            prop_assert_eq!(once.len(), given.len());
            for (id, hour) in given.iter().zip(&hours) {
                if let Some((old, _)) = known.iter().find(|it| it.1 == *hour) {
                    prop_assert_eq!(id, old);
                }
            }
        }
    }
}
