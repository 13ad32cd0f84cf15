//! Links of dates that are long over are forgotten.

use domain::signup::Interest;

use crate::ports::{Ports, StoreError};

/// Forgets links that were made a year ago; what pupils answered was nobody's from the beginning.
///
/// # Errors
///
/// Where the store fails.
pub async fn forget_old_links(ports: &Ports) -> Result<(), StoreError> {
    ports.interest.forget_interest_links(ports.clock.now() - Interest::LINK_KEPT_FOR).await
}
