//! Whether those who signed up some time ago are still coming.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Date, SignUp, Stage};

/// How those who come to a date are asked whether they still do, and what follows from silence.
/// Days are counted back from the beginning of the date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ComingRule {
    asks: Option<u8>,
    frees: Option<u8>,
}

/// Why days cannot be a [`ComingRule`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidComingRule {
    #[error("nobody is asked so many days before")]
    Asks,
    /// There is no time for a letter that says so in between, or nobody is asked at all.
    #[error("seats cannot be freed so many days before")]
    Frees,
}

/// What a party was asked and has answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coming {
    pub asked_at: Option<DateTime<Utc>>,
    /// When it was told once more that its seats will be freed.
    pub reminded_at: Option<DateTime<Utc>>,
    /// When it said yes. Whoever says no is gone.
    pub yes_at: Option<DateTime<Utc>>,
}

/// What the clock does about a party.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComingDue {
    Ask,
    Remind,
    Free,
}

/// How it stands with the question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComingStand {
    SaidYes(DateTime<Utc>),
    /// Asked, and silent so far; until then its seats are kept, where they are not kept anyway.
    Silent {
        asked_at: DateTime<Utc>,
        until: Option<DateTime<Utc>>,
    },
}

impl Default for ComingRule {
    fn default() -> Self {
        Self { asks: Some(Self::USUAL), frees: None }
    }
}

impl ComingRule {
    /// How many days before one is asked where nothing else was chosen.
    pub const USUAL: u8 = 5;
    pub const EARLIEST: u8 = 21;
    pub const LATEST: u8 = 2;
    /// How many days lie between the question and the earliest end of patience: one until the
    /// letter that says so once more, and one after it.
    pub const PATIENCE: u8 = 2;

    /// The rule that asks so many days before and frees the seats of the silent so many days
    /// before; nothing where it does not.
    ///
    /// # Errors
    ///
    /// [`InvalidComingRule`] where the days do not fit each other.
    pub fn new(asks: Option<u8>, frees: Option<u8>) -> Result<Self, InvalidComingRule> {
        if asks.is_some_and(|it| !(Self::LATEST..=Self::EARLIEST).contains(&it)) {
            return Err(InvalidComingRule::Asks);
        }
        let has_time =
            |it: u8| it > 0 && asks.is_some_and(|asks| it.saturating_add(Self::PATIENCE) <= asks);
        if frees.is_some_and(|it| !has_time(it)) {
            return Err(InvalidComingRule::Frees);
        }
        Ok(Self { asks, frees })
    }

    #[must_use]
    pub const fn asks(self) -> Option<u8> {
        self.asks
    }

    #[must_use]
    pub const fn frees(self) -> Option<u8> {
        self.frees
    }

    /// From when on those who come are asked.
    #[must_use]
    pub fn asks_at(self, start: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.asks.map(|it| start - TimeDelta::days(it.into()))
    }

    /// From when on the seats of the silent are freed, if they have heard of it twice.
    #[must_use]
    pub fn frees_at(self, start: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.frees.map(|it| start - TimeDelta::days(it.into()))
    }
}

impl Coming {
    /// What there is to do at an instant about a party whose last step was at `stepped_at`.
    ///
    /// Whoever came or changed something since the day of the question is not asked: they have
    /// just said so. Nobody is asked on the last day, and nobody loses seats that nobody could
    /// take any more.
    #[must_use]
    pub fn due(
        self,
        (rule, date): (ComingRule, &Date),
        (stage, stepped_at): (Stage, DateTime<Utc>),
        now: DateTime<Utc>,
    ) -> Option<ComingDue> {
        let asks_at = rule.asks_at(date.start)?;
        let this = self.as_of(asks_at);
        if !date.is_on || stage != Stage::Confirmed || this.yes_at.is_some() || now < asks_at {
            return None;
        }
        let Some(asked_at) = this.asked_at else {
            let is_time = now < date.start - SignUp::A_DAY && stepped_at <= asks_at;
            return is_time.then_some(ComingDue::Ask);
        };
        let frees_at = rule.frees_at(date.start).filter(|_| now < date.closes_at)?;
        match this.reminded_at {
            None => {
                let at = (frees_at - SignUp::A_DAY).max(asked_at + SignUp::A_DAY);
                (at <= now).then_some(ComingDue::Remind)
            }
            Some(reminded_at) => {
                let at = frees_at.max(reminded_at + SignUp::A_DAY);
                (at <= now).then_some(ComingDue::Free)
            }
        }
    }

