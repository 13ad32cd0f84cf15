//! What can be wrong with a file, and with a row.

use chrono::{DateTime, Utc};
use domain::{
    InvalidEmail, InvalidText, InvalidUrl,
    catalogue::{
        AgainFault, InvalidAgeRange, InvalidCoordinates, InvalidGroupSize, InvalidParticulars,
        InvalidPrice, InvalidQuestion, QuestionPart,
    },
    pact::InvalidPostcode,
};

use super::{Column, echo};

/// Why a file cannot be read, or not from here on.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileFault {
    #[error("the file is empty")]
    Empty,
    #[error("the file has more than {max} bytes")]
    TooLarge { max: u64 },
    /// The line is that of the first row too many.
    #[error("line {line}: the file has more than {max} rows")]
    TooManyRows { max: u64, line: u64 },
    #[error("the file is neither CSV nor XLSX")]
    UnknownKind,
    #[error("the file is an old spreadsheet")]
    OldSpreadsheet,
    #[error("the file is written in UTF-16")]
    Utf16,
    #[error("line {line}, character {character}: the file is not written in UTF-8")]
    NotUtf8 { line: u64, character: u64 },
    #[error("line {line}, character {character}: there is a NUL character")]
    Nul { line: u64, character: u64 },
    #[error("line {line}, character {character}: a quotation begins and does not end")]
    OpenQuote { line: u64, character: u64 },
    #[error("the file has more than {max} columns")]
    TooManyColumns { max: usize },
    #[error("the first row is no header")]
    NoHeader,
    #[error("there is nothing below the header")]
    NoRows,
    #[error("the header names a column twice: {column}")]
    DoubleColumn { column: &'static str },
    #[error("the header lacks columns: {}", columns.join(", "))]
    MissingColumns { columns: Vec<&'static str> },
    #[error("the file cannot be read")]
    Unreadable,
}

impl FileFault {
    /// The line and the character of it, each from 1, as far as it stands in one place.
    #[must_use]
    pub fn place(&self) -> (Option<u64>, Option<u64>) {
        match self {
            Self::NotUtf8 { line, character }
            | Self::Nul { line, character }
            | Self::OpenQuote { line, character } => (Some(*line), Some(*character)),
            Self::TooManyRows { line, .. } => (Some(*line), None),
            Self::NoHeader | Self::DoubleColumn { .. } | Self::MissingColumns { .. } => {
                (Some(1), None)
            }
            _ => (None, None),
        }
    }
}

/// What is wrong in one cell of a row that was rejected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowFault {
    /// The line on which a person finds the row, from 1.
    pub line: u64,
    pub column: Column,
    pub fault: Fault,
}

/// What is wrong in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    Missing,
    /// The row ends before its header does: a comma was forgotten.
    TooFewCells {
        lacking: u64,
    },
    /// The row goes on where its header ends: a text with a comma stands without quotation marks.
    TooManyCells {
        beyond: u64,
    },
    Text(InvalidText),
    Url(InvalidUrl),
    Email(InvalidEmail),
    /// A word that is not in the vocabulary, as it may be told.
    UnknownKey(String),
    Language,
    Age(InvalidAgeRange),
    Group(InvalidGroupSize),
    Price(InvalidPrice),
    Postcode(InvalidPostcode),
    Coordinates(InvalidCoordinates),
    /// No whole number within the bounds.
    Number {
        min: u32,
        max: u32,
    },
    Flag,
    /// No date and time such as `2027-03-18T09:00`.
    Time,
    /// A day that no calendar has, such as 30 February.
    NoSuchDay,
    /// An hour over which Danish clocks are put forward.
    NoSuchTime,
    EndsTooSoon,
    LateDeadline,
    /// Another row of the same activity starts at the same time.
    SameStart {
        line: u64,
    },
    Together(InvalidParticulars),
    /// What is asked of those who sign up, by its place from 0; a sheet asks nothing.
    Question {
        n: usize,
        part: QuestionPart,
        why: InvalidQuestion,
    },
    /// How a date comes again; in a sheet each date has its row.
    Again(AgainFault),
    /// Another row of the same activity says something else.
    Conflict {
        line: u64,
    },
    /// The activity's first row was rejected, so this one has nothing to belong to.
    FirstRowRejected {
        line: u64,
    },
    NewPartnerWithoutSector,
    /// The campaign takes no more activities.
    CampaignClosed,
    /// Whoever hands the sheet in does not act for that partner.
    OtherPartner,
    /// The activity is cancelled, so nothing about it is changed.
    Cancelled,
    /// The activity was taken down.
    Archived,
    /// Another partner leads the activity now.
    HandedOver,
}

impl Fault {
    /// A word of a file that is not in the vocabulary.
    pub(super) fn unknown(word: &str) -> Self {
        Self::UnknownKey(echo(word))
    }
}

/// The instant and the cell it was read from.
pub(super) type Instant = Result<DateTime<Utc>, Fault>;
