//! What waits for a moderator, and how long it may.

use chrono::{DateTime, Datelike as _, NaiveDate, TimeDelta, Utc, Weekday};
use uuid::Uuid;

use super::ReviewId;
use crate::{
    catalogue::{ActivityId, Holiday},
    keyed::keyed,
    partners::{ClaimId, PartnerId},
    text::text,
};

text! {
    /// What a case is called: an activity's title, or a partner's name.
    CaseName, 1..=200, false
}

/// One thing in the queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CaseId {
    /// An activity that waits for a yes.
    Activity(ActivityId),
    /// A partner that somebody has introduced.
    Partner(PartnerId),
    /// Somebody's wish to act for a partner.
    Claim(ClaimId),
    /// Something public that a moderator is asked to look at.
    Review(ReviewId),
    /// What a public activity would ask those who sign up.
    Questions(ActivityId),
}

impl CaseId {
    /// The word by which tables and forms know its kind, and its name.
    #[must_use]
    pub fn parts(self) -> (&'static str, Uuid) {
        match self {
            Self::Activity(id) => ("activity", id.0),
            Self::Partner(id) => ("partner", id.0),
            Self::Claim(id) => ("claim", id.0),
            Self::Review(id) => ("review", id.0),
            Self::Questions(id) => ("questions", id.0),
        }
    }

    /// The case of a word and a name; nothing where the word is unknown.
    #[must_use]
    pub fn of_parts(word: &str, id: Uuid) -> Option<Self> {
        match word {
            "activity" => Some(Self::Activity(ActivityId(id))),
            "partner" => Some(Self::Partner(PartnerId(id))),
            "claim" => Some(Self::Claim(ClaimId(id))),
            "review" => Some(Self::Review(ReviewId(id))),
            "questions" => Some(Self::Questions(ActivityId(id))),
            _ => None,
        }
    }
}

keyed! {
    /// How long a case has waited, and so who looks at it.
    Patience {
        Fresh = "fresh",
        /// Its region is reminded.
        Late = "late",
        /// The national desk looks at it too.
        Escalated = "escalated",
    }
}

impl Patience {
    /// After how long its region is reminded.
    pub const REMIND_AFTER: TimeDelta = TimeDelta::hours(24);
    /// After how long the national desk looks at it too: what was promised is two working days.
    pub const ESCALATE_AFTER: TimeDelta = TimeDelta::hours(48);

    /// How it stands with what has waited so long, working days alone.
    #[must_use]
    pub fn after(waited: TimeDelta) -> Self {
        if waited >= Self::ESCALATE_AFTER {
            Self::Escalated
        } else if waited >= Self::REMIND_AFTER {
            Self::Late
        } else {
            Self::Fresh
        }
    }
}

/// A letter that tells of a case was written, once for each time that it waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Reminder {
    pub case: CaseId,
    /// Since when it waits.
    pub since: DateTime<Utc>,
    /// What it told: never that a case is fresh.
    pub patience: Patience,
}

/// Whether moderators work on a day: not on weekends, nor while Denmark rests.
#[must_use]
pub fn is_working_day(day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && Holiday::on(day).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_is_read_as_it_is_written() {
        let id = Uuid::from_u128(7);
        for case in [
            CaseId::Activity(ActivityId(id)),
            CaseId::Partner(PartnerId(id)),
            CaseId::Claim(ClaimId(id)),
            CaseId::Review(ReviewId(id)),
            CaseId::Questions(ActivityId(id)),
        ] {
            let (word, id) = case.parts();
            assert_eq!(CaseId::of_parts(word, id), Some(case));
        }
        assert_eq!(CaseId::of_parts("moon", id), None);
    }

    #[test]
    fn a_region_has_a_day_and_the_national_desk_comes_after_two() {
        let after = |hours| Patience::after(TimeDelta::hours(hours));
        assert_eq!([after(0), after(23)], [Patience::Fresh; 2]);
        assert_eq!([after(24), after(47)], [Patience::Late; 2]);
        assert_eq!([after(48), after(900)], [Patience::Escalated; 2]);
    }

    #[test]
    fn nobody_works_at_weekends_or_on_the_holidays_of_easter() {
        let works = |day: &str| is_working_day(day.parse().unwrap());
        assert!(works("2027-03-24") && works("2027-03-30"));
        for day in ["2027-03-25", "2027-03-26", "2027-03-27", "2027-03-28", "2027-03-29"] {
            assert!(!works(day), "{day}");
        }
    }
}
