//! What copies of the catalogue follow.

use async_trait::async_trait;
use domain::{
    catalogue::{ActivityId, Audience, Format, Kind, Language, Level, Topic},
    partners::Sector,
};

use super::{IndexChange, StoreError};

/// Tells copies of the catalogue what has changed, as often as they ask.
///
/// Each change of an activity gets the next number in the transaction that makes it, so a
/// copy that remembers the last number it has seen misses nothing, whoever wrote it, and
/// two changes of the same activity are one.
#[async_trait]
pub trait CatalogueChanges: Send + Sync {
    /// The number of the last change.
    async fn version(&self) -> Result<i64, StoreError>;

    /// At most `n` activities that changed after a change, the earliest first, as they are now.
    async fn changed_after(&self, mark: ChangeMark, n: u64) -> Result<Vec<Changed>, StoreError>;

    /// The number of the last change of every public activity, in no particular order.
    async fn public(&self) -> Result<Vec<(ActivityId, i64)>, StoreError>;

    /// These activities as they are now; those that are unknown are left out.
    async fn documents(&self, ids: &[ActivityId]) -> Result<Vec<ActivityDocument>, StoreError>;
}

/// A place in the sequence of changes: a number and, among those of one number, an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ChangeMark {
    pub version: i64,
    pub id: ActivityId,
}

impl ChangeMark {
    /// After all changes up to a number.
    #[must_use]
    pub fn after(version: i64) -> Self {
        Self { version, id: ActivityId(domain::Uuid::from_u128(u128::MAX)) }
    }
}

/// An activity that has changed.
#[derive(Clone, Debug, PartialEq)]
pub struct Changed {
    pub mark: ChangeMark,
    pub change: IndexChange,
}

/// An activity as an index reads it. Nothing in it belongs to a person.
#[derive(Clone, Debug, PartialEq)]
pub struct ActivityDocument {
    pub id: ActivityId,
    /// The number of its last change.
    pub version: i64,
    pub title: String,
    pub summary: String,
    /// Markdown.
    pub description: String,
    pub partner: String,
    pub sector: Sector,
    pub kind: Kind,
    pub topics: Vec<Topic>,
    pub levels: Vec<Level>,
    pub audience: Vec<Audience>,
    pub format: Format,
    pub language: Language,
    pub venue: Option<String>,
    pub city: Option<String>,
    pub campaign: Option<String>,
    pub girls_focus: bool,
}
