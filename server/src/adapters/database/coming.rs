//! Whether parties still come, in their columns.

use application::ports::StoreError;
use chrono::{DateTime, Utc};
use domain::{
    Uuid,
    catalogue::OccurrenceId,
    signup::{Coming, ComingRule, SignUp, SignUpId, StageWord},
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait as _, Condition, EntityTrait as _, JoinType, QueryFilter as _, QuerySelect as _,
    QueryTrait as _,
    sea_query::{Expr, ExprTrait as _},
};

use super::{
    Database, RowError,
    entity::{roster, sign_up, sign_up_step},
    failures::failed,
    row::Columns,
    store::DatabaseTransaction,
};

/// How a date asks, as the row of its roster has it: nought days are never.
pub(super) fn rule_of(row: &roster::Model) -> Result<ComingRule, RowError> {
    let columns = Columns("roster");
    let days = |name, it: i16| u8::try_from(it).map_err(|_| columns.fault(name, it));
    let asks = Some(days("asks_days", row.asks_days)?).filter(|it| *it > 0);
    let frees = row.frees_days.map(|it| days("frees_days", it)).transpose()?;
    ComingRule::new(asks, frees).map_err(|_| columns.fault("asks_days", row.asks_days))
}

/// The columns that it is kept in, with the instants that follow for a date.
pub(super) fn set_rule(row: &mut roster::ActiveModel, rule: ComingRule, start: DateTime<Utc>) {
    row.asks_days = Set(rule.asks().unwrap_or_default().into());
    row.frees_days = Set(rule.frees().map(i16::from));
    row.asks_at = Set(rule.asks_at(start));
    row.frees_at = Set(rule.frees_at(start));
}

/// The rosters of which it was not worked out yet when they ask.
pub(super) fn untimed() -> Condition {
    Condition::all().add(roster::Column::AsksDays.gt(0)).add(roster::Column::AsksAt.is_null())
}

/// Whether something was noted for the question of now: what was noted before it was of another.
fn is_of_now(column: sign_up::Column) -> Condition {
    let asks_at = Expr::col((roster::Entity, roster::Column::AsksAt));
    Condition::all().add(Expr::col((sign_up::Entity, column)).gte(asks_at))
}

fn is_not_of_now(column: sign_up::Column) -> Condition {
    let asks_at = Expr::col((roster::Entity, roster::Column::AsksAt));
    let before = Expr::col((sign_up::Entity, column)).lt(asks_at);
    Condition::any().add(column.is_null()).add(before)
}

/// Those who took a step since the day of the question.
fn has_stepped_since() -> Condition {
    let of = Expr::col((sign_up_step::Entity, sign_up_step::Column::SignUpId))
        .equals((sign_up::Entity, sign_up::Column::Id));
    let since = Expr::col((sign_up_step::Entity, sign_up_step::Column::At))
        .gt(Expr::col((roster::Entity, roster::Column::AsksAt)));
    let steps = sign_up_step::Entity::find()
        .select_only()
        .column(sign_up_step::Column::N)
        .filter(of)
        .filter(since)
        .into_query();
    Condition::all().add(Expr::exists(steps))
}

/// Whose time it is at an instant, for each thing to be done.
fn wanted(now: DateTime<Utc>) -> [Condition; 3] {
    use roster::Column;
    use sign_up::Column as Of;

    let (day, ago) = (now + SignUp::A_DAY, now - SignUp::A_DAY);
    let ask = Condition::all()
        .add(is_not_of_now(Of::AskedAt))
        .add(Column::StartAt.gt(day))
        .add(has_stepped_since().not());
    let silent = || {
        Condition::all()
            .add(is_of_now(Of::AskedAt))
            .add(Column::FreesAt.is_not_null())
            .add(Column::ClosesAt.gt(now))
    };
    let remind = silent()
        .add(is_not_of_now(Of::AskedAgainAt))
        .add(Column::FreesAt.lte(day))
        .add(Of::AskedAt.lte(ago));
    let free = silent()
        .add(is_of_now(Of::AskedAgainAt))
        .add(Column::FreesAt.lte(now))
        .add(Of::AskedAgainAt.lte(ago));
    [ask, remind, free]
}

impl Database {
    /// At most so many parties for each thing that the clock does about whether they come.
    pub(super) async fn coming_due(
        &self,
        now: DateTime<Utc>,
        n: u64,
    ) -> Result<Vec<(OccurrenceId, SignUpId)>, StoreError> {
        let mut found = Vec::new();
        for wanted in wanted(now) {
            let date = sign_up::Entity::belongs_to(roster::Entity)
                .from(sign_up::Column::OccurrenceId)
                .to(roster::Column::OccurrenceId);
            let rows: Vec<(Uuid, Uuid)> = sign_up::Entity::find()
                .select_only()
                .columns([sign_up::Column::OccurrenceId, sign_up::Column::Id])
                .join(JoinType::InnerJoin, date.into())
                .filter(roster::Column::IsOn.eq(true))
                .filter(roster::Column::AsksAt.lte(now))
                .filter(sign_up::Column::Stage.eq(StageWord::Confirmed.key()))
                .filter(sign_up::Column::EmailKey.is_not_null())
                .filter(is_not_of_now(sign_up::Column::StillComesAt))
                .filter(wanted)
                .limit(n)
                .into_tuple()
                .all(&self.reader)
                .await
                .map_err(failed)?;
            found.extend(rows.into_iter().map(|(date, id)| (OccurrenceId(date), SignUpId(id))));
        }
        Ok(found)
    }
}

impl DatabaseTransaction {
    /// Keeps what a party was asked and has answered.
    pub(super) async fn keep_coming(&self, id: SignUpId, it: Coming) -> Result<(), StoreError> {
        sign_up::Entity::update_many()
            .col_expr(sign_up::Column::AskedAt, Expr::val(it.asked_at))
            .col_expr(sign_up::Column::AskedAgainAt, Expr::val(it.reminded_at))
            .col_expr(sign_up::Column::StillComesAt, Expr::val(it.yes_at))
            .filter(sign_up::Column::Id.eq(id.0))
            .exec(&self.rows)
            .await
            .map_err(failed)?;
        Ok(())
    }
}
