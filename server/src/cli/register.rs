//! `gnist register`.

use std::process::ExitCode;

use clap::Args;
use ui::Speech;

use super::Language;
use crate::adapters::database::register;

#[derive(Args)]
pub(super) struct Options {
    /// The language of the document.
    #[arg(long, value_enum, default_value = "en")]
    language: Language,
}

pub(super) fn run(options: &Options) -> ExitCode {
    print!("{}", register::document(Speech::of(options.language.into())));
    ExitCode::SUCCESS
}
