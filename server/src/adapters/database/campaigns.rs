//! What the whole pact does on one day or in one season, in its table.

use application::ports::{CampaignRepository, StoreError};
use async_trait::async_trait;
use domain::pact::{Campaign, CampaignId, CampaignKey, CampaignWords};
use sea_orm::{
    ActiveValue::{Set, Unchanged},
    ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _,
    sea_query::{LockType, OnConflict},
};

use super::{
    Database, RowError,
    entity::{activity, campaign},
    failures::failed,
    row::Columns,
    store::DatabaseTransaction,
};

pub(super) fn campaign_of(row: campaign::Model) -> Result<Campaign, RowError> {
    let columns = Columns("campaign");
    Ok(Campaign {
        id: CampaignId(row.id),
        key: columns.text("key", row.key)?,
        danish: CampaignWords {
            name: columns.text("name", row.name)?,
            text: columns.text("text", row.text)?,
        },
        english: CampaignWords {
            name: columns.text("name_en", row.name_en)?,
            text: columns.text("text_en", row.text_en)?,
        },
        first_day: row.first_day,
        last_day: row.last_day,
        is_open: row.is_open,
    })
}

fn row_of(it: &Campaign) -> campaign::ActiveModel {
    campaign::ActiveModel {
        key: Set(it.key.to_string()),
        id: Set(it.id.0),
        name: Set(it.danish.name.to_string()),
        name_en: Set(it.english.name.to_string()),
        text: Set(it.danish.text.to_string()),
        text_en: Set(it.english.text.to_string()),
        first_day: Set(it.first_day),
        last_day: Set(it.last_day),
        is_open: Set(it.is_open),
    }
}

#[async_trait]
impl CampaignRepository for DatabaseTransaction {
    async fn by_id(&mut self, id: CampaignId) -> Result<Option<Campaign>, StoreError> {
        let row = campaign::Entity::find()
            .filter(campaign::Column::Id.eq(id.0))
            .lock_exclusive()
            .one(&self.rows)
            .await
            .map_err(failed)?;
        row.map(campaign_of).transpose().map_err(failed)
    }

    async fn all(&mut self) -> Result<Vec<Campaign>, StoreError> {
        let rows = in_order().lock(LockType::KeyShare).all(&self.rows).await;
        campaigns_of(rows.map_err(failed)?)
    }

    async fn add(&mut self, it: &Campaign) -> Result<bool, StoreError> {
        let added = campaign::Entity::insert_many([row_of(it)])
            .on_conflict(OnConflict::column(campaign::Column::Key).do_nothing().to_owned())
            .exec_without_returning(&self.rows)
            .await
            .map_err(failed)?;
        self.has_new_campaigns |= added > 0;
        Ok(added > 0)
    }

    async fn save(&mut self, it: &Campaign) -> Result<(), StoreError> {
        let row = campaign::ActiveModel { key: Unchanged(it.key.to_string()), ..row_of(it) };
        campaign::Entity::update(row).exec(&self.rows).await.map_err(failed)?;
        self.has_new_campaigns = true;
        Ok(())
    }

    async fn named_by(&mut self, key: &CampaignKey) -> Result<u64, StoreError> {
        activity::Entity::find()
            .filter(activity::Column::Campaign.eq(key.as_str()))
            .count(&self.rows)
            .await
            .map_err(failed)
    }

    async fn remove(&mut self, id: CampaignId) -> Result<(), StoreError> {
        campaign::Entity::delete_many()
            .filter(campaign::Column::Id.eq(id.0))
            .exec(&self.rows)
            .await
            .map_err(failed)?;
        self.has_new_campaigns = true;
        Ok(())
    }
}

impl Database {
    /// What the whole pact does on one day or in one season, the earliest first.
    pub(in crate::adapters) async fn campaigns(&self) -> Result<Vec<Campaign>, StoreError> {
        campaigns_of(in_order().all(&self.reader).await.map_err(failed)?)
    }
}

/// Every campaign, the earliest first.
fn in_order() -> sea_orm::Select<campaign::Entity> {
    campaign::Entity::find()
        .order_by_asc(campaign::Column::FirstDay)
        .order_by_asc(campaign::Column::Key)
}

fn campaigns_of(rows: Vec<campaign::Model>) -> Result<Vec<Campaign>, StoreError> {
    rows.into_iter().map(campaign_of).collect::<Result<_, _>>().map_err(failed)
}
