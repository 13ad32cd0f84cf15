//! `gnist import FILE`.

mod report;
mod trial;

use std::{io::IsTerminal as _, path::PathBuf, process::ExitCode};

use application::catalogue::{
    FileFault, ImportError, ImportMode, ImportReport, Progress, import_activities,
};
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use ui::{Speech, catalogue::file_fault};

use super::Language;
use crate::{adapters::spreadsheet, config::Config, plugs};

#[derive(Args)]
pub(super) struct Options {
    /// The CSV or XLSX file.
    file: PathBuf,
    /// Checks everything and writes nothing.
    #[arg(long)]
    dry_run: bool,
    /// Prints the report as one JSON document.
    #[arg(long)]
    json: bool,
    /// The language of the report.
    #[arg(long, value_enum, default_value = "da")]
    language: Language,
}

/// Some rows were rejected, the others were taken.
const SOME_REJECTED: u8 = 2;

pub(super) async fn run(config: &Config, options: &Options) -> anyhow::Result<ExitCode> {
    let speech = Speech::of(options.language.into());
    // The folder goes after what is open in it.
    let (_scratch, plugs) = if options.dry_run {
        trial::connect(config).await?
    } else {
        (None, plugs::connect(config, true).await?)
    };
    let mode = if options.dry_run { ImportMode::DryRun } else { ImportMode::Write };
    let bar = Bar::new(!options.json);
    let outcome = async {
        let bytes = spreadsheet::read_file(&options.file)?;
        let sheet = spreadsheet::sheet(&bytes)?;
        import_activities(&plugs.ports, sheet, mode, &mut |progress| bar.show(progress, speech))
            .await
    };
    let outcome = outcome.await;
    bar.finish();
    match outcome {
        Ok(report) => Ok(tell(speech, options, &report)),
        Err(ImportError::File(fault)) => Ok(tell_fault(speech, options, &fault)),
        Err(error) => Err(error.into()),
    }
}

fn tell(speech: &'static Speech, options: &Options, report: &ImportReport) -> ExitCode {
    if options.json {
        println!("{}", report::json(speech, report, options.dry_run));
    } else {
        print!("{}", report::text(speech, report, options.dry_run));
    }
    match (report.rows_taken, report.rows_rejected) {
        (_, 0) => ExitCode::SUCCESS,
        (0, _) => ExitCode::FAILURE,
        _ => SOME_REJECTED.into(),
    }
}

fn tell_fault(speech: &'static Speech, options: &Options, fault: &FileFault) -> ExitCode {
    let sentence = file_fault(speech, fault);
    if options.json {
        let (line, character) = fault.place();
        let told = serde_json::json!({ "error": sentence, "line": line, "character": character });
        println!("{told}");
    } else {
        println!("{sentence}");
    }
    ExitCode::FAILURE
}

/// A progress bar, where somebody watches.
struct Bar(Option<ProgressBar>);

impl Bar {
    fn new(is_wanted: bool) -> Self {
        Self((is_wanted && std::io::stderr().is_terminal()).then(ProgressBar::new_spinner))
    }

    fn show(&self, progress: Progress, speech: &'static Speech) {
        let Some(bar) = &self.0 else { return };
        match progress {
            Progress::Read { rows } => {
                bar.set_message(speech.tell("import-reading", &[("n", rows.into())]));
                bar.tick();
            }
            Progress::Written { activities, of } => {
                if bar.length() != Some(of) {
                    bar.set_length(of);
                    if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos}/{len}") {
                        bar.set_style(style);
                    }
                }
                bar.set_position(activities);
            }
        }
    }

    fn finish(&self) {
        if let Some(bar) = &self.0 {
            bar.finish_and_clear();
        }
    }
}
