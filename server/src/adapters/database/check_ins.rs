//! Who has come to a date, in its table.

use application::ports::{CheckInRepository, StoreError};
use async_trait::async_trait;
use domain::{
    Uuid,
    catalogue::OccurrenceId,
    signup::{Arriving, CheckIn, DeviceId, PartyKind, SignUpId, Tick, TickId, WalkInId},
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _,
    sea_query::OnConflict,
};

use super::{
    Database, RowError, entity::tick, failures::failed, row::Columns, store::DatabaseTransaction,
};

pub(super) fn tick_of(row: &tick::Model) -> Result<Tick, RowError> {
    let columns = Columns("tick");
    let kind = row.kind.as_deref().map(|it| columns.key::<PartyKind>("kind", it)).transpose()?;
    let about = match (row.sign_up_id, row.walk_in, kind) {
        (Some(id), None, None) => Arriving::Party(SignUpId(id)),
        (None, Some(id), Some(kind)) => Arriving::WalkIn { id: WalkInId(id), kind },
        _ => return Err(columns.fault("walk_in", "neither a party nor some without a sign-up")),
    };
    Ok(Tick {
        id: TickId { device: DeviceId(row.device), n: columns.number("n", row.n)? },
        about,
        here: columns.number("here", row.here.into())?,
        over: passes(&row.passes).ok_or_else(|| columns.fault("passes", &row.passes))?,
        at: row.at,
    })
}

/// `device:n,device:n`.
fn passes(text: &str) -> Option<Vec<TickId>> {
    let read = |name: &str| {
        let (device, n) = name.split_once(':')?;
        Some(TickId { device: DeviceId(Uuid::parse_str(device).ok()?), n: n.parse().ok()? })
    };
    text.split(',').filter(|it| !it.is_empty()).map(read).collect()
}

fn row_of(date: OccurrenceId, it: &Tick) -> tick::ActiveModel {
    let (sign_up, walk_in, kind) = match it.about {
        Arriving::Party(id) => (Some(id.0), None, None),
        Arriving::WalkIn { id, kind } => (None, Some(id.0), Some(kind.key().to_owned())),
    };
    let passes: Vec<String> =
        it.over.iter().map(|it| format!("{}:{}", it.device.0, it.n)).collect();
    tick::ActiveModel {
        occurrence_id: Set(date.0),
        device: Set(it.id.device.0),
        n: Set(it.id.n.cast_signed()),
        sign_up_id: Set(sign_up),
        walk_in: Set(walk_in),
        kind: Set(kind),
        here: Set(it.here.cast_signed()),
        passes: Set(passes.join(",")),
        at: Set(it.at),
    }
}

async fn ticks_of(rows: &impl ConnectionTrait, date: OccurrenceId) -> Result<CheckIn, StoreError> {
    let rows = tick::Entity::find()
        .filter(tick::Column::OccurrenceId.eq(date.0))
        .all(rows)
        .await
        .map_err(failed)?;
    let ticks: Result<Vec<Tick>, RowError> = rows.iter().map(tick_of).collect();
    Ok(CheckIn::of(ticks.map_err(failed)?))
}

impl Database {
    pub(super) async fn check_in_at(&self, date: OccurrenceId) -> Result<CheckIn, StoreError> {
        ticks_of(&self.reader, date).await
    }
}

#[async_trait]
impl CheckInRepository for DatabaseTransaction {
    async fn of(&mut self, date: OccurrenceId) -> Result<CheckIn, StoreError> {
        ticks_of(&self.rows, date).await
    }

    async fn keep(&mut self, date: OccurrenceId, ticks: &[Tick]) -> Result<(), StoreError> {
        use tick::Column;

        for some in ticks.chunks(500) {
            let name = [Column::OccurrenceId, Column::Device, Column::N];
            let said = [
                Column::SignUpId,
                Column::WalkIn,
                Column::Kind,
                Column::Here,
                Column::Passes,
                Column::At,
            ];
            tick::Entity::insert_many(some.iter().map(|it| row_of(date, it)))
                .on_conflict(OnConflict::columns(name).update_columns(said).to_owned())
                .exec_without_returning(&self.rows)
                .await
                .map_err(failed)?;
        }
        Ok(())
    }
}
