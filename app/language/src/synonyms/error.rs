//! What can be wrong with a list of synonyms.

use std::{error::Error, fmt};

/// Why a list of synonyms is not understood; lines count from one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SynonymsError {
    /// The list is longer than anybody keeps in order.
    TooManyLines { limit: usize },
    /// A line has more bytes than a line of terms needs.
    LineTooLong { line: usize, limit: usize },
    /// A term has more words than anybody asks for.
    TermTooLong { line: usize, limit: usize },
    /// Between two commas, or beside an arrow, stands nothing with a letter.
    EmptyTerm { line: usize },
    /// A term stands on its line without another to lead to.
    Alone { line: usize },
    /// A line has more than one arrow.
    TwoArrows { line: usize },
}

impl fmt::Display for SynonymsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooManyLines { limit } => {
                write!(f, "the synonyms have more than {limit} lines")
            }
            Self::LineTooLong { line, limit } => {
                write!(f, "line {line} of the synonyms is longer than {limit} bytes")
            }
            Self::TermTooLong { line, limit } => {
                write!(f, "line {line} of the synonyms has a term of more than {limit} words")
            }
            Self::EmptyTerm { line } => write!(f, "line {line} of the synonyms lacks a term"),
            Self::Alone { line } => write!(f, "line {line} of the synonyms has only one term"),
            Self::TwoArrows { line } => write!(f, "line {line} of the synonyms has two arrows"),
        }
    }
}

impl Error for SynonymsError {}
