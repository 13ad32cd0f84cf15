//! What a pupil is asked.

use domain::{identity::Secret, signup::InterestTime};

use super::{InterestError, opened};
use crate::ports::{ActivityDetails, OccurrenceSummary, Ports};

/// What a pupil is asked.
#[derive(Clone, Debug)]
pub struct ShownQuestion {
    pub details: ActivityDetails,
    pub date: OccurrenceSummary,
    pub time: InterestTime,
}

/// The date to which a link leads, for whoever has it.
///
/// # Errors
///
/// [`InterestError::DeadLink`] where it leads nowhere (any more).
pub async fn show_question(ports: &Ports, secret: &Secret) -> Result<ShownQuestion, InterestError> {
    let (details, date, time) = opened(ports, secret).await?;
    Ok(ShownQuestion { details, date, time })
}
