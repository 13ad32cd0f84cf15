//! What a sheet would do, row by row; or what it did, and what of that can be undone.

use std::collections::{HashMap, HashSet};

use domain::{
    catalogue::{Activity, ActivityId, Import, ImportFigures, ImportId, ImportStage, Stays},
    identity::Action,
    partners::Partner,
};

use super::{
    reading::{Fate, Reading, read},
    touching::{TouchedParties, parties_touched},
};
use crate::{
    catalogue::{
        Column, Fault, FileFault, ImportError, WholeSheet,
        desk::{DeskError, partner as partner_named},
        import_activities::{Campaigns, echo},
    },
    identity::{Viewer, may_for_partner},
    ports::{Ports, StoreError},
};

/// An import, as those see it who may write and undo it.
#[derive(Clone, Debug)]
pub struct ImportPage {
    pub partner: Partner,
    pub import: Import,
    /// What stands in the first rows, column by column; nothing once the sheet is forgotten.
    pub samples: Vec<Vec<String>>,
    /// What the sheet does, while it is here.
    pub preview: Option<Result<Preview, FileFault>>,
    /// What would become of undoing it, where that is possible.
    pub undo: Option<UndoPreview>,
}

/// What a sheet does, row by row.
#[derive(Clone, Debug, Default)]
pub struct Preview {
    pub figures: ImportFigures,
    pub rows: Vec<PreviewRow>,
    /// Faults that are not told one by one.
    pub faults_not_listed: u64,
    /// The parties who are told that something is otherwise than they know.
    pub touched: Vec<TouchedParties>,
}

/// A row of a sheet.
#[derive(Clone, Debug)]
pub struct PreviewRow {
    pub line: u64,
    pub key: String,
    pub title: String,
    pub start: String,
    pub fate: RowFate,
    /// What is wrong: where, what stands there, and why not.
    pub faults: Vec<(Column, String, Fault)>,
}

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowFate {
    New,
    Changed,
    Unchanged,
    Refused,
}

/// What would become of undoing an import.
#[derive(Clone, Debug, Default)]
pub struct UndoPreview {
    /// How many activities go or get their former content back.
    pub goes: usize,
    /// What stays, by its title, and why.
    pub stays: Vec<(ActivityId, String, Stays)>,
}

const SAMPLES: usize = 3;

/// An import: what its sheet would do, or what it did.
///
/// # Errors
///
/// [`DeskError::Unknown`] where it is not theirs.
pub async fn show_import(
    ports: &Ports,
    viewer: &Viewer,
    id: ImportId,
) -> Result<ImportPage, DeskError> {
    let import = ports.imports.import(id).await?.ok_or(DeskError::Unknown)?;
    may_for_partner(&viewer.account, Action::SeeImports, import.partner)?;
    let partner = partner_named(ports, import.partner).await?;
    let sheet = ports.imports.sheet(id).await?.unwrap_or_default();
    let samples = (0..import.columns.len()).map(|n| sample(&sheet, n)).collect();
    let is_here = !sheet.rows.is_empty() && import.stage != ImportStage::Undone;
    let preview = if is_here { Some(look(ports, &partner, &import, &sheet).await?) } else { None };
    let is_written = import.can_be_undone_at(ports.clock.now());
    let undo = if is_written { Some(undoing(ports, &import).await?) } else { None };
    Ok(ImportPage { partner, import, samples, preview, undo })
}

fn sample(sheet: &WholeSheet, column: usize) -> Vec<String> {
    let cells = sheet.rows.iter().filter_map(|row| row.cells.get(column));
    let written = cells.map(|it| echo(it)).filter(|it| !it.is_empty());
    written.take(SAMPLES).collect()
}

/// Reads the sheet as it would be written, and writes nothing.
async fn look(
    ports: &Ports,
    partner: &Partner,
    import: &Import,
    sheet: &WholeSheet,
) -> Result<Result<Preview, FileFault>, StoreError> {
    let campaigns = Campaigns::of_sheet(ports.catalogue.campaigns().await?);
    let mut tx = ports.store.begin().await?;
    let said = (sheet, import.columns.as_slice());
    match read(ports, &mut *tx, partner, said, &campaigns).await {
        Ok(reading) => {
            let is_open = import.stage == ImportStage::Open;
            let turned = if is_open { reading.turned() } else { Vec::new() };
            let touched = parties_touched(ports, &mut *tx, &turned).await?;
            Ok(Ok(preview(reading, import, sheet, touched)))
        }
        Err(ImportError::File(fault)) => Ok(Err(fault)),
        Err(ImportError::Store(error)) => Err(error),
    }
}

fn preview(
    reading: Reading,
    import: &Import,
    sheet: &WholeSheet,
    touched: Vec<TouchedParties>,
) -> Preview {
    let figures = reading.report.figures();
    let mut fates: HashMap<u64, RowFate> = HashMap::new();
    for it in &reading.judged {
        let fate = match it.fate {
            Fate::New(..) => RowFate::New,
            Fate::Changed(..) => RowFate::Changed,
            Fate::Unchanged => RowFate::Unchanged,
        };
        fates.extend(it.lines.iter().map(|line| (*line, fate)));
    }
    let mut faults: HashMap<u64, Vec<(Column, Fault)>> = HashMap::new();
    for it in reading.report.faults {
        faults.entry(it.line).or_default().push((it.column, it.fault));
    }
    let place = |column: Column| import.columns.iter().position(|it| it.column == column.name());
    let rows = sheet.rows.iter().map(|row| {
        let cell = |column| {
            place(column).and_then(|n| row.cells.get(n)).map(|it| echo(it)).unwrap_or_default()
        };
        let faults = faults.remove(&row.line).unwrap_or_default();
        PreviewRow {
            line: row.line,
            key: cell(Column::ExternalId),
            title: cell(Column::Title),
            start: cell(Column::Start),
            fate: fates.get(&row.line).copied().unwrap_or(RowFate::Refused),
            faults: faults
                .into_iter()
                .map(|(column, fault)| (column, cell(column), fault))
                .collect(),
        }
    });
    let faults_not_listed = reading.report.faults_not_listed;
    Preview { figures, rows: rows.collect(), faults_not_listed, touched }
}

/// What would become of undoing an import, if it were done now.
async fn undoing(ports: &Ports, import: &Import) -> Result<UndoPreview, StoreError> {
    let traces = ports.imports.traces_of(import.id).await?;
    let mut tx = ports.store.begin().await?;
    let keys: Vec<_> = traces.iter().map(|it| (import.partner, it.external_id.clone())).collect();
    let found = tx.activities().lock(&keys).await?;
    let ids: Vec<ActivityId> = found.iter().map(|it| it.id).collect();
    let taken: HashSet<_> = tx.activities().dates_with_seats_taken(&ids).await?;
    drop(tx);
    let found: HashMap<ActivityId, Activity> = found.into_iter().map(|it| (it.id, it)).collect();
    let (mut undo, now) = (UndoPreview::default(), ports.clock.now());
    for trace in traces {
        let activity = found.get(&trace.activity);
        match trace.stays(activity, &taken, now) {
            None => undo.goes += 1,
            Some(why) => {
                let title = activity.map(|it| it.particulars().title.to_string());
                let title = title.unwrap_or_else(|| trace.external_id.to_string());
                undo.stays.push((trace.activity, title, why));
            }
        }
    }
    Ok(undo)
}
