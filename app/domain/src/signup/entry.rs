//! One party on a roster, the stages it goes through, and each step with its reason.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::PartyKey;
use crate::keyed::keyed;

/// Names a sign-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SignUpId(pub Uuid);

/// One party on a roster.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub id: SignUpId,
    /// Who it is, so that nobody stands on a roster twice.
    pub key: PartyKey,
    /// So many come.
    pub seats: u16,
    /// In which order they came: 1 is before 2.
    pub turn: u64,
    /// Which it was in the draw of the date, where it was in it: 1 is before 2, and all of them
    /// are before whoever came later.
    pub rank: Option<u32>,
    pub stage: Stage,
}

/// How far a party has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Its seats are kept until its letter is answered, but not for ever.
    Held { until: DateTime<Utc> },
    /// It stands in line if its letter is answered in time.
    Queued { until: DateTime<Utc> },
    /// It comes.
    Confirmed,
    /// It stands in line.
    Waiting,
    /// Its turn has come: seats are kept until it says yes or no, but not for ever.
    Offered { until: DateTime<Utc> },
    /// It does not come.
    Gone(Gone),
}

keyed! {
    /// The stages by the words of tables and logs.
    StageWord {
        Held = "held",
        Queued = "queued",
        Confirmed = "confirmed",
        Waiting = "waiting",
        Offered = "offered",
        Gone = "gone",
    }
}

keyed! {
    /// Why a party does not come.
    Gone {
        /// It never answered its letter.
        Lapsed = "lapsed",
        /// It cancelled.
        Cancelled = "cancelled",
        /// The organiser cancelled it.
        CancelledByOrganiser = "cancelled-by-organiser",
        /// A guardian took the consent back.
        ConsentWithdrawn = "consent-withdrawn",
        /// It said no to seats it was offered.
        Declined = "declined",
        /// It said nothing to seats it was offered.
        OfferPassed = "offer-passed",
        /// The list closed before its turn came.
        ListClosed = "list-closed",
        /// The date does not take place.
        DateCancelled = "date-cancelled",
        /// It comes at another date.
        Moved = "moved",
        /// It was asked some days before, and said no.
        NotComing = "not-coming",
        /// It was asked some days before, and said nothing.
        NotHeardFrom = "not-heard-from",
    }
}

keyed! {
    /// Why a step was taken.
    Reason {
        SeatsFree = "seats-free",
        TooFewSeats = "too-few-seats",
        OthersWait = "others-wait",
        /// There are seats, but they are not kept for it: too many are kept unanswered already, or
        /// somebody before it has not answered yet.
        FirstToAnswer = "first-to-answer",
        LetterAnswered = "letter-answered",
        InTurn = "in-turn",
        GapFilled = "gap-filled",
        OfferAccepted = "offer-accepted",
        OfferDeclined = "offer-declined",
        OfferPassed = "offer-passed",
        LetterUnanswered = "letter-unanswered",
        NumberChanged = "number-changed",
        Cancelled = "cancelled",
        CancelledByOrganiser = "cancelled-by-organiser",
        AddedByOrganiser = "added-by-organiser",
        ConsentWithdrawn = "consent-withdrawn",
        /// The second guardian took the consent back.
        ConsentWithdrawnBySecond = "consent-withdrawn-by-second",
        ListClosed = "list-closed",
        DateCancelled = "date-cancelled",
        Moved = "moved",
        /// The organiser said yes to a request.
        RequestAccepted = "request-accepted",
        /// The seats are drawn later.
        ToBeDrawn = "to-be-drawn",
        /// The draw gave it seats.
        Drawn = "drawn",
        /// The draw had no seats left for it.
        NotDrawn = "not-drawn",
        /// It was asked whether it still comes, and said no.
        NotComing = "not-coming",
        /// It was asked whether it still comes, twice, and said nothing.
        NotHeardFrom = "not-heard-from",
    }
}

/// One step of one party. It is written down once and never changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The roster's steps are counted, from 1 on.
    pub n: u64,
    pub sign_up: SignUpId,
    pub at: DateTime<Utc>,
    /// Nothing where the party is new.
    pub from: Option<Stage>,
    pub to: Stage,
    /// So many come from then on.
    pub seats: u16,
    pub reason: Reason,
}

impl Entry {
    /// Where it is in the order in which parties are served.
    #[must_use]
    pub fn order(&self) -> (bool, Option<u32>, u64) {
        (self.rank.is_none(), self.rank, self.turn)
    }

    /// How many seats are kept for it.
    #[must_use]
    pub fn takes(&self) -> u32 {
        if self.stage.takes_seats() { self.seats.into() } else { 0 }
    }
}

impl Stage {
    #[must_use]
    pub const fn word(self) -> StageWord {
        match self {
            Self::Held { .. } => StageWord::Held,
            Self::Queued { .. } => StageWord::Queued,
            Self::Confirmed => StageWord::Confirmed,
            Self::Waiting => StageWord::Waiting,
            Self::Offered { .. } => StageWord::Offered,
            Self::Gone(_) => StageWord::Gone,
        }
    }

    /// Until when something has to be answered.
    #[must_use]
    pub const fn until(self) -> Option<DateTime<Utc>> {
        match self {
            Self::Held { until } | Self::Queued { until } | Self::Offered { until } => Some(until),
            _ => None,
        }
    }

    #[must_use]
    pub const fn gone(self) -> Option<Gone> {
        match self {
            Self::Gone(why) => Some(why),
            _ => None,
        }
    }

    #[must_use]
    pub const fn takes_seats(self) -> bool {
        matches!(self, Self::Held { .. } | Self::Confirmed | Self::Offered { .. })
    }

    #[must_use]
    pub const fn is_active(self) -> bool {
        !matches!(self, Self::Gone(_))
    }

    /// Whether it stands in line, its letter answered or not.
    #[must_use]
    pub const fn is_in_line(self) -> bool {
        matches!(self, Self::Waiting | Self::Queued { .. })
    }

    /// Whether the letter was answered, so that whoever reads at the address has agreed.
    #[must_use]
    pub const fn is_sure(self) -> bool {
        matches!(self, Self::Confirmed | Self::Waiting | Self::Offered { .. })
    }
}

impl StageWord {
    /// The stage that a table tells by a word, a time and a reason.
    #[must_use]
    pub fn stage(self, until: Option<DateTime<Utc>>, gone: Option<Gone>) -> Option<Stage> {
        Some(match (self, until, gone) {
            (Self::Held, Some(until), None) => Stage::Held { until },
            (Self::Queued, Some(until), None) => Stage::Queued { until },
            (Self::Offered, Some(until), None) => Stage::Offered { until },
            (Self::Confirmed, None, None) => Stage::Confirmed,
            (Self::Waiting, None, None) => Stage::Waiting,
            (Self::Gone, None, Some(why)) => Stage::Gone(why),
            _ => return None,
        })
    }
}
