//! Who wants to act for whom, in its table.

use application::ports::{ClaimRepository, StoreError};
use async_trait::async_trait;
use domain::{
    identity::AccountId,
    partners::{Claim, ClaimId, PartnerId},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
    QuerySelect as _,
};

use super::{RowError, entity::claim, failures::failed, row::Columns, store::DatabaseTransaction};

pub(super) fn claim_of(row: claim::Model) -> Result<Claim, RowError> {
    Ok(Claim {
        id: ClaimId(row.id),
        partner: PartnerId(row.partner_id),
        account: AccountId(row.account_id),
        remark: Columns("claim").some("remark", row.remark)?,
        asked_at: row.asked_at,
    })
}

#[async_trait]
impl ClaimRepository for DatabaseTransaction {
    async fn add(&mut self, it: &Claim) -> Result<(), StoreError> {
        let row = claim::ActiveModel {
            id: Set(it.id.0),
            partner_id: Set(it.partner.0),
            account_id: Set(it.account.0),
            remark: Set(it.remark.as_ref().map(ToString::to_string)),
            asked_at: Set(it.asked_at),
        };
        claim::Entity::insert(row).exec_without_returning(&self.rows).await.map_err(failed)?;
        Ok(())
    }

    async fn by_id(&mut self, id: ClaimId) -> Result<Option<Claim>, StoreError> {
        let row = claim::Entity::find_by_id(id.0)
            .lock_exclusive()
            .one(&self.rows)
            .await
            .map_err(failed)?;
        row.map(claim_of).transpose().map_err(failed)
    }

    async fn of(
        &mut self,
        account: AccountId,
        partner: PartnerId,
    ) -> Result<Option<Claim>, StoreError> {
        let row = claim::Entity::find()
            .filter(claim::Column::AccountId.eq(account.0))
            .filter(claim::Column::PartnerId.eq(partner.0))
            .lock_exclusive()
            .one(&self.rows)
            .await
            .map_err(failed)?;
        row.map(claim_of).transpose().map_err(failed)
    }

    async fn count(&mut self, account: AccountId) -> Result<u64, StoreError> {
        claim::Entity::find()
            .filter(claim::Column::AccountId.eq(account.0))
            .count(&self.rows)
            .await
            .map_err(failed)
    }

    async fn remove(&mut self, id: ClaimId) -> Result<(), StoreError> {
        claim::Entity::delete_by_id(id.0).exec(&self.rows).await.map_err(failed)?;
        Ok(())
    }
}
