//! What partners offer: activities, and the occurrences that one can join.

mod activity;
mod advice;
mod again;
mod audience;
mod draft;
mod format;
mod group;
mod holiday;
mod import;
mod kind;
mod language;
mod level;
mod moved;
mod occurrence;
mod particulars;
mod picture;
mod price;
mod question;
mod saved;
mod school_holiday;
mod sign_up_mode;
mod sitting;
mod state;
mod texts;
mod topic;
mod venue;
mod watched;

pub use activity::{Activity, ActivityId, Revision, Slug};
pub use advice::Advice;
pub use again::{AgainFault, TypedAgain};
pub use audience::{AgeRange, Audience, InvalidAgeRange};
pub use draft::{Answers, Draft, DraftId, TypedDate};
pub use format::{Accessibility, Format};
pub use group::{GroupSize, InvalidGroupSize};
pub use holiday::Holiday;
pub use import::{
    ColumnMeaning, Former, Import, ImportFigures, ImportId, ImportStage, Stays, Trace,
};
pub use kind::Kind;
pub use language::{InvalidLanguage, Language};
pub use level::{Level, Phase, levels_in_span};
pub use occurrence::{Capacity, InvalidCapacity, InvalidOccurrence, Occurrence, OccurrenceId};
#[cfg(test)]
pub(crate) use particulars::tests::visit as particulars_for_tests;
pub use particulars::{InvalidParticulars, Particulars, ages_meant};
pub use picture::{
    AltText, InvalidPictureFile, Picture, PictureFile, PictureId, PictureMark, PictureOf,
    PictureSize, Print,
};
pub use price::{InvalidPrice, Price};
pub use question::{
    InvalidQuestion, ProposedQuestions, Question, QuestionChoice, QuestionKind, QuestionPart,
    QuestionWords, Questions, TypedQuestion,
};
pub use saved::Saved;
pub use school_holiday::SchoolHoliday;
pub use sign_up_mode::SignUpMode;
pub use sitting::{Admission, Keeping, Origin, SittingId, Sittings};
pub use state::{Forbidden, State};
pub use texts::{Description, ExternalId, Summary, Title};
pub use topic::Topic;
pub use venue::{Coordinates, InvalidCoordinates, TravelDistance, Venue, VenueText, way_km};
pub use watched::{Heard, Watched};

/// A word that is not in the vocabulary it was looked up in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this word is not in the vocabulary")]
pub struct UnknownKey;
