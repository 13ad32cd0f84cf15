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
    /// Passwords for an address that were not looked at, since they came too soon.
    Refused(&'a Email),
    /// Letters that the owner of an account has us write to strangers.
    LettersBy(AccountId),
    /// Codes for an account.
    Code(AccountId),
    /// Letters that tell the owner of an account of wrong codes.
    ToldOfCodes(AccountId),
    /// Reports of an activity, whoever makes them.
    Reports(ActivityId),
    /// Messages to the parties of a date, whoever writes them.
    Messages(OccurrenceId),
    /// What pupils answer to a date, whoever does.
    Interest(OccurrenceId),
}

impl<'a> Target<'a> {
    /// Everything that is counted for an address.
    #[must_use]
    pub fn of_address(email: &'a Email) -> [Self; 3] {
        [Self::Password(email), Self::Letters(email), Self::Refused(email)]
    }

    /// Everything that is counted for an account.
    #[must_use]
    pub fn of_account(account: AccountId) -> [Self; 3] {
        [Self::Code(account), Self::ToldOfCodes(account), Self::LettersBy(account)]
    }

    /// By what it is kept: addresses of people without an account are not written down.
    #[must_use]
    pub fn mark(self) -> Mark {
        let text = match self {
            Self::Password(email) => format!("password:{}", email.key()),
            Self::Letters(email) => format!("letters:{}", email.key()),
            Self::Refused(email) => format!("refused:{}", email.key()),
            Self::LettersBy(account) => format!("letters-by:{}", account.0),
            Self::Code(account) => format!("code:{}", account.0),
            Self::ToldOfCodes(account) => format!("told-of-codes:{}", account.0),
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
    /// How many letters to strangers one account has us write …
    pub const MOST_LETTERS_BY: u32 = 30;
    /// … within this time.
    pub const LETTERS_BY_WITHIN: TimeDelta = TimeDelta::hours(24);
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
    /// The tries at which the owner of an account is told, refused ones among them …
    const TOLD_FIRST: u32 = 10;
    /// … which are counted up to there within this time, so that nobody has us write on and on.
    pub const REFUSED_WITHIN: TimeDelta = TimeDelta::hours(24);
    /// The failures at which the owner is told again.
    const TOLD_AGAIN: [u32; 2] = [50, 100];
    /// The wrong codes from which on the owner is told: whoever types them came past the first
    /// door …
    const CODES_TOLD_FROM: u32 = 5;
    /// … once within this time.
    pub const CODES_TOLD_WITHIN: TimeDelta = TimeDelta::hours(24);

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

    /// Counts a try that was refused, until there are as many as are told; answers whether that is
    /// to be kept.
    pub fn refused_at(&mut self, now: DateTime<Utc>) -> bool {
        if self.refused(now) >= Self::TOLD_FIRST {
            return false;
        }
        self.counts(now, Self::REFUSED_WITHIN);
        true
    }

    /// How many tries were refused lately, as far as they are counted.
    #[must_use]
    pub fn refused(&self, now: DateTime<Utc>) -> u32 {
        if self.has_ended(now, Self::REFUSED_WITHIN) { 0 } else { self.n }
    }

    /// Of how many tries the owner of the account should hear now, where so many were refused
    /// beside those that are counted here.
    #[must_use]
    pub fn first_told(&self, refused: u32) -> Option<u32> {
        (self.n.saturating_add(refused) == Self::TOLD_FIRST).then_some(Self::TOLD_FIRST)
    }

    /// The same after a try that was counted.
    #[must_use]
    pub fn told(&self, refused: u32) -> Option<u32> {
        let again = Self::TOLD_AGAIN.contains(&self.n).then_some(self.n);
        self.first_told(refused).or(again)
    }

    /// Whether so many wrong codes are told.
    #[must_use]
    pub fn is_of_codes_to_tell(&self) -> bool {
        self.n >= Self::CODES_TOLD_FROM
    }

    /// Counts a letter that tells of wrong codes; answers whether there may be one.
    pub fn tells_of_codes_at(&mut self, now: DateTime<Utc>) -> bool {
        self.counts(now, Self::CODES_TOLD_WITHIN) == 1
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

    /// Counts a letter to a stranger; answers whether the account may have one more written.
    pub fn letter_by_at(&mut self, now: DateTime<Utc>) -> bool {
        self.counts(now, Self::LETTERS_BY_WITHIN) <= Self::MOST_LETTERS_BY
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
        if self.has_ended(now, within) {
            (self.n, self.at) = (0, Some(now));
        }
        self.n = self.n.saturating_add(1);
        self.n
    }

    fn has_ended(&self, now: DateTime<Utc>, within: TimeDelta) -> bool {
        self.at.is_none_or(|first| now >= first + within || now < first)
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
    fn refused_tries_are_counted_up_to_ten_a_day() {
        let (mut tally, now) = (Tally::default(), start());
        let kept = |tally: &mut Tally, now| (0..200).filter(|_| tally.refused_at(now)).count();
        assert_eq!((kept(&mut tally, now), tally.refused(now)), (10, 10));
        assert_eq!(kept(&mut tally, now + TimeDelta::hours(23)), 0);
        let next = now + TimeDelta::hours(24);
        assert_eq!(tally.refused(next), 0);
        assert_eq!(kept(&mut tally, next), 10);
    }

    #[test]
    fn the_tenth_try_is_told_once_whether_or_not_it_was_refused() {
        let (mut tally, mut refused, mut now) = (Tally::default(), Tally::default(), start());
        let mut told = Vec::new();
        for _ in 0..400 {
            if tally.try_at(now).is_ok() {
                told.extend(tally.told(refused.refused(now)));
            } else if refused.refused_at(now) {
                told.extend(tally.first_told(refused.refused(now)));
            }
            now += TimeDelta::seconds(1);
        }
        assert_eq!(told, [10]);
        let at = |n, refused| Tally { n, at: None }.told(refused);
        assert_eq!(at(10, 0), Some(10), "who is patient is told as well");
        assert_eq!([at(50, 10), at(100, 0), at(49, 1)], [Some(50), Some(100), None]);
    }

    #[test]
    fn wrong_codes_are_told_from_the_fifth_on_and_once_a_day() {
        let at = |n| Tally { n, at: None }.is_of_codes_to_tell();
        assert_eq!([at(1), at(4), at(5), at(99)], [false, false, true, true]);
        let (mut tally, now) = (Tally::default(), start());
        let told = |tally: &mut Tally, now| (0..9).filter(|_| tally.tells_of_codes_at(now)).count();
        assert_eq!(told(&mut tally, now), 1);
        assert_eq!(told(&mut tally, now + TimeDelta::hours(23)), 0);
        assert_eq!(told(&mut tally, now + TimeDelta::hours(24)), 1);
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
    fn an_account_has_thirty_letters_to_strangers_written_in_a_day() {
        let (mut tally, now) = (Tally::default(), start());
        let sent = |tally: &mut Tally, now| (0..99).filter(|_| tally.letter_by_at(now)).count();
        assert_eq!(sent(&mut tally, now), 30);
        assert_eq!(sent(&mut tally, now + TimeDelta::hours(23)), 0);
        assert_eq!(sent(&mut tally, now + TimeDelta::hours(24)), 30);
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
