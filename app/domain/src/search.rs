//! What somebody looks for.

mod filter;
mod parameter;
mod reader;

pub use filter::{Filter, PageNumber, Query};
pub use parameter::{InvalidParameter, Parameter, Reason, Sort};
