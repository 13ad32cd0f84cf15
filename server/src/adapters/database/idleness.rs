//! When accounts were last used, in their rows.

use application::{
    copenhagen,
    ports::{IdleReader, IdlenessRepository, StoreError},
};
use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Uuid,
    identity::{AccountId, Idleness},
};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, DbErr, EntityTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, sea_query::Expr,
};

use super::{Database, entity::account, failures::failed, store::DatabaseTransaction};

/// What is asked of a row.
const COLUMNS: [account::Column; 4] = [
    account::Column::Id,
    account::Column::CreatedAt,
    account::Column::LastCame,
    account::Column::WarnedOn,
];

type Row = (Uuid, DateTime<Utc>, Option<NaiveDate>, Option<NaiveDate>);

fn idleness_of((id, created_at, last_came, warned_on): Row) -> (AccountId, Idleness) {
    // Whoever never came in was here when the account was made.
    let last_came = last_came.unwrap_or_else(|| copenhagen::day(created_at));
    (AccountId(id), Idleness { last_came, warned_on })
}

async fn note(rows: &impl ConnectionTrait, id: AccountId, day: NaiveDate) -> Result<(), DbErr> {
    let came_before = Condition::any()
        .add(account::Column::LastCame.is_null())
        .add(account::Column::LastCame.lt(day));
    account::Entity::update_many()
        .col_expr(account::Column::LastCame, Expr::val(day))
        .col_expr(account::Column::WarnedOn, Expr::val(None::<NaiveDate>))
        .filter(account::Column::Id.eq(id.0))
        .filter(came_before)
        .exec(rows)
        .await?;
    Ok(())
}

#[async_trait]
impl IdlenessRepository for DatabaseTransaction {
    async fn of_account(&mut self, id: AccountId) -> Result<Option<Idleness>, StoreError> {
        let row: Option<Row> = account::Entity::find_by_id(id.0)
            .select_only()
            .columns(COLUMNS)
            .lock_exclusive()
            .into_tuple()
            .one(&self.rows)
            .await
            .map_err(failed)?;
        Ok(row.map(|row| idleness_of(row).1))
    }

    async fn came(&mut self, id: AccountId, day: NaiveDate) -> Result<(), StoreError> {
        note(&self.rows, id, day).await.map_err(failed)
    }

    async fn warned(&mut self, id: AccountId, day: NaiveDate) -> Result<(), StoreError> {
        account::Entity::update_many()
            .col_expr(account::Column::WarnedOn, Expr::val(day))
            .filter(account::Column::Id.eq(id.0))
            .exec(&self.rows)
            .await
            .map_err(failed)?;
        Ok(())
    }
}

#[async_trait]
impl IdleReader for Database {
    async fn idle_accounts(
        &self,
        until: NaiveDate,
        behind: Option<AccountId>,
        n: u64,
    ) -> Result<Vec<(AccountId, Idleness)>, StoreError> {
        let never_came = Condition::all()
            .add(account::Column::LastCame.is_null())
            .add(account::Column::CreatedAt.lt(copenhagen::end_of(until)));
        let is_idle = Condition::any().add(account::Column::LastCame.lte(until)).add(never_came);
        let mut idle = account::Entity::find()
            .select_only()
            .columns(COLUMNS)
            .filter(account::Column::SuspendedAt.is_null())
            .filter(is_idle)
            .order_by_asc(account::Column::Id)
            .limit(n);
        if let Some(behind) = behind {
            idle = idle.filter(account::Column::Id.gt(behind.0));
        }
        let rows: Vec<Row> = idle.into_tuple().all(&self.reader).await.map_err(failed)?;
        Ok(rows.into_iter().map(idleness_of).collect())
    }

    async fn saw_owner(&self, id: AccountId, day: NaiveDate) -> Result<(), StoreError> {
        note(&self.writer, id, day).await.map_err(failed)
    }

    async fn forget_warnings(&self) -> Result<(), StoreError> {
        account::Entity::update_many()
            .col_expr(account::Column::WarnedOn, Expr::val(None::<NaiveDate>))
            .filter(account::Column::WarnedOn.is_not_null())
            .exec(&self.writer)
            .await
            .map_err(failed)?;
        Ok(())
    }
}
