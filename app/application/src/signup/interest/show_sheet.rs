//! The sheet that an organiser shows a class: the link, and its square.

use domain::{catalogue::OccurrenceId, identity::Secret};

use super::{InterestError, opened};
use crate::{
    identity::Viewer,
    ports::{ActivityDetails, OccurrenceSummary, Ports},
    signup::check_in::door,
};

/// The sheet that an organiser shows a class.
#[derive(Clone, Debug)]
pub struct ShownSheet {
    pub details: ActivityDetails,
    pub date: OccurrenceSummary,
}

/// The sheet of a date of which they may see who comes, for the link that leads there now.
///
/// # Errors
///
/// [`InterestError::Unknown`] where they may not, [`InterestError::DeadLink`] where the link leads
/// elsewhere, or nowhere (any more).
pub async fn show_sheet(
    ports: &Ports,
    viewer: &Viewer,
    id: OccurrenceId,
    secret: &Secret,
) -> Result<ShownSheet, InterestError> {
    let door = door(ports, viewer, id).await?;
    let (_, date, _) = opened(ports, secret).await?;
    if date.id != id {
        return Err(InterestError::DeadLink);
    }
    Ok(ShownSheet { details: door.details, date: door.date })
}
