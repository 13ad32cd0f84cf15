//! What waits too long is told.

use std::{sync::Arc, time::Duration};

use application::{Ports, pact::remind_moderators};
use tokio_util::sync::CancellationToken;

use super::goes_on_after;

/// How often it is looked whether something has waited too long.
const LOOK: Duration = Duration::from_mins(1);

/// Writes to moderators about what waits too long until it is told to stop.
pub(super) async fn remind(ports: Arc<Ports>, stop: CancellationToken) {
    loop {
        if let Err(error) = remind_moderators(&ports).await {
            tracing::error!(error = ?error, "moderators are not reminded");
        }
        if !goes_on_after(LOOK, &stop).await {
            return;
        }
    }
}
