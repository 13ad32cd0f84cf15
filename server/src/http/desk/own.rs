//! What organisers do with what they have sent.

use application::{
    catalogue::{
        DeskError, Step, archive_activity, cancel_activity, copy_activity, revise_activity,
        show_archiving, show_own_activity, take_back as take_out,
    },
    identity::Viewer,
};
use axum::{Extension, extract::RawQuery, response::Response};
use domain::catalogue::ActivityId;
use ui::{
    Desk, Problem, Told,
    partners::{archive_page as archiving_page, own_activity_page},
};

use super::{to_its_end, told};
use crate::http::{
    doors::{Caller, answer},
    named::Named,
};

pub(in crate::http) async fn page(
    Extension(viewer): Extension<Viewer>,
    Named(id): Named<ActivityId>,
    RawQuery(query): RawQuery,
    caller: Caller,
) -> Response {
    match show_own_activity(&caller.portal.plugs.ports, &viewer, id).await {
        Ok(mut it) => match caller.turn(&mut it.history).await {
            Ok(()) => answer(own_activity_page(&caller.ask(), it, told(query.as_deref()))),
            Err(problem) => caller.problem(&problem),
        },
        Err(error) => caller.stopped_at(error, Desk::Home),
    }
}

/// Leads on to where it was done, or to what stops it.
fn done(
    caller: &Caller,
    here: ActivityId,
    done: Result<Result<(Desk, Option<Told>), DeskError>, Problem>,
) -> Response {
    match done {
        Err(problem) => caller.problem(&problem),
        Ok(Ok((place, told))) => caller.lead_to(place, told),
        Ok(Err(error)) => caller.stopped_at(error, Desk::Activity(here)),
    }
}

pub(in crate::http) async fn revise(
    Extension(viewer): Extension<Viewer>,
    Named(id): Named<ActivityId>,
    caller: Caller,
) -> Response {
    let ports = caller.portal.plugs.ports.clone();
    let work = async move {
        let draft = revise_activity(&ports, &viewer, id).await?;
        Ok((Desk::Write(draft, Step::Send), None))
    };
    done(&caller, id, to_its_end(work).await)
}

pub(in crate::http) async fn copy(
    Extension(viewer): Extension<Viewer>,
    Named(id): Named<ActivityId>,
    caller: Caller,
) -> Response {
    let ports = caller.portal.plugs.ports.clone();
    let work = async move {
        let draft = copy_activity(&ports, &viewer, id).await?;
        // What is missing is when it happens this time.
        Ok((Desk::Write(draft, Step::When), None))
    };
    done(&caller, id, to_its_end(work).await)
}

pub(in crate::http) async fn take_back(
    Extension(viewer): Extension<Viewer>,
    Named(id): Named<ActivityId>,
    caller: Caller,
) -> Response {
    let ports = caller.portal.plugs.ports.clone();
    let work = async move {
        take_out(&ports, &viewer, id).await?;
        Ok((Desk::Activity(id), Some(Told::TAKEN_BACK)))
    };
    done(&caller, id, to_its_end(work).await)
}

pub(in crate::http) async fn cancel(
    Extension(viewer): Extension<Viewer>,
    Named(id): Named<ActivityId>,
    caller: Caller,
) -> Response {
    let ports = caller.portal.plugs.ports.clone();
    let work = async move {
        cancel_activity(&ports, &viewer, id).await?;
        Ok((Desk::Activity(id), Some(Told::CALLED_OFF)))
    };
    done(&caller, id, to_its_end(work).await)
}

pub(in crate::http) async fn archive_page(
    Extension(viewer): Extension<Viewer>,
    Named(id): Named<ActivityId>,
    caller: Caller,
) -> Response {
    archiving(&caller, &viewer, id, false).await
}

/// What becomes of an activity that is taken out of the catalogue; `is_refused` where that was
/// tried and somebody counts on it.
async fn archiving(caller: &Caller, viewer: &Viewer, id: ActivityId, is_refused: bool) -> Response {
    match show_archiving(&caller.portal.plugs.ports, viewer, id).await {
        Ok(it) => answer(archiving_page(&caller.ask(), it, is_refused)),
        Err(error) => caller.stopped_at(error, Desk::Activity(id)),
    }
}

pub(in crate::http) async fn archive(
    Extension(viewer): Extension<Viewer>,
    Named(id): Named<ActivityId>,
    caller: Caller,
) -> Response {
    let (ports, who) = (caller.portal.plugs.ports.clone(), viewer.clone());
    match to_its_end(async move { archive_activity(&ports, &who, id).await }).await {
        Err(problem) => caller.problem(&problem),
        Ok(Ok(())) => caller.lead_to(Desk::Home, Some(Told::ARCHIVED)),
        Ok(Err(DeskError::Expected)) => archiving(&caller, &viewer, id, true).await,
        Ok(Err(error)) => caller.stopped_at(error, Desk::Activity(id)),
    }
}
