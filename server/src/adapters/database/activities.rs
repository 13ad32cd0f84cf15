//! Activities with their occurrences, in their tables.

use std::collections::{HashMap, HashSet};

use application::ports::{ActivityRepository, StoreError};
use async_trait::async_trait;
use domain::{
    Uuid,
    catalogue::{Activity, ActivityId, ExternalId, Occurrence, OccurrenceId},
    partners::PartnerId,
};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _,
    ExprTrait as _, PaginatorTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    sea_query::{Expr, OnConflict},
};

use super::{
    RowError,
    entity::{activity, occurrence},
    failures::failed,
    row::{activity_of, activity_row, occurrence_of, occurrence_row},
    store::DatabaseTransaction,
};

/// Rows in one statement: 37 columns each stay below what either database takes.
const ACTIVITIES_AT_ONCE: usize = 500;
const OCCURRENCES_AT_ONCE: usize = 2_000;
/// How many seats of a date count as taken once another number is given.
const NO_MORE_THAN_GIVEN: &str = "CASE WHEN occurrence.taken > excluded.capacity \
     THEN excluded.capacity ELSE occurrence.taken END";

#[async_trait]
impl ActivityRepository for DatabaseTransaction {
    async fn lock(
        &mut self,
        keys: &[(PartnerId, ExternalId)],
    ) -> Result<Vec<Activity>, StoreError> {
        let mut of_partner: HashMap<Uuid, Vec<&str>> = HashMap::new();
        for (partner, key) in keys {
            of_partner.entry(partner.0).or_default().push(key.as_str());
        }
        let mut wanted = Condition::any();
        for (partner, keys) in of_partner {
            let here = activity::Column::PartnerId
                .eq(partner)
                .and(activity::Column::ExternalId.is_in(keys));
            wanted = wanted.add(here);
        }
        if wanted.is_empty() {
            return Ok(Vec::new());
        }
        // Always in the order of ids, so that two who want the same never wait for each other.
        let rows = activity::Entity::find()
            .filter(wanted)
            .order_by_asc(activity::Column::Id)
            .lock_exclusive()
            .all(&self.rows)
            .await
            .map_err(failed)?;
        with_occurrences(&self.rows, rows).await
    }

    async fn by_id(&mut self, id: ActivityId) -> Result<Option<Activity>, StoreError> {
        let row = activity::Entity::find_by_id(id.0)
            .lock_exclusive()
            .one(&self.rows)
            .await
            .map_err(failed)?;
        let found = with_occurrences(&self.rows, row.into_iter().collect()).await?;
        Ok(found.into_iter().next())
    }

    async fn add(&mut self, activities: &[Activity]) -> Result<(), StoreError> {
        for chunk in activities.chunks(ACTIVITIES_AT_ONCE) {
            activity::Entity::insert_many(chunk.iter().map(activity_row))
                .exec_without_returning(&self.rows)
                .await
                .map_err(failed)?;
        }
        let dates: Vec<_> = activities
            .iter()
            .flat_map(|it| it.occurrences().iter().map(|date| occurrence_row(it.id, date)))
            .collect();
        for chunk in dates.chunks(OCCURRENCES_AT_ONCE) {
            occurrence::Entity::insert_many(chunk.to_vec())
                .exec_without_returning(&self.rows)
                .await
                .map_err(failed)?;
        }
        self.changed.extend(activities.iter().map(|it| it.id.0));
        Ok(())
    }

    async fn save(&mut self, activities: &[Activity]) -> Result<(), StoreError> {
        for it in activities {
            activity_row(it).update(&self.rows).await.map_err(failed)?;
            let kept = it.occurrences().iter().map(|date| date.id.0);
            occurrence::Entity::delete_many()
                .filter(
                    occurrence::Column::ActivityId
                        .eq(it.id.0)
                        .and(occurrence::Column::Id.is_not_in(kept)),
                )
                .exec(&self.rows)
                .await
                .map_err(failed)?;
            let dates = it.occurrences().iter().map(|date| occurrence_row(it.id, date));
            if it.occurrences().is_empty() {
                continue;
            }
            // Seats that are taken stay taken, whatever else changes about a date; where fewer are
            // given than are taken, the roster knows how many, and the date has none left.
            let columns = [
                occurrence::Column::StartAt,
                occurrence::Column::EndAt,
                occurrence::Column::Capacity,
                occurrence::Column::DeadlineAt,
            ];
            occurrence::Entity::insert_many(dates)
                .on_conflict(
                    OnConflict::column(occurrence::Column::Id)
                        .update_columns(columns)
                        .value(occurrence::Column::Taken, Expr::cust(NO_MORE_THAN_GIVEN))
                        .to_owned(),
                )
                .exec_without_returning(&self.rows)
                .await
                .map_err(failed)?;
        }
        self.changed.extend(activities.iter().map(|it| it.id.0));
        Ok(())
    }

    async fn touch(&mut self, ids: &[ActivityId]) -> Result<(), StoreError> {
        self.changed.extend(ids.iter().map(|it| it.0));
        Ok(())
    }

    async fn remove(&mut self, ids: &[ActivityId]) -> Result<(), StoreError> {
        for ids in ids.chunks(OCCURRENCES_AT_ONCE) {
            // Their dates and what is being written of them go with them, by their foreign keys.
            activity::Entity::delete_many()
                .filter(activity::Column::Id.is_in(ids.iter().map(|it| it.0)))
                .exec(&self.rows)
                .await
                .map_err(failed)?;
        }
        Ok(())
    }

    async fn dates_with_seats_taken(
        &mut self,
        ids: &[ActivityId],
    ) -> Result<HashSet<OccurrenceId>, StoreError> {
        let mut taken = HashSet::new();
        for ids in ids.chunks(OCCURRENCES_AT_ONCE) {
            let found: Vec<Uuid> = occurrence::Entity::find()
                .select_only()
                .column(occurrence::Column::Id)
                .filter(occurrence::Column::ActivityId.is_in(ids.iter().map(|it| it.0)))
                .filter(occurrence::Column::Taken.gt(0))
                .into_tuple()
                .all(&self.rows)
                .await
                .map_err(failed)?;
            taken.extend(found.into_iter().map(OccurrenceId));
        }
        Ok(taken)
    }

    async fn count(&mut self) -> Result<u64, StoreError> {
        activity::Entity::find().count(&self.rows).await.map_err(failed)
    }
}

/// Puts rows and their dates together, with one more question.
pub(super) async fn with_occurrences<C: ConnectionTrait>(
    database: &C,
    rows: Vec<activity::Model>,
) -> Result<Vec<Activity>, StoreError> {
    let mut dates: HashMap<Uuid, Vec<Occurrence>> = HashMap::new();
    for ids in rows.chunks(OCCURRENCES_AT_ONCE) {
        let found = occurrence::Entity::find()
            .filter(occurrence::Column::ActivityId.is_in(ids.iter().map(|row| row.id)))
            .all(database)
            .await
            .map_err(failed)?;
        for row in found {
            dates.entry(row.activity_id).or_default().push(occurrence_of(&row).map_err(failed)?);
        }
    }
    let activities: Result<Vec<Activity>, RowError> = rows
        .into_iter()
        .map(|row| {
            let occurrences = dates.remove(&row.id).unwrap_or_default();
            activity_of(row, occurrences)
        })
        .collect();
    activities.map_err(failed)
}
