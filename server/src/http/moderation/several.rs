//! What moderators answer several things of the queue with, at once.

use application::{
    catalogue::DeskError,
    pact::{approve_cases, turn_down_cases},
};
use axum::{Extension, response::Response};
use ui::{
    Desk,
    pact::moderation::{QueueTold, Ticked, case_of},
};

use super::{Caller, Fields, Viewer, remark, show_waiting, to_its_end};

fn ticked(fields: &Fields) -> Ticked {
    let cases = fields.all("case").filter_map(case_of).collect();
    Ticked { cases, reason: fields.get("reason").to_owned() }
}

/// Approves what was ticked in the queue, one by one, and says of each what became of it.
pub(super) async fn approve(
    Extension(viewer): Extension<Viewer>,
    caller: Caller,
    fields: Fields,
) -> Response {
    let typed = ticked(&fields);
    if typed.cases.is_empty() {
        return show_waiting(&caller, &viewer, QueueTold::NothingTicked, &typed).await;
    }
    let (ports, who) = (caller.portal.plugs.ports.clone(), viewer.clone());
    let cases = typed.cases.clone();
    match to_its_end(async move { approve_cases(&ports, &who, &cases).await }).await {
        Err(problem) => caller.problem(&problem),
        Ok(Err(error)) => caller.problem(&error.into()),
        Ok(Ok(done)) => {
            let told = QueueTold::Answered(done);
            show_waiting(&caller, &viewer, told, &Ticked::default()).await
        }
    }
}

/// Sends back what was ticked in the queue for one reason, one by one, and says of each what
/// became of it.
pub(super) async fn turn_down(
    Extension(viewer): Extension<Viewer>,
    caller: Caller,
    fields: Fields,
) -> Response {
    let typed = ticked(&fields);
    if typed.cases.is_empty() {
        return show_waiting(&caller, &viewer, QueueTold::NothingTicked, &typed).await;
    }
    let (ports, who) = (caller.portal.plugs.ports.clone(), viewer.clone());
    let cases: Vec<_> = typed.cases.iter().map(|it| it.case).collect();
    let reason = remark(&typed.reason);
    match to_its_end(async move { turn_down_cases(&ports, &who, &cases, reason).await }).await {
        Err(problem) => caller.problem(&problem),
        Ok(Err(DeskError::ReasonMissing)) => {
            show_waiting(&caller, &viewer, QueueTold::ReasonMissing, &typed).await
        }
        Ok(Err(error)) => caller.stopped_at(error, Desk::Queue),
        Ok(Ok(done)) => {
            let told = QueueTold::Answered(done);
            show_waiting(&caller, &viewer, told, &Ticked::default()).await
        }
    }
}
