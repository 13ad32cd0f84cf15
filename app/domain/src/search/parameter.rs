//! The words of an address that say what somebody looks for.

use serde::{Deserialize, Serialize};

use crate::keyed::keyed;

keyed! {
    /// A parameter of a list's address, in the order in which addresses name them.
    Parameter {
        Words = "q",
        Topic = "topic",
        Level = "level",
        Age = "age",
        Kind = "kind",
        Audience = "audience",
        Region = "region",
        Municipality = "municipality",
        Area = "area",
        From = "from",
        To = "to",
        Month = "month",
        Week = "week",
        Format = "format",
        Language = "language",
        Free = "free",
        PriceMax = "price_max",
        Girls = "girls",
        Seats = "seats",
        Partner = "partner",
        Sector = "sector",
        Campaign = "campaign",
        Near = "near",
        WithinKm = "within_km",
        Full = "full",
        Past = "past",
        Sort = "sort",
        Page = "page",
        PerPage = "per_page",
    }
}

impl Parameter {
    /// Whether several values may be given, of which one is enough.
    #[must_use]
    pub fn may_repeat(self) -> bool {
        matches!(
            self,
            Self::Topic
                | Self::Level
                | Self::Kind
                | Self::Audience
                | Self::Region
                | Self::Municipality
                | Self::Area
                | Self::Month
                | Self::Week
                | Self::Format
                | Self::Language
                | Self::Partner
                | Self::Sector
                | Self::Campaign
        )
    }
}

keyed! {
    /// What stands first in a list.
    Sort {
        Relevance = "relevance",
        Date = "date",
        Distance = "distance",
    }
}

/// A parameter whose value nobody can have meant.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
#[error("the parameter `{name}` {reason}")]
pub struct InvalidParameter {
    /// As it stood in the address, shortened.
    pub name: String,
    /// What was given, shortened to [`InvalidParameter::MAX_VALUE_CHARS`] and without control characters.
    pub value: String,
    pub reason: Reason,
}

impl InvalidParameter {
    pub const MAX_VALUE_CHARS: usize = 400;
}

/// What is wrong with a parameter's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error, Serialize, Deserialize)]
pub enum Reason {
    #[error("is not known")]
    UnknownParameter,
    #[error("has a value that is not in its vocabulary")]
    UnknownValue,
    #[error("is no date such as 2027-03-18")]
    NoDate,
    #[error("is no month such as 2027-03")]
    NoMonth,
    #[error("is no week such as 2027-W07")]
    NoWeek,
    #[error("lies before `from`")]
    EndsBeforeItStarts,
    #[error("is no whole number from {min} to {max}")]
    NoNumber { min: u32, max: u32 },
    #[error("is no Danish postcode, town or landscape")]
    NoPlace,
    #[error("needs a place to be near")]
    NeedsPlace,
    #[error("is neither true nor false")]
    NoFlag,
    #[error("has more than {max} characters")]
    TooLong { max: usize },
    #[error("may be given only once")]
    Repeated,
    #[error("holds a control character")]
    ControlCharacter,
    #[error("is one of more than {max} parameters")]
    TooMany { max: usize },
}
