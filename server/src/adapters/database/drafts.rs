//! What is being written, in its table.

use application::ports::{DraftRepository, StoreError};
use async_trait::async_trait;
use domain::{
    catalogue::{ActivityId, Draft, DraftId},
    identity::AccountId,
    partners::PartnerId,
};
use sea_orm::{
    ActiveModelTrait as _, ActiveValue::Set, ColumnTrait as _, EntityTrait as _,
    PaginatorTrait as _, QueryFilter as _, QuerySelect as _,
};

use super::{RowError, entity::draft, failures::failed, row::Columns, store::DatabaseTransaction};

fn draft_row(it: &Draft) -> Result<draft::ActiveModel, StoreError> {
    Ok(draft::ActiveModel {
        id: Set(it.id.0),
        partner_id: Set(it.partner.0),
        activity_id: Set(it.activity.map(|id| id.0)),
        answers: Set(serde_json::to_string(&it.answers).map_err(failed)?),
        sittings: Set(serde_json::to_string(&it.sittings).map_err(failed)?),
        writer_id: Set(it.writer.0),
        created_at: Set(it.created_at),
        changed_at: Set(it.changed_at),
    })
}

pub(super) fn draft_of(row: &draft::Model) -> Result<Draft, RowError> {
    let answers = serde_json::from_str(&row.answers);
    let sittings = serde_json::from_str(&row.sittings);
    Ok(Draft {
        id: DraftId(row.id),
        partner: PartnerId(row.partner_id),
        activity: row.activity_id.map(ActivityId),
        answers: answers.map_err(|_| Columns("draft").fault("answers", row.id))?,
        sittings: sittings.map_err(|_| Columns("draft").fault("sittings", row.id))?,
        writer: AccountId(row.writer_id),
        created_at: row.created_at,
        changed_at: row.changed_at,
    })
}

#[async_trait]
impl DraftRepository for DatabaseTransaction {
    async fn add(&mut self, it: &Draft) -> Result<(), StoreError> {
        draft::Entity::insert(draft_row(it)?)
            .exec_without_returning(&self.rows)
            .await
            .map_err(failed)?;
        Ok(())
    }

    async fn by_id(&mut self, id: DraftId) -> Result<Option<Draft>, StoreError> {
        let row = draft::Entity::find_by_id(id.0)
            .lock_exclusive()
            .one(&self.rows)
            .await
            .map_err(failed)?;
        row.as_ref().map(draft_of).transpose().map_err(failed)
    }

    async fn of_activity(&mut self, id: ActivityId) -> Result<Option<Draft>, StoreError> {
        let row = draft::Entity::find()
            .filter(draft::Column::ActivityId.eq(id.0))
            .lock_exclusive()
            .one(&self.rows)
            .await
            .map_err(failed)?;
        row.as_ref().map(draft_of).transpose().map_err(failed)
    }

    async fn count(&mut self, partner: PartnerId) -> Result<u64, StoreError> {
        draft::Entity::find()
            .filter(draft::Column::PartnerId.eq(partner.0))
            .count(&self.rows)
            .await
            .map_err(failed)
    }

    async fn save(&mut self, it: &Draft) -> Result<(), StoreError> {
        draft_row(it)?.update(&self.rows).await.map_err(failed)?;
        Ok(())
    }

    async fn remove(&mut self, id: DraftId) -> Result<(), StoreError> {
        draft::Entity::delete_by_id(id.0).exec(&self.rows).await.map_err(failed)?;
        Ok(())
    }
}
