//! `gnist backup`: a whole copy, while the portal serves.

use std::{path::PathBuf, process::ExitCode};

use application::ports::HeldReader as _;
use clap::Args;

use crate::{backup::back_up, config::Config, plugs};

#[derive(Args)]
pub(super) struct Options {
    /// The folder for it: a new one, or an empty one.
    folder: PathBuf,
}

pub(super) async fn run(config: &Config, options: &Options) -> anyhow::Result<ExitCode> {
    let plugs = plugs::connect(config, true).await?;
    let now = plugs.ports.clock.now();
    // Who was erased is known beside the database before it can be lost.
    plugs.database.scrub(now).await?;
    let url = config.database();
    let manifest = back_up((&plugs.database, &url), &options.folder, now).await?;
    let rows: u64 = manifest.rows.values().sum();
    println!("{rows} rows in {} bytes are in {}", manifest.bytes, options.folder.display());
    println!(
        "keys that seal second factors are not in it; keep a copy of them elsewhere: sealing.key \
         in the data folder, or what GNIST_SEALING_KEYS_FILE names"
    );
    Ok(ExitCode::SUCCESS)
}
