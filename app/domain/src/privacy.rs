//! What is kept of people: why, on which ground of the law, and for how long.
//!
//! The register of processing that the General Data Protection Regulation asks for (Article 30)
//! and the page that tells people of it are made from this; so is what is erased by itself.

mod held;
mod sweep;

use chrono::TimeDelta;

pub use held::{Erased, Held, Tombstone};
pub use sweep::{Headcount, Sweep, SweepState};

use crate::{
    identity::{Invitation, Session},
    keyed::keyed,
    pact::Review,
    signup::{DateReport, SignUp},
};

keyed! {
    /// Something that is kept of people, for one purpose.
    Holding {
        /// Whom one can write to about an activity; it stands on its page.
        Contact = "contact",
        /// Who comes, and where they are written to.
        SignUp = "sign_up",
        /// That a guardian has agreed: when, and to which words.
        Consent = "consent",
        /// What somebody needs on the day, which can tell of health or faith.
        Needs = "needs",
        /// What somebody answers to what the organiser asks.
        Answers = "answers",
        /// Who is called on the day if something happens to a child.
        Emergency = "emergency",
        /// Who has an account, and what they may do.
        Account = "account",
        /// Which activities somebody has found and keeps for later.
        Saved = "saved",
        /// That somebody who signs in is who they say.
        SignIn = "sign_in",
        /// What a provider of identities says of somebody.
        Identity = "identity",
        /// Who was asked to join a partner.
        Invitation = "invitation",
        /// That a letter was sent.
        Letter = "letter",
        /// Who has changed what.
        Deed = "deed",
        /// Who says that a partner is theirs.
        Claim = "claim",
        /// What somebody reports of an activity.
        Report = "report",
        /// That an address was erased, in a way that tells it to nobody.
        Erased = "erased",
        /// Who has written a draft, handed in a sheet or changed the synonyms.
        Desk = "desk",
        /// What an organiser remarks of a date that is over.
        Remarks = "remarks",
    }
}

keyed! {
    /// The ground on which something may be kept: articles of the General Data Protection
    /// Regulation.
    Basis {
        /// A task in the public interest.
        PublicTask = "public_task",
        /// Consent; of a guardian for a child under 15 (Article 8; Danish Data Protection Act, § 6).
        Consent = "consent",
        /// Explicit consent to what tells of health or faith.
        ExplicitConsent = "explicit_consent",
        /// What keeps accounts safe, which is in everybody's interest.
        Safety = "safety",
    }
}

impl Basis {
    /// The article, as one quotes it.
    #[must_use]
    pub const fn article(self) -> &'static str {
        match self {
            Self::PublicTask => "6(1)(e)",
            Self::Consent => "6(1)(a)",
            Self::ExplicitConsent => "9(2)(a)",
            Self::Safety => "6(1)(f)",
        }
    }
}

impl Holding {
    #[must_use]
    pub const fn basis(self) -> Basis {
        match self {
            Self::Consent => Basis::Consent,
            Self::Needs => Basis::ExplicitConsent,
            Self::SignIn | Self::Identity | Self::Deed | Self::Erased => Basis::Safety,
            _ => Basis::PublicTask,
        }
    }

    /// How long it is kept at the longest after it was of use: after the date for what belongs
    /// to a sign-up, after it was written for all else. None for what goes with what it belongs
    /// to: an activity, an account, a draft, a claim that is answered. An account goes once its
    /// owner has not come for long ([`Idleness`](crate::identity::Idleness)).
    #[must_use]
    pub fn kept_for(self) -> Option<TimeDelta> {
        match self {
            Self::SignUp | Self::Consent => Some(SignUp::KEPT_FOR),
            Self::Needs | Self::Answers => Some(SignUp::NEEDS_KEPT_FOR),
            Self::Emergency => Some(SignUp::EMERGENCY_KEPT_FOR),
            Self::SignIn => Some(Self::longest_session()),
            Self::Invitation => Some(Invitation::LIFETIME),
            Self::Letter => Some(Self::LETTERS),
            Self::Deed => Some(Self::DEEDS),
            Self::Erased => Some(Self::TOMBSTONES),
            Self::Report => Some(Review::KEPT_FOR),
            Self::Remarks => Some(DateReport::REMARKS_KEPT_FOR),
            Self::Contact
            | Self::Account
            | Self::Saved
            | Self::Identity
            | Self::Claim
            | Self::Desk => None,
        }
    }

    /// How long it is remembered that a letter was sent.
    pub const LETTERS: TimeDelta = TimeDelta::days(30);
    /// How long it is remembered what was done to an account.
    pub const DEEDS: TimeDelta = TimeDelta::days(180);
    /// How long it is remembered that an address was erased: longer than any backup is kept.
    pub const TOMBSTONES: TimeDelta = TimeDelta::days(365);
    /// How long it is remembered how often something was tried at the doors.
    pub const TALLIES: TimeDelta = TimeDelta::days(30);

    fn longest_session() -> TimeDelta {
        [true, false]
            .map(|is_staff| Session::limits(is_staff).1)
            .into_iter()
            .fold(Self::TALLIES, Ord::max)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_tells_of_health_needs_explicit_consent_and_goes_first() {
        assert_eq!(Holding::Needs.basis(), Basis::ExplicitConsent);
        assert!(Holding::Needs.kept_for() < Holding::SignUp.kept_for());
    }

    #[test]
    fn nothing_of_a_child_is_kept_for_longer_than_a_month_after_the_day() {
        for holding in [
            Holding::SignUp,
            Holding::Consent,
            Holding::Needs,
            Holding::Answers,
            Holding::Emergency,
        ] {
            assert!(holding.kept_for().is_some_and(|span| span <= TimeDelta::days(30)));
        }
    }

    #[test]
    fn sessions_and_attempts_are_over_within_a_month() {
        assert_eq!(Holding::SignIn.kept_for(), Some(TimeDelta::days(30)));
    }
}
