//! `gnist rebuild-index`.

use std::{process::ExitCode, time::Instant};

use application::search::rebuild_index;

use crate::{config::Config, plugs};

pub(super) async fn run(config: &Config) -> anyhow::Result<ExitCode> {
    let plugs = plugs::connect(config, false).await?;
    let started = Instant::now();
    let n = rebuild_index(&plugs.ports, &plugs.index).await?;
    println!("{n} activities are in the new index, after {:.1} s", started.elapsed().as_secs_f64());
    if let Some(remote) = &plugs.remote {
        let started = Instant::now();
        let n = rebuild_index(&plugs.ports, remote).await?;
        let seconds = started.elapsed().as_secs_f64();
        println!("{n} activities are in the new index on the server, after {seconds:.1} s");
    }
    Ok(ExitCode::SUCCESS)
}
