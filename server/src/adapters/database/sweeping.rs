//! What time takes away of parties, and what the sweeper remembers.

use application::ports::{ForgetBefore, StoreError, Sweeping};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    Uuid,
    catalogue::{ActivityId, OccurrenceId},
    privacy::{Headcount, Sweep},
    signup::StageWord,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait as _, Condition, DatabaseTransaction, DbErr, EntityTrait as _, ExprTrait as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _, QueryTrait as _,
    sea_query::{Expr, OnConflict, SelectStatement},
};

use super::{
    Database, RowError, dialect,
    entity::{
        drawn, headcount, message, roster, sign_up, sign_up_attempt, sign_up_link, sign_up_step,
        sweep, tick,
    },
    failures::failed,
    row::Columns,
};

/// So many dates are forgotten in one transaction, so that others get to write in between.
const DATES_AT_ONCE: u64 = 20;
/// The row that there is; there is no other.
const THE_SWEEP: i32 = 1;

fn ended_before(at: DateTime<Utc>) -> SelectStatement {
    roster::Entity::find()
        .select_only()
        .column(roster::Column::OccurrenceId)
        .filter(roster::Column::EndAt.lt(at))
        .into_query()
}

impl Database {
    pub(super) async fn forget_parties(&self, before: ForgetBefore) -> Result<(), DbErr> {
        let said = Condition::any()
            .add(sign_up::Column::Needs.is_not_null())
            .add(sign_up::Column::Answers.is_not_null());
        sign_up::Entity::update_many()
            .col_expr(sign_up::Column::Needs, Expr::val(None::<String>))
            .col_expr(sign_up::Column::Answers, Expr::val(None::<String>))
            .filter(said)
            .filter(sign_up::Column::OccurrenceId.in_subquery(ended_before(before.needs)))
            .exec(&self.writer)
            .await?;
        let called = Condition::any()
            .add(sign_up::Column::EmergencyName.is_not_null())
            .add(sign_up::Column::EmergencyPhone.is_not_null());
        sign_up::Entity::update_many()
            .col_expr(sign_up::Column::EmergencyName, Expr::val(None::<String>))
            .col_expr(sign_up::Column::EmergencyPhone, Expr::val(None::<String>))
            .filter(called)
            .filter(sign_up::Column::OccurrenceId.in_subquery(ended_before(before.emergency)))
            .exec(&self.writer)
            .await?;
        while self.forget_dates(before.all).await? {}
        sign_up_attempt::Entity::delete_many()
            .filter(sign_up_attempt::Column::At.lt(before.forms))
            .exec(&self.writer)
            .await?;
        Ok(())
    }

    /// Forgets some of the dates that ended before an instant, but for how many came. Answers
    /// whether there were any.
    async fn forget_dates(&self, before: DateTime<Utc>) -> Result<bool, DbErr> {
        let tx = dialect::begin(&self.writer).await?;
        let old: Vec<(Uuid, DateTime<Utc>)> = roster::Entity::find()
            .select_only()
            .columns([roster::Column::OccurrenceId, roster::Column::StartAt])
            .filter(roster::Column::EndAt.lt(before))
            .order_by_asc(roster::Column::EndAt)
            .limit(DATES_AT_ONCE)
            .into_tuple()
            .all(&tx)
            .await?;
        if old.is_empty() {
            return Ok(false);
        }
        count_parties(&tx, &old).await?;
        let dates = || old.iter().map(|it| it.0);
        let parties = sign_up::Entity::find()
            .select_only()
            .column(sign_up::Column::Id)
            .filter(sign_up::Column::OccurrenceId.is_in(dates()))
            .into_query();
        sign_up_link::Entity::delete_many()
            .filter(sign_up_link::Column::SignUpId.in_subquery(parties))
            .exec(&tx)
            .await?;
        sign_up_step::Entity::delete_many()
            .filter(sign_up_step::Column::OccurrenceId.is_in(dates()))
            .exec(&tx)
            .await?;
        sign_up::Entity::delete_many()
            .filter(sign_up::Column::OccurrenceId.is_in(dates()))
            .exec(&tx)
            .await?;
        message::Entity::delete_many()
            .filter(message::Column::OccurrenceId.is_in(dates()))
            .exec(&tx)
            .await?;
        tick::Entity::delete_many()
            .filter(tick::Column::OccurrenceId.is_in(dates()))
            .exec(&tx)
            .await?;
        drawn::Entity::delete_many()
            .filter(drawn::Column::OccurrenceId.is_in(dates()))
            .exec(&tx)
            .await?;
        roster::Entity::delete_many()
            .filter(roster::Column::OccurrenceId.is_in(dates()))
            .exec(&tx)
            .await?;
        tx.commit().await?;
        // Rows went without a step.
        self.rosters.clear();
        Ok(true)
    }
}