    /// How it stands with a party that was asked; nothing where it was not.
    #[must_use]
    pub fn stand(self, rule: ComingRule, date: &Date) -> Option<ComingStand> {
        let this = self.as_of(rule.asks_at(date.start)?);
        let asked_at = this.asked_at?;
        let silent = || {
            let spared = |it: &DateTime<Utc>| *it < date.closes_at;
            let until = this.frees_from(rule, date.start).filter(spared);
            ComingStand::Silent { asked_at, until }
        };
        Some(this.yes_at.map_or_else(silent, ComingStand::SaidYes))
    }

    /// Notes what was done.
    #[must_use]
    pub fn noting(self, due: ComingDue, now: DateTime<Utc>) -> Self {
        match due {
            // It begins anew: the date was moved since, or the day of the question.
            ComingDue::Ask => Self { asked_at: Some(now), ..Self::default() },
            ComingDue::Remind => Self { reminded_at: Some(now), ..self },
            ComingDue::Free => self,
        }
    }

    /// Notes that a party that was asked said yes; said twice, it is said once.
    #[must_use]
    pub fn saying_yes(self, now: DateTime<Utc>) -> Self {
        Self { yes_at: self.yes_at.or(self.asked_at.map(|_| now)), ..self }
    }

    /// What counts for the question of now: what was said before was of another day.
    fn as_of(self, asks_at: DateTime<Utc>) -> Self {
        let counts = self.asked_at.is_some_and(|it| asks_at <= it);
        if counts { self } else { Self::default() }
    }

    /// The earliest instant at which the seats of a silent party can be freed.
    fn frees_from(self, rule: ComingRule, start: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let frees_at = rule.frees_at(start)?;
        let heard = match (self.reminded_at, self.asked_at) {
            (Some(at), _) => at + SignUp::A_DAY,
            (None, Some(at)) => at + SignUp::A_DAY * i32::from(ComingRule::PATIENCE),
            (None, None) => frees_at,
        };
        Some(frees_at.max(heard))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::{
        catalogue::{ActivityId, OccurrenceId},
        signup::trials::trials,
    };

    const DAYS: i64 = 40;

    /// An instant, in hours.
    fn at(hours: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000 + hours * 3_600, 0).unwrap()
    }

    /// A date after forty days, for which one can sign up until so many hours before.
    fn date(closes: i64) -> Date {
        Date {
            occurrence: OccurrenceId(Uuid::nil()),
            activity: ActivityId(Uuid::nil()),
            start: at(DAYS * 24),
            end: at(DAYS * 24 + 2),
            closes_at: at(DAYS * 24 - closes),
            limit: 10,
            is_on: true,
        }
    }

    fn rule(asks: u8, frees: Option<u8>) -> ComingRule {
        ComingRule::new(Some(asks), frees).unwrap()
    }

    /// Hours of everything that happens to a party that never answers, when it is looked at each
    /// `every` hours from `from` on.
    fn silent(rule: ComingRule, date: &Date, from: i64, every: i64) -> Vec<(ComingDue, i64)> {
        let (mut coming, mut told) = (Coming::default(), Vec::new());
        let mut hour = from;
        while hour < DAYS * 24 + 48 {
            if let Some(due) = coming.due((rule, date), (Stage::Confirmed, at(0)), at(hour)) {
                coming = coming.noting(due, at(hour));
                told.push((due, hour));
                if due == ComingDue::Free {
                    break;
                }
            }
            hour += every;
        }
        told
    }

    #[test]
    fn whoever_does_not_answer_keeps_the_seats_unless_the_organiser_chose_otherwise() {
        let usual = silent(ComingRule::default(), &date(0), 0, 1);
        assert_eq!(usual, [(ComingDue::Ask, 35 * 24)]);
        let freed = silent(rule(5, Some(3)), &date(0), 0, 1);
        let (ask, remind, free) = (ComingDue::Ask, ComingDue::Remind, ComingDue::Free);
        assert_eq!(freed, [(ask, 35 * 24), (remind, 36 * 24), (free, 37 * 24)]);
        let closed = silent(rule(5, Some(3)), &date(3 * 24), 0, 1);
        assert_eq!(closed, [(ask, 35 * 24), (remind, 36 * 24)], "nobody could take them");
        let never = ComingRule::new(None, None).unwrap();
        assert_eq!(silent(never, &date(0), 0, 1), []);
    }

