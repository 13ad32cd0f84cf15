//! What is of no use any more is erased.

use std::{sync::Arc, time::Duration};

use application::{
    Ports,
    privacy::{Swept, sweep},
};
use tokio_util::sync::CancellationToken;

use super::goes_on_after;

/// How often it is looked whether the time of something is over.
const LOOK: Duration = Duration::from_hours(1);

/// Erases what is over its time until it is told to stop.
pub(super) async fn erase(ports: Arc<Ports>, stop: CancellationToken) {
    loop {
        look(&ports).await;
        if !goes_on_after(LOOK, &stop).await {
            return;
        }
    }
}

async fn look(ports: &Ports) {
    let behind = match sweep(ports).await {
        Ok(Swept::Done) => {
            metrics::counter!("sweeps_total").increment(1);
            0
        }
        Ok(Swept::ClockWentBack { by }) => {
            tracing::error!(
                seconds = by.num_seconds(),
                "the clock has gone back, so nothing is erased; \
                 once it is right, `gnist sweep --trust-clock` says so"
            );
            by.num_seconds()
        }
        Err(error) => {
            tracing::error!(error = ?error, "something whose time is over is still there");
            return;
        }
    };
    #[expect(clippy::cast_precision_loss, reason = "seconds in centuries are fewer than 2^52")]
    metrics::gauge!("sweeper_clock_behind_seconds").set(behind as f64);
}
