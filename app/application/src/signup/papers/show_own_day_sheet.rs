//! The day sheet of a party, for whoever has its link.

use domain::identity::Secret;

use super::{ComingParty, coming_party};
use crate::{ports::Ports, signup::SignUpError};

/// What a party takes along to its date.
///
/// # Errors
///
/// [`SignUpError::DeadLink`] where the link opens nothing, [`SignUpError::Unknown`] where the party
/// has no seat.
pub async fn show_own_day_sheet(
    ports: &Ports,
    secret: &Secret,
) -> Result<ComingParty, SignUpError> {
    coming_party(ports, secret).await
}
