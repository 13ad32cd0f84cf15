//! Making a board from the database, and keeping it up with the database.

use application::ports::StoreError;
use domain::Uuid;
use tokio::sync::mpsc;

use super::{
    Board,
    maker::{Blocks, Maker},
    patch::{Change, patched},
};
use crate::adapters::database::{Database, DateRow, FactRow};

/// So many rows are held while the board is made.
const ROWS_AT_ONCE: u64 = 200;
/// So many changes are taken over at once: each touches a block.
const CHANGES_AT_ONCE: usize = 20_000;

impl Board {
    /// Reads the catalogue as it is.
    #[expect(clippy::disallowed_methods, reason = "what both halves send is read to its end")]
    pub(super) async fn read(database: &Database) -> Result<Self, StoreError> {
        // The version first: what changes while we read is read again.
        let version = database.catalogue_version().await?;
        let mut maker = Maker::of(&Self::empty());
        maker.meet(database.all_partners().await?);
        maker.share(database.co_owners_by_activity(None).await?);
        let campaigns = database.campaigns().await?;
        // What takes time is to fetch rows, so both halves of the ids are fetched at once.
        let middle = database.middle_activity().await?.unwrap_or(Uuid::max());
        let (send, mut pieces) = mpsc::channel(2);
        let ends = [(Uuid::nil(), middle), (middle, Uuid::max())];
        for (half, (after, last)) in ends.into_iter().enumerate() {
            let (database, send) = (database.clone(), send.clone());
            tokio::spawn(async move {
                if let Err(fault) = send_pieces(&database, half, after, last, &send).await {
                    // Nobody listens where the other half failed.
                    drop(send.send(Err(fault)).await);
                }
            });
        }
        drop(send);
        let mut halves = [Blocks::default(), Blocks::default()];
        while let Some(piece) = pieces.recv().await {
            let Piece { half, rows, dates } = piece?;
            for row in &rows {
                if !maker.knows(row.partner_id) {
                    continue;
                }
                let entry = maker.entry(row, of_activity(&dates, row)).map_err(StoreError::new)?;
                halves[half].push(entry);
            }
        }
        let blocks = halves.into_iter().flat_map(Blocks::finish).collect();
        Ok(maker.board(version, blocks, campaigns))
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
        let campaigns = database.campaigns().await?;
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
                return Ok(maker.board(version, blocks, campaigns));
            }
        }
    }
}

/// Some activities of a half of the ids, with their dates.
struct Piece {
    half: usize,
    rows: Vec<FactRow>,
    dates: Vec<DateRow>,
}

/// Sends on what is published after `after` up to `last`, in the order of ids, until nobody
/// listens any more.
async fn send_pieces(
    database: &Database,
    half: usize,
    mut after: Uuid,
    last: Uuid,
    send: &mpsc::Sender<Result<Piece, StoreError>>,
) -> Result<(), StoreError> {
    let mut rows = database.facts_within(after, last, ROWS_AT_ONCE).await?;
    while let Some(end) = rows.last().map(|row| row.id) {
        let (dates, next) = tokio::try_join!(
            database.dates_within(after, end),
            database.facts_within(end, last, ROWS_AT_ONCE)
        )?;
        if send.send(Ok(Piece { half, rows, dates })).await.is_err() {
            break;
        }
        (after, rows) = (end, next);
    }
    Ok(())
}

/// The dates of one activity among those of many, which are in the order of activities.
fn of_activity<'a>(dates: &'a [DateRow], row: &FactRow) -> impl Iterator<Item = &'a DateRow> {
    let (from, id) = (dates.partition_point(|date| date.activity_id < row.id), row.id);
    dates[from..].iter().take_while(move |date| date.activity_id == id)
}

async fn read_changes(
    database: &Database,
    rows: &[FactRow],
    maker: &mut Maker,
    changes: &mut Vec<Change>,
) -> Result<(), StoreError> {
    let public = rows.iter().filter(|row| row.is_published());
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    maker.share(database.co_owners_by_activity(Some(&ids)).await?);
    let dates = database.dates_of(public.map(|row| row.id).collect()).await?;
    for row in rows {
        if !maker.knows(row.partner_id) {
            continue;
        }
        let entry =
            row.is_published().then(|| maker.entry(row, of_activity(&dates, row))).transpose();
        changes.push((row.id.as_u128(), entry.map_err(StoreError::new)?));
    }
    Ok(())
}
