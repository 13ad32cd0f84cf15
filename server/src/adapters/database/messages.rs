//! What organisers wrote to parties, in its table.

use application::ports::{MessageRepository, StoreError};
use async_trait::async_trait;
use domain::{
    catalogue::OccurrenceId,
    identity::AccountId,
    signup::{Message, MessageId},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _,
};

use super::{
    Database, RowError, entity::message, failures::failed, row::Columns, store::DatabaseTransaction,
};

fn message_of(row: message::Model) -> Result<Message, RowError> {
    let columns = Columns("message");
    Ok(Message {
        id: MessageId(row.id),
        occurrence: OccurrenceId(row.occurrence_id),
        by: AccountId(row.account_id),
        readers: columns.key("readers", &row.readers)?,
        words: columns.text("words", row.words)?,
        letters: columns.number("letters", row.letters)?,
        written_at: row.written_at,
    })
}

impl Database {
    /// What organisers wrote to the parties of a date, the newest first.
    pub(super) async fn messages_at(&self, id: OccurrenceId) -> Result<Vec<Message>, StoreError> {
        let rows = message::Entity::find()
            .filter(message::Column::OccurrenceId.eq(id.0))
            .order_by_desc(message::Column::WrittenAt)
            .all(&self.reader)
            .await
            .map_err(failed)?;
        rows.into_iter().map(message_of).collect::<Result<_, _>>().map_err(failed)
    }
}

#[async_trait]
impl MessageRepository for DatabaseTransaction {
    async fn by_id(&mut self, id: MessageId) -> Result<Option<Message>, StoreError> {
        let row = message::Entity::find_by_id(id.0).one(&self.rows).await.map_err(failed)?;
        row.map(message_of).transpose().map_err(failed)
    }

    async fn add(&mut self, it: &Message) -> Result<(), StoreError> {
        let row = message::ActiveModel {
            id: Set(it.id.0),
            occurrence_id: Set(it.occurrence.0),
            account_id: Set(it.by.0),
            readers: Set(it.readers.key().to_owned()),
            words: Set(it.words.to_string()),
            letters: Set(it.letters.cast_signed()),
            written_at: Set(it.written_at),
        };
        message::Entity::insert(row).exec_without_returning(&self.rows).await.map_err(failed)?;
        Ok(())
    }
}
