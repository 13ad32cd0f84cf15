//! What an organiser writes to the parties of a date.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{FieldFault, Stage, read_text};
use crate::{
    Email,
    catalogue::{OccurrenceId, Slug, Title},
    identity::{AccountId, PersonName},
    keyed::keyed,
    text::text,
};

text! {
    /// What an organiser writes to parties.
    MessageWords, 3..=2_000, true
}

/// Names a message, and the filling-in of the form that it was written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MessageId(pub Uuid);

keyed! {
    /// To whom of a date a message goes.
    Readers {
        /// Those who come.
        Coming = "coming",
        /// Those who stand in line, an offer or not.
        Waiting = "waiting",
        /// All of them.
        Everybody = "everybody",
        /// Those who were ticked.
        Chosen = "chosen",
    }
}

impl Readers {
    /// Whether a party of a stage is one of them, as far as its stage says.
    #[must_use]
    pub const fn may_be(self, stage: Stage) -> bool {
        match self {
            Self::Coming => matches!(stage, Stage::Confirmed),
            Self::Waiting => matches!(stage, Stage::Waiting | Stage::Offered { .. }),
            Self::Everybody | Self::Chosen => stage.is_sure(),
        }
    }
}

/// A message that was written. Whom it went to is not kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    pub id: MessageId,
    pub occurrence: OccurrenceId,
    pub by: AccountId,
    pub readers: Readers,
    pub words: MessageWords,
    /// To so many addresses.
    pub letters: u32,
    pub written_at: DateTime<Utc>,
}

impl Message {
    /// The words of a message as somebody typed them.
    ///
    /// # Errors
    ///
    /// What is wrong with them; a CPR number is never sent on.
    pub fn read_words(typed: &str) -> Result<MessageWords, FieldFault> {
        read_text(typed)
    }
}

/// A message to one reader, without the words that stand around it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageLetter {
    /// What the activity is called, and where its page is.
    pub title: Title,
    pub slug: Slug,
    pub start: DateTime<Utc>,
    pub end: DateTime<Utc>,
    /// What those are called whom the reader signed up.
    pub parties: Vec<String>,
    pub words: MessageWords,
    /// Who writes, and for whom; an answer goes to them.
    pub organiser: PersonName,
    pub partner: String,
    pub reply_to: Email,
}
