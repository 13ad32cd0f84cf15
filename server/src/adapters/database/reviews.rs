//! What moderators are asked to look at, in its table.

use std::collections::HashMap;

use application::ports::{ReviewReader, ReviewRepository, StoreError};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    catalogue::{Activity, ActivityId},
    pact::{Review, ReviewId},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _,
};

use super::{
    Database, RowError,
    activities::with_occurrences,
    entity::{activity, review},
    failures::failed,
    row::Columns,
    store::DatabaseTransaction,
};

pub(super) fn review_of(row: review::Model) -> Result<Review, RowError> {
    let columns = Columns("review");
    let reply_to = match (row.reply_to, row.language) {
        (Some(email), Some(language)) => {
            Some((columns.text("reply_to", email)?, columns.key("language", &language)?))
        }
        (None, None) => None,
        (Some(_), None) => return Err(columns.fault("language", "nothing")),
        (None, Some(language)) => return Err(columns.fault("language", &language)),
    };
    Ok(Review {
        id: ReviewId(row.id),
        activity: ActivityId(row.activity_id),
        cause: columns.key("cause", &row.cause)?,
        remark: columns.some("remark", row.remark)?,
        reply_to,
        asked_at: row.asked_at,
    })
}

async fn found<C: ConnectionTrait>(
    database: &C,
    wanted: Condition,
    n: Option<u64>,
) -> Result<Vec<Review>, StoreError> {
    let rows = review::Entity::find()
        .filter(wanted)
        .order_by_asc(review::Column::AskedAt)
        .order_by_asc(review::Column::Id)
        .limit(n)
        .all(database)
        .await
        .map_err(failed)?;
    rows.into_iter().map(review_of).collect::<Result<_, _>>().map_err(failed)
}

fn about(id: ActivityId) -> Condition {
    Condition::all().add(review::Column::ActivityId.eq(id.0))
}

#[async_trait]
impl ReviewRepository for DatabaseTransaction {
    async fn add(&mut self, it: &Review) -> Result<(), StoreError> {
        let row = review::ActiveModel {
            id: Set(it.id.0),
            activity_id: Set(it.activity.0),
            cause: Set(it.cause.key().to_owned()),
            remark: Set(it.remark.as_ref().map(ToString::to_string)),
            reply_to: Set(it.reply_to.as_ref().map(|(email, _)| email.to_string())),
            language: Set(it.reply_to.as_ref().map(|(_, language)| language.key().to_owned())),
            asked_at: Set(it.asked_at),
        };
        review::Entity::insert(row).exec_without_returning(&self.rows).await.map_err(failed)?;
        Ok(())
    }

    async fn by_id(&mut self, id: ReviewId) -> Result<Option<Review>, StoreError> {
        let row = review::Entity::find_by_id(id.0).one(&self.rows).await.map_err(failed)?;
        row.map(review_of).transpose().map_err(failed)
    }

    async fn of_activity(&mut self, id: ActivityId) -> Result<Vec<Review>, StoreError> {
        found(&self.rows, about(id), None).await
    }

    async fn remove(&mut self, ids: &[ReviewId]) -> Result<(), StoreError> {
        review::Entity::delete_many()
            .filter(review::Column::Id.is_in(ids.iter().map(|it| it.0)))
            .exec(&self.rows)
            .await
            .map_err(failed)?;
        Ok(())
    }
}

#[async_trait]
impl ReviewReader for Database {
    async fn reviews(&self, n: u64) -> Result<Vec<(Review, Activity)>, StoreError> {
        let reviews = found(&self.reader, Condition::all(), Some(n)).await?;
        let rows = activity::Entity::find()
            .filter(activity::Column::Id.is_in(reviews.iter().map(|it| it.activity.0)))
            .all(&self.reader)
            .await
            .map_err(failed)?;
        let about = with_occurrences(&self.reader, rows).await?;
        let about: HashMap<ActivityId, Activity> =
            about.into_iter().map(|it| (it.id, it)).collect();
        let told = |it: Review| about.get(&it.activity).map(|of| (it, of.clone()));
        Ok(reviews.into_iter().filter_map(told).collect())
    }

    async fn review(&self, id: ReviewId) -> Result<Option<Review>, StoreError> {
        let row = review::Entity::find_by_id(id.0).one(&self.reader).await.map_err(failed)?;
        row.map(review_of).transpose().map_err(failed)
    }

    async fn reviews_of(&self, id: ActivityId) -> Result<Vec<Review>, StoreError> {
        found(&self.reader, about(id), None).await
    }

    async fn forget_reviews(&self, before: DateTime<Utc>) -> Result<(), StoreError> {
        review::Entity::delete_many()
            .filter(review::Column::AskedAt.lt(before))
            .exec(&self.writer)
            .await
            .map_err(failed)?;
        Ok(())
    }
}
