//! How words of documents and of searches are taken, the same for every home of the index.
//!
//! Invariant: knows no engine.

mod document;
mod forms;
mod wanted;

pub use document::{Attribute, DocumentWords, Token};
pub use forms::{Form, Forms, Lexicon};
pub use wanted::{Alternative, Group, Key, Wanted, wanted};
