//! What somebody looks for.

mod filter;
mod parameter;
mod reader;
mod week;

pub use filter::{Filter, PageNumber, Query};
pub use parameter::{InvalidParameter, Parameter, Reason, Sort};
pub use week::Week;
