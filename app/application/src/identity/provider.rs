//! Coming in through a provider that knows who somebody is.
//!
//! Invariant: an identity is joined to an account by whoever is signed in to it, in the browser in
//! which they showed the identity; or where the operator trusts the provider to know whose an
//! address is, and nothing more than the address guards the account.

mod come_back;
mod follow_roles;
mod go_to_provider;
mod join_identity;
mod leave_identity;

use domain::identity::{Errand, JoinedIdentity, Secret};

use super::DoorError;
use crate::ports::{Ports, ProviderError, StoreError, Transaction};

pub use come_back::{Came, Returned, come_back};
pub use go_to_provider::go_to_provider;
pub use join_identity::join_identity;
pub use leave_identity::leave_identity;

/// Why somebody does not come in through a provider.
#[derive(Debug, thiserror::Error)]
pub enum ComeBackError {
    /// Choose another way in: there is no provider.
    #[error("there is no provider")]
    Off,
    /// Try again, or choose another way in: they said no there.
    #[error("the provider was told not to say who it is")]
    Declined,
    /// Begin again: it took too long, was used before, or began in another browser.
    #[error("nobody is on the way to the provider with this")]
    Expired,
    /// Sign in to the other account, or choose another identity.
    #[error("the identity, or one of its kind, is joined to another account")]
    Taken,
    /// Write to whoever runs the portal.
    #[error("the account is closed")]
    Suspended,
    #[error(transparent)]
    Provider(#[from] ProviderError),
    #[error(transparent)]
    Door(#[from] DoorError),
}

impl From<StoreError> for ComeBackError {
    fn from(error: StoreError) -> Self {
        Self::Door(error.into())
    }
}

/// What a provider said of whoever is in this browser, while it waits for an account.
///
/// # Errors
///
/// Where the store fails.
pub async fn errand_that_waits(
    ports: &Ports,
    secret: &Secret,
) -> Result<Option<Errand>, StoreError> {
    let errand = ports.identities.errand(&secret.mark()).await?;
    Ok(errand.filter(|it| it.vouched.is_some() && it.is_alive(ports.clock.now())))
}

/// The identity of the same issuer that an account has already.
async fn of_same_issuer(
    tx: &mut dyn Transaction,
    account: domain::identity::AccountId,
    issuer: &str,
) -> Result<Option<JoinedIdentity>, StoreError> {
    let all = tx.identities().of_account(account).await?;
    Ok(all.into_iter().find(|it| it.identity.issuer() == issuer))
}
