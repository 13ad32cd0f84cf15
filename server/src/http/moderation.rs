//! What moderators look at and answer, over HTTP. Nothing here is kept by anybody on the way.

mod reviews;
mod several;

use application::{
    catalogue::DeskError,
    identity::Viewer,
    pact::{
        ClaimAnswer, answer_claim as answer_one, approve_activity, approve_partner as approve_one,
        refuse_partner as refuse_one, return_activity, see_case_picture, show_candidate, show_case,
        show_queue, trust_partner as trust_one,
    },
};
use axum::{
    Extension, Router,
    extract::{Path, RawQuery},
    middleware,
    response::Response,
    routing::{get, post},
};
use domain::{
    catalogue::ActivityId,
    partners::{ClaimId, PartnerId},
};
use ui::{
    Desk, Locale, Problem, Told,
    pact::moderation::{
        Answering, QueueTold, ReasonMissing, Ticked, candidate_page, case_page, queue_page,
    },
    routes::pattern::desk,
};

use super::{
    Portal,
    desk::{remark, to_its_end, told},
    doors::{Caller, answer, keep_nowhere},
    fields::Fields,
    named::{Named, named},
    pictures,
};

pub(super) fn routes() -> Router<Portal> {
    let queue = || {
        Router::new()
            .route(desk::QUEUE, get(page))
            .route(desk::CASE, get(case))
            .route(desk::CASE_PICTURE, get(picture))
            .route(desk::APPROVE, post(approve))
            .route(desk::RETURN, post(send_back))
            .route(desk::CANDIDATE, get(candidate))
            .route(desk::APPROVE_PARTNER, post(approve_partner))
            .route(desk::REFUSE_PARTNER, post(refuse_partner))
            .route(desk::TRUST_PARTNER, post(trust_partner))
            .route(desk::ANSWER_CLAIM, post(answer_claim))
            .route(desk::ANSWER_REVIEW, post(reviews::answer_one))
            .route(desk::ANSWER_QUESTIONS, post(reviews::answer_asked))
            .route(desk::APPROVE_CASES, post(several::approve))
            .route(desk::TURN_DOWN_CASES, post(several::turn_down))
            .layer(middleware::map_response(keep_nowhere))
    };
    let english = queue().layer(Extension(Locale::En));
    queue().layer(Extension(Locale::Da)).nest(Locale::En.prefix(), english)
}

async fn page(
    Extension(viewer): Extension<Viewer>,
    RawQuery(query): RawQuery,
    caller: Caller,
) -> Response {
    let told = told(query.as_deref()).map_or(QueueTold::Nothing, QueueTold::Word);
    show_waiting(&caller, &viewer, told, &Ticked::default()).await
}

async fn show_waiting(
    caller: &Caller,
    viewer: &Viewer,
    told: QueueTold,
    ticked: &Ticked,
) -> Response {
    match show_queue(&caller.portal.plugs.ports, viewer).await {
        Ok(queue) => answer(queue_page(&caller.ask(), queue, told, ticked)),
        Err(error) => caller.problem(&error.into()),
    }
}

async fn show(caller: &Caller, viewer: &Viewer, id: ActivityId, typed: Answering) -> Response {
    match show_case(&caller.portal.plugs.ports, viewer, id).await {
        Ok(mut it) => match caller.turn(&mut it.history).await {
            Ok(()) => answer(case_page(&caller.ask(), it, &typed)),
            Err(problem) => caller.problem(&problem),
        },
        Err(error) => caller.stopped_at(error, Desk::Queue),
    }
}

async fn picture(
    Extension(viewer): Extension<Viewer>,
    Path((id, file)): Path<(String, String)>,
    caller: Caller,
) -> Response {
    let (Some(id), Ok(file)) = (named(&id).map(ActivityId), file.parse()) else {
        return caller.problem(&Problem::NotFound);
    };
    match see_case_picture(&caller.portal.plugs.ports, &viewer, id, &file).await {
        Ok(jpeg) => pictures::answer(jpeg),
        Err(error) => caller.stopped_at(error, Desk::Queue),
    }
}

async fn case(
    Extension(viewer): Extension<Viewer>,
    Named(id): Named<ActivityId>,
    caller: Caller,
) -> Response {
    show(&caller, &viewer, id, Answering::default()).await
}

async fn approve(
    Extension(viewer): Extension<Viewer>,
    Named(id): Named<ActivityId>,
    caller: Caller,
    fields: Fields,
) -> Response {
    let (ports, who) = (caller.portal.plugs.ports.clone(), viewer.clone());
    let seen = fields.get("seen").parse().ok();
    match to_its_end(async move { approve_activity(&ports, &who, id, seen).await }).await {
        Err(problem) => caller.problem(&problem),
        Ok(Ok(_)) => caller.lead_to(Desk::Queue, Some(Told::APPROVED)),
        Ok(Err(DeskError::LookAgain)) => {
            let typed = Answering { changed_since: true, ..Answering::default() };
            show(&caller, &viewer, id, typed).await
        }
        Ok(Err(DeskError::PartnerNotApproved)) => {
            let typed = Answering { partner_not_approved: true, ..Answering::default() };
            show(&caller, &viewer, id, typed).await
        }
        Ok(Err(error)) => caller.stopped_at(error, Desk::Queue),
    }
}

