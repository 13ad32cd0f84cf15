//! A party asks the organiser whether it may come.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Consent, Contact, Needs, Party, PartyKey, SignUpId, SignUpPurpose};
use crate::{
    catalogue::{ActivityId, Slug, Title},
    identity::{AccountId, Mark, Remark, Secret},
    keyed::keyed,
    text::text,
};

text! {
    /// When it would suit a party, in its own words.
    RequestWish, 3..=500, true
}

/// Names a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RequestId(pub Uuid);

keyed! {
    /// How long a request has waited for an answer, and so who hears of it.
    RequestPatience {
        OnTime = "on-time",
        /// Those who act for the partner are reminded.
        Late = "late",
        /// They are reminded again.
        LateAgain = "late-again",
        /// The partner's administrators are told, and the desk says so.
        Overdue = "overdue",
    }
}

impl RequestPatience {
    /// After how long it is that, working days alone.
    #[must_use]
    pub const fn begins_after(self) -> TimeDelta {
        match self {
            Self::OnTime => TimeDelta::zero(),
            Self::Late => Request::ANSWERED_WITHIN,
            Self::LateAgain => TimeDelta::days(4),
            Self::Overdue => TimeDelta::days(5),
        }
    }

    /// How it stands with what has waited so long, working days alone.
    #[must_use]
    pub fn after(waited: TimeDelta) -> Self {
        let late = [Self::Overdue, Self::LateAgain, Self::Late];
        late.into_iter().find(|it| waited >= it.begins_after()).unwrap_or(Self::OnTime)
    }

    /// All that is less late.
    pub fn before(self) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(move |it| *it < self)
    }
}

keyed! {
    /// How far a request has come.
    RequestStage {
        /// Its letter is not answered yet, so the organiser does not see it.
        Asked = "asked",
        /// The organiser has it before them.
        Waiting = "waiting",
        Accepted = "accepted",
        Declined = "declined",
        /// Whoever asked does not want to any more.
        Withdrawn = "withdrawn",
    }
}

/// A party's request to come to an activity whose organiser answers each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    pub id: RequestId,
    pub activity: ActivityId,
    pub party: Party,
    pub contact: Contact,
    pub needs: Option<Needs>,
    pub wish: Option<RequestWish>,
    pub consent: Option<Consent>,
    pub stage: RequestStage,
    pub asked_at: DateTime<Utc>,
    /// When its letter was answered, and so since when the organiser has it before them.
    pub sent_at: Option<DateTime<Utc>>,
    pub answer: Option<RequestAnswer>,
    /// When the stage it has came about.
    pub changed_at: DateTime<Utc>,
}

/// What the organiser answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestAnswer {
    pub by: AccountId,
    /// When the party comes, where that was agreed.
    pub day: Option<DateTime<Utc>>,
    pub words: Option<Remark>,
    /// The sign-up in which it ended, where a date was chosen.
    pub sign_up: Option<SignUpId>,
}

/// Why nothing can be done to a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RequestRefusal {
    #[error("its letter was answered too late")]
    TooLate,
    #[error("it was answered already")]
    Answered,
    #[error("whoever asked does not want to any more")]
    Withdrawn,
}

impl Request {
    /// How long its letter can be answered.
    pub const PATIENCE: TimeDelta = TimeDelta::hours(48);
    /// How long the organiser has, in working days, before they are reminded.
    pub const ANSWERED_WITHIN: TimeDelta = TimeDelta::days(2);

    /// Who asks, so that nobody has the same question open twice.
    #[must_use]
    pub fn key(&self) -> PartyKey {
        self.party.key(self.contact.email.as_ref())
    }

    /// Whether something is still to be done about it.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        matches!(self.stage, RequestStage::Asked | RequestStage::Waiting)
    }

    /// The sign-up in which it ended.
    #[must_use]
    pub fn seat(&self) -> Option<SignUpId> {
        let answer = self.answer.as_ref().filter(|_| self.stage == RequestStage::Accepted);
        answer.and_then(|it| it.sign_up)
    }

    /// Its letter is answered, so that the organiser sees it. Answers whether it is the first
    /// time.
    ///
    /// # Errors
    ///
    /// [`RequestRefusal::TooLate`], [`RequestRefusal::Withdrawn`].
    pub fn send(&mut self, now: DateTime<Utc>) -> Result<bool, RequestRefusal> {
        match self.stage {
            RequestStage::Asked if now >= self.asked_at + Self::PATIENCE => {
                Err(RequestRefusal::TooLate)
            }
            RequestStage::Asked => {
                self.sent_at = Some(now);
                self.step(RequestStage::Waiting, now);
                Ok(true)
            }
            RequestStage::Withdrawn => Err(RequestRefusal::Withdrawn),
            _ => Ok(false),
        }
    }

    /// The organiser answers.
    ///
    /// # Errors
    ///
    /// [`RequestRefusal`] where it does not wait for an answer.
    pub fn answer(
        &mut self,
        yes: bool,
        answer: RequestAnswer,
        now: DateTime<Utc>,
    ) -> Result<(), RequestRefusal> {
        match self.stage {
            RequestStage::Waiting => {
                self.answer = Some(answer);
                let stage = if yes { RequestStage::Accepted } else { RequestStage::Declined };
                self.step(stage, now);
                Ok(())
            }
            RequestStage::Withdrawn => Err(RequestRefusal::Withdrawn),
            _ => Err(RequestRefusal::Answered),
        }
    }

    /// Whoever asked does not want to any more. Answers whether it is the first time.
    pub fn withdraw(&mut self, now: DateTime<Utc>) -> bool {
        let was = matches!(
            self.stage,
            RequestStage::Asked | RequestStage::Waiting | RequestStage::Accepted
        );
        if was {
            self.step(RequestStage::Withdrawn, now);
        }
        was
    }

    fn step(&mut self, stage: RequestStage, now: DateTime<Utc>) {
        self.stage = stage;
        self.changed_at = now;
    }

    /// The day from which it is of no use any more: that on which the party came, or the one of
    /// its last step.
    fn used_until(&self) -> DateTime<Utc> {
        let day = self.answer.as_ref().and_then(|it| it.day);
        day.filter(|_| self.stage == RequestStage::Accepted).unwrap_or(self.changed_at)
    }

    /// When all of it is erased: a letter that nobody answered after 14 days, what nobody answers
    /// after 90, the rest 30 days after it was of use.
    #[must_use]
    pub fn erased_at(&self) -> DateTime<Utc> {
        match self.stage {
            RequestStage::Asked => self.asked_at + TimeDelta::days(14),
            RequestStage::Waiting => self.changed_at + TimeDelta::days(90),
            _ => self.used_until() + TimeDelta::days(30),
        }
    }

    /// When what the party needs is erased: a week after it was of use.
    #[must_use]
    pub fn needs_erased_at(&self) -> DateTime<Utc> {
        if self.is_open() { self.erased_at() } else { self.used_until() + TimeDelta::days(7) }
    }
}

