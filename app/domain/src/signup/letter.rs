//! What we write to a party.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{SignUpPurpose, WhyDrawn};
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
        /// A button must be pressed, and whoever does so first gets the seats that are free.
        SeatsOpen = "seats-open",
        /// A button must be pressed to stand in line.
        LineHeld = "line-held",
        /// A guardian is asked for consent, while a seat is kept.
        ConsentAsked = "consent-asked",
        /// The same, while whoever answers first gets the seats that are free.
        ConsentAskedOpen = "consent-asked-open",
        /// The same, while the child would stand in line.
        ConsentAskedInLine = "consent-asked-in-line",
        /// Consent was asked for a day ago.
        ConsentReminder = "consent-reminder",
        /// The same, where no seat is kept.
        ConsentReminderUnkept = "consent-reminder-unkept",
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
        /// The second guardian did so.
        ConsentWithdrawnBySecond = "consent-withdrawn-by-second",
        OfferPassed = "offer-passed",
        ListClosed = "list-closed",
        DateCancelled = "date-cancelled",
        /// The organiser has given the party seats at another date instead.
        Moved = "moved",
        /// A button must be pressed to be in the draw.
        DrawHeld = "draw-held",
        /// A guardian is asked for consent to be in the draw.
        ConsentAskedForDraw = "consent-asked-for-draw",
        /// The party is in the draw.
        InDraw = "in-draw",
        /// The draw gave the party its seats.
        Drawn = "drawn",
        /// The draw had no seats left for the party, which stands in line.
        NotDrawn = "not-drawn",
        /// Somebody signed the party up once more.
        AlreadyIn = "already-in",
        /// Some days before: is the party still coming?
        StillComing = "still-coming",
        /// The same, where the seats of whoever says nothing are freed.
        StillComingBy = "still-coming-by",
        /// The same once more, a day before the seats are freed.
        StillComingLast = "still-coming-last",
        /// The party said nothing, so its seats were freed.
        NotHeardFrom = "not-heard-from",
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
    /// Of the link by which the second guardian takes the consent back, where the letter is to
    /// that one.
    #[serde(default)]
    pub withdraws: Option<Secret>,
    /// Why the draw gave what it gave, where the letter tells of it.
    #[serde(default)]
    pub drawn: Option<WhyDrawn>,
}

impl SignUpNews {
    /// Whether the link in the letter answers it, rather than opening the sign-up's page.
    #[must_use]
    pub const fn asks(self) -> bool {
        matches!(
            self,
            Self::SeatsHeld
                | Self::SeatsOpen
                | Self::LineHeld
                | Self::ConsentAsked
                | Self::ConsentAskedOpen
                | Self::ConsentAskedInLine
                | Self::DrawHeld
                | Self::ConsentAskedForDraw
                | Self::ConsentReminder
                | Self::ConsentReminderUnkept
        )
    }

    /// Whether the letter asks if the party still comes.
    #[must_use]
    pub const fn asks_again(self) -> bool {
        matches!(self, Self::StillComing | Self::StillComingBy | Self::StillComingLast)
    }

    /// What the link in the letter is for; nothing where there is none. Each guardian has links of
    /// their own.
    #[must_use]
    pub const fn link(self, is_second: bool) -> Option<SignUpPurpose> {
        match (self.asks(), self.asks_again(), self.has_page(), is_second) {
            (true, _, _, false) => Some(SignUpPurpose::Confirm),
            (_, true, _, false) => Some(SignUpPurpose::Coming),
            (_, true, _, true) => Some(SignUpPurpose::SecondComing),
            (_, _, true, false) => Some(SignUpPurpose::Page),
            (_, _, true, true) => Some(SignUpPurpose::SecondPage),
            _ => None,
        }
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
                | Self::InDraw
                | Self::Drawn
                | Self::NotDrawn
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
