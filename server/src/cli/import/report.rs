//! The report of an import, for people and for programs.

use application::catalogue::ImportReport;
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
    if report.parties_told > 0 {
        let key = if is_dry { "import-parties-would" } else { "import-parties-told" };
        lines.push(t.tell(key, &[("n", report.parties_told.into())]));
    }
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
        "parties": { "told": report.parties_told },
        "ignored_columns": report.ignored_columns,
        "faults": faults,
        "faults_not_listed": report.faults_not_listed,
    })
}
