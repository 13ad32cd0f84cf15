//! Where activities lead, somebody should answer.

use std::{sync::Arc, time::Duration};

use application::{
    Ports,
    catalogue::watch_addresses,
    ports::{Watcher, Web},
};
use tokio_util::sync::CancellationToken;

use super::goes_on_after;

/// How often it is looked whether an address is to be asked.
const LOOK: Duration = Duration::from_mins(5);

/// Asks what is due until it is told to stop; whoever is being asked then is not waited for.
pub(super) async fn watch(ports: Arc<Ports>, web: Arc<dyn Web>, stop: CancellationToken) {
    let who = Watcher(ports.ids.next());
    while goes_on_after(LOOK, &stop).await {
        match stop.run_until_cancelled(watch_addresses(&ports, &*web, who)).await {
            None => return,
            Some(Ok(_)) => {}
            Some(Err(error)) => tracing::error!(error = ?error, "addresses are not watched"),
        }
    }
}
