//! Which partners own an activity.

use application::{
    catalogue::{
        CoOwnerError, CoOwnerFault, answer_co_owning, answer_leading, invite_co_owner,
        leave_activity, offer_lead, remove_co_owner, share_rosters, show_co_owners,
    },
    identity::Viewer,
};
use axum::{
    Extension,
    extract::{Path, RawQuery},
    response::Response,
};
use domain::{catalogue::ActivityId, partners::PartnerId};
use ui::{Desk, Problem, Told, partners::co_owners_page};

use super::{
    partners::{asked, no_longer},
    to_its_end, told,
};
use crate::http::{
    doors::{Caller, answer},
    fields::Fields,
    named::{Named, named},
};

async fn show(
    caller: &Caller,
    viewer: &Viewer,
    (id, typed): (ActivityId, &str),
    (told, fault): (Option<&'static str>, Option<CoOwnerFault>),
) -> Response {
    match show_co_owners(&caller.portal.plugs.ports, viewer, id, typed).await {
        Ok(it) => answer(co_owners_page(&caller.ask(), it, told, fault)),
        Err(error) => stopped(caller, error),
    }
}

fn stopped(caller: &Caller, error: CoOwnerError) -> Response {
    match error {
        CoOwnerError::Store(error) => caller.problem(&error.into()),
        CoOwnerError::Unknown | CoOwnerError::Faulty(_) => caller.problem(&Problem::NotFound),
    }
}

/// Leads on, or says what stops it.
fn done(
    caller: &Caller,
    (place, word): (Desk, Option<Told>),
    done: Result<Result<(), CoOwnerError>, Problem>,
) -> Response {
    match done {
        Err(problem) => caller.problem(&problem),
        Ok(Ok(())) => caller.lead_to(place, word),
        Ok(Err(error)) => stopped(caller, error),
    }
}

/// An activity and a partner, as an address names them.
fn part((activity, partner): (String, String)) -> Option<(ActivityId, PartnerId)> {
    Some((ActivityId(named(&activity)?), PartnerId(named(&partner)?)))
}

/// Which of two buttons was pressed, and what is told of it; nothing where it was neither.
fn said(fields: &Fields, [yes, no]: [Told; 2]) -> (Option<bool>, Option<Told>) {
    match fields.get("svar") {
        "ja" => (Some(true), Some(yes)),
        "nej" => (Some(false), Some(no)),
        _ => (None, None),
    }
}

pub(in crate::http) async fn page(
    Extension(viewer): Extension<Viewer>,
    Named(id): Named<ActivityId>,
    RawQuery(query): RawQuery,
    caller: Caller,
) -> Response {
    let typed = asked(query.as_deref(), "q").unwrap_or_default();
    show(&caller, &viewer, (id, &typed), (told(query.as_deref()), None)).await
}

pub(in crate::http) async fn invite(
    Extension(viewer): Extension<Viewer>,
    Named(id): Named<ActivityId>,
    caller: Caller,
    fields: Fields,
) -> Response {
    let partner = named(fields.get("partner")).map(PartnerId);
    let (ports, who) = (caller.portal.plugs.ports.clone(), viewer.clone());
    let invited = to_its_end(async move { invite_co_owner(&ports, &who, id, partner).await });
    match invited.await {
        Ok(Err(CoOwnerError::Faulty(fault))) => {
            let typed = no_longer(fields.get("q"));
            show(&caller, &viewer, (id, &typed), (None, Some(fault))).await
        }
        invited => done(&caller, (Desk::CoOwners(id), Some(Told::CO_OWNER_INVITED)), invited),
    }
}

pub(in crate::http) async fn answer_asked(
    Extension(viewer): Extension<Viewer>,
    Path(path): Path<(String, String)>,
    caller: Caller,
    fields: Fields,
) -> Response {
    let Some(about) = part(path) else { return caller.problem(&Problem::NotFound) };
    let ports = caller.portal.plugs.ports.clone();
    let (says_yes, word) = said(&fields, [Told::CO_OWNER_JOINED, Told::CO_OWNER_DECLINED]);
    let answered =
        to_its_end(async move { answer_co_owning(&ports, &viewer, about, says_yes).await });
    done(&caller, (Desk::Home, word), answered.await)
}

pub(in crate::http) async fn remove(
    Extension(viewer): Extension<Viewer>,
    Path(path): Path<(String, String)>,
    caller: Caller,
) -> Response {
    let Some(about) = part(path) else { return caller.problem(&Problem::NotFound) };
    let ports = caller.portal.plugs.ports.clone();
    let removed = to_its_end(async move { remove_co_owner(&ports, &viewer, about).await });
    done(&caller, (Desk::CoOwners(about.0), Some(Told::CO_OWNER_REMOVED)), removed.await)
}

pub(in crate::http) async fn share(
    Extension(viewer): Extension<Viewer>,
    Path(path): Path<(String, String)>,
    caller: Caller,
    fields: Fields,
) -> Response {
    let Some(about) = part(path) else { return caller.problem(&Problem::NotFound) };
    let ports = caller.portal.plugs.ports.clone();
    let are_shared = fields.get("vis") == "ja";
    let word = if are_shared { Told::ROSTERS_SHOWN } else { Told::ROSTERS_HIDDEN };
    let shared = to_its_end(async move { share_rosters(&ports, &viewer, about, are_shared).await });
    done(&caller, (Desk::CoOwners(about.0), Some(word)), shared.await)
}

pub(in crate::http) async fn leave(
    Extension(viewer): Extension<Viewer>,
    Path(path): Path<(String, String)>,
    caller: Caller,
) -> Response {
    let Some(about) = part(path) else { return caller.problem(&Problem::NotFound) };
    let ports = caller.portal.plugs.ports.clone();
    let left = to_its_end(async move { leave_activity(&ports, &viewer, about).await });
    done(&caller, (Desk::Home, Some(Told::CO_OWNER_LEFT)), left.await)
}

pub(in crate::http) async fn offer_lead_to(
    Extension(viewer): Extension<Viewer>,
    Path(path): Path<(String, String)>,
    caller: Caller,
    fields: Fields,
) -> Response {
    let Some(about) = part(path) else { return caller.problem(&Problem::NotFound) };
    let ports = caller.portal.plugs.ports.clone();
    let is_offered = fields.get("leder") == "ja";
    let word = if is_offered { Told::LEAD_OFFERED } else { Told::LEAD_KEPT };
    let offered = to_its_end(async move { offer_lead(&ports, &viewer, about, is_offered).await });
    done(&caller, (Desk::CoOwners(about.0), Some(word)), offered.await)
}

pub(in crate::http) async fn answer_offered(
    Extension(viewer): Extension<Viewer>,
    Path(path): Path<(String, String)>,
    caller: Caller,
    fields: Fields,
) -> Response {
    let Some(about) = part(path) else { return caller.problem(&Problem::NotFound) };
    let ports = caller.portal.plugs.ports.clone();
    let (says_yes, word) = said(&fields, [Told::LEAD_TAKEN, Told::LEAD_DECLINED]);
    let answered =
        to_its_end(async move { answer_leading(&ports, &viewer, about, says_yes).await });
    done(&caller, (Desk::CoOwners(about.0), word), answered.await)
}
