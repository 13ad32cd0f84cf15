//! Synonyms that were written in the portal, in their table.

use application::ports::{StoreError, SynonymReader, SynonymRepository};
use async_trait::async_trait;
use domain::{identity::AccountId, search::SynonymList};
use sea_orm::{
    ActiveValue::Set, ConnectionTrait, EntityTrait as _, QueryOrder as _, QuerySelect as _,
    sea_query::OnConflict,
};

use super::{Database, entity::synonym_list, failures::failed, store::DatabaseTransaction};

fn list_of(row: synonym_list::Model) -> SynonymList {
    let by = AccountId(row.account_id);
    SynonymList { number: row.number, text: row.text, by, written_at: row.written_at }
}

async fn latest(database: &impl ConnectionTrait, n: u64) -> Result<Vec<SynonymList>, StoreError> {
    let rows = synonym_list::Entity::find()
        .order_by_desc(synonym_list::Column::Number)
        .limit(n)
        .all(database)
        .await
        .map_err(failed)?;
    Ok(rows.into_iter().map(list_of).collect())
}

#[async_trait]
impl SynonymRepository for DatabaseTransaction {
    async fn latest(&mut self) -> Result<Option<SynonymList>, StoreError> {
        Ok(latest(&self.rows, 1).await?.pop())
    }

    async fn add(&mut self, it: &SynonymList) -> Result<bool, StoreError> {
        let row = synonym_list::ActiveModel {
            number: Set(it.number),
            text: Set(it.text.clone()),
            account_id: Set(it.by.0),
            written_at: Set(it.written_at),
        };
        let added = synonym_list::Entity::insert_many([row])
            .on_conflict(OnConflict::column(synonym_list::Column::Number).do_nothing().to_owned())
            .exec_without_returning(&self.rows)
            .await
            .map_err(failed)?;
        Ok(added > 0)
    }
}

#[async_trait]
impl SynonymReader for Database {
    async fn synonyms_number(&self) -> Result<Option<i64>, StoreError> {
        synonym_list::Entity::find()
            .select_only()
            .column(synonym_list::Column::Number)
            .order_by_desc(synonym_list::Column::Number)
            .limit(1)
            .into_tuple()
            .one(&self.reader)
            .await
            .map_err(failed)
    }

    async fn synonym_lists(&self, n: u64) -> Result<Vec<SynonymList>, StoreError> {
        latest(&self.reader, n).await
    }
}
