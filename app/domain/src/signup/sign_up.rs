//! A party's sign-up: what is kept beside its place on the roster.

use chrono::{DateTime, TimeDelta, Utc};

use super::{
    Answered, Coming, Entry, Kin, Needs, Party, PartyKind, Phone, SignUpId, SignUpNews, Stage,
};
use crate::{
    Email,
    catalogue::{ActivityId, OccurrenceId},
    identity::{LetterLanguage, Mark},
    keyed::keyed,
};

/// Where a party is reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// Nothing where an organiser signed the party up who was not told one: it gets no letters.
    pub email: Option<Email>,
    /// For word on the day itself alone.
    pub phone: Option<Phone>,
    pub language: LetterLanguage,
}

/// That a guardian agreed, when, and to which text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consent {
    pub given_at: DateTime<Utc>,
    /// Names the text that was read.
    pub text: String,
    pub withdrawn_at: Option<DateTime<Utc>>,
}

/// A party's sign-up for one date of an activity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignUp {
    pub id: SignUpId,
    pub occurrence: OccurrenceId,
    pub activity: ActivityId,
    pub party: Party,
    pub contact: Contact,
    /// Whom a guardian named beside themselves.
    pub kin: Kin,
    pub needs: Option<Needs>,
    /// What was answered to what the organiser asks.
    pub answers: Vec<Answered>,
    pub consent: Option<Consent>,
    pub signed_up_at: DateTime<Utc>,
    /// Whether it was asked if it still comes, and what it said.
    pub coming: Coming,
    /// Its place on the roster.
    pub entry: Entry,
}

impl SignUp {
    /// For how long the letter of a party can be answered while its seats are kept.
    #[must_use]
    pub const fn patience(kind: PartyKind) -> TimeDelta {
        match kind {
            PartyKind::Child => TimeDelta::hours(48),
            PartyKind::One | PartyKind::Class => TimeDelta::minutes(30),
        }
    }

    /// How long before it is too late a guardian is reminded, and a party of tomorrow.
    pub const A_DAY: TimeDelta = TimeDelta::hours(24);
    /// How long before its date a party is reminded of it for the first time.
    pub const A_WEEK: TimeDelta = TimeDelta::days(7);

    /// What a party is reminded of at an instant, as far as the time goes.
    #[must_use]
    pub fn reminder_at(&self, start: DateTime<Utc>, now: DateTime<Utc>) -> Option<SignUpNews> {
        let is_soon = |at: DateTime<Utc>, before: TimeDelta| now < at && at <= now + before;
        match self.entry.stage {
            Stage::Held { until } | Stage::Queued { until } => {
                let is_child = self.party.kind() == PartyKind::Child;
                (is_child && is_soon(until, Self::A_DAY)).then_some(SignUpNews::ConsentReminder)
            }
            Stage::Confirmed if is_soon(start, Self::A_DAY) => Some(SignUpNews::Tomorrow),
            Stage::Confirmed if is_soon(start, Self::A_WEEK) => Some(SignUpNews::InAWeek),
            _ => None,
        }
    }

    /// Whether a reminder says something new: whoever has just signed up knows.
    #[must_use]
    pub fn may_have_forgotten(&self, of: SignUpNews, start: DateTime<Utc>) -> bool {
        match of {
            SignUpNews::Tomorrow => self.signed_up_at <= start - Self::A_DAY,
            SignUpNews::InAWeek => self.signed_up_at <= start - Self::A_WEEK,
            _ => true,
        }
    }

    /// How long what is known of a party is kept after its date.
    pub const KEPT_FOR: TimeDelta = TimeDelta::days(30);
    /// How long what a party needs and has answered is kept after its date.
    pub const NEEDS_KEPT_FOR: TimeDelta = TimeDelta::days(7);
    /// How long it is kept after its date who is called if something happens.
    pub const EMERGENCY_KEPT_FOR: TimeDelta = TimeDelta::days(1);
    /// How long before its date those who offer it see who is called if something happens.
    pub const EMERGENCY_SEEN_BEFORE: TimeDelta = TimeDelta::days(2);

    /// Whether those who offer a date see at an instant who is called if something happens.
    #[must_use]
    pub fn shows_emergency(start: DateTime<Utc>, now: DateTime<Utc>) -> bool {
        start - Self::EMERGENCY_SEEN_BEFORE <= now
    }
}

keyed! {
    /// What a link in a letter about a sign-up is for.
    SignUpPurpose {
        /// Answers the letter; it works once.
        Confirm = "confirm",
        /// Opens the sign-up's own page, as often as one likes.
        Page = "page",
        /// The same, for the second guardian; it opens nothing once another one is named.
        SecondPage = "second-page",
        /// Answers whether the party still comes, and nothing else.
        Coming = "coming",
        /// The same, for the second guardian.
        SecondComing = "second-coming",
        /// Lets the second guardian take the consent back, and nothing else.
        Withdraw = "withdraw",
    }
}

impl SignUpPurpose {
    /// What only the second guardian's links are for.
    pub const OF_SECOND: [Self; 3] = [Self::SecondPage, Self::SecondComing, Self::Withdraw];
}

/// A link in a letter about a sign-up, without its secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignUpLink {
    pub mark: Mark,
    pub sign_up: SignUpId,
    pub purpose: SignUpPurpose,
    pub created_at: DateTime<Utc>,
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::signup::PartyKey;

    fn at(hours: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000 + hours * 3_600, 0).unwrap()
    }

    fn one(stage: Stage, signed_up: i64) -> SignUp {
        let id = SignUpId(Uuid::nil());
        SignUp {
            id,
            occurrence: OccurrenceId(Uuid::nil()),
            activity: ActivityId(Uuid::nil()),
            party: Party::One { name: "Bo".try_into().unwrap(), age: 30 },
            contact: Contact {
                email: Some("bo@hjem.dk".try_into().unwrap()),
                phone: None,
                language: LetterLanguage::Danish,
            },
            kin: Kin::default(),
            needs: None,
            answers: Vec::new(),
            consent: None,
            signed_up_at: at(signed_up),
            coming: Coming::default(),
            entry: Entry { id, key: PartyKey::kept("x"), seats: 1, turn: 1, rank: None, stage },
        }
    }

    #[test]
    fn whoever_comes_is_reminded_a_week_and_a_day_before_but_not_of_what_they_just_did() {
        let (start, early, late) = (at(400), one(Stage::Confirmed, 0), one(Stage::Confirmed, 390));
        let told = |hours| early.reminder_at(start, at(hours));
        assert_eq!((told(231), told(232)), (None, Some(SignUpNews::InAWeek)));
        assert_eq!((told(375), told(376)), (Some(SignUpNews::InAWeek), Some(SignUpNews::Tomorrow)));
        assert_eq!(told(400), None);
        assert!(early.may_have_forgotten(SignUpNews::Tomorrow, start));
        assert!(!late.may_have_forgotten(SignUpNews::Tomorrow, start));
        assert_eq!(one(Stage::Waiting, 0).reminder_at(start, at(390)), None);
    }
}
