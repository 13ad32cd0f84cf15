//! How words of documents and of searches are taken, the same for every home of the index.
//!
//! Invariant: knows no engine.

mod document;
mod fitting;
mod forms;
mod in_use;
mod spelling;
mod wanted;

pub use document::{Attribute, DocumentWords};
pub use fitting::{MOST_PARTIAL, Worths, count, fit, fit_all, the_best, weights, worth};
pub use forms::{Form, Forms, Lexicon};
pub use in_use::{Numbered, UsedSynonyms};
pub use spelling::{Counts, MOST_FINISHED, finished, mend, note_held};
pub use wanted::{Alternative, Group, Key, Wanted, wanted};
