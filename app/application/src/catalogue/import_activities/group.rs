//! Rows of the same activity, put together wherever in the sheet they stand.

use std::{
    collections::{HashMap, hash_map::Entry},
    hash::{DefaultHasher, Hash as _, Hasher as _},
};

use chrono::{DateTime, Utc};
use domain::{
    catalogue::{Activity, ExternalId, Occurrence, OccurrenceId, Particulars},
    partners::{NameKey, PartnerName, Sector},
};

use super::{
    Campaigns, Column, Columns, Fault, ImportReport, RowFault, SheetRow, parse_row::RowReader,
};
use crate::ports::Ports;

/// One activity as a sheet tells it.
pub(crate) struct Group {
    pub(crate) line: u64,
    pub(crate) external_id: ExternalId,
    pub(crate) partner: PartnerName,
    pub(crate) sector: Option<Sector>,
    pub(crate) particulars: Particulars,
    pub(crate) occurrences: Vec<Occurrence>,
    /// The lines that were taken for it.
    pub(crate) lines: Vec<u64>,
    /// Whether all was taken that the sheet says of it; else what is not named may be a date whose
    /// row was rejected.
    pub(crate) is_whole: bool,
    starts: HashMap<DateTime<Utc>, u64>,
    /// What the first row said, column by column and in short, to compare the others with.
    said: Vec<u64>,
}

/// All activities of a sheet, in the order in which they first appear.
#[derive(Default)]
pub(super) struct Groups {
    activities: Vec<Group>,
    places: HashMap<(NameKey, ExternalId), Place>,
    campaigns: Campaigns,
    /// Whether a row was rejected that may tell of any of them.
    has_stray: bool,
}

#[derive(Clone, Copy)]
enum Place {
    At(usize),
    /// The first row, on this line, was rejected.
    Rejected(u64),
}

impl Groups {
    /// Which campaigns a row may name.
    pub(super) fn with_campaigns(campaigns: Campaigns) -> Self {
        Self { campaigns, ..Self::default() }
    }

    /// Takes one row, or rejects it in the report.
    pub(super) fn take(
        &mut self,
        columns: &Columns,
        row: &SheetRow,
        ports: &Ports,
        report: &mut ImportReport,
    ) {
        if let Some((column, fault)) = columns.uneven(row) {
            // What it says may stand in the wrong columns, whose it is among them.
            self.has_stray |= tells_something(columns, row);
            if let Some(owner) = RowReader::new(columns, row).owner() {
                let rejected = Place::Rejected(row.line);
                self.places.entry((owner.partner.key(), owner.external_id)).or_insert(rejected);
            }
            return report.reject(vec![RowFault { line: row.line, column, fault }]);
        }
        let mut reader = RowReader::new(columns, row);
        let Some(owner) = reader.owner() else {
            self.has_stray |= tells_something(columns, row);
            return report.reject(reader.finish());
        };
        let id = OccurrenceId(ports.ids.next());
        match self.places.entry((owner.partner.key(), owner.external_id.clone())) {
            Entry::Vacant(free) => {
                let Some(particulars) = reader.particulars(&self.campaigns) else {
                    free.insert(Place::Rejected(row.line));
                    return report.reject(reader.finish());
                };
                free.insert(Place::At(self.activities.len()));
                let occurrence = reader.occurrence(id, particulars.kind, particulars.sign_up);
                let mut group = Group {
                    line: row.line,
                    external_id: owner.external_id,
                    partner: owner.partner,
                    sector: owner.sector,
                    particulars,
                    occurrences: Vec::new(),
                    lines: Vec::new(),
                    is_whole: true,
                    starts: HashMap::new(),
                    said: said(columns, row),
                };
                group.admit(row.line, occurrence, reader.finish(), report);
                self.activities.push(group);
            }
            Entry::Occupied(known) => match *known.get() {
                Place::Rejected(line) => {
                    reader.refuse(Column::ExternalId, Fault::FirstRowRejected { line });
                    report.reject(reader.finish());
                }
                Place::At(place) => self.activities[place].take(reader, columns, row, id, report),
            },
        }
    }

    /// The activities, in the order in which they first appeared. One of which no row was taken is
    /// rejected with its rows.
    pub(super) fn finish(self) -> Vec<Group> {
        let mut activities = self.activities;
        activities.retain(|it| !it.lines.is_empty());
        for it in activities.iter_mut().filter(|_| self.has_stray) {
            it.is_whole = false;
        }
        activities
    }
}

impl Group {
    /// Takes a further row of the same activity.
    fn take(
        &mut self,
        mut reader: RowReader<'_>,
        columns: &Columns,
        row: &SheetRow,
        id: OccurrenceId,
        report: &mut ImportReport,
    ) {
        for (column, first) in activity_columns().zip(&self.said) {
            let cell = columns.cell(row, column);
            if !cell.is_empty() && short(cell) != *first {
                reader.refuse(column, Fault::Conflict { line: self.line });
            }
        }
        let occurrence = reader.occurrence(id, self.particulars.kind, self.particulars.sign_up);
        if let Some(line) = occurrence.as_ref().and_then(|it| self.starts.get(&it.start())) {
            reader.refuse(Column::Start, Fault::SameStart { line: *line });
        }
        self.admit(row.line, occurrence, reader.finish(), report);
    }

    /// Takes what a row says of its date, or rejects the row.
    fn admit(
        &mut self,
        line: u64,
        occurrence: Option<Occurrence>,
        faults: Vec<RowFault>,
        report: &mut ImportReport,
    ) {
        if !faults.is_empty() {
            self.is_whole = false;
            return report.reject(faults);
        }
        self.lines.push(line);
        if let Some(occurrence) = occurrence {
            self.starts.insert(occurrence.start(), line);
            self.occurrences.push(occurrence);
        }
    }

    /// Lets an activity say what the sheet says of it; answers whether anything is different.
    pub(crate) fn revise(self, activity: &mut Activity, now: DateTime<Utc>) -> bool {
        if self.is_whole {
            activity.revise(self.particulars, self.occurrences, now)
        } else {
            activity.revise_in_part(self.particulars, self.occurrences, now)
        }
    }
}

/// Whether a row says more than whose it is; programs that write spreadsheets leave blank rows.
fn tells_something(columns: &Columns, row: &SheetRow) -> bool {
    let mut said = Column::ALL.into_iter().filter(|it| *it != Column::Partner);
    said.any(|column| !columns.cell(row, column).is_empty())
}

/// The columns that speak of the whole activity, but for its name and owner.
fn activity_columns() -> impl Iterator<Item = Column> {
    let own = |column: &Column| {
        !column.is_of_occurrence() && !matches!(column, Column::ExternalId | Column::Partner)
    };
    Column::ALL.into_iter().filter(own)
}

fn said(columns: &Columns, row: &SheetRow) -> Vec<u64> {
    activity_columns().map(|column| short(columns.cell(row, column))).collect()
}

/// A cell in eight bytes: thousands of descriptions need not be held to be compared.
fn short(cell: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    cell.hash(&mut hasher);
    hasher.finish()
}
