//! What somebody looks for.

mod filter;
mod month;
mod parameter;
mod reader;
mod standing;
mod synonym_list;
mod week;

pub use filter::{Filter, PageNumber, Query};
pub use month::Month;
pub use parameter::{InvalidParameter, Parameter, Reason, Sort};
pub use synonym_list::SynonymList;
pub use week::Week;
