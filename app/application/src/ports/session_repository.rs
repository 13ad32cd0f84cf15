//! Which browsers speak for whom.

use async_trait::async_trait;
use domain::identity::{AccountId, Mark, Session};

use super::StoreError;

/// Which browsers speak for whom.
#[async_trait]
pub trait SessionRepository: Send {
    async fn add(&mut self, session: &Session) -> Result<(), StoreError>;

    /// Finds a session, alive or not, by the mark of its cookie.
    async fn find(&mut self, mark: &Mark) -> Result<Option<Session>, StoreError>;

    /// Every session of an account, alive or not, the last seen first.
    async fn of_account(&mut self, account: AccountId) -> Result<Vec<Session>, StoreError>;

    /// Ends one, if there is one.
    async fn end(&mut self, mark: &Mark) -> Result<(), StoreError>;

    /// Ends all of an account, but for one where one is named.
    async fn end_all_of(
        &mut self,
        account: AccountId,
        except: Option<&Mark>,
    ) -> Result<(), StoreError>;
}
