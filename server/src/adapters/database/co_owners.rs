//! Which partners own an activity beside the one that leads it, in their table.

use std::collections::HashMap;

use application::ports::{CoOwnerLink, CoOwnerRepository, PartnerLink, StoreError};
use async_trait::async_trait;
use domain::{
    Uuid,
    catalogue::ActivityId,
    partners::{CoOwner, PartnerId},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _,
    QueryFilter as _, QueryOrder as _, Select, sea_query::OnConflict,
};

use super::{
    Database,
    entity::{co_owner, partner},
    failures::failed,
    row::partner_of,
    store::DatabaseTransaction,
};

/// So many activities are asked about at once.
const ACTIVITIES_AT_ONCE: usize = 500;

fn co_owner_of(row: &co_owner::Model) -> CoOwner {
    CoOwner {
        activity: ActivityId(row.activity_id),
        partner: PartnerId(row.partner_id),
        asked_at: row.asked_at,
        joined_at: row.joined_at,
        sees_rosters: row.sees_rosters,
        lead_asked_at: row.lead_asked_at,
    }
}

/// The longest first.
fn in_order(wanted: Condition) -> Select<co_owner::Entity> {
    co_owner::Entity::find()
        .filter(wanted)
        .order_by_asc(co_owner::Column::AskedAt)
        .order_by_asc(co_owner::Column::PartnerId)
}

pub(super) async fn co_owners_where(
    rows: &impl ConnectionTrait,
    wanted: Condition,
) -> Result<Vec<CoOwner>, StoreError> {
    let found = in_order(wanted).all(rows).await.map_err(failed)?;
    Ok(found.iter().map(co_owner_of).collect())
}

#[async_trait]
impl CoOwnerRepository for DatabaseTransaction {
    async fn of(&mut self, activity: ActivityId) -> Result<Vec<CoOwner>, StoreError> {
        let wanted = Condition::all().add(co_owner::Column::ActivityId.eq(activity.0));
        co_owners_where(&self.rows, wanted).await
    }

    async fn put(&mut self, it: &CoOwner) -> Result<(), StoreError> {
        let row = co_owner::ActiveModel {
            activity_id: Set(it.activity.0),
            partner_id: Set(it.partner.0),
            asked_at: Set(it.asked_at),
            joined_at: Set(it.joined_at),
            sees_rosters: Set(it.sees_rosters),
            lead_asked_at: Set(it.lead_asked_at),
        };
        let changes = [
            co_owner::Column::AskedAt,
            co_owner::Column::JoinedAt,
            co_owner::Column::SeesRosters,
            co_owner::Column::LeadAskedAt,
        ];
        let names = [co_owner::Column::ActivityId, co_owner::Column::PartnerId];
        co_owner::Entity::insert(row)
            .on_conflict(OnConflict::columns(names).update_columns(changes).to_owned())
            .exec_without_returning(&self.rows)
            .await
            .map_err(failed)?;
        Ok(())
    }

    async fn remove(&mut self, activity: ActivityId, partner: PartnerId) -> Result<(), StoreError> {
        co_owner::Entity::delete_by_id((activity.0, partner.0))
            .exec(&self.rows)
            .await
            .map_err(failed)?;
        Ok(())
    }
}

impl Database {
    /// Who owns an activity beside its lead, the longest first.
    pub(super) async fn co_owner_links(
        &self,
        activity: Uuid,
    ) -> Result<Vec<CoOwnerLink>, StoreError> {
        let rows = in_order(joined(&[activity]))
            .find_also_related(partner::Entity)
            .all(&self.reader)
            .await
            .map_err(failed)?;
        let mut links = Vec::with_capacity(rows.len());
        for (row, partner) in rows {
            let Some(partner) = partner else { continue };
            let partner = partner_of(partner).map_err(failed)?;
            let link = PartnerLink { name: partner.name.to_string(), slug: partner.slug };
            links.push(CoOwnerLink { id: partner.id, link, sees_rosters: row.sees_rosters });
        }
        Ok(links)
    }

    /// The names of those who own some activities beside their leads, the longest first.
    pub(super) async fn co_owner_names(
        &self,
        activities: &[Uuid],
    ) -> Result<HashMap<Uuid, Vec<String>>, StoreError> {
        let mut names: HashMap<Uuid, Vec<String>> = HashMap::new();
        for ids in activities.chunks(ACTIVITIES_AT_ONCE) {
            let rows = in_order(joined(ids))
                .find_also_related(partner::Entity)
                .all(&self.reader)
                .await
                .map_err(failed)?;
            for (row, partner) in rows {
                let Some(partner) = partner else { continue };
                names.entry(row.activity_id).or_default().push(partner.name);
            }
        }
        Ok(names)
    }

    /// Who owns some activities beside their leads, the longest first; of all activities where
    /// none are named.
    pub(in crate::adapters) async fn co_owners_by_activity(
        &self,
        activities: Option<&[Uuid]>,
    ) -> Result<HashMap<Uuid, Vec<Uuid>>, StoreError> {
        let wanted = activities.map_or_else(has_joined, joined);
        let rows = in_order(wanted).all(&self.reader).await.map_err(failed)?;
        let mut owners: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
        for row in rows {
            owners.entry(row.activity_id).or_default().push(row.partner_id);
        }
        Ok(owners)
    }
}

fn has_joined() -> Condition {
    Condition::all().add(co_owner::Column::JoinedAt.is_not_null())
}

fn joined(activities: &[Uuid]) -> Condition {
    has_joined().add(co_owner::Column::ActivityId.is_in(activities.iter().copied()))
}
