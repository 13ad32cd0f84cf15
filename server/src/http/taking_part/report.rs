//! What is told of a date once it is over, by those who offer it.

use application::{
    identity::Viewer,
    signup::{DateReportError, show_report, write_report},
};
use axum::{
    Extension,
    extract::{Path, RawQuery},
    response::Response,
};
use domain::{
    catalogue::OccurrenceId,
    signup::{CameAs, TypedReport},
};
use ui::{
    Place, Problem, TakingPart, Told,
    signup::{ReportForm, report_page},
};

use super::{date, problem_at};
use crate::http::{
    desk::to_its_end,
    doors::{Caller, answer},
    fields::Fields,
    pages,
};

pub(super) fn problem(error: DateReportError) -> Problem {
    match error {
        DateReportError::Store(error) => error.into(),
        _ => Problem::NotFound,
    }
}

async fn show(
    caller: &Caller,
    viewer: &Viewer,
    id: OccurrenceId,
    (form, is_told): (Option<ReportForm>, bool),
) -> Response {
    match show_report(&caller.portal.plugs.ports, viewer, id).await {
        Ok(shown) => answer(report_page(&caller.ask(), &shown, form, is_told)),
        Err(error) => problem_at(caller, &TakingPart::Report(id), &problem(error)),
    }
}

pub(super) async fn page(
    Extension(viewer): Extension<Viewer>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
    caller: Caller,
) -> Response {
    let is_told = Told::of_query(query.as_deref()) == Some(Told::REPORTED);
    show(&caller, &viewer, date(&id), (None, is_told)).await
}

fn typed(fields: &Fields) -> TypedReport {
    let get = |name: &str| fields.get(name).to_owned();
    let who = [CameAs::Pupils, CameAs::Students, CameAs::Teachers, CameAs::Adults];
    TypedReport {
        came: who.map(|it| get(it.field().key())),
        girls: get("girls"),
        levels: fields.all("level").map(str::to_owned).collect(),
        well: get("well"),
        better: get("better"),
    }
}

pub(super) async fn write(
    Extension(viewer): Extension<Viewer>,
    Path(id): Path<String>,
    caller: Caller,
    fields: Fields,
) -> Response {
    let id = date(&id);
    let place = TakingPart::Report(id);
    let typed = typed(&fields);
    let (ports, who, sent) = (caller.portal.plugs.ports.clone(), viewer.clone(), typed.clone());
    let work = to_its_end(async move { write_report(&ports, &who, id, &sent).await }).await;
    let mut form = ReportForm { typed, ..ReportForm::default() };
    match work {
        Err(problem) => return problem_at(&caller, &place, &problem),
        Ok(Ok(())) => {
            let path = Place::TakingPart(place).path(caller.locale);
            return pages::lead_to(&path, Some(Told::REPORTED));
        }
        Ok(Err(DateReportError::Fields(faults))) => form.faults = faults,
        Ok(Err(DateReportError::NotNow(_))) => form.is_not_now = true,
        Ok(Err(error)) => return problem_at(&caller, &place, &problem(error)),
    }
    show(&caller, &viewer, id, (Some(form), false)).await
}
