//! Who has or awaits a seat, in its tables.
//!
//! Whoever locks a roster holds the row of its date, so that of two who change one, the second
//! reads what the first has written. SQLite lets one write at a time anyway.

use std::sync::Arc;

use application::ports::{RosterRepository, StoreError};
use async_trait::async_trait;
use domain::{
    Uuid,
    catalogue::{ActivityId, OccurrenceId, SignUpMode, State},
    signup::{Date, Entry, Kept, Lapsed, PartyKey, Roster, SignUpId, Stage, Step, WaitingRule},
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QuerySelect as _,
    sea_query::{Expr, OnConflict},
};

use super::{
    RowError,
    coming::{rule_of, set_rule},
    draws::{draw_of, set_draw},
    entity::{activity, occurrence, roster, sign_up, sign_up_step},
    failures::failed,
    kept_rosters::KeptRoster,
    row::{Columns, occurrence_of},
    store::DatabaseTransaction,
};

pub(super) fn number(n: i64, columns: Columns, name: &'static str) -> Result<u64, RowError> {
    u64::try_from(n).map_err(|_| columns.fault(name, n))
}

pub(super) fn entry_of(row: &sign_up::Model) -> Result<Entry, RowError> {
    let columns = Columns("sign_up");
    Ok(Entry {
        id: SignUpId(row.id),
        key: PartyKey::kept(row.party_key.clone()),
        seats: columns.number("seats", row.seats)?,
        turn: number(row.turn, columns, "turn")?,
        rank: row.draw_rank.map(|it| columns.number("draw_rank", it)).transpose()?,
        stage: stage_of(columns, "stage", (&row.stage, row.until_at, row.gone.as_deref()))?,
    })
}

type StageColumns<'a> = (&'a str, Option<chrono::DateTime<chrono::Utc>>, Option<&'a str>);

pub(super) fn stage_of(
    columns: Columns,
    name: &'static str,
    (word, until, gone): StageColumns<'_>,
) -> Result<Stage, RowError> {
    let gone = gone.map(|it| columns.key("gone", it)).transpose()?;
    let word: domain::signup::StageWord = columns.key(name, word)?;
    word.stage(until, gone).ok_or_else(|| columns.fault(name, word))
}

/// Seats that were kept in vain lately.
fn lapsed_of(row: &roster::Model) -> Result<Option<Lapsed>, RowError> {
    let columns = Columns("roster");
    match (row.lapsed_seats, row.lapsed_since) {
        (Some(seats), Some(since)) => {
            Ok(Some(Lapsed { seats: columns.number("lapsed_seats", seats)?, since }))
        }
        (None, None) => Ok(None),
        _ => Err(columns.fault("lapsed_since", row.occurrence_id)),
    }
}

fn kept_of(row: &roster::Model) -> Result<(Kept, Date), RowError> {
    let columns = Columns("roster");
    let kept = Kept {
        rule: columns.key("rule", &row.rule)?,
        seats: columns.number("seats", row.seats)?,
        last_turn: number(row.last_turn, columns, "last_turn")?,
        steps: number(row.steps, columns, "steps")?,
        gap_since: row.gap_since,
        draw: draw_of(row)?,
        coming: rule_of(row)?,
        lapsed: lapsed_of(row)?,
    };
    let date = Date {
        occurrence: OccurrenceId(row.occurrence_id),
        activity: ActivityId(row.activity_id),
        start: row.start_at,
        end: row.end_at,
        closes_at: row.closes_at,
        limit: columns.number("seats_given", row.seats_given)?,
        is_on: row.is_on,
    };
    Ok((kept, date))
}

/// The date as it is now, locked where `locks`; nothing where the portal keeps no seats of it.
async fn date_now<C: ConnectionTrait>(
    database: &C,
    id: Uuid,
    locks: bool,
) -> Result<Option<Date>, StoreError> {
    let mut wanted = occurrence::Entity::find_by_id(id);
    if locks {
        wanted = wanted.lock_exclusive();
    }
    let Some(row) = wanted.one(database).await.map_err(failed)? else { return Ok(None) };
    let standing = standing(database, row.activity_id).await?;
    let Some((mode, is_on)) = standing else { return Ok(None) };
    let date = occurrence_of(&row).map_err(failed)?;
    let Some(limit) = mode.seats_kept(date.capacity()) else { return Ok(None) };
    Ok(Some(Date {
        occurrence: date.id,
        activity: ActivityId(row.activity_id),
        start: date.start(),
        end: date.end(),
        closes_at: date.closes_at(),
        limit,
        is_on,
    }))
}

