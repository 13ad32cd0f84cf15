//! The report of an import, for people and for programs.

use application::catalogue::{Fault, FileFault, ImportReport, RowFault};
use domain::{
    InvalidEmail, InvalidText, InvalidUrl,
    catalogue::{
        InvalidAgeRange, InvalidCoordinates, InvalidGroupSize, InvalidParticulars, InvalidPrice,
    },
    pact::InvalidPostcode,
};
use serde_json::{Value, json};
use ui::Speech;

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
        let what = row_fault(t, fault);
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
        .map(|fault| json!({ "line": fault.line, "column": fault.column.name(), "message": row_fault(t, fault) }))
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

/// What is wrong in a cell, and what to do.
fn row_fault(t: &'static Speech, fault: &RowFault) -> String {
    let say = |key: &str| t.say(key).to_owned();
    match &fault.fault {
        Fault::Missing => say("cell-missing"),
        Fault::Text(text) => match text {
            InvalidText::Blank => say("cell-missing"),
            InvalidText::TooShort { min } => t.tell("cell-too-short", &[("min", (*min).into())]),
            InvalidText::TooLong { max } => t.tell("cell-too-long", &[("max", (*max).into())]),
            InvalidText::ControlCharacter => say("cell-control"),
            InvalidText::WrongShape => say("cell-shape"),
        },
        Fault::Url(url) => say(match url {
            InvalidUrl::NotAnAddress => "cell-url",
            InvalidUrl::TooLong => "cell-url-long",
            InvalidUrl::Scheme | InvalidUrl::NotHttps => "cell-url-https",
            InvalidUrl::Credentials => "cell-url-credentials",
        }),
        Fault::Email(email) => say(match email {
            InvalidEmail::NoAt => "cell-email-at",
            InvalidEmail::Domain => "cell-email-domain",
            InvalidEmail::Shape => "cell-email",
        }),
        Fault::UnknownKey(word) => t.tell("cell-unknown-key", &[("word", word.clone().into())]),
        Fault::Language => say("cell-language"),
        Fault::Age(InvalidAgeRange::NoAge) => {
            t.tell("cell-number", &[("min", 0.into()), ("max", 99.into())])
        }
        Fault::Age(InvalidAgeRange::Reversed) => say("cell-age-reversed"),
        Fault::Group(InvalidGroupSize::OutOfBounds) => {
            t.tell("cell-number", &[("min", 1.into()), ("max", 1000.into())])
        }
        Fault::Group(InvalidGroupSize::Reversed) => say("cell-group-reversed"),
        Fault::Price(InvalidPrice::NoAmount) => say("cell-price"),
        Fault::Price(InvalidPrice::TooHigh) => say("cell-price-high"),
        Fault::Postcode(InvalidPostcode::Shape) => say("cell-postcode"),
        Fault::Postcode(InvalidPostcode::Unknown) => say("cell-postcode-unknown"),
        Fault::Coordinates(InvalidCoordinates::Half) => say("cell-coordinates-half"),
        Fault::Coordinates(_) => say("cell-coordinates"),
        Fault::Number { min, max } => {
            t.tell("cell-number", &[("min", (*min).into()), ("max", (*max).into())])
        }
        Fault::Flag => say("cell-flag"),
        Fault::Time => say("cell-time"),
        Fault::NoSuchDay => say("cell-no-such-day"),
        Fault::NoSuchTime => say("cell-no-such-time"),
        Fault::EndsTooSoon => say("cell-ends-too-soon"),
        Fault::LateDeadline => say("cell-late-deadline"),
        Fault::SameStart { line } => t.tell("cell-same-start", &[("line", (*line).into())]),
        Fault::Conflict { line } => t.tell("cell-conflict", &[("line", (*line).into())]),
        Fault::FirstRowRejected { line } => {
            t.tell("cell-first-rejected", &[("line", (*line).into())])
        }
        Fault::NewPartnerWithoutSector => say("cell-new-partner"),
        Fault::Together(together) => say(match together {
            InvalidParticulars::Topics => "cell-topics",
            InvalidParticulars::NoAudience => "cell-missing",
            InvalidParticulars::NoLevels => "cell-levels",
            InvalidParticulars::NoPostcode => "cell-needs-postcode",
            InvalidParticulars::NoCity => "cell-needs-city",
            InvalidParticulars::TravelElsewhere => "cell-travel",
            InvalidParticulars::NoSignUpUrl => "cell-needs-url",
        }),
    }
}
