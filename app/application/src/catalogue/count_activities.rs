//! How much one would see.

use domain::search::Filter;

use crate::ports::{Ports, StoreError};

/// How many activities `filter` lets through now.
///
/// # Errors
///
/// Where the store fails.
pub async fn count_activities(ports: &Ports, filter: &Filter) -> Result<u32, StoreError> {
    ports.catalogue.count(filter, ports.clock.now()).await
}
