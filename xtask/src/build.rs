//! `cargo xtask build` and `cargo xtask run`.

use std::{env, os::unix::process::CommandExt as _, path::PathBuf, process::Command};

use crate::{places, site, step};

/// Builds the program with the site inside and answers where it lies.
pub fn build() -> anyhow::Result<PathBuf> {
    if !step::is_there("cc") {
        step::install(&["build-essential"], "SQLite and the cryptography are built from C")?;
    }
    site::build()?;
    step::step("building the program (twelve minutes the first time on two cores)", || {
        let mut cargo = step::cargo();
        cargo.current_dir(places::root()).env("GNIST_SITE_DIR", places::site());
        step::run(cargo.args(["build", "--release", "-p", "server"]).args(step::quiet()))
    })?;
    Ok(places::binary())
}

/// The program that `GNIST_BIN` names, or the one that is built for it.
pub fn program() -> anyhow::Result<PathBuf> {
    env::var_os("GNIST_BIN").map_or_else(build, |program| Ok(program.into()))
}

/// Builds what is missing and becomes the portal, with the demo catalogue.
pub fn run() -> anyhow::Result<()> {
    let program = build()?;
    println!("▸ serving on http://127.0.0.1:3000 with the demo catalogue; stop with Ctrl-C");
    Err(Command::new(program).args(["serve", "--demo"]).exec().into())
}
