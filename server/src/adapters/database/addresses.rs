//! Web addresses to which activities lead, in their table.

use std::collections::HashMap;

use application::ports::{AddressWatch, DueAddress, StoreError, Watcher};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    Uuid,
    catalogue::{Activity, ActivityId, State, Watched},
    partners::PartnerId,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait as _, Condition, EntityTrait as _, ExprTrait as _, JoinType, Order,
    QueryFilter as _, QueryOrder as _, QuerySelect as _, RelationTrait as _,
    sea_query::{Expr, OnConflict, Query},
};

use super::{
    Database, RowError,
    activities::with_occurrences,
    entity::{activity, occurrence, watched_address, watcher},
    failures::failed,
    row::Columns,
};

pub(super) fn watched_of(row: watched_address::Model) -> Result<Watched, RowError> {
    let columns = Columns("watched_address");
    let silent = match (row.silent_since, row.silent_on, row.silent_days) {
        (Some(since), Some(on), 1..) if since <= on => Some((since, on)),
        (None, None, 0) => None,
        _ => return Err(columns.fault("silent_days", row.silent_days)),
    };
    Ok(Watched {
        activity: ActivityId(row.activity_id),
        url: columns.text("url", row.url)?,
        asked_at: row.asked_at,
        silent_days: u16::try_from(row.silent_days)
            .map_err(|_| columns.fault("silent_days", row.silent_days))?,
        silent,
    })
}

/// What is known is of the address to which the activity still leads.
fn is_of_now() -> Expr {
    Expr::col((watched_address::Entity, watched_address::Column::Url))
        .eq(Expr::col((activity::Entity, activity::Column::SignUpUrl)))
}

/// One of its dates is still to come or under way, or it has none.
fn is_not_over(now: DateTime<Utc>) -> Condition {
    let dates = || {
        let mut dates = Query::select();
        dates.expr(Expr::val(1)).from(occurrence::Entity).and_where(
            Expr::col((occurrence::Entity, occurrence::Column::ActivityId))
                .equals((activity::Entity, activity::Column::Id)),
        );
        dates
    };
    let to_come = dates().and_where(occurrence::Column::EndAt.gt(now)).to_owned();
    Condition::any().add(Expr::exists(to_come)).add(Expr::exists(dates()).not())
}

/// The row that is fought over; there is no other.
const THE_WATCHER: i32 = 1;

#[async_trait]
impl AddressWatch for Database {
    async fn lease(
        &self,
        who: Watcher,
        now: DateTime<Utc>,
        ends: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let row = watcher::ActiveModel {
            id: Set(THE_WATCHER),
            name: Set(who.0),
            lease_ends_at: Set(ends),
        };
        // One statement: whoever comes second sees the row of whoever came first.
        let of_row = |column| Expr::col((watcher::Entity, column));
        let is_free = of_row(watcher::Column::LeaseEndsAt).lte(now);
        let is_theirs = of_row(watcher::Column::Name).eq(who.0);
        let taken = OnConflict::column(watcher::Column::Id)
            .update_columns([watcher::Column::Name, watcher::Column::LeaseEndsAt])
            .action_and_where(is_free.or(is_theirs))
            .to_owned();
        let rows = watcher::Entity::insert(row)
            .on_conflict(taken)
            .exec_without_returning(&self.writer)
            .await
            .map_err(failed)?;
        Ok(rows == 1)
    }

