//! What people keep for later, in its table.

use application::ports::{SavedReader, SavedRepository, StoreError};
use async_trait::async_trait;
use domain::{
    catalogue::{ActivityId, Saved},
    identity::AccountId,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
    QueryOrder as _, sea_query::OnConflict,
};

use super::{Database, entity::saved_activity, failures::failed, store::DatabaseTransaction};

fn saved_of(row: &saved_activity::Model) -> Saved {
    let (account, activity) = (AccountId(row.account_id), ActivityId(row.activity_id));
    Saved { account, activity, saved_at: row.saved_at }
}

#[async_trait]
impl SavedRepository for DatabaseTransaction {
    async fn put(&mut self, it: &Saved) -> Result<(), StoreError> {
        let row = saved_activity::ActiveModel {
            account_id: Set(it.account.0),
            activity_id: Set(it.activity.0),
            saved_at: Set(it.saved_at),
        };
        let names = [saved_activity::Column::AccountId, saved_activity::Column::ActivityId];
        let again = OnConflict::columns(names).do_nothing().to_owned();
        saved_activity::Entity::insert(row)
            .on_conflict(again)
            .exec_without_returning(&self.rows)
            .await
            .map_err(failed)?;
        Ok(())
    }

    async fn count(&mut self, account: AccountId) -> Result<u64, StoreError> {
        saved_activity::Entity::find()
            .filter(saved_activity::Column::AccountId.eq(account.0))
            .count(&self.rows)
            .await
            .map_err(failed)
    }

    async fn remove(&mut self, account: AccountId, activity: ActivityId) -> Result<(), StoreError> {
        saved_activity::Entity::delete_by_id((account.0, activity.0))
            .exec(&self.rows)
            .await
            .map_err(failed)?;
        Ok(())
    }
}

#[async_trait]
impl SavedReader for Database {
    async fn saved_by(&self, account: AccountId) -> Result<Vec<Saved>, StoreError> {
        let rows = saved_activity::Entity::find()
            .filter(saved_activity::Column::AccountId.eq(account.0))
            .order_by_desc(saved_activity::Column::SavedAt)
            .order_by_asc(saved_activity::Column::ActivityId)
            .all(&self.reader)
            .await
            .map_err(failed)?;
        Ok(rows.iter().map(saved_of).collect())
    }
}
