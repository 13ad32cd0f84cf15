//! `gnist restore`: a backup takes the place of what was lost, and whoever was erased since stays
//! erased.

use std::{path::PathBuf, process::ExitCode};

use anyhow::Context as _;
use application::{ports::HeldReader as _, privacy::erase_again, search::rebuild_index};
use clap::Args;

use crate::{
    backup::{Manifest, put_back},
    config::Config,
    plugs::{self, Plugs},
};

#[derive(Args)]
pub(super) struct Options {
    /// The folder of the backup.
    folder: PathBuf,
}

pub(super) async fn run(config: &Config, options: &Options) -> anyhow::Result<ExitCode> {
    let manifest = put_back(&config.database(), &options.folder).await?;
    println!("the backup of {} is put back", manifest.taken_at.format("%Y-%m-%d %H:%M UTC"));
    let plugs = plugs::connect(config, true).await?;
    let erased = erase_since(&plugs, &manifest).await?;
    println!("{erased} addresses that were erased since are erased again");
    rebuild_index(&plugs.ports, &plugs.index).await.context("the index cannot be made")?;
    let faults = plugs.database.verify().await?;
    for fault in &faults {
        println!("{fault}");
    }
    if faults.is_empty() {
        println!("everything is as it must be");
        return Ok(ExitCode::SUCCESS);
    }
    Ok(ExitCode::FAILURE)
}

/// Erases again whoever was erased after a backup was taken, and keeps it in mind. Whoever had
/// been told by then that their account goes may have come since, and is told anew.
///
/// # Errors
///
/// Where the file of tombstones cannot be read, or the database fails.
pub async fn erase_since(plugs: &Plugs, backup: &Manifest) -> anyhow::Result<usize> {
    let stones = plugs.database.stones_in_file().context("tombstones.txt cannot be read")?;
    plugs.database.keep_tombstones(&stones).await?;
    let later: Vec<_> = stones.into_iter().filter(|it| it.erased_at >= backup.taken_at).collect();
    let erased = erase_again(&plugs.ports, &later).await?;
    plugs.ports.idle.forget_warnings().await?;
    plugs.database.scrub(plugs.ports.clock.now()).await?;
    Ok(erased)
}
