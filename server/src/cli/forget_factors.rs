//! `gnist forget-factors`: what to do where the key that seals second factors is lost.

use std::process::ExitCode;

use application::identity::{ForgetMode, forget_unopened_factors};
use clap::Args;

use crate::{config::Config, plugs};

#[derive(Args)]
pub(super) struct Options {
    /// Forgets them; without this word it is only said how many there are. Look first whether the
    /// key is in a backup: what is forgotten does not come back.
    #[arg(long)]
    yes: bool,
}

pub(super) async fn run(config: &Config, options: &Options) -> anyhow::Result<ExitCode> {
    let plugs = plugs::connect(config, true).await?;
    let mode = if options.yes { ForgetMode::Forget } else { ForgetMode::Look };
    let n = forget_unopened_factors(&plugs.ports, mode).await?.len();
    let some = if n == 1 { "1 second factor".to_owned() } else { format!("{n} second factors") };
    match mode {
        ForgetMode::Forget => println!(
            "{some} forgotten; their owners are told, and set up another one where their roles ask for it"
        ),
        ForgetMode::Look if n == 0 => println!("every second factor can be opened"),
        ForgetMode::Look => println!(
            "{some} cannot be opened by any key of the settings.\n\
             Look for the key first. Where it is lost, `gnist forget-factors --yes` forgets them."
        ),
    }
    Ok(ExitCode::SUCCESS)
}
