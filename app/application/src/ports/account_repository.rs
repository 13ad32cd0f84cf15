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

    /// Forgets the second factor of whoever has an address, also one that no key opens any more;
    /// answers whose it was.
    async fn drop_factor(&mut self, email: &Email) -> Result<Option<AccountId>, StoreError>;

    /// Forgets every second factor that no key opens any more, and the keys themselves; answers
    /// whose they were. [`by_id`](Self::by_id) and its like fail for them until then.
    async fn drop_unopened_factors(&mut self) -> Result<Vec<AccountId>, StoreError>;

    /// How often something was tried; whoever else tries the same waits until this
    /// transaction ends, also for what was never tried before.
    async fn tally(&mut self, target: Target<'_>) -> Result<Tally, StoreError>;

    async fn keep_tally(&mut self, target: Target<'_>, tally: Tally) -> Result<(), StoreError>;
}
