//! `gnist verify`.

use std::process::ExitCode;

use crate::{config::Config, plugs};

pub(super) async fn run(config: &Config) -> anyhow::Result<ExitCode> {
    let plugs = plugs::connect(config, false).await?;
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
