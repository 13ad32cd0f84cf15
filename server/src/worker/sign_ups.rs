//! The clock of rosters: what runs out does, free seats are offered, and lists hear of it.

use std::{sync::Arc, time::Duration};

use application::{
    Ports,
    signup::{ask_whether_coming, remind_organisers, remind_parties, settle_rosters, tell_seats},
};
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use super::goes_on_after;

/// How often it is looked whether something has run out or changed.
const LOOK: Duration = Duration::from_millis(500);
/// How often it is looked whether somebody is to be reminded.
const REMIND: Duration = Duration::from_mins(1);

/// Settles rosters and tells lists of their seats until it is told to stop.
pub(super) async fn look_after(ports: Arc<Ports>, stop: CancellationToken) {
    let mut reminded_at: Option<Instant> = None;
    loop {
        if let Err(error) = settle_rosters(&ports).await {
            tracing::error!(error = ?error, "a roster is not settled");
        }
        if let Err(error) = tell_seats(&ports).await {
            tracing::error!(error = ?error, "lists do not know of seats yet");
        }
        if reminded_at.is_none_or(|at| at.elapsed() >= REMIND) {
            reminded_at = Some(Instant::now());
            if let Err(error) = remind_parties(&ports).await {
                tracing::error!(error = ?error, "parties are not reminded");
            }
            if let Err(error) = ask_whether_coming(&ports).await {
                tracing::error!(error = ?error, "parties are not asked whether they still come");
            }
            if let Err(error) = remind_organisers(&ports).await {
                tracing::error!(error = ?error, "organisers are not reminded");
            }
        }
        if !goes_on_after(LOOK, &stop).await {
            return;
        }
    }
}
