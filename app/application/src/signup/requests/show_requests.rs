//! Who asks about an activity, for those who offer it.

use chrono::TimeDelta;
use domain::{
    catalogue::ActivityId,
    identity::Action,
    signup::{Request, RequestId, RequestPatience, RequestStage},
};

use super::{SignUpError, has_waited};
use crate::{
    identity::{Viewer, may_for_partner},
    ports::{ActivityDetails, Ports},
};

/// Who asks about an activity.
#[derive(Clone, Debug)]
pub struct ShownRequests {
    pub details: ActivityDetails,
    /// The one that waits longest first.
    pub waiting: Vec<OwnRequest>,
    /// Those that need nothing more, the latest first.
    pub answered: Vec<Request>,
}

/// A request that waits, and for how long it has, working days alone.
#[derive(Clone, Debug)]
pub struct OwnRequest {
    pub request: Request,
    pub waited: TimeDelta,
}

impl OwnRequest {
    /// How late its answer is.
    #[must_use]
    pub fn patience(&self) -> RequestPatience {
        RequestPatience::after(self.waited)
    }
}

/// The requests about an activity that is their partner's, of which the letter was answered.
///
/// # Errors
///
/// [`SignUpError::Unknown`] where it is not theirs.
pub async fn show_requests(
    ports: &Ports,
    viewer: &Viewer,
    id: ActivityId,
) -> Result<ShownRequests, SignUpError> {
    let details = ports.desk.activity_by_id(id).await?.ok_or(SignUpError::Unknown)?;
    may_for_partner(&viewer.account, Action::SeeRequests, details.activity.partner)
        .map_err(|_| SignUpError::Unknown)?;
    let all = ports.requests.requests_about(id).await?;
    let (waiting, mut answered): (Vec<_>, Vec<_>) =
        all.into_iter().partition(|it| it.stage == RequestStage::Waiting);
    answered.reverse();
    let waiting = waiting.into_iter().map(|it| clocked(ports, it)).collect();
    Ok(ShownRequests { details, waiting, answered })
}

fn clocked(ports: &Ports, request: Request) -> OwnRequest {
    let waited = has_waited(&request, ports.clock.now());
    OwnRequest { request, waited }
}

/// One request about an activity that is their partner's.
///
/// # Errors
///
/// [`SignUpError::Unknown`] where it is not theirs.
pub async fn show_own_request(
    ports: &Ports,
    viewer: &Viewer,
    id: RequestId,
) -> Result<(ActivityDetails, OwnRequest), SignUpError> {
    let request = ports.requests.request(id).await?.filter(|it| it.sent_at.is_some());
    let request = request.ok_or(SignUpError::Unknown)?;
    let details = ports.desk.activity_by_id(request.activity).await?;
    let details = details.ok_or(SignUpError::Unknown)?;
    may_for_partner(&viewer.account, Action::AnswerRequest, details.activity.partner)
        .map_err(|_| SignUpError::Unknown)?;
    Ok((details, clocked(ports, request)))
}
