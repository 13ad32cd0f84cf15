//! By which rule the waiting list is served.

use chrono::TimeDelta;

use crate::keyed::keyed;

keyed! {
    /// By which rule the waiting list of an occurrence is served; everybody can read it.
    WaitingRule {
        /// Whoever is first gets the next seats, however long the others wait.
        StrictOrder = "strict-order",
        /// Seats that are too few for whoever is first go, after two days, to the first whom they
        /// are enough for.
        FillGaps = "fill-gaps",
    }
}

impl WaitingRule {
    /// How long seats are kept free for whoever is first before a gap is filled.
    pub const GAP_STAYS: TimeDelta = TimeDelta::hours(48);
}
