//! Letters leave.

use std::{sync::Arc, time::Duration};

use application::{Ports, outbox::deliver_letters_while, ports::Post};
use tokio_util::sync::CancellationToken;

use super::goes_on_after;

/// How often it is looked whether a letter waits.
const LOOK: Duration = Duration::from_secs(1);
/// How often it is told how the outbox stands.
const TELL: u32 = 60;

/// Sends letters until it is told to stop; one that is under way is sent to its end.
pub(super) async fn send_letters(ports: Arc<Ports>, post: Arc<dyn Post>, stop: CancellationToken) {
    let mut rounds = 0u32;
    loop {
        // Told first: a mail server that hangs holds up the rest.
        if rounds.is_multiple_of(TELL) {
            tell(&ports).await;
        }
        rounds = rounds.wrapping_add(1);
        match deliver_letters_while(&ports, &*post, || !stop.is_cancelled()).await {
            // Where there was one there may be more.
            Ok(delivered) if delivered.sent > 0 => {
                metrics::counter!("letters_sent_total").increment(delivered.sent.into());
                if !stop.is_cancelled() {
                    continue;
                }
            }
            Ok(_) => {}
            Err(error) => tracing::error!(error = ?error, "the outbox cannot be read"),
        }
        if !goes_on_after(LOOK, &stop).await {
            return;
        }
    }
}

/// Tells the operator's monitoring how the outbox stands.
async fn tell(ports: &Ports) {
    let Ok(figures) = ports.letters.figures().await else { return };
    let age = figures.oldest.map_or(0, |written| (ports.clock.now() - written).num_seconds());
    #[expect(clippy::cast_precision_loss, reason = "an outbox holds far fewer than 2^52 letters")]
    let set = |name: &'static str, n: u64| metrics::gauge!(name).set(n as f64);
    set("letters_waiting", figures.waiting);
    set("letters_dead", figures.dead);
    set("letters_oldest_seconds", age.max(0).unsigned_abs());
}
