//! Making a board from the database, and keeping it up with the database.

use application::ports::StoreError;
use domain::Uuid;

use super::{
    Board,
    maker::{Blocks, Maker},
    patch::{Change, patched},
};
use crate::adapters::database::{Database, FactRow};

/// So many rows are held while the board is made.
const ROWS_AT_ONCE: u64 = 500;
/// So many changes are taken over at once: each touches a block.
const CHANGES_AT_ONCE: usize = 20_000;

impl Board {
    /// Reads the catalogue as it is.
    pub(super) async fn read(database: &Database) -> Result<Self, StoreError> {
        // The version first: what changes while we read is read again.
        let version = database.catalogue_version().await?;
        let mut maker = Maker::of(&Self::empty());
        maker.meet(database.all_partners().await?);
        let mut blocks = Blocks::default();
        let mut last = Uuid::nil();
        let mut rows = database.facts_after(last, ROWS_AT_ONCE).await?;
        while let Some(end) = rows.last().map(|row| row.id) {
            let (dates, next) = tokio::try_join!(
                database.dates_within(last, end),
                database.facts_after(end, ROWS_AT_ONCE)
            )?;
            for row in &rows {
                if !maker.knows(row.partner_id) {
                    continue;
                }
                let from = dates.partition_point(|date| date.activity_id < row.id);
                let of_row = dates[from..].iter().take_while(|date| date.activity_id == row.id);
                blocks.push(maker.entry(row, of_row).map_err(StoreError::new)?);
            }
            (last, rows) = (end, next);
        }
        Ok(maker.board(version, blocks.finish()))
    }

    /// The board of the catalogue as it is now, where this one shows an earlier version.
    pub(super) async fn follow(&self, database: &Database) -> Result<Self, StoreError> {
        let version = database.catalogue_version().await?;
        let mut maker = Maker::of(self);
        // Numbers of the catalogue only grow: a smaller one is another catalogue's. What
        // stands in every row of a partner is not mended row by row.
        if self.version < 0 || version < self.version || maker.meet(database.all_partners().await?)
        {
            return Self::read(database).await;
        }
        let mut blocks = self.blocks.clone();
        let mut mark = (self.version, Uuid::max());
        loop {
            let mut changes: Vec<Change> = Vec::new();
            let mut is_last = false;
            while changes.len() < CHANGES_AT_ONCE && !is_last {
                let rows = database.facts_changed_after(mark, ROWS_AT_ONCE).await?;
                is_last = (rows.len() as u64) < ROWS_AT_ONCE;
                if let Some(last) = rows.last() {
                    mark = (last.version, last.id);
                    read_changes(database, &rows, &mut maker, &mut changes).await?;
                }
            }
            if !changes.is_empty() {
                let work = tokio::task::spawn_blocking(move || patched(&blocks, changes));
                blocks = work.await.map_err(StoreError::new)?;
            }
            if is_last {
                return Ok(maker.board(version, blocks));
            }
        }
    }
}

async fn read_changes(
    database: &Database,
    rows: &[FactRow],
    maker: &mut Maker,
    changes: &mut Vec<Change>,
) -> Result<(), StoreError> {
    let public = rows.iter().filter(|row| row.is_published());
    let dates = database.dates_of(public.map(|row| row.id).collect()).await?;
    for row in rows {
        if !maker.knows(row.partner_id) {
            continue;
        }
        let from = dates.partition_point(|date| date.activity_id < row.id);
        let of_row = dates[from..].iter().take_while(|date| date.activity_id == row.id);
        let entry = row.is_published().then(|| maker.entry(row, of_row)).transpose();
        changes.push((row.id.as_u128(), entry.map_err(StoreError::new)?));
    }
    Ok(())
}
