//! What organisers wrote to parties.

use async_trait::async_trait;
use domain::signup::{Message, MessageId};

use super::StoreError;

/// What organisers wrote to the parties of dates.
#[async_trait]
pub trait MessageRepository: Send {
    async fn by_id(&mut self, id: MessageId) -> Result<Option<Message>, StoreError>;

    /// Keeps a message that is new.
    async fn add(&mut self, message: &Message) -> Result<(), StoreError>;
}
