//! What readers ask the database itself: one activity, and the short form of a few.

use application::ports::{
    ActivityDetails, OccurrenceSummary, PageAddress, PartnerLink, StoreError,
};
use domain::catalogue::{OccurrenceId, Slug, State};
use sea_orm::{
    ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    sea_query::IntoCondition,
};

use super::{
    Database,
    entity::{activity, catalogue_version, occurrence, partner, picture},
    failures::failed,
    pictures::picture_of,
    row::{activity_of, occurrence_of, partner_of},
};

impl Database {
    /// The number of the catalogue's last change.
    pub(in crate::adapters) async fn catalogue_version(&self) -> Result<i64, StoreError> {
        let row =
            catalogue_version::Entity::find_by_id(1).one(&self.reader).await.map_err(failed)?;
        Ok(row.map_or(0, |row| row.version))
    }

    /// One activity in whatever state, with its partner, its picture and all its dates.
    pub(in crate::adapters) async fn details(
        &self,
        slug: &Slug,
    ) -> Result<Option<ActivityDetails>, StoreError> {
        self.details_where(activity::Column::Slug.eq(slug.as_str())).await
    }

    /// The one activity that meets a condition, likewise.
    pub(super) async fn details_where(
        &self,
        wanted: impl IntoCondition,
    ) -> Result<Option<ActivityDetails>, StoreError> {
        // There is one at most. SQLite prepares a statement with a bound limit anew each time.
        let rows = activity::Entity::find()
            .find_also_related(partner::Entity)
            .find_also_related(picture::Entity)
            .filter(wanted)
            .all(&self.reader)
            .await
            .map_err(failed)?;
        let Some((row, partner, picture)) = rows.into_iter().next() else { return Ok(None) };
        let dates = occurrence::Entity::find()
            .filter(occurrence::Column::ActivityId.eq(row.id))
            .order_by_asc(occurrence::Column::StartAt)
            .all(&self.reader)
            .await
            .map_err(failed)?;
        let partner = partner.ok_or_else(|| StoreError::new("an activity without a partner"))?;
        let partner = partner_of(partner).map_err(failed)?;

        let mut occurrences = Vec::with_capacity(dates.len());
        let mut summaries = Vec::with_capacity(dates.len());
        for date in &dates {
            let it = occurrence_of(date).map_err(failed)?;
            let capacity = it.capacity().map(domain::catalogue::Capacity::seats);
            summaries.push(OccurrenceSummary {
                id: OccurrenceId(date.id),
                start: it.start(),
                end: it.end(),
                closes_at: it.closes_at(),
                capacity,
                seats_left: capacity.map(|seats| seats.saturating_sub(date.taken.unsigned_abs())),
            });
            occurrences.push(it);
        }
        let co_owners = self.co_owner_links(row.id).await?;
        let activity = activity_of(row, occurrences).map_err(failed)?;
        Ok(Some(ActivityDetails {
            activity,
            sector: partner.sector,
            picture: picture.map(picture_of).transpose().map_err(failed)?,
            partner: PartnerLink { name: partner.name.to_string(), slug: partner.slug },
            co_owners,
            occurrences: summaries,
        }))
    }

    /// The pages of all published activities.
    pub(in crate::adapters) async fn published_pages(
        &self,
    ) -> Result<Vec<PageAddress>, StoreError> {
        let rows: Vec<(String, chrono::DateTime<chrono::Utc>)> = activity::Entity::find()
            .select_only()
            .column(activity::Column::Slug)
            .column(activity::Column::UpdatedAt)
            .filter(activity::Column::State.eq(State::Published.key()))
            .order_by_asc(activity::Column::Slug)
            .into_tuple()
            .all(&self.reader)
            .await
            .map_err(failed)?;
        Ok(rows
            .into_iter()
            .map(|(slug, updated_at)| PageAddress { slug: Slug::kept(slug), updated_at })
            .collect())
    }
}