async fn send_back(
    Extension(viewer): Extension<Viewer>,
    Named(id): Named<ActivityId>,
    caller: Caller,
    fields: Fields,
) -> Response {
    let (ports, who) = (caller.portal.plugs.ports.clone(), viewer.clone());
    let reason = remark(fields.get("reason"));
    match to_its_end(async move { return_activity(&ports, &who, id, reason).await }).await {
        Err(problem) => caller.problem(&problem),
        Ok(Ok(())) => caller.lead_to(Desk::Queue, Some(Told::RETURNED)),
        Ok(Err(DeskError::ReasonMissing)) => {
            let reason = fields.get("reason").to_owned();
            let typed = Answering { reason, reason_missing: true, ..Answering::default() };
            show(&caller, &viewer, id, typed).await
        }
        Ok(Err(error)) => caller.stopped_at(error, Desk::Queue),
    }
}

async fn show_partner(
    caller: &Caller,
    viewer: &Viewer,
    id: PartnerId,
    (told, missing): (Option<&'static str>, Option<ReasonMissing>),
) -> Response {
    match show_candidate(&caller.portal.plugs.ports, viewer, id).await {
        Ok(mut it) => match caller.turn(&mut it.history).await {
            Ok(()) => answer(candidate_page(&caller.ask(), it, told, missing)),
            Err(problem) => caller.problem(&problem),
        },
        Err(error) => caller.stopped_at(error, Desk::Queue),
    }
}

async fn candidate(
    Extension(viewer): Extension<Viewer>,
    Named(id): Named<PartnerId>,
    RawQuery(query): RawQuery,
    caller: Caller,
) -> Response {
    let is_saved = Told::of_query(query.as_deref()) == Some(Told::ANSWERED);
    let told = is_saved.then_some("candidate-told-saved");
    show_partner(&caller, &viewer, id, (told, None)).await
}

/// Leads back to the partner, or says what is missing.
async fn answered(
    caller: &Caller,
    viewer: &Viewer,
    id: PartnerId,
    (done, reason): (Result<Result<(), DeskError>, Problem>, &str),
) -> Response {
    match done {
        Err(problem) => caller.problem(&problem),
        Ok(Ok(())) => caller.lead_to(Desk::Candidate(id), Some(Told::ANSWERED)),
        Ok(Err(DeskError::ReasonMissing)) => {
            let missing = ReasonMissing { claim: None, typed: reason.to_owned() };
            show_partner(caller, viewer, id, (None, Some(missing))).await
        }
        Ok(Err(error)) => caller.stopped_at(error, Desk::Candidate(id)),
    }
}

async fn approve_partner(
    Extension(viewer): Extension<Viewer>,
    Named(id): Named<PartnerId>,
    caller: Caller,
) -> Response {
    let (ports, who) = (caller.portal.plugs.ports.clone(), viewer.clone());
    let done = to_its_end(async move { approve_one(&ports, &who, id).await }).await;
    answered(&caller, &viewer, id, (done, "")).await
}

async fn refuse_partner(
    Extension(viewer): Extension<Viewer>,
    Named(id): Named<PartnerId>,
    caller: Caller,
    fields: Fields,
) -> Response {
    let (ports, who) = (caller.portal.plugs.ports.clone(), viewer.clone());
    let reason = remark(fields.get("reason"));
    let done = to_its_end(async move { refuse_one(&ports, &who, id, reason).await }).await;
    answered(&caller, &viewer, id, (done, fields.get("reason"))).await
}

async fn trust_partner(
    Extension(viewer): Extension<Viewer>,
    Named(id): Named<PartnerId>,
    caller: Caller,
    fields: Fields,
) -> Response {
    let (ports, who) = (caller.portal.plugs.ports.clone(), viewer.clone());
    let is_trusted = fields.get("trust") == "ja";
    let done = to_its_end(async move { trust_one(&ports, &who, id, is_trusted).await }).await;
    answered(&caller, &viewer, id, (done, "")).await
}

async fn answer_claim(
    Extension(viewer): Extension<Viewer>,
    Named(id): Named<ClaimId>,
    caller: Caller,
    fields: Fields,
) -> Response {
    let (ports, who) = (caller.portal.plugs.ports.clone(), viewer.clone());
    let reply = if fields.get("answer") == "ja" {
        ClaimAnswer::Yes
    } else {
        ClaimAnswer::No(remark(fields.get("reason")))
    };
    match to_its_end(async move { answer_one(&ports, &who, id, reply).await }).await {
        Err(problem) => caller.problem(&problem),
        Ok(Ok(partner)) => caller.lead_to(Desk::Candidate(partner), Some(Told::ANSWERED)),
        Ok(Err(DeskError::ReasonMissing)) => {
            let claims = caller.portal.plugs.ports.queue.claims().await;
            let partner = claims.ok().and_then(|all| all.into_iter().find(|it| it.claim.id == id));
            match partner {
                Some(it) => {
                    let typed = fields.get("reason").to_owned();
                    let missing = ReasonMissing { claim: Some(id), typed };
                    show_partner(&caller, &viewer, it.claim.partner, (None, Some(missing))).await
                }
                None => caller.problem(&Problem::NotFound),
            }
        }
        Ok(Err(error)) => caller.stopped_at(error, Desk::Queue),
    }
}
