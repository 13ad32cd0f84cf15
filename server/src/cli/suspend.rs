//! `gnist suspend`: nobody gets in with an account any more, at once and everywhere.

use std::process::ExitCode;

use application::identity;
use clap::Args;
use domain::Email;

use crate::{config::Config, plugs};

#[derive(Args)]
pub(super) struct Options {
    /// Whose account.
    #[arg(value_parser = |text: &str| Email::try_from(text).map_err(|error| error.to_string()))]
    email: Email,
    /// Opens the account again.
    #[arg(long)]
    lift: bool,
}

pub(super) async fn run(config: &Config, options: &Options) -> anyhow::Result<ExitCode> {
    let plugs = plugs::connect(config, true).await?;
    if options.lift {
        identity::reinstate(&plugs.ports, &options.email).await?;
        println!("the account is open again");
    } else {
        identity::suspend(&plugs.ports, &options.email).await?;
        println!("the account is closed, and its sessions have ended");
    }
    Ok(ExitCode::SUCCESS)
}
