//! What a trial is made against: the database as it is, or where there is none, an empty one that
//! goes away with it.

use std::{
    fs::{self, DirBuilder},
    os::unix::fs::DirBuilderExt as _,
    path::{Path, PathBuf},
};

use anyhow::Context as _;
use application::ports::Ids as _;

use crate::{
    adapters::RandomIds,
    config::Config,
    plugs::{self, Plugs},
};

/// A folder that goes away.
pub(super) struct Scratch(PathBuf);

impl Scratch {
    fn new() -> anyhow::Result<Self> {
        let folder = std::env::temp_dir().join(format!("gnist-trial-{}", RandomIds.next()));
        let made = DirBuilder::new().mode(0o700).create(&folder);
        made.with_context(|| format!("the folder {} cannot be made", folder.display()))?;
        Ok(Self(folder))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Connects the plugs for a trial, which leaves the schema of a database as it is.
pub(super) async fn connect(config: &Config) -> anyhow::Result<(Option<Scratch>, Plugs)> {
    let scratch = if is_there(config) { None } else { Some(Scratch::new()?) };
    let config = match &scratch {
        Some(Scratch(folder)) => {
            Config { data_dir: folder.clone(), database_url: None, ..config.clone() }
        }
        None => config.clone(),
    };
    let plugs = plugs::connect(&config, scratch.is_some()).await?;
    anyhow::ensure!(
        plugs.database.is_up_to_date().await?,
        "the schema of the database is older than this program, and a trial leaves it as it is: \
         `gnist serve` brings it up to date, and so does an import without --dry-run"
    );
    Ok((scratch, plugs))
}

/// Whether there is a database, or an address at which one may be.
fn is_there(config: &Config) -> bool {
    let database = config.database();
    let file = database.strip_prefix("sqlite://").map(|it| it.split('?').next().unwrap_or(it));
    file.is_none_or(|file| Path::new(file).exists())
}
