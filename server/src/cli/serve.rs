//! `gnist serve`.

use std::process::ExitCode;

use clap::Args;

use super::{demo, demo_doors};
use crate::{config::Config, http, plugs};

#[derive(Args)]
pub(super) struct Options {
    /// Leaves the schema of the database as it is.
    #[arg(long)]
    no_migrate: bool,
    /// Fills an empty database with the demo catalogue first.
    #[arg(long)]
    demo: bool,
}

pub(super) async fn run(config: &Config, options: &Options) -> anyhow::Result<ExitCode> {
    let plugs = plugs::connect_to_serve(config, !options.no_migrate).await?;
    if let Some(advice) = plugs.advice {
        tracing::warn!("{advice}");
    }
    let sealed = plugs.database.keep_sealed(plugs.ports.clock.now()).await?;
    if sealed > 0 {
        tracing::info!(n = sealed, "second factors were sealed anew");
    }
    let fills = options.demo && demo::is_empty(&plugs).await?;
    if fills {
        let report = demo::fill(&plugs).await?;
        tracing::info!(activities = report.activities_new, "the demo catalogue is in");
    }
    plugs.board.refresh_if_changed().await?;
    if options.demo {
        demo_doors::print(config, &plugs, fills).await?;
    }
    // Where the demo's activities lead, nobody is.
    let watch_addresses = config.watch_addresses && !options.demo;
    http::serve(&Config { watch_addresses, ..config.clone() }, plugs).await?;
    Ok(ExitCode::SUCCESS)
}
