//! What is kept of people: they see it, take it along and erase it; and it goes away by itself.

mod ask_for_data;
mod erase_again;
mod erase_data;
mod erase_idle_accounts;
mod open_data;
mod show_data;
mod sweep;

use domain::partners::PartnerName;

use crate::ports::StoreError;

pub use ask_for_data::ask_for_data;
pub use erase_again::erase_again;
pub use erase_data::{Receipt, erase_data};
pub use erase_idle_accounts::erase_idle_accounts;
pub use open_data::open_data;
pub use show_data::{ShownData, show_data};
pub use sweep::{Swept, sweep, trust_clock};

/// What stands in the way of erasing an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// Make somebody else an administrator of it first: nobody else says who acts for the partner.
    LastAdministrator(PartnerName),
    /// Let another administrator of the portal take the role first.
    RunsPortal,
    /// Write to whoever runs the portal: the account was closed by a moderator, and who erased it
    /// could begin anew with the same address. They decide, and open it to let it be erased.
    Suspended,
}

/// Why somebody does not see or erase what is held of them.
#[derive(Debug, thiserror::Error)]
pub enum DataError {
    /// Ask for another letter: the link was used, is too old, or never was.
    #[error("the link does not work")]
    DeadLink,
    #[error("the account is needed until somebody else does what it does")]
    Needed(Vec<Obstacle>),
    #[error(transparent)]
    Store(#[from] StoreError),
}

#[cfg(test)]
mod tests;
