//! Where words are looked up.

use std::error::Error;

use async_trait::async_trait;
use domain::catalogue::ActivityId;

use super::ActivityDocument;

/// Finds activities by words. It is a copy of what is published, always replaceable, and
/// holds no person's data.
#[async_trait]
pub trait ActivityIndex: Send + Sync {
    /// The activities in which the words stand, in whatever form.
    async fn find(&self, words: &SearchWords) -> Result<Matches, IndexError>;

    /// At most `n` words that begin like what is being typed, the most frequent first.
    async fn complete(&self, beginning: &str, n: usize) -> Result<Vec<String>, IndexError>;

    /// The catalogue's version that the index shows, as far as it has been told.
    async fn version(&self) -> Result<i64, IndexError>;

    /// Takes over documents and forgets what is no longer public; afterwards it shows the
    /// catalogue of `version`. Returns when what was taken over can be found.
    async fn put(&self, changes: &[IndexChange], version: i64) -> Result<(), IndexError>;

    /// Opens a new index beside the one in use.
    async fn begin_rebuild(&self) -> Result<Box<dyn Rebuild>, IndexError>;

    /// Every activity the index holds, with the version at which it was taken over.
    async fn held(&self) -> Result<Vec<(ActivityId, i64)>, IndexError>;
}

/// A new index that is not in use yet; forgotten when dropped.
#[async_trait]
pub trait Rebuild: Send {
    async fn add(&mut self, documents: Vec<ActivityDocument>) -> Result<(), IndexError>;

    /// Puts it in the place of the one in use, showing the catalogue of `version`.
    async fn swap(self: Box<Self>, version: i64) -> Result<(), IndexError>;
}

/// A change that the index follows.
#[derive(Clone, Debug, PartialEq)]
pub enum IndexChange {
    Put(Box<ActivityDocument>),
    /// No longer public.
    Forget(ActivityId),
}

/// The words somebody looks for, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct SearchWords {
    pub words: Vec<SearchWord>,
    /// Whether the last word may be unfinished, since it is still being typed.
    pub is_typing: bool,
}

impl SearchWords {
    /// More words than anybody means: those behind them are not looked for, so that work has a
    /// bound.
    pub const MOST: usize = 12;
}

/// One word that somebody looks for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SearchWord {
    /// Folded, as `language::folded` does.
    pub folded: String,
    /// Put in quotes: no other form, no synonym and no correction is wanted.
    pub is_quoted: bool,
}

/// What an index found for some words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Matches {
    /// In the order of ids. None where anything holds what a word was corrected to: the
    /// search is then to be asked anew, as it was meant.
    pub found: Vec<Match>,
    /// Words that nothing holds, and what was looked for instead.
    pub corrections: Vec<Correction>,
}

/// An activity that holds some of the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    pub id: ActivityId,
    /// How well it fits, 0 to [`Match::BEST`].
    pub rank: u16,
    /// Whether it holds every word, in whatever form.
    pub is_whole: bool,
}

impl Match {
    pub const BEST: u16 = 1_000;
}

/// A word that nothing holds, and the nearest one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// Folded, as it was looked for.
    pub typed: String,
    /// As it is written where it was found.
    pub meant: String,
    /// Whether anything holds it; what nothing holds can still mean a choice, »påskeferie«.
    pub is_held: bool,
}

/// The index could not do its work; the cause is for the log alone.
#[derive(Debug, thiserror::Error)]
#[error("the search index failed")]
pub struct IndexError(#[source] Box<dyn Error + Send + Sync>);

impl IndexError {
    pub fn new(cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self(cause.into())
    }
}
