//! Everything that search engines may visit.

use crate::ports::{PageAddress, Ports, StoreError};

/// The pages of all activities that can be seen now.
///
/// # Errors
///
/// Where the store fails.
pub async fn list_addresses(ports: &Ports) -> Result<Vec<PageAddress>, StoreError> {
    ports.catalogue.addresses(ports.clock.now()).await
}