/// A link in a letter about a request, without its secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestLink {
    pub mark: Mark,
    pub request: RequestId,
    pub purpose: SignUpPurpose,
}

keyed! {
    /// What a letter to whoever asked tells.
    RequestNews {
        /// A button must be pressed before the organiser sees it.
        Asked = "asked",
        /// The same, where a guardian is asked for consent.
        ConsentAsked = "consent-asked",
        Sent = "sent",
        /// The same question is open already.
        AlreadyAsked = "already-asked",
        Accepted = "accepted",
        /// The same, and there are seats at a date.
        Seated = "seated",
        Declined = "declined",
    }
}

impl RequestNews {
    /// What the link in the letter is for.
    #[must_use]
    pub const fn purpose(self) -> SignUpPurpose {
        match self {
            Self::Asked | Self::ConsentAsked => SignUpPurpose::Confirm,
            _ => SignUpPurpose::Page,
        }
    }
}

/// A letter to whoever asked, without its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestLetter {
    pub news: RequestNews,
    pub title: Title,
    pub slug: Slug,
    pub party: String,
    /// Until when the letter must be answered, or when the party comes.
    pub when: Option<DateTime<Utc>>,
    /// What the organiser says.
    pub words: Option<Remark>,
    pub secret: Secret,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identity::LetterLanguage;

    fn at(hours: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000 + hours * 3_600, 0).unwrap()
    }

    fn request() -> Request {
        let contact = Contact {
            email: Some("bo@hjem.dk".try_into().unwrap()),
            phone: None,
            language: LetterLanguage::Danish,
        };
        Request {
            id: RequestId(Uuid::nil()),
            activity: ActivityId(Uuid::nil()),
            party: Party::One { name: "Bo".try_into().unwrap(), age: 30 },
            contact,
            needs: None,
            wish: None,
            consent: None,
            stage: RequestStage::Asked,
            asked_at: at(0),
            sent_at: None,
            answer: None,
            changed_at: at(0),
        }
    }

    fn answer(day: Option<DateTime<Utc>>) -> RequestAnswer {
        RequestAnswer { by: AccountId(Uuid::nil()), day, words: None, sign_up: None }
    }

    #[test]
    fn a_request_is_answered_once_after_its_letter_and_not_before() {
        let mut it = request();
        assert_eq!(it.answer(true, answer(None), at(1)), Err(RequestRefusal::Answered));
        assert_eq!(request().send(at(48)), Err(RequestRefusal::TooLate));
        assert_eq!((it.send(at(1)), it.send(at(2))), (Ok(true), Ok(false)));
        assert_eq!(it.sent_at, Some(at(1)));
        assert_eq!(it.answer(false, answer(None), at(3)), Ok(()));
        assert_eq!(it.answer(true, answer(None), at(4)), Err(RequestRefusal::Answered));
        assert!(!it.withdraw(at(5)), "there is nothing left to withdraw");
        let mut other = request();
        assert!(other.withdraw(at(1)) && !other.withdraw(at(2)));
        assert_eq!(other.send(at(3)), Err(RequestRefusal::Withdrawn));
    }

    #[test]
    fn a_request_is_late_twice_before_it_is_overdue() {
        let after = |hours| RequestPatience::after(TimeDelta::hours(hours));
        assert_eq!(after(0), RequestPatience::OnTime);
        assert_eq!((after(47), after(48)), (RequestPatience::OnTime, RequestPatience::Late));
        assert_eq!((after(95), after(96)), (RequestPatience::Late, RequestPatience::LateAgain));
        assert_eq!(
            (after(119), after(120)),
            (RequestPatience::LateAgain, RequestPatience::Overdue)
        );
        assert_eq!(RequestPatience::Overdue.before().count(), 3);
        assert_eq!(RequestPatience::OnTime.before().count(), 0);
    }

    #[test]
    fn what_is_known_goes_after_the_day_that_was_agreed() {
        let mut it = request();
        assert_eq!(it.erased_at(), at(14 * 24));
        it.send(at(0)).unwrap();
        assert_eq!(it.erased_at(), at(90 * 24));
        it.answer(true, answer(Some(at(240))), at(1)).unwrap();
        assert_eq!(it.needs_erased_at(), at(240 + 7 * 24));
        assert_eq!(it.erased_at(), at(240 + 30 * 24));
        it.withdraw(at(2));
        assert_eq!(it.erased_at(), at(2 + 30 * 24));
    }
}
