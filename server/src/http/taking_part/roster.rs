//! Who comes to a date, for those who offer it.

use application::{
    catalogue::WholeSheet,
    identity::Viewer,
    signup::{SignUpError, cancel_party, export_roster, serve_by, show_roster},
};
use axum::{
    Extension,
    extract::{Path, RawQuery},
    http::header,
    response::{IntoResponse as _, Response},
};
use domain::signup::{SignUpId, WaitingRule};
use ui::{
    Locale, Place, Problem, TakingPart,
    signup::{RosterTold, roster_page},
};

use super::{date, problem_at, stopped};
use crate::{
    adapters::spreadsheet,
    http::{
        desk::to_its_end,
        doors::{Caller, answer},
        fields::Fields,
        pages,
        security_headers::Policy,
    },
};

pub(super) async fn page(
    Extension(viewer): Extension<Viewer>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
    caller: Caller,
) -> Response {
    let id = date(&id);
    let query = query.unwrap_or_default();
    let told = RosterTold::ALL.into_iter().find(|it| query == format!("ok={}", it.word()));
    match show_roster(&caller.portal.plugs.ports, &viewer, id).await {
        Ok(shown) => answer(roster_page(&caller.ask(), &shown, told)),
        Err(error) => stopped(&caller, &TakingPart::Roster(id), error),
    }
}

fn done(
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
    let delimiter = if caller.locale == Locale::Da { b';' } else { b',' };
    let kind = ("text/csv; charset=utf-8", "csv");
    send(&viewer, &id, &caller, kind, move |sheet| Some(spreadsheet::csv(sheet, delimiter))).await
}

pub(super) async fn xlsx(
    Extension(viewer): Extension<Viewer>,
    Path(id): Path<String>,
    caller: Caller,
) -> Response {
    let kind = ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");
    let write = |sheet: &WholeSheet| {
        let written = spreadsheet::xlsx(sheet);
        written.inspect_err(|error| tracing::error!(%error, "a workbook cannot be written")).ok()
    };
    send(&viewer, &id, &caller, kind, write).await
}

async fn send(
    viewer: &Viewer,
    id: &str,
    caller: &Caller,
    (kind, end): (&'static str, &str),
    write: impl FnOnce(&WholeSheet) -> Option<Vec<u8>> + Send + 'static,
) -> Response {
    let id = date(id);
    let sheet = match export_roster(&caller.portal.plugs.ports, viewer, id).await {
        Ok(sheet) => sheet,
        Err(error) => return stopped(caller, &TakingPart::Roster(id), error),
    };
    let Ok(Some(bytes)) = tokio::task::spawn_blocking(move || write(&sheet)).await else {
        let broken = Problem::Broken { reference: String::new() };
        return problem_at(caller, &TakingPart::Roster(id), &broken);
    };
    let headers = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"deltagere.{end}\"")),
    ];
    (Policy::Locked.mark(), headers, bytes).into_response()
}
