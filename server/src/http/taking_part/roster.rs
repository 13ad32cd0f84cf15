//! Who comes to a date, for those who offer it.

use application::{
    identity::Viewer,
    signup::{SignUpError, cancel_party, export_roster, move_party, serve_by, show_roster},
};
use axum::{
    Extension,
    extract::{Path, RawQuery},
    response::Response,
};
use domain::{
    catalogue::OccurrenceId,
    signup::{SignUpId, WaitingRule},
};
use ui::{
    Place, Problem, TakingPart, Told,
    signup::{CannotMove, RosterFault, RosterTold, roster_page},
};

use super::{date, problem_at, stopped};
use crate::http::{
    desk::to_its_end,
    doors::{Caller, answer},
    fields::Fields,
    pages,
    sheet_file::SheetFile,
};

pub(super) async fn page(
    Extension(viewer): Extension<Viewer>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
    caller: Caller,
) -> Response {
    let id = date(&id);
    let asked = Told::of_query(query.as_deref());
    let told = RosterTold::ALL.into_iter().find(|it| asked == Some(it.word()));
    show(&caller, &viewer, id, (told, None)).await
}

pub(super) async fn show(
    caller: &Caller,
    viewer: &Viewer,
    id: OccurrenceId,
    (told, fault): (Option<RosterTold>, Option<RosterFault>),
) -> Response {
    match show_roster(&caller.portal.plugs.ports, viewer, id).await {
        Ok(shown) => answer(roster_page(&caller.ask(), &shown, told, fault)),
        Err(error) => stopped(caller, &TakingPart::Roster(id), error),
    }
}

pub(super) fn done(
    caller: &Caller,
    place: TakingPart,
    told: RosterTold,
    done: Result<Result<(), SignUpError>, Problem>,
) -> Response {
    match done {
        Err(problem) => problem_at(caller, &place, &problem),
        Ok(Err(error)) => stopped(caller, &place, error),
        Ok(Ok(())) => {
            pages::lead_to(&Place::TakingPart(place).path(caller.locale), Some(told.word()))
        }
    }
}

pub(super) async fn cancel(
    Extension(viewer): Extension<Viewer>,
    Path((id, party)): Path<(String, String)>,
    caller: Caller,
) -> Response {
    let (id, party) =
        (date(&id), TakingPart::party(&party).unwrap_or(SignUpId(domain::Uuid::nil())));
    let ports = caller.portal.plugs.ports.clone();
    let work = to_its_end(async move { cancel_party(&ports, &viewer, (id, party)).await }).await;
    done(&caller, TakingPart::Roster(id), RosterTold::Cancelled, work)
}

pub(super) async fn move_to(
    Extension(viewer): Extension<Viewer>,
    Path((id, party)): Path<(String, String)>,
    caller: Caller,
    fields: Fields,
) -> Response {
    let (id, party) =
        (date(&id), TakingPart::party(&party).unwrap_or(SignUpId(domain::Uuid::nil())));
    let Some(to) = TakingPart::date(fields.get("date")) else {
        let fault = CannotMove { party, refusal: None };
        return show(&caller, &viewer, id, (None, Some(RosterFault::Move(fault)))).await;
    };
    let (ports, who) = (caller.portal.plugs.ports.clone(), viewer.clone());
    let work = to_its_end(async move { move_party(&ports, &who, (id, party), to).await }).await;
    match work {
        Ok(Err(SignUpError::Refused(refusal))) => {
            let fault = CannotMove { party, refusal: Some(refusal) };
            show(&caller, &viewer, id, (None, Some(RosterFault::Move(fault)))).await
        }
        work => done(&caller, TakingPart::Roster(id), RosterTold::Moved, work),
    }
}

pub(super) async fn set_rule(
    Extension(viewer): Extension<Viewer>,
    Path(id): Path<String>,
    caller: Caller,
    fields: Fields,
) -> Response {
    let id = date(&id);
    // Whoever ticks nothing keeps what is the usual.
    let rule = fields.get("rule").parse().unwrap_or(WaitingRule::StrictOrder);
    let ports = caller.portal.plugs.ports.clone();
    let work = to_its_end(async move { serve_by(&ports, &viewer, id, rule).await }).await;
    done(&caller, TakingPart::Roster(id), RosterTold::RuleSet, work)
}

pub(super) async fn csv(
    Extension(viewer): Extension<Viewer>,
    Path(id): Path<String>,
    caller: Caller,
) -> Response {
    send(&viewer, &id, &caller, SheetFile::csv(caller.locale)).await
}

pub(super) async fn xlsx(
    Extension(viewer): Extension<Viewer>,
    Path(id): Path<String>,
    caller: Caller,
) -> Response {
    send(&viewer, &id, &caller, SheetFile::Xlsx).await
}

async fn send(viewer: &Viewer, id: &str, caller: &Caller, file: SheetFile) -> Response {
    let id = date(id);
    let sheet = match export_roster(&caller.portal.plugs.ports, viewer, id).await {
        Ok(sheet) => sheet,
        Err(error) => return stopped(caller, &TakingPart::Roster(id), error),
    };
    file.answer(sheet, "deltagere").await.unwrap_or_else(|| {
        let broken = Problem::Broken;
        problem_at(caller, &TakingPart::Roster(id), &broken)
    })
}
