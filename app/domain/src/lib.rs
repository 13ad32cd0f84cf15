//! What is true, wherever the portal runs: the things of the field and their rules.
//!
//! Invariant: no I/O, no clock, no chance, no async and no framework. Whoever
//! needs the time hands it in.

pub mod catalogue;
pub mod identity;
pub mod pact;
pub mod paper;
pub mod partners;
pub mod privacy;
pub mod search;
pub mod signup;

mod cpr;
mod inside;
mod keyed;
mod text;
mod web;

pub use cpr::holds_cpr_number;
pub use inside::{Inside, NotInside};
pub use text::InvalidText;
pub use uuid::Uuid;
pub use web::{Email, InvalidEmail, InvalidUrl, SafeUrl};
