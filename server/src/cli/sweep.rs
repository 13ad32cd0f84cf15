//! `gnist sweep`: what a server does every hour, done now.

use std::process::ExitCode;

use application::privacy::{Swept, sweep, trust_clock};
use clap::Args;

use crate::{config::Config, plugs};

#[derive(Args)]
pub(super) struct Options {
    /// Goes by this machine's clock, although a later time was seen: it was wrong and is right now.
    #[arg(long)]
    trust_clock: bool,
}

pub(super) async fn run(config: &Config, options: &Options) -> anyhow::Result<ExitCode> {
    let plugs = plugs::connect(config, true).await?;
    if options.trust_clock {
        trust_clock(&plugs.ports).await?;
    }
    match sweep(&plugs.ports).await? {
        Swept::Done => {
            println!("everything whose time is over is erased");
            Ok(ExitCode::SUCCESS)
        }
        Swept::ClockWentBack { by } => {
            eprintln!(
                "gnist: this machine's clock is {} seconds behind the latest time that was seen, \
                 so nothing is erased; set it right, or say --trust-clock where it is",
                by.num_seconds()
            );
            Ok(ExitCode::FAILURE)
        }
    }
}
