//! Under which keys partners that have led activities know them, in their table.

use std::collections::HashMap;

use application::ports::{FormerKeyRepository, StoreError};
use async_trait::async_trait;
use domain::{
    Uuid,
    catalogue::{ActivityId, ExternalId},
    partners::{FormerKey, PartnerId},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, Condition, EntityTrait as _, QueryFilter as _,
    sea_query::OnConflict,
};

use super::{
    RowError, entity::former_key, failures::failed, row::Columns, store::DatabaseTransaction,
};

/// So many keys are asked about at once.
const KEYS_AT_ONCE: usize = 500;

pub(super) fn former_key_of(row: former_key::Model) -> Result<FormerKey, RowError> {
    let key = Columns("former_key").text("external_id", row.external_id)?;
    let (partner, activity) = (PartnerId(row.partner_id), ActivityId(row.activity_id));
    Ok(FormerKey { partner, key, activity })
}

#[async_trait]
impl FormerKeyRepository for DatabaseTransaction {
    async fn put(&mut self, it: &FormerKey) -> Result<(), StoreError> {
        let row = former_key::ActiveModel {
            partner_id: Set(it.partner.0),
            external_id: Set(it.key.to_string()),
            activity_id: Set(it.activity.0),
        };
        let names = [former_key::Column::PartnerId, former_key::Column::ExternalId];
        let again =
            OnConflict::columns(names).update_column(former_key::Column::ActivityId).to_owned();
        former_key::Entity::insert(row)
            .on_conflict(again)
            .exec_without_returning(&self.rows)
            .await
            .map_err(failed)?;
        Ok(())
    }

    async fn named(
        &mut self,
        keys: &[(PartnerId, ExternalId)],
    ) -> Result<Vec<FormerKey>, StoreError> {
        let mut found = Vec::new();
        for keys in keys.chunks(KEYS_AT_ONCE) {
            let mut of_partner: HashMap<Uuid, Vec<&str>> = HashMap::new();
            for (partner, key) in keys {
                of_partner.entry(partner.0).or_default().push(key.as_str());
            }
            let wanted = of_partner.into_iter().fold(Condition::any(), |all, (partner, keys)| {
                let here = Condition::all()
                    .add(former_key::Column::PartnerId.eq(partner))
                    .add(former_key::Column::ExternalId.is_in(keys));
                all.add(here)
            });
            let rows = former_key::Entity::find().filter(wanted).all(&self.rows).await;
            found.extend(rows.map_err(failed)?);
        }
        found.into_iter().map(former_key_of).collect::<Result<_, _>>().map_err(failed)
    }

    async fn take(
        &mut self,
        activity: ActivityId,
        partner: PartnerId,
    ) -> Result<Option<ExternalId>, StoreError> {
        let of = Condition::all()
            .add(former_key::Column::ActivityId.eq(activity.0))
            .add(former_key::Column::PartnerId.eq(partner.0));
        let found = former_key::Entity::find().filter(of.clone()).one(&self.rows).await;
        let Some(row) = found.map_err(failed)? else { return Ok(None) };
        let gone = former_key::Entity::delete_many().filter(of).exec(&self.rows).await;
        gone.map_err(failed)?;
        Ok(Some(former_key_of(row).map_err(failed)?.key))
    }
}
