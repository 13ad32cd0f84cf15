//! What was remarked of a date goes when it is of no use any more.

use domain::signup::DateReport;

use crate::ports::{Ports, StoreError};

/// Forgets what organisers remarked of dates a year ago; how many came stays.
///
/// # Errors
///
/// Where the store fails.
pub async fn forget_old_remarks(ports: &Ports) -> Result<(), StoreError> {
    ports.reports.forget_remarks(ports.clock.now() - DateReport::REMARKS_KEPT_FOR).await
}
