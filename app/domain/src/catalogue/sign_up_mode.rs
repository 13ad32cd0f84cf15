//! How one gets in.

use super::Capacity;
use crate::keyed::keyed;

keyed! {
    /// How one gets in.
    SignUpMode {
        /// Seats are kept by the portal.
        Portal = "portal",
        /// Seats are kept elsewhere, behind a link.
        External = "external",
        /// The organiser answers each request.
        Request = "request",
        /// Just come.
        None = "none",
    }
}

impl SignUpMode {
    /// How many seats of a date the portal gives out: those that the organiser gives; where each
    /// request is answered, as many as the organiser says yes to, unless they gave a number.
    #[must_use]
    pub fn seats_kept(self, capacity: Option<Capacity>) -> Option<u32> {
        match self {
            Self::Portal => capacity.map(Capacity::seats),
            Self::Request => Some(capacity.map_or(Capacity::MAX, Capacity::seats)),
            Self::External | Self::None => None,
        }
    }
}
