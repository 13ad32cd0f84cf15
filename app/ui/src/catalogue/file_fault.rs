//! Why a file cannot be read: the same words at a desk and on the command line.

use application::catalogue::FileFault;

use crate::Speech;

/// Why a file cannot be read, and what to do.
#[must_use]
pub fn file_fault(t: &'static Speech, fault: &FileFault) -> String {
    match fault {
        FileFault::Empty => t.say("file-empty").to_owned(),
        FileFault::TooLarge { max } => {
            t.tell("file-too-large", &[("mb", (max / 1024 / 1024).into())])
        }
        FileFault::TooManyRows { max, line } => {
            t.tell("file-too-many-rows", &[("max", (*max).into()), ("line", (*line).into())])
        }
        FileFault::UnknownKind => t.say("file-unknown-kind").to_owned(),
        FileFault::OldSpreadsheet => t.say("file-old-spreadsheet").to_owned(),
        FileFault::Utf16 => t.say("file-utf16").to_owned(),
        FileFault::NotUtf8 { line, character } => at(t, "file-not-utf8", *line, *character),
        FileFault::Nul { line, character } => at(t, "file-nul", *line, *character),
        FileFault::OpenQuote { line, character } => at(t, "file-open-quote", *line, *character),
        FileFault::TooManyColumns { max } => {
            t.tell("file-too-many-columns", &[("max", (*max).into())])
        }
        FileFault::NoHeader => t.say("file-no-header").to_owned(),
        FileFault::NoRows => t.say("file-no-rows").to_owned(),
        FileFault::DoubleColumn { column } => {
            t.tell("file-double-column", &[("column", (*column).into())])
        }
        FileFault::MissingColumns { columns } => {
            t.tell("file-missing-columns", &[("columns", columns.join(", ").into())])
        }
        FileFault::Unreadable => t.say("file-unreadable").to_owned(),
    }
}

fn at(t: &'static Speech, key: &'static str, line: u64, character: u64) -> String {
    t.tell(key, &[("line", line.into()), ("character", character.into())])
}
