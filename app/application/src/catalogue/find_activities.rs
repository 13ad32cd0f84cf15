//! What somebody looks for in the catalogue.

use domain::search::Query;

use crate::ports::{Found, Ports, StoreError};

/// One page of what `query` asks for, as it is now.
///
/// # Errors
///
/// Where the store fails.
pub async fn find_activities(ports: &Ports, query: &Query) -> Result<Found, StoreError> {
    ports.catalogue.find(query, ports.clock.now()).await
}