/// How one comes to an activity, and whether it takes place.
async fn standing<C: ConnectionTrait>(
    database: &C,
    id: Uuid,
) -> Result<Option<(SignUpMode, bool)>, StoreError> {
    let of: Option<(String, String)> = activity::Entity::find_by_id(id)
        .select_only()
        .columns([activity::Column::State, activity::Column::SignUp])
        .into_tuple()
        .one(database)
        .await
        .map_err(failed)?;
    let Some((state, mode)) = of else { return Ok(None) };
    let columns = Columns("activity");
    let state: State = columns.key("state", &state).map_err(failed)?;
    let mode: SignUpMode = columns.key("sign_up", &mode).map_err(failed)?;
    Ok(Some((mode, !matches!(state, State::Cancelled | State::Archived))))
}

/// The roster of a date, with those who are on it: those that are kept in memory, where nothing
/// has happened since.
pub(super) async fn roster_at<C: ConnectionTrait>(
    database: &C,
    id: OccurrenceId,
    locks: bool,
    known: Option<Arc<KeptRoster>>,
) -> Result<Option<Roster>, StoreError> {
    let now = date_now(database, id.0, locks).await?;
    let mut wanted = roster::Entity::find_by_id(id.0);
    if locks && now.is_none() {
        wanted = wanted.lock_exclusive();
    }
    let row = wanted.one(database).await.map_err(failed)?;
    let kept = row.as_ref().map(kept_of).transpose().map_err(failed)?;
    let Some((kept, was)) = kept else {
        return Ok(now.map(|date| Roster::open(date, WaitingRule::StrictOrder)));
    };
    // A date that is gone does not take place.
    let date = now.unwrap_or(Date { is_on: false, ..was });
    if let Some(known) = known.filter(|it| it.is_at(kept.steps)) {
        return Ok(Some(Roster::read(date, kept, known.entries.clone())));
    }
    Ok(Some(Roster::read(date, kept, entries_at(database, id).await?)))
}

async fn entries_at<C: ConnectionTrait>(
    database: &C,
    id: OccurrenceId,
) -> Result<Vec<Entry>, StoreError> {
    let rows = sign_up::Entity::find()
        .filter(sign_up::Column::OccurrenceId.eq(id.0))
        .filter(sign_up::Column::ActiveKey.is_not_null())
        .all(database)
        .await
        .map_err(failed)?;
    rows.iter().map(entry_of).collect::<Result<_, _>>().map_err(failed)
}

/// The columns that a stage is kept in.
pub(super) fn stage_columns(
    stage: Stage,
) -> (String, Option<chrono::DateTime<chrono::Utc>>, Option<String>) {
    (stage.word().key().to_owned(), stage.until(), stage.gone().map(|it| it.key().to_owned()))
}

fn step_row(roster: &Roster, step: &Step) -> sign_up_step::ActiveModel {
    let (from_stage, from_until, from_gone) = match step.from.map(stage_columns) {
        Some((word, until, gone)) => (Some(word), until, gone),
        None => (None, None, None),
    };
    let (to_stage, to_until, to_gone) = stage_columns(step.to);
    sign_up_step::ActiveModel {
        occurrence_id: Set(roster.date().occurrence.0),
        n: Set(step.n.cast_signed()),
        sign_up_id: Set(step.sign_up.0),
        at: Set(step.at),
        from_stage: Set(from_stage),
        from_until_at: Set(from_until),
        from_gone: Set(from_gone),
        to_stage: Set(to_stage),
        to_until_at: Set(to_until),
        to_gone: Set(to_gone),
        seats: Set(step.seats.into()),
        reason: Set(step.reason.key().to_owned()),
    }
}