    #[test]
    fn days_that_leave_no_time_for_a_second_letter_are_refused() {
        let new = ComingRule::new;
        assert_eq!(new(Some(1), None), Err(InvalidComingRule::Asks));
        assert_eq!(new(Some(22), None), Err(InvalidComingRule::Asks));
        assert_eq!(new(Some(5), Some(4)), Err(InvalidComingRule::Frees));
        assert_eq!(new(Some(5), Some(0)), Err(InvalidComingRule::Frees));
        assert_eq!(new(None, Some(3)), Err(InvalidComingRule::Frees));
        assert_eq!(rule(5, Some(3)).frees(), Some(3));
    }

    #[test]
    fn whoever_came_or_changed_something_since_is_not_asked() {
        let usual = (ComingRule::default(), &date(0));
        let told =
            |stage, stepped, hour| Coming::default().due(usual, (stage, at(stepped)), at(hour));
        assert_eq!(told(Stage::Confirmed, 35 * 24, 36 * 24), Some(ComingDue::Ask));
        assert_eq!(told(Stage::Confirmed, 35 * 24 + 1, 36 * 24), None);
        assert_eq!(told(Stage::Waiting, 0, 36 * 24), None);
        assert_eq!(told(Stage::Confirmed, 0, 35 * 24 - 1), None, "it is not the day yet");
        assert_eq!(told(Stage::Confirmed, 0, 39 * 24), None, "it is tomorrow");
        let off = Date { is_on: false, ..date(0) };
        let coming = Coming::default();
        let told =
            coming.due((ComingRule::default(), &off), (Stage::Confirmed, at(0)), at(36 * 24));
        assert_eq!(told, None);
    }

    #[test]
    fn a_yes_ends_the_question_until_the_date_is_another() {
        let (here, rule) = (date(0), rule(5, Some(3)));
        let asked = Coming::default().noting(ComingDue::Ask, at(35 * 24));
        let until = Some(at(37 * 24));
        let silent = ComingStand::Silent { asked_at: at(35 * 24), until };
        assert_eq!(asked.stand(rule, &here), Some(silent));
        let said = asked.saying_yes(at(36 * 24)).saying_yes(at(36 * 24 + 1));
        assert_eq!(said.stand(rule, &here), Some(ComingStand::SaidYes(at(36 * 24))));
        assert_eq!(said.due((rule, &here), (Stage::Confirmed, at(0)), at(38 * 24)), None);
        let later =
            Date { start: at(60 * 24), end: at(60 * 24 + 2), closes_at: at(60 * 24), ..here };
        assert_eq!(said.stand(rule, &later), None);
        let due = said.due((rule, &later), (Stage::Confirmed, at(0)), at(55 * 24));
        assert_eq!(due, Some(ComingDue::Ask));
        assert_eq!(Coming::default().saying_yes(at(0)), Coming::default(), "nobody asked");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(trials()))]

        #[test]
        fn nobody_loses_seats_without_having_heard_of_it_twice_a_day_apart(
            asks in 0u8..25,
            frees in prop::option::of(0u8..25),
            closes in 0i64..24 * 10,
            from in 0i64..DAYS * 24 + 48,
            every in 1i64..60,
        ) {
            let Ok(rule) = ComingRule::new(Some(asks), frees) else { return Ok(()) };
            let date = date(closes);
            let told = silent(rule, &date, from, every);
            let hour = |of| told.iter().find(|it: &&(ComingDue, i64)| it.0 == of).map(|it| it.1);
            prop_assert!(told.len() <= 3 && told.windows(2).all(|it| it[0].1 < it[1].1));
            prop_assert!(told.first().is_none_or(|it| it.0 == ComingDue::Ask));
            if let Some(asked) = hour(ComingDue::Ask) {
                prop_assert!(rule.asks_at(date.start).unwrap() <= at(asked));
                prop_assert!(at(asked) < date.start - SignUp::A_DAY);
            }
            if let Some(freed) = hour(ComingDue::Free) {
                let reminded = hour(ComingDue::Remind).unwrap();
                let asked = hour(ComingDue::Ask).unwrap();
                prop_assert!(asked + 24 <= reminded && reminded + 24 <= freed);
                prop_assert!(rule.frees_at(date.start).unwrap() <= at(freed));
                prop_assert!(at(freed) < date.closes_at && date.closes_at <= date.start);
                // No letter promised more time than there was.
                let heard = Coming::default().noting(ComingDue::Ask, at(asked));
                let again = heard.noting(ComingDue::Remind, at(reminded));
                for it in [heard, again] {
                    if let Some(ComingStand::Silent { until: Some(until), .. }) = it.stand(rule, &date) {
                        prop_assert!(until <= at(freed));
                    }
                }
            }
        }
    }
}
