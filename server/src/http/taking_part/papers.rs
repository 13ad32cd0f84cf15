//! What is taken along on paper: for whoever has a sign-up's link, and for those who offer a date.
//! Each is a page, and the same as a file.

use application::{
    identity::Viewer,
    signup::{SignUpError, show_day_sheet, show_own_day_sheet, show_release_letter},
};
use axum::{
    Extension,
    extract::Path,
    http::header,
    response::{IntoResponse as _, Response},
};
use domain::paper::Paper;
use ui::{
    Problem, TakingPart,
    signup::{self, PlacedPaper, paper_page},
};

use super::{date, nowhere, problem_at, secret, stopped};
use crate::{
    adapters::pdf,
    http::{
        doors::{Caller, answer},
        security_headers::Policy,
    },
};

pub(super) async fn own_day_sheet(Path(text): Path<String>, caller: Caller) -> Response {
    as_page(&caller, own_sheet(&caller, &text).await, &nowhere())
}

pub(super) async fn own_day_sheet_pdf(Path(text): Path<String>, caller: Caller) -> Response {
    as_file(&caller, own_sheet(&caller, &text).await, &nowhere(), "dagsseddel").await
}

pub(super) async fn release_letter(Path(text): Path<String>, caller: Caller) -> Response {
    as_page(&caller, letter(&caller, &text).await, &nowhere())
}

pub(super) async fn release_letter_pdf(Path(text): Path<String>, caller: Caller) -> Response {
    as_file(&caller, letter(&caller, &text).await, &nowhere(), "frigivelsesbrev").await
}

pub(super) async fn day_sheet(
    Extension(viewer): Extension<Viewer>,
    Path(id): Path<String>,
    caller: Caller,
) -> Response {
    let place = TakingPart::DaySheet(date(&id));
    as_page(&caller, sheet(&caller, &viewer, &id).await, &place)
}

pub(super) async fn day_sheet_pdf(
    Extension(viewer): Extension<Viewer>,
    Path(id): Path<String>,
    caller: Caller,
) -> Response {
    let place = TakingPart::DaySheetPdf(date(&id));
    as_file(&caller, sheet(&caller, &viewer, &id).await, &place, "dagsseddel").await
}

async fn own_sheet(caller: &Caller, text: &str) -> Result<PlacedPaper, SignUpError> {
    let secret = secret(text)?;
    let shown = show_own_day_sheet(&caller.portal.plugs.ports, &secret).await?;
    Ok(signup::own_day_sheet(&caller.ask(), &secret, &shown))
}

async fn letter(caller: &Caller, text: &str) -> Result<PlacedPaper, SignUpError> {
    let secret = secret(text)?;
    let shown = show_release_letter(&caller.portal.plugs.ports, &secret).await?;
    Ok(signup::release_letter(&caller.ask(), &secret, &shown))
}

async fn sheet(caller: &Caller, viewer: &Viewer, id: &str) -> Result<PlacedPaper, SignUpError> {
    let shown = show_day_sheet(&caller.portal.plugs.ports, viewer, date(id)).await?;
    Ok(signup::day_sheet(&caller.ask(), &shown))
}

pub(super) type Found = Result<PlacedPaper, SignUpError>;

fn as_page(caller: &Caller, found: Found, place: &TakingPart) -> Response {
    match found {
        Ok(placed) => answer(paper_page(&caller.ask(), &placed)),
        Err(error) => stopped(caller, place, error),
    }
}

/// The file; `name` is without its ending.
pub(super) async fn as_file(
    caller: &Caller,
    found: Found,
    place: &TakingPart,
    name: &str,
) -> Response {
    match found {
        Ok(placed) => file_of(caller, placed.paper, place, name).await,
        Err(error) => stopped(caller, place, error),
    }
}

/// A paper as a file, written away from the threads that answer.
pub(super) async fn file_of(
    caller: &Caller,
    paper: Paper,
    place: &TakingPart,
    name: &str,
) -> Response {
    let written = tokio::task::spawn_blocking(move || pdf(&paper)).await;
    match written {
        Ok(Ok(bytes)) => {
            let headers = [
                (header::CONTENT_TYPE, "application/pdf".to_owned()),
                (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.pdf\"")),
            ];
            (Policy::Locked.mark(), headers, bytes).into_response()
        }
        Ok(Err(error)) => {
            tracing::error!(%error, "a paper cannot be written");
            problem_at(caller, place, &Problem::Broken)
        }
        Err(error) => {
            tracing::error!(%error, "writing a paper broke");
            problem_at(caller, place, &Problem::Broken)
        }
    }
}
