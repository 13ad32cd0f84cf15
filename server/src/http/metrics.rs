//! Figures for the operator's monitoring, on an address of their own.

use std::{net::SocketAddr, time::Duration};

use anyhow::Context as _;
use axum::{Router, routing::get};
use metrics_exporter_prometheus::PrometheusBuilder;

use crate::plugs::Plugs;

/// Serves the figures until the program ends.
///
/// # Errors
///
/// Where the figures are served already, or the address cannot be listened on.
#[expect(
    clippy::disallowed_methods,
    reason = "it lives as long as the program and holds nothing that must be kept"
)]
pub(super) fn serve(addr: SocketAddr, plugs: &Plugs) -> anyhow::Result<()> {
    let figures = PrometheusBuilder::new().install_recorder()?;
    let listener = std::net::TcpListener::bind(addr)
        .with_context(|| format!("figures cannot be told at {addr}"))?;
    listener.set_nonblocking(true)?;
    let listener = tokio::net::TcpListener::from_std(listener)?;
    let upkeep = figures.clone();
    tokio::spawn(async move {
        loop {
            tokio::time::sleep(Duration::from_secs(5)).await;
            upkeep.run_upkeep();
        }
    });
    let board = plugs.board.clone();
    let text = move || async move {
        #[expect(
            clippy::cast_precision_loss,
            reason = "a catalogue has far fewer than 2^52 activities"
        )]
        metrics::gauge!("catalogue_activities").set(board.size() as f64);
        figures.render()
    };
    tokio::spawn(
        async move { axum::serve(listener, Router::new().route("/metrics", get(text))).await },
    );
    Ok(())
}
