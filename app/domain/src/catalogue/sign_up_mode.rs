//! How one gets in.

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
