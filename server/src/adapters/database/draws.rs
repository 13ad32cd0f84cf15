//! Draws in their columns and their table.

use application::ports::StoreError;
use domain::{
    catalogue::{ActivityId, OccurrenceId},
    signup::{
        DateDraw, DrawDone, Drawn, LotNumber, PriorityClass, PublicNumber, Roster, Seed, Standing,
    },
};
use sea_orm::{ActiveValue::Set, ColumnTrait as _, EntityTrait as _, QueryFilter as _};

use super::{
    Database, RowError,
    entity::{drawn, roster},
    failures::failed,
    row::Columns,
    store::DatabaseTransaction,
};

/// The draw of a date, as the row of its roster has it.
pub(super) fn draw_of(row: &roster::Model) -> Result<Option<DateDraw>, RowError> {
    let columns = Columns("roster");
    let (Some(seed), Some(priority), Some(draws_at)) =
        (&row.draw_seed, &row.draw_priority, row.draws_at)
    else {
        return Ok(None);
    };
    let done = match (row.drawn_at, row.draw_seats) {
        (Some(at), Some(seats)) => {
            Some(DrawDone { at, seats: columns.number("draw_seats", seats)? })
        }
        _ => None,
    };
    let seed: Seed = seed.parse().map_err(|_| columns.fault("draw_seed", "…"))?;
    Ok(Some(DateDraw { seed, priority: columns.key("draw_priority", priority)?, draws_at, done }))
}

/// The columns that a draw is kept in.
pub(super) fn set_draw(row: &mut roster::ActiveModel, draw: Option<&DateDraw>) {
    let done = draw.and_then(|it| it.done);
    row.draw_seed = Set(draw.map(|it| it.seed.hex()));
    row.draw_priority = Set(draw.map(|it| it.priority.key().to_owned()));
    row.draws_at = Set(draw.map(|it| it.draws_at));
    row.drawn_at = Set(done.map(|it| it.at));
    row.draw_seats = Set(done.map(|it| it.seats.cast_signed()));
}

fn drawn_of(row: &drawn::Model) -> Result<Drawn, RowError> {
    let columns = Columns("drawn");
    Ok(Drawn {
        number: PublicNumber(
            u32::try_from(row.number).map_err(|_| columns.fault("number", row.number))?,
        ),
        seats: columns.number("seats", row.seats)?,
        standing: Standing {
            class: PriorityClass(
                u8::try_from(row.class).map_err(|_| columns.fault("class", row.class))?,
            ),
            lot: LotNumber(u32::try_from(row.lot).map_err(|_| columns.fault("lot", row.lot))?),
        },
        is_in: row.is_in,
    })
}

impl DatabaseTransaction {
    /// Keeps what was drawn of a date, without names.
    pub(super) async fn save_drawn(&mut self, roster: &Roster) -> Result<(), StoreError> {
        let date = roster.date().occurrence.0;
        for some in roster.drawn().chunks(1_000) {
            let rows = some.iter().map(|it| drawn::ActiveModel {
                occurrence_id: Set(date),
                number: Set(it.number.0.into()),
                seats: Set(it.seats.into()),
                class: Set(it.standing.class.0.into()),
                lot: Set(it.standing.lot.0.into()),
                is_in: Set(it.is_in),
            });
            drawn::Entity::insert_many(rows)
                .exec_without_returning(&self.rows)
                .await
                .map_err(failed)?;
        }
        Ok(())
    }
}

impl Database {
    pub(super) async fn draws_of_activity(
        &self,
        id: ActivityId,
    ) -> Result<Vec<(OccurrenceId, DateDraw)>, StoreError> {
        let rows = roster::Entity::find()
            .filter(roster::Column::ActivityId.eq(id.0))
            .filter(roster::Column::DrawSeed.is_not_null())
            .all(&self.reader)
            .await
            .map_err(failed)?;
        let draws = rows.iter().filter_map(|row| {
            let draw = draw_of(row).transpose()?;
            Some(draw.map(|it| (OccurrenceId(row.occurrence_id), it)))
        });
        draws.collect::<Result<_, _>>().map_err(failed)
    }

    pub(super) async fn drawn_at(&self, id: OccurrenceId) -> Result<Vec<Drawn>, StoreError> {
        let rows = drawn::Entity::find()
            .filter(drawn::Column::OccurrenceId.eq(id.0))
            .all(&self.reader)
            .await
            .map_err(failed)?;
        rows.iter().map(drawn_of).collect::<Result<_, _>>().map_err(failed)
    }
}
