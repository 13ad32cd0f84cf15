//! Sessions and links, in their tables.

use application::ports::{LinkRepository, SessionRepository, StoreError};
use async_trait::async_trait;
use domain::identity::{AccountId, Link, Mark, Session};
use sea_orm::{
    ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
};

use super::{
    door_rows::{link_of, link_row, session_of, session_row},
    entity::{link, session},
    failures::failed,
    store::DatabaseTransaction,
};

#[async_trait]
impl SessionRepository for DatabaseTransaction {
    async fn add(&mut self, session: &Session) -> Result<(), StoreError> {
        session::Entity::insert(session_row(session))
            .exec_without_returning(&self.rows)
            .await
            .map_err(failed)?;
        Ok(())
    }

    async fn find(&mut self, mark: &Mark) -> Result<Option<Session>, StoreError> {
        let row = session::Entity::find()
            .filter(session::Column::Mark.eq(mark.as_str()))
            .one(&self.rows)
            .await
            .map_err(failed)?;
        row.map(session_of).transpose().map_err(failed)
    }

    async fn of_account(&mut self, account: AccountId) -> Result<Vec<Session>, StoreError> {
        let rows = session::Entity::find()
            .filter(session::Column::AccountId.eq(account.0))
            .order_by_desc(session::Column::SeenAt)
            .order_by_asc(session::Column::Id)
            .all(&self.rows)
            .await
            .map_err(failed)?;
        rows.into_iter().map(session_of).collect::<Result<_, _>>().map_err(failed)
    }

    async fn end(&mut self, mark: &Mark) -> Result<(), StoreError> {
        session::Entity::delete_many()
            .filter(session::Column::Mark.eq(mark.as_str()))
            .exec(&self.rows)
            .await
            .map_err(failed)?;
        Ok(())
    }

    async fn end_all_of(
        &mut self,
        account: AccountId,
        except: Option<&Mark>,
    ) -> Result<(), StoreError> {
        let mut all =
            session::Entity::delete_many().filter(session::Column::AccountId.eq(account.0));
        if let Some(mark) = except {
            all = all.filter(session::Column::Mark.ne(mark.as_str()));
        }
        all.exec(&self.rows).await.map_err(failed)?;
        Ok(())
    }
}

#[async_trait]
impl LinkRepository for DatabaseTransaction {
    async fn add(&mut self, link: &Link) -> Result<(), StoreError> {
        link::Entity::insert(link_row(link))
            .exec_without_returning(&self.rows)
            .await
            .map_err(failed)?;
        Ok(())
    }

    async fn take(&mut self, mark: &Mark) -> Result<Option<Link>, StoreError> {
        let row = link::Entity::find_by_id(mark.as_str())
            .lock_exclusive()
            .one(&self.rows)
            .await
            .map_err(failed)?;
        let Some(row) = row else { return Ok(None) };
        link::Entity::delete_by_id(mark.as_str()).exec(&self.rows).await.map_err(failed)?;
        link_of(row).map(Some).map_err(failed)
    }

    async fn forget_all_of(&mut self, account: AccountId) -> Result<(), StoreError> {
        link::Entity::delete_many()
            .filter(link::Column::AccountId.eq(account.0))
            .exec(&self.rows)
            .await
            .map_err(failed)?;
        Ok(())
    }
}
