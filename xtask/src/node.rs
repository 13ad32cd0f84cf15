//! Programs from npm, at the versions their lock files name.

use std::{fs, path::Path, process::Command};

use anyhow::Context as _;

use crate::step;

/// Installs what a folder's lock file names, if that is not there already.
pub fn install(folder: &Path, why: &str) -> anyhow::Result<()> {
    let lock = fs::read(folder.join("package-lock.json")).context("the lock file is missing")?;
    let stamp = folder.join("node_modules/.gnist-lock");
    if fs::read(&stamp).is_ok_and(|known| known == lock) {
        return Ok(());
    }
    if !step::is_there("npm") {
        step::install(&["nodejs", "npm"], "npm fetches the tools for the browser's part")?;
    }
    step::step(&format!("fetching {why} from npm (under a minute)"), || {
        step::run(
            Command::new("npm").args(["ci", "--silent", "--no-progress"]).current_dir(folder),
        )?;
        Ok(fs::write(stamp, lock)?)
    })
}
