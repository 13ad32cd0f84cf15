//! A web address to which an activity leads, and whether anybody answers there.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::ActivityId;
use crate::SafeUrl;

/// What is known of a web address to which an activity leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Watched {
    pub activity: ActivityId,
    pub url: SafeUrl,
    /// When it was asked last.
    pub asked_at: DateTime<Utc>,
    /// On how many days in a row nobody answered.
    pub silent_days: u16,
    /// The first and the last of these days.
    pub silent: Option<(NaiveDate, NaiveDate)>,
}

/// What somebody hears who asks a web address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    /// Somebody answers, if only that they do not talk to programs.
    Answer,
    /// Somebody answers that there is no such page, or that they cannot show it.
    NoPage,
    /// Nobody does, or nobody may be asked.
    Silence,
}

impl Watched {
    /// One day without an answer is a bad day; so many are a dead address.
    pub const DEAD_AFTER: u16 = 3;
    /// How often an address is asked that answers, or that has been given up.
    pub const EVERY: TimeDelta = TimeDelta::days(7);
    /// How often one is asked that is silent, so that whoever mended it is believed the next day.
    pub const EVERY_SILENT: TimeDelta = TimeDelta::days(1);
    /// After so many silent days it is given up.
    pub const GIVEN_UP_AFTER: u16 = 14;

    /// What is known of an address that is asked for the first time.
    #[must_use]
    pub fn new(activity: ActivityId, url: SafeUrl, now: DateTime<Utc>) -> Self {
        Self { activity, url, asked_at: now, silent_days: 0, silent: None }
    }

    /// What is known once it was asked on a day; several silences of one day are one, and a page
    /// that is not there is as good as nobody.
    #[must_use]
    pub fn heard(mut self, heard: Heard, now: DateTime<Utc>, day: NaiveDate) -> Self {
        self.asked_at = now;
        match (heard, self.silent) {
            (Heard::Answer, _) => (self.silent_days, self.silent) = (0, None),
            (_, Some((_, last))) if last >= day => {}
            (_, silent) => {
                self.silent_days = self.silent_days.saturating_add(1);
                self.silent = Some((silent.map_or(day, |it| it.0), day));
            }
        }
        self
    }

    /// Whether nobody has answered for so long that its organiser should know.
    #[must_use]
    pub fn is_dead(&self) -> bool {
        self.silent_days >= Self::DEAD_AFTER
    }

    /// What is known once it was asked at a time when nobody anywhere could be reached: nothing
    /// new, and it is left alone for as long as if it were.
    #[must_use]
    pub fn asked_in_vain(mut self, now: DateTime<Utc>) -> Self {
        self.asked_at = now;
        self
    }

    /// Whether it is to be asked again.
    #[must_use]
    pub fn is_due_at(&self, now: DateTime<Utc>) -> bool {
        let is_silent = (1..Self::GIVEN_UP_AFTER).contains(&self.silent_days);
        let every = if is_silent { Self::EVERY_SILENT } else { Self::EVERY };
        now - self.asked_at >= every
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn noon(day: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_796_040_000 + day * 86_400, 0).unwrap()
    }

    fn watched() -> Watched {
        let url = SafeUrl::try_from("https://skole.example/tilmeld").unwrap();
        Watched::new(ActivityId(Uuid::nil()), url, noon(0))
    }

    fn asked(it: Watched, heard: Heard, day: i64) -> Watched {
        it.heard(heard, noon(day), noon(day).date_naive())
    }

    #[test]
    fn an_address_is_dead_after_three_silent_days() {
        let mut it = watched();
        for (day, is_dead) in
            [(0, false), (0, false), (0, false), (1, false), (1, false), (2, true)]
        {
            it = asked(it, Heard::Silence, day);
            assert_eq!(it.is_dead(), is_dead, "{day}");
        }
        let days = (noon(0).date_naive(), noon(2).date_naive());
        assert_eq!((it.silent_days, it.silent), (3, Some(days)));
        it = asked(it, Heard::Answer, 3);
        assert_eq!((it.is_dead(), it.silent), (false, None));
    }

    #[test]
    fn what_is_silent_is_asked_daily_until_it_is_given_up_and_the_rest_weekly() {
        let next =
            |it: &Watched| (1..=8).find(|day| it.is_due_at(it.asked_at + TimeDelta::days(*day)));
        assert_eq!(next(&asked(watched(), Heard::Answer, 0)), Some(7));
        let mut it = watched();
        for day in 0..20 {
            it = asked(it, Heard::NoPage, day);
            assert_eq!(next(&it), Some(if day < 13 { 1 } else { 7 }), "{day}");
        }
    }

    #[test]
    fn nothing_is_learned_where_nobody_could_be_reached() {
        let doubtful = asked(asked(watched(), Heard::Silence, 0), Heard::Silence, 1);
        let later = doubtful.clone().asked_in_vain(noon(2));
        assert_eq!(later.asked_at, noon(2));
        assert_eq!((later.silent_days, later.silent), (doubtful.silent_days, doubtful.silent));
    }

    proptest! {
        #[test]
        fn only_silence_on_three_days_since_the_last_answer_is_death(
            heard in prop::collection::vec((0u8..3, 0i64..3), 0..30),
        ) {
            let (mut it, mut day, mut silent) = (watched(), 0, std::collections::BTreeSet::new());
            for (what, later) in heard {
                day += later;
                let what = [Heard::Answer, Heard::NoPage, Heard::Silence][usize::from(what)];
                it = asked(it, what, day);
                if what == Heard::Answer { silent.clear(); } else { silent.insert(day); }
                prop_assert_eq!(it.is_dead(), silent.len() >= 3);
            }
        }
    }
}
