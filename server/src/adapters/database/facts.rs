//! The few columns that lists are made from, for many activities at once.

use application::ports::StoreError;
use domain::{Uuid, catalogue::State, partners::Partner};
use sea_orm::{
    ColumnTrait as _, DerivePartialModel, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _,
};

use super::{
    Database,
    changes::changed_after,
    entity::{activity, occurrence, partner},
    failures::failed,
    row::partner_of,
};

/// What a list needs to know about an activity.
#[derive(DerivePartialModel)]
#[sea_orm(entity = "activity::Entity")]
pub(in crate::adapters) struct FactRow {
    pub id: Uuid,
    pub version: i64,
    state: String,
    pub partner_id: Uuid,
    pub kind: String,
    pub topics: String,
    pub audience: String,
    pub levels: String,
    pub age_min: Option<i32>,
    pub age_max: Option<i32>,
    pub girls_focus: bool,
    pub campaign: Option<String>,
    pub format: String,
    pub postcode: Option<String>,
    pub city: Option<String>,
    pub lat: Option<f64>,
    pub lon: Option<f64>,
    pub travel_km: Option<i32>,
    pub price_oere: i32,
    pub language: String,
    pub sign_up: String,
    pub group_min: Option<i32>,
    pub group_max: Option<i32>,
}

impl FactRow {
    /// Whether lists hold it.
    pub(in crate::adapters) fn is_published(&self) -> bool {
        self.state == State::Published.key()
    }
}

/// What a list shows of an activity.
#[derive(DerivePartialModel)]
#[sea_orm(entity = "activity::Entity")]
pub(in crate::adapters) struct SummaryRow {
    pub id: Uuid,
    pub version: i64,
    pub external_id: String,
    pub slug: String,
    pub kind: String,
    pub title: String,
    pub summary: String,
    pub topics: String,
    pub audience: String,
    pub levels: String,
    pub age_min: Option<i32>,
    pub age_max: Option<i32>,
    pub girls_focus: bool,
    pub campaign: Option<String>,
    pub format: String,
    pub postcode: Option<String>,
    pub city: Option<String>,
    pub lat: Option<f64>,
    pub lon: Option<f64>,
    pub price_oere: i32,
    pub language: String,
    pub sign_up: String,
    pub group_min: Option<i32>,
    pub group_max: Option<i32>,
}

/// What a list needs to know about a date.
#[derive(DerivePartialModel)]
#[sea_orm(entity = "occurrence::Entity")]
pub(in crate::adapters) struct DateRow {
    pub id: Uuid,
    pub activity_id: Uuid,
    pub start_at: chrono::DateTime<chrono::Utc>,
    pub end_at: chrono::DateTime<chrono::Utc>,
    pub capacity: Option<i32>,
    pub taken: i32,
    pub deadline_at: Option<chrono::DateTime<chrono::Utc>>,
}

impl Database {
    /// The activity in the middle of all ids, if there are any.
    pub(in crate::adapters) async fn middle_activity(&self) -> Result<Option<Uuid>, StoreError> {
        let n = activity::Entity::find().count(&self.reader).await.map_err(failed)?;
        activity::Entity::find()
            .select_only()
            .column(activity::Column::Id)
            .order_by_asc(activity::Column::Id)
            .offset(n / 2)
            .limit(1)
            .into_tuple()
            .one(&self.reader)
            .await
            .map_err(failed)
    }

    /// At most `n` published activities after `after` up to `last`, in the order of ids.
    pub(in crate::adapters) async fn facts_within(
        &self,
        after: Uuid,
        last: Uuid,
        n: u64,
    ) -> Result<Vec<FactRow>, StoreError> {
        activity::Entity::find()
            .filter(activity::Column::State.eq(State::Published.key()))
            .filter(activity::Column::Id.gt(after))
            .filter(activity::Column::Id.lte(last))
            .order_by_asc(activity::Column::Id)
            .limit(n)
            .into_partial_model()
            .all(&self.reader)
            .await
            .map_err(failed)
    }

    /// At most `n` activities, in whatever state, that changed after a change, which is told
    /// by its number and an id; in the order of changes.
    pub(in crate::adapters) async fn facts_changed_after(
        &self,
        (version, id): (i64, Uuid),
        n: u64,
    ) -> Result<Vec<FactRow>, StoreError> {
        activity::Entity::find()
            .filter(changed_after(version, id))
            .order_by_asc(activity::Column::Version)
            .order_by_asc(activity::Column::Id)
            .limit(n)
            .into_partial_model()
            .all(&self.reader)
            .await
            .map_err(failed)
    }

    /// The published activities among `ids`.
    pub(in crate::adapters) async fn summaries_of(
        &self,
        ids: Vec<Uuid>,
    ) -> Result<Vec<SummaryRow>, StoreError> {
        activity::Entity::find()
            .filter(activity::Column::State.eq(State::Published.key()))
            .filter(activity::Column::Id.is_in(ids))
            .into_partial_model()
            .all(&self.reader)
            .await
            .map_err(failed)
    }

    /// The dates of the activities after `after` up to `last`, by activity and in the order of time.
    pub(in crate::adapters) async fn dates_within(
        &self,
        after: Uuid,
        last: Uuid,
    ) -> Result<Vec<DateRow>, StoreError> {
        occurrence::Entity::find()
            .filter(occurrence::Column::ActivityId.gt(after))
            .filter(occurrence::Column::ActivityId.lte(last))
            .order_by_asc(occurrence::Column::ActivityId)
            .order_by_asc(occurrence::Column::StartAt)
            .into_partial_model()
            .all(&self.reader)
            .await
            .map_err(failed)
    }

    /// The dates of some activities, by activity and in the order of time.
    pub(in crate::adapters) async fn dates_of(
        &self,
        activities: Vec<Uuid>,
    ) -> Result<Vec<DateRow>, StoreError> {
        occurrence::Entity::find()
            .filter(occurrence::Column::ActivityId.is_in(activities))
            .order_by_asc(occurrence::Column::ActivityId)
            .order_by_asc(occurrence::Column::StartAt)
            .into_partial_model()
            .all(&self.reader)
            .await
            .map_err(failed)
    }

    /// Every partner.
    pub(in crate::adapters) async fn all_partners(&self) -> Result<Vec<Partner>, StoreError> {
        let rows = partner::Entity::find()
            .order_by_asc(partner::Column::Id)
            .all(&self.reader)
            .await
            .map_err(failed)?;
        rows.into_iter().map(partner_of).collect::<Result<_, _>>().map_err(failed)
    }
}
