//! Who offers something.

use crate::ports::{PartnerSummary, Ports, StoreError};

/// All partners with something to see now, in Danish alphabetical order.
///
/// # Errors
///
/// Where the store fails.
pub async fn list_partners(ports: &Ports) -> Result<Vec<PartnerSummary>, StoreError> {
    ports.partners.partners(ports.clock.now()).await
}
