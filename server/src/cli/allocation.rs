//! `gnist allocation DATES PARTIES --seed SEED`: a draw is done once more from what was published.

use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use application::{
    catalogue::{FileFault, MAX_ROWS, WholeSheet},
    signup::{AllocationFault, DrawSheet, check_allocation, draw_sheets},
};
use clap::Args;
use domain::signup::{Promise, Seed};
use ui::{
    Speech,
    signup::{allocation_fault, checked},
};

use super::Language;
use crate::adapters::spreadsheet;

#[derive(Args)]
pub(super) struct Options {
    /// The file of the dates, as it was published.
    dates: PathBuf,
    /// The file of the parties, as it was published.
    parties: PathBuf,
    /// The seed, as it was published after the draw.
    #[arg(long)]
    seed: String,
    /// What was published of the seed beforehand; it is then compared.
    #[arg(long)]
    promise: Option<String>,
    /// Where the parties are written, each with what the draw gives it.
    #[arg(long)]
    write: Option<PathBuf>,
    /// The language of the report.
    #[arg(long, value_enum, default_value = "da")]
    language: Language,
}

/// Tells what the draw gives, and fails where that is not what was published.
pub(super) fn run(options: &Options) -> ExitCode {
    let t = Speech::of(options.language.into());
    let (is_as_told, lines) = match again(t, options) {
        Ok(told) => told,
        Err(sentence) => (false, vec![sentence]),
    };
    for line in lines {
        println!("{line}");
    }
    if is_as_told { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn again(t: &'static Speech, options: &Options) -> Result<(bool, Vec<String>), String> {
    let no_seed = |_| t.say("allocation-no-seed").to_owned();
    let told = |fault: AllocationFault| allocation_fault(t, &fault);
    let seed: Seed = options.seed.trim().parse().map_err(no_seed)?;
    let promise = options.promise.as_ref().map(|it| it.trim().parse::<Promise>());
    let promised = promise.transpose().map_err(no_seed)?;
    let read = |which, path: &Path| {
        sheet(path).map_err(|fault| told(AllocationFault::File { sheet: which, fault }))
    };
    let dates = read(DrawSheet::Dates, &options.dates)?;
    let parties = read(DrawSheet::Parties, &options.parties)?;
    let it = check_allocation(&dates, &parties, &seed).map_err(told)?;
    if let Some(path) = &options.write {
        let sheets = draw_sheets(&it.draw, &it.names, &it.outcomes);
        fs::write(path, spreadsheet::csv(&sheets.parties, b',')).map_err(|_| {
            t.tell("allocation-not-written", &[("file", path.display().to_string().into())])
        })?;
    }
    let mut lines = checked(t, &it);
    let is_kept = promised.is_none_or(|it| it == seed.promise());
    if promised.is_some() {
        let key = if is_kept { "allocation-promise-kept" } else { "allocation-promise-broken" };
        lines.push(t.say(key).to_owned());
    }
    Ok((is_kept && it.differ.is_empty(), lines))
}

fn sheet(path: &Path) -> Result<WholeSheet, FileFault> {
    spreadsheet::sheet(&spreadsheet::read_file(path)?)?.whole(MAX_ROWS)
}
