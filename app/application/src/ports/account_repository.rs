//! Who is known here, and how often what was tried.

use async_trait::async_trait;
use domain::{
    Email,
    identity::{Account, AccountId, Tally, Target},
    partners::PartnerId,
};

use super::StoreError;

/// Who is known here, and how often what was tried.
#[async_trait]
pub trait AccountRepository: Send {
    /// Finds the account of an address, however it is written, and keeps others from changing
    /// it until this transaction ends.
    async fn by_email(&mut self, email: &Email) -> Result<Option<Account>, StoreError>;

    /// Finds an account and keeps others from changing it until this transaction ends.
    async fn by_id(&mut self, id: AccountId) -> Result<Option<Account>, StoreError>;

    /// Everybody who acts for a partner, the longest here first. They are not kept from others:
    /// whoever changes who acts for a partner holds the partner.
    async fn members_of(&mut self, partner: PartnerId) -> Result<Vec<Account>, StoreError>;

    /// Keeps an account that is new. No two have the same address.
    async fn add(&mut self, account: &Account) -> Result<(), StoreError>;

    /// Keeps what has changed about an account.
    async fn save(&mut self, account: &Account) -> Result<(), StoreError>;

    /// How often something was tried; whoever else tries the same waits until this
    /// transaction ends, also for what was never tried before.
    async fn tally(&mut self, target: Target<'_>) -> Result<Tally, StoreError>;

    async fn keep_tally(&mut self, target: Target<'_>, tally: Tally) -> Result<(), StoreError>;
}
