//! Which number can be asked for.

use domain::signup::Stage;

/// What stands below the field for another number.
pub(super) const fn number_hint(stage: Stage) -> &'static str {
    match stage {
        Stage::Waiting | Stage::Queued { .. } => "signup-number-hint-line",
        _ => "signup-number-hint",
    }
}
