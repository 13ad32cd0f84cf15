//! How often something was tried, and how long one must wait before the next time.

use chrono::{DateTime, TimeDelta, Utc};

use super::{AccountId, Mark};
use crate::{
    Email,
    catalogue::{ActivityId, OccurrenceId},
};

/// What tries are counted for: always a target, never where they come from, since a whole
/// school can sit behind one address.
#[derive(Clone, Copy, Debug)]
pub enum Target<'a> {
    /// Passwords for an address, whether it has an account or not.
    Password(&'a Email),
    /// Letters to an address.
    Letters(&'a Email),
    /// Codes for an account.
    Code(AccountId),
    /// Reports of an activity, whoever makes them.
    Reports(ActivityId),
    /// Messages to the parties of a date, whoever writes them.
    Messages(OccurrenceId),
    /// What pupils answer to a date, whoever does.
    Interest(OccurrenceId),
}

impl Target<'_> {
    /// By what it is kept: addresses of people without an account are not written down.
    #[must_use]
    pub fn mark(self) -> Mark {
        let text = match self {
            Self::Password(email) => format!("password:{}", email.key()),
            Self::Letters(email) => format!("letters:{}", email.key()),
            Self::Code(account) => format!("code:{}", account.0),
            Self::Reports(activity) => format!("reports:{}", activity.0),
            Self::Messages(date) => format!("messages:{}", date.0),
            Self::Interest(date) => format!("interest:{}", date.0),
        };
        Mark::of(text.as_bytes())
    }
}

/// How often something was tried for one account or one address, known here or not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub n: u32,
    /// When the last failure was, or when the first letter of a series was asked for.
    pub at: Option<DateTime<Utc>>,
}

/// Why nothing may be tried now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Wait {
    #[error("too often; again in {} s", .0.num_seconds())]
    For(TimeDelta),
    /// Too often altogether; only a letter opens the door again.
    #[error("too often; a letter is needed")]
    ForLetter,
}

impl Tally {
    /// How many failures cost no time: people mistype.
    pub const FREE_FAILURES: u32 = 5;
    /// How many failures in a row there may be (NIST SP 800-63B-4, 3.2.2).
    pub const MOST_FAILURES: u32 = 100;
    /// The longest time between two tries.
    pub const LONGEST_WAIT: TimeDelta = TimeDelta::minutes(15);
    /// How many letters one address gets …
    pub const MOST_LETTERS: u32 = 5;
    /// … within this time.
    pub const LETTERS_WITHIN: TimeDelta = TimeDelta::minutes(15);
    /// How many reports of one activity are kept …
    pub const MOST_REPORTS: u32 = 20;
    /// … within this time.
    pub const REPORTS_WITHIN: TimeDelta = TimeDelta::hours(24);
    /// How many messages go to the parties of a date …
    pub const MOST_MESSAGES: u32 = 5;
    /// … within this time.
    pub const MESSAGES_WITHIN: TimeDelta = TimeDelta::hours(24);
    /// How many pupils answer to a date: two classes at once …
    pub const MOST_ANSWERS: u32 = 60;
    /// … within this time.
    pub const ANSWERS_WITHIN: TimeDelta = TimeDelta::minutes(1);
    /// The failures at which the owner of an account is told.
    const TOLD_AT: [u32; 3] = [10, 50, 100];

    /// Counts a try before it is known how it ends, so that many at once do not slip through;
    /// what succeeds is [forgotten](Self::default).
    ///
    /// # Errors
    ///
    /// [`Wait`] where it is too early; nothing is counted then.
    pub fn try_at(&mut self, now: DateTime<Utc>) -> Result<(), Wait> {
        if self.n >= Self::MOST_FAILURES {
            return Err(Wait::ForLetter);
        }
        if let Some(last) = self.at {
            let left = last + self.pause() - now;
            if left > TimeDelta::zero() {
                return Err(Wait::For(left.min(Self::LONGEST_WAIT)));
            }
        }
        self.n += 1;
        self.at = Some(now);
        Ok(())
    }

    /// Whether the owner of the account should hear of it now.
    #[must_use]
    pub fn is_worth_telling(&self) -> bool {
        Self::TOLD_AT.contains(&self.n)
    }

