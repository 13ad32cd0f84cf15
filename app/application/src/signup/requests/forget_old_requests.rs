//! What is known of those who asked goes when it is of no use any more.

use crate::ports::{Ports, StoreError};

/// Forgets what is of no use any more.
///
/// # Errors
///
/// Where the store fails.
pub async fn forget_old_requests(ports: &Ports) -> Result<(), StoreError> {
    ports.requests.forget_requests(ports.clock.now()).await
}