    async fn due(&self, now: DateTime<Utc>, n: u64) -> Result<Vec<DueAddress>, StoreError> {
        let asked_before = |time| watched_address::Column::AskedAt.lte(now - time);
        let is_silent = watched_address::Column::SilentDays
            .between(1, i32::from(Watched::GIVEN_UP_AFTER) - 1)
            .and(asked_before(Watched::EVERY_SILENT));
        let is_due = Condition::any()
            .add(watched_address::Column::ActivityId.is_null())
            .add(is_of_now().not())
            .add(asked_before(Watched::EVERY))
            .add(is_silent);
        let rows: Vec<(Uuid, String)> = activity::Entity::find()
            .join_rev(JoinType::LeftJoin, watched_address::Relation::Activity.def())
            .select_only()
            .columns([activity::Column::Id, activity::Column::SignUpUrl])
            .filter(activity::Column::State.eq(State::Published.key()))
            .filter(activity::Column::SignUpUrl.is_not_null())
            .filter(is_due)
            .filter(is_not_over(now))
            .order_by(watched_address::Column::ActivityId.is_not_null(), Order::Asc)
            .order_by_asc(watched_address::Column::AskedAt)
            .order_by_asc(activity::Column::Id)
            .limit(n)
            .into_tuple()
            .all(&self.reader)
            .await
            .map_err(failed)?;
        let known = watched_address::Entity::find()
            .filter(watched_address::Column::ActivityId.is_in(rows.iter().map(|it| it.0)))
            .all(&self.reader)
            .await
            .map_err(failed)?;
        let known: Result<Vec<Watched>, RowError> = known.into_iter().map(watched_of).collect();
        let mut known: HashMap<ActivityId, Watched> =
            known.map_err(failed)?.into_iter().map(|it| (it.activity, it)).collect();
        let due = rows.into_iter().map(|(id, url)| {
            let url = Columns("activity").text("sign_up_url", url)?;
            let activity = ActivityId(id);
            let known = known.remove(&activity).filter(|it| it.url == url);
            Ok(DueAddress { activity, url, known })
        });
        due.collect::<Result<_, RowError>>().map_err(failed)
    }

    async fn keep(&self, it: &Watched) -> Result<(), StoreError> {
        let row = watched_address::ActiveModel {
            activity_id: Set(it.activity.0),
            url: Set(it.url.as_str().to_owned()),
            asked_at: Set(it.asked_at),
            silent_days: Set(it.silent_days.into()),
            silent_since: Set(it.silent.map(|days| days.0)),
            silent_on: Set(it.silent.map(|days| days.1)),
        };
        let columns = [
            watched_address::Column::Url,
            watched_address::Column::AskedAt,
            watched_address::Column::SilentDays,
            watched_address::Column::SilentSince,
            watched_address::Column::SilentOn,
        ];
        let known = OnConflict::column(watched_address::Column::ActivityId)
            .update_columns(columns)
            .to_owned();
        watched_address::Entity::insert(row)
            .on_conflict(known)
            .exec_without_returning(&self.writer)
            .await
            .map_err(failed)?;
        Ok(())
    }

    async fn dead(
        &self,
        now: DateTime<Utc>,
        partners: Option<&[PartnerId]>,
    ) -> Result<Vec<(Watched, Activity)>, StoreError> {
        let mut found = watched_address::Entity::find()
            .find_also_related(activity::Entity)
            .filter(watched_address::Column::SilentDays.gte(i32::from(Watched::DEAD_AFTER)))
            .filter(activity::Column::State.eq(State::Published.key()))
            .filter(is_of_now())
            .filter(is_not_over(now))
            .order_by_asc(watched_address::Column::ActivityId);
        if let Some(partners) = partners {
            let theirs = activity::Column::PartnerId.is_in(partners.iter().map(|it| it.0));
            found = found.filter(theirs);
        }
        let rows = found.all(&self.reader).await.map_err(failed)?;
        let (mut watched, mut activities) = (Vec::new(), Vec::new());
        for (row, activity) in rows {
            watched.push(watched_of(row).map_err(failed)?);
            activities.extend(activity);
        }
        let activities = with_occurrences(&self.reader, activities).await?;
        let mut activities: HashMap<ActivityId, Activity> =
            activities.into_iter().map(|it| (it.id, it)).collect();
        let told = |it: Watched| activities.remove(&it.activity).map(|activity| (it, activity));
        Ok(watched.into_iter().filter_map(told).collect())
    }
}
