//! A moderator sends several things back at once.

use domain::{identity::Remark, pact::CaseId};

use super::{AnsweredCase, SeenCase, several_cases::answer_each};
use crate::{catalogue::DeskError, identity::Viewer, ports::Ports};

/// Says no to each of several things for one reason, each for itself: activities go back to their
/// partners, everything else is refused. Each leaves a deed of its own, and whoever asked for it
/// gets a letter with the reason.
///
/// # Errors
///
/// [`DeskError::ReasonMissing`], and then nothing is answered; where the store fails before the
/// first of them.
pub async fn turn_down_cases(
    ports: &Ports,
    viewer: &Viewer,
    cases: &[CaseId],
    reason: Option<Remark>,
) -> Result<Vec<AnsweredCase>, DeskError> {
    let reason = reason.ok_or(DeskError::ReasonMissing)?;
    // What goes back goes back, whatever it says by now.
    let cases: Vec<_> = cases.iter().map(|case| SeenCase { case: *case, seen: None }).collect();
    Ok(answer_each(ports, viewer, &cases, Some(&reason)).await?)
}
