//! What lost a race for rows is done anew.

use super::SignUpError;
use crate::ports::Ports;

/// How often a use case is tried. Two groups of writers that want the same addresses in opposite
/// order cannot both have them; one is sent away and comes again when the other is through.
#[derive(Default)]
pub(super) struct Tries(u32);

impl Tries {
    const MOST: u32 = 4;

    /// Whether to try once more. Whoever does begins from the beginning, with a transaction of its
    /// own: nothing of what failed was kept.
    pub(super) fn again(&mut self, ports: &Ports, error: &SignUpError) -> bool {
        self.0 += 1;
        let SignUpError::Store(error) = error else { return false };
        let again = self.0 < Self::MOST && ports.store.lost_a_race(error);
        if again {
            tracing::info!(tries = self.0, "somebody else wanted the same, so it is done anew");
        }
        again
    }
}
