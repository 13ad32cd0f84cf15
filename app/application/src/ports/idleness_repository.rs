//! When accounts were last used.

use async_trait::async_trait;
use chrono::NaiveDate;
use domain::identity::{AccountId, Idleness};

use super::StoreError;

/// When the owners of accounts last came.
#[async_trait]
pub trait IdlenessRepository: Send {
    /// When the owner of an account last came; whoever never did came when it was made. The
    /// account is kept from others until this transaction ends.
    async fn of_account(&mut self, id: AccountId) -> Result<Option<Idleness>, StoreError>;

    /// Notes that the owner of an account came on a day, unless they came later; what they were
    /// told before of its going is over.
    async fn came(&mut self, id: AccountId, day: NaiveDate) -> Result<(), StoreError>;

    /// Notes that the owner of an account was told on a day that it goes.
    async fn warned(&mut self, id: AccountId, day: NaiveDate) -> Result<(), StoreError>;
}

/// Answers to which accounts nobody comes, and notes who comes where nothing else is written.
#[async_trait]
pub trait IdleReader: Send + Sync {
    /// At most `n` accounts whose owners last came on a day or before it, in the order of their
    /// names and from behind one of them. Those that are closed are not among them.
    async fn idle_accounts(
        &self,
        until: NaiveDate,
        behind: Option<AccountId>,
        n: u64,
    ) -> Result<Vec<(AccountId, Idleness)>, StoreError>;

    /// Notes that the owner of an account came on a day, as
    /// [`came`](IdlenessRepository::came) does.
    async fn saw_owner(&self, id: AccountId, day: NaiveDate) -> Result<(), StoreError>;

    /// Forgets who was told that their account goes, so that they are told anew: they may have
    /// come since a backup was taken that is put back.
    async fn forget_warnings(&self) -> Result<(), StoreError>;
}
