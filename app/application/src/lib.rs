//! What can be done with the portal, and the sockets it needs from the world.
//!
//! Invariant: knows no database, no web server and no framework; speaks to the
//! world through [`ports`] alone.

pub mod catalogue;
pub mod copenhagen;
mod deeds;
pub mod identity;
pub mod outbox;
pub mod pact;
pub mod partners;
pub mod ports;
pub mod privacy;
pub mod search;
pub mod signup;
#[cfg(feature = "testing")]
pub mod testing;

pub use deeds::{history_of_account, turn_to};
pub use ports::Ports;
