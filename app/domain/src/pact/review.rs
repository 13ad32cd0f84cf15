//! What asks a moderator to look at something that is public already.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    Email, InvalidEmail, InvalidText, catalogue::ActivityId, holds_cpr_number,
    identity::LetterLanguage, keyed::keyed, text::text,
};

/// Names a review.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ReviewId(pub Uuid);

keyed! {
    /// Why a moderator should look.
    ReviewCause {
        /// Somebody reports that what is written is wrong.
        WrongFacts = "wrong-facts",
        NotHappening = "not-happening",
        Unsuitable = "unsuitable",
        Unsafe = "unsafe",
        Advertising = "advertising",
        Other = "other",
        /// Nobody reports it: it is one of those that a trusted partner published at once.
        Sampled = "sampled",
        /// Nor this: it says something else than what a moderator has read.
        Revised = "revised",
    }
}

impl ReviewCause {
    /// What somebody can report.
    pub fn reported() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|it| !matches!(it, Self::Sampled | Self::Revised))
    }
}

keyed! {
    /// What a moderator answered.
    Verdict {
        /// It stays as it is.
        Fine = "fine",
        /// It is out of sight until its partner has mended it.
        Returned = "returned",
        /// It does not happen.
        Cancelled = "cancelled",
    }
}

text! {
    /// What somebody writes about an activity that they report.
    ReportRemark, 3..=1_000, true
}

/// What asks a moderator to look at an activity that is public: somebody's report, a sample of
/// what a trusted partner publishes, or new words of a partner that is not trusted. It is gone
/// once it is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    pub id: ReviewId,
    pub activity: ActivityId,
    pub cause: ReviewCause,
    pub remark: Option<ReportRemark>,
    /// Where whoever reports it wants to read what became of it. Only a letter sees it.
    pub reply_to: Option<(Email, LetterLanguage)>,
    pub asked_at: DateTime<Utc>,
}

impl Review {
    /// After how long it is erased, answered or not.
    pub const KEPT_FOR: TimeDelta = TimeDelta::days(30);
    /// One in so many of what trusted partners publish at once is looked at.
    pub const ONE_IN: u64 = 10;

    /// Whether chance picks a sample.
    #[must_use]
    pub fn picks(chance: [u8; 8]) -> bool {
        u64::from_le_bytes(chance).is_multiple_of(Self::ONE_IN)
    }

    /// Whether another asks for the same for the same reasons.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        let reader = |it: &Self| it.reply_to.as_ref().map(|(email, _)| email.key());
        (self.activity, self.cause, &self.remark, reader(self))
            == (other.activity, other.cause, &other.remark, reader(other))
    }
}

/// What somebody reports, before it has a name and a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    pub cause: ReviewCause,
    pub remark: Option<ReportRemark>,
    pub reply_to: Option<Email>,
}

/// What is wrong with a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidReport {
    /// Choose one.
    #[error("no reason is chosen")]
    Cause,
    #[error("the remark: {0}")]
    Remark(InvalidText),
    /// Leave it out: nobody here may have it.
    #[error("the remark holds what looks like a CPR number")]
    CprNumber,
    #[error("the address: {0}")]
    Email(InvalidEmail),
}

impl Report {
    /// Reads what was chosen and typed.
    ///
    /// # Errors
    ///
    /// Everything that is wrong, in the order of the form.
    pub fn read(cause: &str, remark: &str, email: &str) -> Result<Self, Vec<InvalidReport>> {
        let mut faults = Vec::new();
        let cause = ReviewCause::reported().find(|it| it.key() == cause);
        if cause.is_none() {
            faults.push(InvalidReport::Cause);
        }
        let remark = match remark {
            text if text.trim().is_empty() => None,
            text if holds_cpr_number(text) => {
                faults.push(InvalidReport::CprNumber);
                None
            }
            text => text.try_into().map_err(|it| faults.push(InvalidReport::Remark(it))).ok(),
        };
        let reply_to = match email.trim() {
            "" => None,
            text => text.try_into().map_err(|it| faults.push(InvalidReport::Email(it))).ok(),
        };
        match cause {
            Some(cause) if faults.is_empty() => Ok(Self { cause, remark, reply_to }),
            _ => Err(faults),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_is_a_choice_and_the_rest_may_be_left_out() {
        let report = Report::read("unsafe", "  ", "").unwrap();
        let bare = Report { cause: ReviewCause::Unsafe, remark: None, reply_to: None };
        assert_eq!(report, bare);
        let report = Report::read("other", " Der er\nintet værksted ", " lone@skole.dk ").unwrap();
        assert_eq!(report.remark.unwrap().as_str(), "Der er\nintet værksted");
        assert_eq!(report.reply_to.unwrap().to_string(), "lone@skole.dk");
    }

    #[test]
    fn everything_that_is_wrong_is_said_at_once() {
        let said = Report::read("sampled", "Ring til 011207-1234", "lone").unwrap_err();
        assert!(
            matches!(
                said.as_slice(),
                [InvalidReport::Cause, InvalidReport::CprNumber, InvalidReport::Email(_)]
            ),
            "{said:?}"
        );
        let said = Report::read("", "x", "").unwrap_err();
        assert!(matches!(said.as_slice(), [InvalidReport::Cause, InvalidReport::Remark(_)]));
    }

    #[test]
    fn one_in_ten_is_picked() {
        let picked = (0..10_000u64).filter(|n| Review::picks(n.to_le_bytes())).count();
        assert_eq!(picked, 1_000);
        // Numbers that are spread as chance spreads them.
        let spread = (0..10_000u64).map(|n| n.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let picked = spread.filter(|n| Review::picks(n.to_le_bytes())).count();
        assert!((900..=1_100).contains(&picked), "{picked}");
    }
}
