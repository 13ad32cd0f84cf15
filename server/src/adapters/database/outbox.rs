//! Letters on their way out, in their table.

use application::ports::{Outbox, OutboxFigures, OutboxQueue, StoreError, Waiting};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    Uuid,
    identity::{Addressed, LetterId},
};
use sea_orm::{
    ColumnTrait as _, EntityTrait as _, ExprTrait as _, PaginatorTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _,
    sea_query::{Expr, LockBehavior, LockType},
};

use super::{
    Database,
    door_rows::{letter_of, letter_row},
    entity::letter,
    failures::failed,
    store::{Along, DatabaseTransaction},
};

/// It is still to be sent.
pub(super) const WAITING: &str = "waiting";
const SENT: &str = "sent";
const DEAD: &str = "dead";

#[async_trait]
impl Outbox for DatabaseTransaction {
    async fn push_for(
        &mut self,
        it: &Addressed,
        leaves_at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let row = letter_row(it, leaves_at).map_err(failed)?;
        self.rows.later(&letter::Entity::insert(row)).await.map_err(failed)
    }
}

impl Database {
    async fn claim_letters(
        &self,
        now: DateTime<Utc>,
        lease_ends: DateTime<Utc>,
        n: u64,
    ) -> Result<Vec<letter::Model>, StoreError> {
        let rows = self.begin(Along::Anybody).await?;
        let due = letter::Entity::find()
            .filter(letter::Column::State.eq(WAITING))
            .filter(letter::Column::NextAt.lte(now))
            .order_by_asc(letter::Column::NextAt)
            .order_by_asc(letter::Column::Id)
            .limit(n)
            .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
            .all(&rows)
            .await
            .map_err(failed)?;
        let ids: Vec<Uuid> = due.iter().map(|it| it.id).collect();
        letter::Entity::update_many()
            .col_expr(letter::Column::NextAt, Expr::val(lease_ends))
            .col_expr(letter::Column::Tries, Expr::col(letter::Column::Tries).add(1))
            .filter(letter::Column::Id.is_in(ids))
            .exec(&rows)
            .await
            .map_err(failed)?;
        self.commit(rows, Vec::new()).await?;
        Ok(due)
    }

    /// Notes that a letter needs nothing more, and forgets whom it was to and what it said.
    async fn close(
        &self,
        id: LetterId,
        state: &'static str,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let rows = self.begin(Along::Anybody).await?;
        letter::Entity::update_many()
            .col_expr(letter::Column::State, Expr::val(state))
            .col_expr(letter::Column::ToEmail, Expr::val(None::<String>))
            .col_expr(letter::Column::About, Expr::val(None::<String>))
            .col_expr(letter::Column::NextAt, Expr::val(now))
            .filter(letter::Column::Id.eq(id.0))
            .exec(&rows)
            .await
            .map_err(failed)?;
        self.commit(rows, Vec::new()).await
    }

    async fn count_letters(&self, state: &str) -> Result<u64, StoreError> {
        letter::Entity::find()
            .filter(letter::Column::State.eq(state))
            .count(&self.reader)
            .await
            .map_err(failed)
    }
}

#[async_trait]
impl OutboxQueue for Database {
    async fn claim(
        &self,
        now: DateTime<Utc>,
        lease_ends: DateTime<Utc>,
        n: u64,
    ) -> Result<Vec<Waiting>, StoreError> {
        // Mostly there is nothing, which is cheaper to see without the right to write.
        let is_due = letter::Entity::find()
            .filter(letter::Column::State.eq(WAITING))
            .filter(letter::Column::NextAt.lte(now))
            .limit(1)
            .count(&self.reader)
            .await
            .map_err(failed)?;
        if is_due == 0 {
            return Ok(Vec::new());
        }
        let claimed = self.claim_letters(now, lease_ends, n).await?;
        let mut letters = Vec::with_capacity(claimed.len());
        for row in claimed {
            let (id, tries) = (row.id, u32::try_from(row.tries + 1).unwrap_or(1));
            match letter_of(row) {
                Ok(letter) => letters.push(Waiting { letter, tries }),
                Err(error) => {
                    tracing::error!(letter = %id, %error, "a letter cannot be read");
                    self.close(LetterId(id), DEAD, now).await?;
                }
            }
        }
        Ok(letters)
    }

    async fn sent(&self, id: LetterId, now: DateTime<Utc>) -> Result<(), StoreError> {
        self.close(id, SENT, now).await
    }

    async fn put_off(&self, id: LetterId, until: DateTime<Utc>) -> Result<(), StoreError> {
        letter::Entity::update_many()
            .col_expr(letter::Column::NextAt, Expr::val(until))
            .filter(letter::Column::Id.eq(id.0).and(letter::Column::State.eq(WAITING)))
            .exec(&self.writer)
            .await
            .map_err(failed)?;
        Ok(())
    }

    async fn give_up(&self, id: LetterId, now: DateTime<Utc>) -> Result<(), StoreError> {
        self.close(id, DEAD, now).await
    }

    async fn figures(&self) -> Result<OutboxFigures, StoreError> {
        let oldest = letter::Entity::find()
            .filter(letter::Column::State.eq(WAITING))
            .order_by_asc(letter::Column::WrittenAt)
            .one(&self.reader)
            .await
            .map_err(failed)?;
        Ok(OutboxFigures {
            waiting: self.count_letters(WAITING).await?,
            dead: self.count_letters(DEAD).await?,
            oldest: oldest.map(|row| row.written_at),
        })
    }

    async fn forget(&self, before: DateTime<Utc>) -> Result<(), StoreError> {
        letter::Entity::delete_many()
            .filter(letter::Column::State.ne(WAITING))
            .filter(letter::Column::NextAt.lt(before))
            .exec(&self.writer)
            .await
            .map_err(failed)?;
        Ok(())
    }
}
