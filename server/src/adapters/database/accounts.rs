//! Accounts, and how often what was tried, in their tables.

use application::ports::{AccountReader, AccountRepository, Forgotten, StoreError};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    Email, Uuid,
    identity::{Account, AccountId, Link, Mark, Session, Tally, Target},
    partners::PartnerId,
};
use sea_orm::{
    ActiveModelTrait as _,
    ActiveValue::Set,
    ColumnTrait as _, Condition, EntityTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _,
    sea_query::{Expr, OnConflict},
};

use super::{
    Database,
    door_rows::{account_of, account_row, link_of, session_of},
    entity::{account, link, session, tally},
    failures::failed,
    row::Columns,
    store::DatabaseTransaction,
};
use crate::adapters::Keyring;

fn account(row: Option<account::Model>, keyring: &Keyring) -> Result<Option<Account>, StoreError> {
    row.map(|row| account_of(row, keyring)).transpose().map_err(failed)
}

#[async_trait]
impl AccountRepository for DatabaseTransaction {
    async fn by_email(&mut self, email: &Email) -> Result<Option<Account>, StoreError> {
        let row = account::Entity::find()
            .filter(account::Column::EmailKey.eq(email.key()))
            .lock_exclusive()
            .one(&self.rows)
            .await
            .map_err(failed)?;
        account(row, &self.database.keyring)
    }

    async fn by_id(&mut self, id: AccountId) -> Result<Option<Account>, StoreError> {
        let row = account::Entity::find_by_id(id.0)
            .lock_exclusive()
            .one(&self.rows)
            .await
            .map_err(failed)?;
        account(row, &self.database.keyring)
    }

    async fn members_of(&mut self, partner: PartnerId) -> Result<Vec<Account>, StoreError> {
        super::people::members_of((&self.rows, &self.database.keyring), partner).await
    }

    async fn add(&mut self, account: &Account) -> Result<(), StoreError> {
        let row = account_row(account, &self.database.keyring).map_err(failed)?;
        account::Entity::insert(row).exec_without_returning(&self.rows).await.map_err(failed)?;
        Ok(())
    }

    async fn save(&mut self, account: &Account) -> Result<(), StoreError> {
        let row = account_row(account, &self.database.keyring).map_err(failed)?;
        row.update(&self.rows).await.map_err(failed)?;
        Ok(())
    }

    async fn drop_factor(&mut self, email: &Email) -> Result<Option<AccountId>, StoreError> {
        let id: Option<Uuid> = account::Entity::find()
            .select_only()
            .column(account::Column::Id)
            .filter(account::Column::EmailKey.eq(email.key()))
            .lock_exclusive()
            .into_tuple()
            .one(&self.rows)
            .await
            .map_err(failed)?;
        super::seals::drop_factors(&self.rows, id).await.map_err(failed)?;
        Ok(id.map(AccountId))
    }

    async fn drop_unopened_factors(&mut self) -> Result<Vec<AccountId>, StoreError> {
        let keyring = &self.database.keyring;
        let dropped = super::seals::drop_unopened(&self.rows, keyring).await;
        Ok(dropped.map_err(failed)?.into_iter().map(AccountId).collect())
    }

    async fn tally(&mut self, target: Target<'_>) -> Result<Tally, StoreError> {
        // What is not there cannot be locked, so it is made; what is there is written as it is.
        let mark = target.mark();
        let row =
            tally::ActiveModel { mark: Set(mark.as_str().to_owned()), n: Set(0), at: Set(None) };
        let as_it_is =
            OnConflict::column(tally::Column::Mark).update_column(tally::Column::Mark).to_owned();
        let row = tally::Entity::insert(row)
            .on_conflict(as_it_is)
            .exec_with_returning(&self.rows)
            .await
            .map_err(failed)?;
        let n = Columns("tally").number("n", row.n).map_err(failed)?;
        Ok(Tally { n, at: row.at })
    }

    async fn keep_tally(&mut self, target: Target<'_>, tally: Tally) -> Result<(), StoreError> {
        let row = tally::ActiveModel {
            mark: Set(target.mark().as_str().to_owned()),
            n: Set(i32::try_from(tally.n).unwrap_or(i32::MAX)),
            at: Set(tally.at),
        };
        let both = [tally::Column::N, tally::Column::At];
        let row = tally::Entity::insert(row)
            .on_conflict(OnConflict::column(tally::Column::Mark).update_columns(both).to_owned());
        // It may wait to be written already, as it was.
        self.rows.write_waiting().await.map_err(failed)?;
        self.rows.later(&row).await.map_err(failed)
    }
}

#[async_trait]
impl AccountReader for Database {
    async fn session(&self, mark: &Mark) -> Result<Option<(Session, Account)>, StoreError> {
        let found = session::Entity::find()
            .filter(session::Column::Mark.eq(mark.as_str()))
            .one(&self.reader)
            .await
            .map_err(failed)?;
        let Some(row) = found else { return Ok(None) };
        let owner =
            account::Entity::find_by_id(row.account_id).one(&self.reader).await.map_err(failed)?;
        let session = session_of(row).map_err(failed)?;
        Ok(account(owner, &self.keyring)?.map(|owner| (session, owner)))
    }

    async fn sessions_of(&self, account: AccountId) -> Result<Vec<Session>, StoreError> {
        let rows = session::Entity::find()
            .filter(session::Column::AccountId.eq(account.0))
            .order_by_desc(session::Column::SeenAt)
            .order_by_asc(session::Column::Id)
            .all(&self.reader)
            .await
            .map_err(failed)?;
        rows.into_iter().map(session_of).collect::<Result<_, _>>().map_err(failed)
    }

    async fn account(&self, email: &Email) -> Result<Option<Account>, StoreError> {
        let row = account::Entity::find()
            .filter(account::Column::EmailKey.eq(email.key()))
            .one(&self.reader)
            .await
            .map_err(failed)?;
        account(row, &self.keyring)
    }

    async fn link(&self, mark: &Mark) -> Result<Option<Link>, StoreError> {
        let row =
            link::Entity::find_by_id(mark.as_str()).one(&self.reader).await.map_err(failed)?;
        row.map(link_of).transpose().map_err(failed)
    }

    async fn saw(&self, mark: &Mark, now: DateTime<Utc>) -> Result<(), StoreError> {
        session::Entity::update_many()
            .col_expr(session::Column::SeenAt, Expr::val(now))
            .filter(session::Column::Mark.eq(mark.as_str()))
            .exec(&self.writer)
            .await
            .map_err(failed)?;
        Ok(())
    }

    async fn forget(&self, before: Forgotten) -> Result<(), StoreError> {
        link::Entity::delete_many()
            .filter(link::Column::CreatedAt.lt(before.links))
            .exec(&self.writer)
            .await
            .map_err(failed)?;
        session::Entity::delete_many()
            .filter(session::Column::StartedAt.lt(before.sessions))
            .exec(&self.writer)
            .await
            .map_err(failed)?;
        let unused = tally::Column::At.is_null();
        let old = tally::Column::At.lt(before.tallies);
        tally::Entity::delete_many()
            .filter(Condition::any().add(unused).add(old))
            .exec(&self.writer)
            .await
            .map_err(failed)?;
        Ok(())
    }
}
