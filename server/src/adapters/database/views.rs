//! How often activities are looked at, day by day.

use std::collections::HashMap;

use application::ports::{ActivityViews, StoreError, Views};
use async_trait::async_trait;
use chrono::NaiveDate;
use domain::{Uuid, catalogue::ActivityId};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait as _, EntityTrait as _, ExprTrait as _, QueryFilter as _, QuerySelect as _,
    sea_query::{Expr, OnConflict},
};

use super::{
    Database,
    entity::{activity, activity_view},
    failures::failed,
};

#[async_trait]
impl ActivityViews for Database {
    async fn views_since(
        &self,
        activities: &[ActivityId],
        day: NaiveDate,
    ) -> Result<HashMap<ActivityId, u32>, StoreError> {
        let rows: Vec<(Uuid, i64)> = activity_view::Entity::find()
            .select_only()
            .column(activity_view::Column::ActivityId)
            .column_as(activity_view::Column::N.sum(), "views")
            .filter(activity_view::Column::ActivityId.is_in(activities.iter().map(|it| it.0)))
            .filter(activity_view::Column::Day.gte(day))
            .group_by(activity_view::Column::ActivityId)
            .into_tuple()
            .all(&self.reader)
            .await
            .map_err(failed)?;
        let count = |n: i64| u32::try_from(n).unwrap_or(u32::MAX);
        Ok(rows.into_iter().map(|(id, n)| (ActivityId(id), count(n))).collect())
    }

    async fn add_views(&self, views: &[Views]) -> Result<(), StoreError> {
        let slugs = views.iter().map(|it| it.slug.as_str());
        let known: Vec<(String, Uuid)> = activity::Entity::find()
            .select_only()
            .columns([activity::Column::Slug, activity::Column::Id])
            .filter(activity::Column::Slug.is_in(slugs))
            .into_tuple()
            .all(&self.reader)
            .await
            .map_err(failed)?;
        let known: HashMap<String, Uuid> = known.into_iter().collect();
        let rows = views.iter().filter_map(|it| {
            Some(activity_view::ActiveModel {
                activity_id: Set(*known.get(it.slug.as_str())?),
                day: Set(it.day),
                n: Set(i32::try_from(it.n).unwrap_or(i32::MAX)),
            })
        });
        let rows: Vec<_> = rows.collect();
        if rows.is_empty() {
            return Ok(());
        }
        let sum = Expr::col((activity_view::Entity, activity_view::Column::N))
            .add(Expr::col(("excluded", activity_view::Column::N)));
        let seen = [activity_view::Column::ActivityId, activity_view::Column::Day];
        let seen = OnConflict::columns(seen).value(activity_view::Column::N, sum).to_owned();
        activity_view::Entity::insert_many(rows)
            .on_conflict(seen)
            .exec_without_returning(&self.writer)
            .await
            .map_err(failed)?;
        Ok(())
    }

    async fn forget_views(&self, before: NaiveDate) -> Result<(), StoreError> {
        activity_view::Entity::delete_many()
            .filter(activity_view::Column::Day.lt(before))
            .exec(&self.writer)
            .await
            .map_err(failed)?;
        Ok(())
    }
}
