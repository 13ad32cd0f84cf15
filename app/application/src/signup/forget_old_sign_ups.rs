//! What is known of parties goes when it is of no use any more.

use domain::signup::{Attempt, SignUp};

use crate::ports::{ForgetBefore, Ports, StoreError};

/// Forgets whom one calls a day after a date, what parties needed a week after it, everything about them a month after it,
/// and forms that were sent a day ago.
///
/// # Errors
///
/// Where the store fails.
pub async fn forget_old_sign_ups(ports: &Ports) -> Result<(), StoreError> {
    let now = ports.clock.now();
    let before = ForgetBefore {
        needs: now - SignUp::NEEDS_KEPT_FOR,
        emergency: now - SignUp::EMERGENCY_KEPT_FOR,
        all: now - SignUp::KEPT_FOR,
        forms: now - Attempt::KEPT_FOR,
    };
    ports.sign_ups.forget_sign_ups(before).await
}
