//! What moderators answer about things that are public.

use application::{
    catalogue::DeskError,
    pact::{QuestionsAnswer, answer_questions, answer_review},
};
use axum::{Extension, response::Response};
use domain::{
    catalogue::ActivityId,
    pact::{ReviewId, Verdict},
};
use ui::{Desk, Problem, Told, pact::moderation::Answering};

use super::{Caller, Fields, Viewer, remark, show, to_its_end};
use crate::http::named::Named;

/// Answers one report or sample. A form that does not say what is to become of it asks for a
/// reason, as taking something down does.
pub(super) async fn answer_one(
    Extension(viewer): Extension<Viewer>,
    Named(id): Named<ReviewId>,
    caller: Caller,
    fields: Fields,
) -> Response {
    let (ports, who) = (caller.portal.plugs.ports.clone(), viewer.clone());
    let verdict = fields.get("verdict").parse().unwrap_or(Verdict::Returned);
    let said = (verdict, remark(fields.get("reason")));
    match to_its_end(async move { answer_review(&ports, &who, id, said).await }).await {
        Err(problem) => caller.problem(&problem),
        Ok(Ok(_)) => {
            let told = match verdict {
                Verdict::Fine => Told::FINE,
                Verdict::Returned => Told::TAKEN_DOWN,
                Verdict::Cancelled => Told::CALLED_OFF_BY_US,
            };
            caller.lead_to(Desk::Queue, Some(told))
        }
        Ok(Err(DeskError::ReasonMissing)) => {
            let asked = caller.portal.plugs.ports.reviews.review(id).await;
            let Some(asked) = asked.ok().flatten() else {
                return caller.problem(&Problem::NotFound);
            };
            let reason = fields.get("reason").to_owned();
            let typed = Answering { reason, reason_missing: true, ..Answering::default() };
            show(&caller, &viewer, asked.activity, typed).await
        }
        Ok(Err(error)) => caller.stopped_at(error, Desk::Queue),
    }
}

/// Says whether the questions of a public activity are asked.
pub(super) async fn answer_asked(
    Extension(viewer): Extension<Viewer>,
    Named(id): Named<ActivityId>,
    caller: Caller,
    fields: Fields,
) -> Response {
    let (ports, who) = (caller.portal.plugs.ports.clone(), viewer.clone());
    let reply = if fields.get("answer") == "yes" {
        QuestionsAnswer::Yes(fields.get("seen").parse().ok())
    } else {
        QuestionsAnswer::No(remark(fields.get("reason")))
    };
    match to_its_end(async move { answer_questions(&ports, &who, id, reply).await }).await {
        Err(problem) => caller.problem(&problem),
        Ok(Ok(())) => caller.lead_to(Desk::Queue, Some(Told::QUESTIONS_ANSWERED)),
        Ok(Err(DeskError::LookAgain)) => {
            let typed = Answering { changed_since: true, ..Answering::default() };
            show(&caller, &viewer, id, typed).await
        }
        Ok(Err(DeskError::ReasonMissing)) => {
            let reason = fields.get("reason").to_owned();
            let typed = Answering { reason, reason_missing: true, ..Answering::default() };
            show(&caller, &viewer, id, typed).await
        }
        Ok(Err(error)) => caller.stopped_at(error, Desk::Queue),
    }
}
