//! The report of an import, for people and for programs.

use application::catalogue::{FileFault, ImportReport};
use serde_json::{Value, json};
use ui::{Speech, catalogue::cell_fault};

/// The report for people: the figures, then what was wrong, line by line.
pub(super) fn text(t: &'static Speech, report: &ImportReport, is_dry: bool) -> String {
    let mut lines = Vec::new();
    if is_dry {
        lines.push(t.say("import-dry-run").to_owned());
    }
    lines.push(t.tell(
        "import-rows",
        &[
            ("rows", report.rows.into()),
            ("taken", report.rows_taken.into()),
            ("rejected", report.rows_rejected.into()),
        ],
    ));
    lines.push(t.tell(
        "import-activities",
        &[
            ("new", report.activities_new.into()),
            ("changed", report.activities_changed.into()),
            ("unchanged", report.activities_unchanged.into()),
            ("partners", report.partners_new.into()),
        ],
    ));
    if !report.ignored_columns.is_empty() {
        lines.push(
            t.tell("import-ignored", &[("columns", report.ignored_columns.join(", ").into())]),
        );
    }
    for fault in &report.faults {
        let (line, column) = (fault.line.into(), fault.column.name().into());
        let what = cell_fault(t, &fault.fault);
        lines.push(
            t.tell("import-fault", &[("line", line), ("column", column), ("what", what.into())]),
        );
    }
    if report.faults_not_listed > 0 {
        lines.push(t.tell("import-more-faults", &[("n", report.faults_not_listed.into())]));
    }
    if report.rows_rejected > 0 {
        lines.push(t.say("import-next").to_owned());
    }
    lines.join("\n") + "\n"
}

/// The same for programs.
pub(super) fn json(t: &'static Speech, report: &ImportReport, is_dry: bool) -> Value {
    let faults: Vec<Value> = report
        .faults
        .iter()
        .map(|fault| json!({ "line": fault.line, "column": fault.column.name(), "message": cell_fault(t, &fault.fault) }))
        .collect();
    json!({
        "dry_run": is_dry,
        "rows": { "read": report.rows, "taken": report.rows_taken, "rejected": report.rows_rejected },
        "activities": {
            "new": report.activities_new,
            "changed": report.activities_changed,
            "unchanged": report.activities_unchanged,
        },
        "partners": { "new": report.partners_new },
        "ignored_columns": report.ignored_columns,
        "faults": faults,
        "faults_not_listed": report.faults_not_listed,
    })
}

/// Why a file cannot be read, and what to do.
pub(super) fn file_fault(t: &'static Speech, fault: &FileFault) -> String {
    match fault {
        FileFault::Empty => t.say("file-empty").to_owned(),
        FileFault::TooLarge { max } => {
            t.tell("file-too-large", &[("mb", (max / 1024 / 1024).into())])
        }
        FileFault::TooManyRows { max } => t.tell("file-too-many-rows", &[("max", (*max).into())]),
        FileFault::UnknownKind => t.say("file-unknown-kind").to_owned(),
        FileFault::OldSpreadsheet => t.say("file-old-spreadsheet").to_owned(),
        FileFault::Utf16 => t.say("file-utf16").to_owned(),
        FileFault::NotUtf8 { line } => t.tell("file-not-utf8", &[("line", (*line).into())]),
        FileFault::Nul { line } => t.tell("file-nul", &[("line", (*line).into())]),
        FileFault::OpenQuote { line } => t.tell("file-open-quote", &[("line", (*line).into())]),
        FileFault::UnevenRow { line, found, expected } => t.tell(
            "file-uneven-row",
            &[
                ("line", (*line).into()),
                ("found", (*found).into()),
                ("expected", (*expected).into()),
            ],
        ),
        FileFault::LongCell { line, column, max } => t.tell(
            "file-long-cell",
            &[("line", (*line).into()), ("column", column.clone().into()), ("max", (*max).into())],
        ),
        FileFault::TooManyColumns { max } => {
            t.tell("file-too-many-columns", &[("max", (*max).into())])
        }
        FileFault::NoHeader => t.say("file-no-header").to_owned(),
        FileFault::DoubleColumn { column } => {
            t.tell("file-double-column", &[("column", (*column).into())])
        }
        FileFault::MissingColumns { columns } => {
            t.tell("file-missing-columns", &[("columns", columns.join(", ").into())])
        }
        FileFault::Unreadable => t.say("file-unreadable").to_owned(),
    }
}