fn roster_row(it: &Roster) -> roster::ActiveModel {
    let (date, kept) = (it.date(), it.kept());
    let mut row = roster::ActiveModel {
        occurrence_id: Set(date.occurrence.0),
        activity_id: Set(date.activity.0),
        start_at: Set(date.start),
        end_at: Set(date.end),
        closes_at: Set(date.closes_at),
        seats_given: Set(date.limit.cast_signed()),
        is_on: Set(date.is_on),
        rule: Set(kept.rule.key().to_owned()),
        seats: Set(kept.seats.cast_signed()),
        last_turn: Set(kept.last_turn.cast_signed()),
        steps: Set(kept.steps.cast_signed()),
        told_steps: Set(0),
        gap_since: Set(kept.gap_since),
        next_at: Set(it.next_at()),
        lapsed_seats: Set(kept.lapsed.map(|it| it.seats.cast_signed())),
        lapsed_since: Set(kept.lapsed.map(|it| it.since)),
        ..Default::default()
    };
    set_draw(&mut row, kept.draw.as_ref());
    set_rule(&mut row, kept.coming, date.start);
    row
}

impl DatabaseTransaction {
    /// Where the parties are that took a step, but for those that were added there.
    async fn save_entries(&mut self, roster: &Roster) -> Result<(), StoreError> {
        let added = std::mem::take(&mut self.added);
        let mut moved: Vec<SignUpId> = roster.steps().iter().map(|it| it.sign_up).collect();
        moved.sort_unstable();
        moved.dedup();
        let entries = moved.iter().filter_map(|id| roster.entry(*id));
        for entry in entries.filter(|it| !added.contains(it)) {
            let (stage, until, gone) = stage_columns(entry.stage);
            let key = entry.stage.is_active().then(|| entry.key.as_str().to_owned());
            sign_up::Entity::update_many()
                .col_expr(sign_up::Column::Seats, Expr::val(i32::from(entry.seats)))
                .col_expr(sign_up::Column::DrawRank, Expr::val(entry.rank.map(u32::cast_signed)))
                .col_expr(sign_up::Column::Stage, Expr::val(stage))
                .col_expr(sign_up::Column::UntilAt, Expr::val(until))
                .col_expr(sign_up::Column::Gone, Expr::val(gone))
                .col_expr(sign_up::Column::ActiveKey, Expr::val(key))
                .filter(sign_up::Column::Id.eq(entry.id.0))
                .exec(&self.rows)
                .await
                .map_err(failed)?;
        }
        Ok(())
    }
}

#[async_trait]
impl RosterRepository for DatabaseTransaction {
    async fn lock(&mut self, id: OccurrenceId) -> Result<Option<Roster>, StoreError> {
        // Whoever left it before in this very transaction holds its date, so nobody else has
        // changed either of them. Whoever calls the activity off meanwhile looks after its rosters
        // when it has, and so after those who came in that moment.
        if let Some(known) = self.rows.roster(id.0) {
            return Ok(Some(known.roster()));
        }
        roster_at(&self.rows, id, true, self.database.rosters.get(id.0)).await
    }

    async fn save(&mut self, it: &Roster) -> Result<(), StoreError> {
        use roster::Column;

        let columns = [
            Column::StartAt,
            Column::EndAt,
            Column::ClosesAt,
            Column::SeatsGiven,
            Column::IsOn,
            Column::Rule,
            Column::Seats,
            Column::LastTurn,
            Column::Steps,
            Column::GapSince,
            Column::NextAt,
            Column::LapsedSeats,
            Column::LapsedSince,
            Column::DrawSeed,
            Column::DrawPriority,
            Column::DrawsAt,
            Column::DrawnAt,
            Column::DrawSeats,
            Column::AsksDays,
            Column::FreesDays,
            Column::AsksAt,
            Column::FreesAt,
        ];
        self.save_entries(it).await?;
        self.save_drawn(it).await?;
        // It may wait to be written already, as it was.
        self.rows.write_waiting().await.map_err(failed)?;
        let row = roster::Entity::insert(roster_row(it)).on_conflict(
            OnConflict::column(Column::OccurrenceId).update_columns(columns).to_owned(),
        );
        self.rows.later(&row).await.map_err(failed)?;
        if it.steps().is_empty() {
            return Ok(());
        }
        for steps in it.steps().chunks(1_000) {
            let rows = steps.iter().map(|step| step_row(it, step));
            let rows = sign_up_step::Entity::insert_many(rows);
            self.rows.later(&rows).await.map_err(failed)?;
        }
        let taken = it.taken().min(it.date().limit).cast_signed();
        let of_date = occurrence::Entity::update_many()
            .col_expr(occurrence::Column::Taken, Expr::val(taken))
            .filter(occurrence::Column::Id.eq(it.date().occurrence.0));
        self.rows.later(&of_date).await.map_err(failed)?;
        self.rosters.push(KeptRoster::of(it));
        Ok(())
    }
}
