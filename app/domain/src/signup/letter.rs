//! What we write to a party.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::{
    catalogue::{Slug, Title},
    identity::{PersonName, Secret},
    keyed::keyed,
};

keyed! {
    /// What a letter to a party tells.
    SignUpNews {
        /// Seats are kept until a button is pressed.
        SeatsHeld = "seats-held",
        /// A button must be pressed to stand in line.
        LineHeld = "line-held",
        /// A guardian is asked for consent, while a seat is kept.
        ConsentAsked = "consent-asked",
        /// The same, while the child would stand in line.
        ConsentAskedInLine = "consent-asked-in-line",
        /// Consent was asked for a day ago.
        ConsentReminder = "consent-reminder",
        Confirmed = "confirmed",
        /// The organiser, whom somebody called, has signed the party up.
        AddedByOrganiser = "added-by-organiser",
        InLine = "in-line",
        Offered = "offered",
        NumberChanged = "number-changed",
        /// Somebody named the reader as the second guardian of a child that is signed up.
        NamedSecond = "named-second",
        /// Place, end or price of the date are others.
        Changed = "changed",
        Cancelled = "cancelled",
        CancelledByOrganiser = "cancelled-by-organiser",
        ConsentWithdrawn = "consent-withdrawn",
        OfferPassed = "offer-passed",
        ListClosed = "list-closed",
        DateCancelled = "date-cancelled",
        /// The organiser has given the party seats at another date instead.
        Moved = "moved",
        /// Somebody signed the party up once more.
        AlreadyIn = "already-in",
        /// The date is in a week.
        InAWeek = "in-a-week",
        /// The date is tomorrow.
        Tomorrow = "tomorrow",
    }
}

/// A letter to a party about its sign-up, without its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignUpLetter {
    pub news: SignUpNews,
    /// What the activity is called, and where its page is.
    pub title: Title,
    pub slug: Slug,
    /// What the party is called.
    pub party: String,
    pub seats: u16,
    pub start: DateTime<Utc>,
    pub end: DateTime<Utc>,
    /// Until when something must be answered.
    pub until: Option<DateTime<Utc>>,
    /// Which in line it is.
    pub place: Option<u32>,
    /// Of the link in it.
    pub secret: Option<Secret>,
    /// Who named the reader as second guardian, where the letter is to that one.
    #[serde(default)]
    pub named_by: Option<PersonName>,
}

impl SignUpNews {
    /// Whether the link in the letter answers it, rather than opening the sign-up's page.
    #[must_use]
    pub const fn asks(self) -> bool {
        matches!(
            self,
            Self::SeatsHeld
                | Self::LineHeld
                | Self::ConsentAsked
                | Self::ConsentAskedInLine
                | Self::ConsentReminder
        )
    }

    /// Whether a second guardian is told it too: all that is true of the child's sign-up. What is
    /// asked is asked of one, and what somebody else sent in is nothing new.
    #[must_use]
    pub const fn is_for_second(self) -> bool {
        !self.asks() && !matches!(self, Self::AlreadyIn)
    }

    /// Whether there is a page that the link can open: none where the party does not come.
    #[must_use]
    pub const fn has_page(self) -> bool {
        matches!(
            self,
            Self::Confirmed
                | Self::AddedByOrganiser
                | Self::Moved
                | Self::InLine
                | Self::Offered
                | Self::NumberChanged
                | Self::NamedSecond
                | Self::Changed
                | Self::AlreadyIn
                | Self::InAWeek
                | Self::Tomorrow
        )
    }
}