/// Leaves how many had seats, by kind of party.
async fn count_parties(
    tx: &DatabaseTransaction,
    dates: &[(Uuid, DateTime<Utc>)],
) -> Result<(), DbErr> {
    let counts: Vec<(Uuid, Uuid, String, i64, i64)> = sign_up::Entity::find()
        .select_only()
        .column(sign_up::Column::OccurrenceId)
        .column(sign_up::Column::ActivityId)
        .column(sign_up::Column::Kind)
        .column_as(sign_up::Column::Id.count(), "parties")
        .column_as(sign_up::Column::Seats.sum(), "seats")
        .filter(sign_up::Column::OccurrenceId.is_in(dates.iter().map(|it| it.0)))
        .filter(sign_up::Column::Stage.eq(StageWord::Confirmed.key()))
        .group_by(sign_up::Column::OccurrenceId)
        .group_by(sign_up::Column::ActivityId)
        .group_by(sign_up::Column::Kind)
        .into_tuple()
        .all(tx)
        .await?;
    let number = |n: i64| i32::try_from(n).unwrap_or(i32::MAX);
    let rows = counts.into_iter().filter_map(|(date, activity, kind, parties, seats)| {
        let start = dates.iter().find(|it| it.0 == date)?.1;
        Some(headcount::ActiveModel {
            occurrence_id: Set(date),
            kind: Set(kind),
            activity_id: Set(activity),
            start_at: Set(start),
            parties: Set(number(parties)),
            seats: Set(number(seats)),
        })
    });
    let rows: Vec<_> = rows.collect();
    if rows.is_empty() {
        return Ok(());
    }
    // Another server may be at the same date.
    let known = OnConflict::columns([headcount::Column::OccurrenceId, headcount::Column::Kind])
        .do_nothing()
        .to_owned();
    headcount::Entity::insert_many(rows).on_conflict(known).exec_without_returning(tx).await?;
    Ok(())
}

pub(super) fn headcount_of(row: &headcount::Model) -> Result<Headcount, RowError> {
    let columns = Columns("headcount");
    Ok(Headcount {
        occurrence: OccurrenceId(row.occurrence_id),
        activity: ActivityId(row.activity_id),
        kind: columns.key("kind", &row.kind)?,
        start: row.start_at,
        parties: columns.number("parties", row.parties)?,
        seats: columns.number("seats", row.seats)?,
    })
}

fn sweep_of(row: &sweep::Model) -> Sweep {
    Sweep { latest_at: row.latest_at, swept_at: row.swept_at }
}

#[async_trait]
impl Sweeping for Database {
    async fn sweep(&self) -> Result<Option<Sweep>, StoreError> {
        let row = sweep::Entity::find_by_id(THE_SWEEP).one(&self.reader).await;
        Ok(row.map_err(failed)?.as_ref().map(sweep_of))
    }

    async fn saw_time(&self, now: DateTime<Utc>) -> Result<Sweep, StoreError> {
        let row =
            sweep::ActiveModel { id: Set(THE_SWEEP), latest_at: Set(now), swept_at: Set(None) };
        // One statement: of two servers the later one stays.
        let was_earlier = Expr::col((sweep::Entity, sweep::Column::LatestAt)).lt(now);
        let known = OnConflict::column(sweep::Column::Id)
            .update_column(sweep::Column::LatestAt)
            .action_and_where(was_earlier)
            .to_owned();
        sweep::Entity::insert(row)
            .on_conflict(known)
            .exec_without_returning(&self.writer)
            .await
            .map_err(failed)?;
        let row = sweep::Entity::find_by_id(THE_SWEEP).one(&self.writer).await;
        let row = row.map_err(failed)?;
        Ok(row.as_ref().map_or(Sweep { latest_at: now, swept_at: None }, sweep_of))
    }

    async fn trust_time(&self, now: DateTime<Utc>) -> Result<(), StoreError> {
        sweep::Entity::update_many()
            .col_expr(sweep::Column::LatestAt, Expr::val(now))
            .exec(&self.writer)
            .await
            .map_err(failed)?;
        Ok(())
    }

    async fn swept(&self, now: DateTime<Utc>) -> Result<(), StoreError> {
        sweep::Entity::update_many()
            .col_expr(sweep::Column::SweptAt, Expr::val(now))
            .exec(&self.writer)
            .await
            .map_err(failed)?;
        Ok(())
    }

    async fn headcounts(&self, id: OccurrenceId) -> Result<Vec<Headcount>, StoreError> {
        let rows = headcount::Entity::find()
            .filter(headcount::Column::OccurrenceId.eq(id.0))
            .order_by_asc(headcount::Column::Kind)
            .all(&self.reader)
            .await
            .map_err(failed)?;
        rows.iter().map(headcount_of).collect::<Result<_, _>>().map_err(failed)
    }
}
