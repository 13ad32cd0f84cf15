//! What became of an import.

use domain::catalogue::ImportFigures;

use super::{Column, Fault, RowFault};

/// What became of an import.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportReport {
    pub rows: u64,
    pub rows_taken: u64,
    pub rows_rejected: u64,
    pub activities_new: u64,
    pub activities_changed: u64,
    pub activities_unchanged: u64,
    pub partners_new: u64,
    /// Parties that are told that their date is otherwise than they know.
    pub parties_told: u64,
    /// Headers that mean nothing to us, as they may be told.
    pub ignored_columns: Vec<String>,
    /// What was wrong, in the order of lines, at most [`ImportReport::MAX_FAULTS`].
    pub faults: Vec<RowFault>,
    /// How many faults are not listed.
    pub faults_not_listed: u64,
}

impl ImportReport {
    /// The most faults that are listed one by one.
    pub const MAX_FAULTS: usize = 1_000;

    /// Rejects a row for what is wrong with it.
    pub(super) fn reject(&mut self, faults: Vec<RowFault>) {
        self.rows_rejected += 1;
        for fault in faults {
            if self.faults.len() < Self::MAX_FAULTS {
                self.faults.push(fault);
            } else {
                self.faults_not_listed += 1;
            }
        }
    }

    /// Rejects rows that were taken, each for the same reason.
    pub(crate) fn reject_each(&mut self, lines: &[u64], column: Column, fault: &Fault) {
        for line in lines {
            self.reject(vec![RowFault { line: *line, column, fault: fault.clone() }]);
        }
    }

    /// The figures alone.
    pub(crate) fn figures(&self) -> ImportFigures {
        ImportFigures {
            rows: self.rows,
            rows_refused: self.rows_rejected,
            new: self.activities_new,
            changed: self.activities_changed,
            unchanged: self.activities_unchanged,
            stayed: 0,
        }
    }

    pub(crate) fn finish(&mut self) {
        self.rows_taken = self.rows - self.rows_rejected;
        self.faults.sort_by_key(|fault| (fault.line, fault.column));
    }
}

/// How far an import has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    Read { rows: u64 },
    Written { activities: u64, of: u64 },
}