    /// Twice as long after each failure that is not free.
    fn pause(&self) -> TimeDelta {
        match self.n.checked_sub(Self::FREE_FAILURES) {
            None => TimeDelta::zero(),
            Some(n) => TimeDelta::seconds(1i64 << n.min(20)).min(Self::LONGEST_WAIT),
        }
    }

    /// Counts a letter; answers whether the address may have one more.
    pub fn letter_at(&mut self, now: DateTime<Utc>) -> bool {
        self.counts(now, Self::LETTERS_WITHIN) <= Self::MOST_LETTERS
    }

    /// Counts a report; answers whether there may be one more of the activity.
    pub fn report_at(&mut self, now: DateTime<Utc>) -> bool {
        self.counts(now, Self::REPORTS_WITHIN) <= Self::MOST_REPORTS
    }

    /// Counts a message; answers whether there may be one more to the parties of the date.
    pub fn message_at(&mut self, now: DateTime<Utc>) -> bool {
        self.counts(now, Self::MESSAGES_WITHIN) <= Self::MOST_MESSAGES
    }

    /// Counts a pupil's answer; answers whether there may be one more to the date.
    pub fn interest_at(&mut self, now: DateTime<Utc>) -> bool {
        self.counts(now, Self::ANSWERS_WITHIN) <= Self::MOST_ANSWERS
    }

    /// The how manieth of its series this is; a series ends so long after its first.
    fn counts(&mut self, now: DateTime<Utc>, within: TimeDelta) -> u32 {
        if self.at.is_none_or(|first| now >= first + within || now < first) {
            (self.n, self.at) = (0, Some(now));
        }
        self.n = self.n.saturating_add(1);
        self.n
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn start() -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::days(20_000)
    }

    #[test]
    fn who_mistypes_a_few_times_does_not_wait_and_who_guesses_does() {
        let (mut tally, mut now) = (Tally::default(), start());
        for _ in 0..Tally::FREE_FAILURES {
            assert_eq!(tally.try_at(now), Ok(()));
        }
        assert_eq!(tally.try_at(now), Err(Wait::For(TimeDelta::seconds(1))));
        let mut waited = TimeDelta::zero();
        while tally.n < Tally::MOST_FAILURES {
            if let Err(Wait::For(pause)) = tally.try_at(now) {
                waited += pause;
                now += pause;
            }
        }
        assert!(waited > TimeDelta::hours(20), "{waited}");
        assert_eq!(tally.try_at(now + TimeDelta::days(1)), Err(Wait::ForLetter));
    }

    #[test]
    fn two_hundred_guesses_at_once_are_five_tries() {
        let mut tally = Tally::default();
        let tried = (0..200).filter(|_| tally.try_at(start()).is_ok()).count();
        assert_eq!(tried, 5);
    }

    #[test]
    fn an_address_gets_five_letters_in_a_quarter_of_an_hour() {
        let (mut tally, now) = (Tally::default(), start());
        let sent = |tally: &mut Tally, now| (0..9).filter(|_| tally.letter_at(now)).count();
        assert_eq!(sent(&mut tally, now), 5);
        assert_eq!(sent(&mut tally, now + TimeDelta::minutes(14)), 0);
        assert_eq!(sent(&mut tally, now + TimeDelta::minutes(15)), 5);
    }

    #[test]
    fn two_classes_answer_in_a_minute_at_most() {
        let (mut tally, now) = (Tally::default(), start());
        let kept = |tally: &mut Tally, now| (0..99).filter(|_| tally.interest_at(now)).count();
        assert_eq!(kept(&mut tally, now), 60);
        assert_eq!(kept(&mut tally, now + TimeDelta::seconds(59)), 0);
        assert_eq!(kept(&mut tally, now + TimeDelta::seconds(60)), 60);
    }

    #[test]
    fn an_activity_is_reported_twenty_times_a_day_at_most() {
        let (mut tally, now) = (Tally::default(), start());
        let kept = |tally: &mut Tally, now| (0..99).filter(|_| tally.report_at(now)).count();
        assert_eq!(kept(&mut tally, now), 20);
        assert_eq!(kept(&mut tally, now + TimeDelta::hours(23)), 0);
        assert_eq!(kept(&mut tally, now + TimeDelta::hours(24)), 20);
    }
}
