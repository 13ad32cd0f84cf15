//! What somebody with an account keeps for later.

mod forget_saved;
mod save_activity;
mod show_saved;

use domain::identity::{Account, Action, Outcome, Scope};

use crate::{
    identity::{DoorError, Viewer},
    ports::{StoreError, Transaction},
};

pub use forget_saved::forget_saved;
pub use save_activity::save_activity;
pub use show_saved::{ShownSaved, show_saved};

/// Why an activity is not kept for later.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// Look elsewhere: there is no such activity, or it is not to be seen.
    #[error("there is no such thing")]
    Unknown,
    /// Look for another one: it was there once.
    #[error("the activity was taken out of the catalogue")]
    Gone,
    /// Let some others go first.
    #[error("the person keeps too many")]
    TooMany,
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<DoorError> for SaveError {
    fn from(error: DoorError) -> Self {
        if let DoorError::Store(error) = error { Self::Store(error) } else { Self::Unknown }
    }
}

/// Whoever asks, while they may keep something. It leaves no deed: it concerns nobody else, and
/// what is kept says itself who keeps it since when.
async fn keeper(tx: &mut dyn Transaction, viewer: &Viewer) -> Result<Account, SaveError> {
    let account = viewer.lock(tx).await?;
    let outcome = account.may(Action::SaveActivity, Scope::Own);
    if outcome == Outcome::Yes { Ok(account) } else { Err(SaveError::Unknown) }
}

#[cfg(test)]
mod tests;
