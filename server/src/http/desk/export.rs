//! A partner takes its activities with it.

use application::{
    catalogue::{WholeSheet, export_activities},
    identity::Viewer,
};
use axum::{
    Extension,
    extract::Path,
    http::header,
    response::{IntoResponse as _, Response},
};
use domain::partners::PartnerId;
use ui::{Desk, Locale, Problem};

use super::named;
use crate::{
    adapters::spreadsheet,
    http::{doors::Caller, security_headers::Policy},
};

pub(in crate::http) async fn csv(
    Extension(viewer): Extension<Viewer>,
    Path(id): Path<String>,
    caller: Caller,
) -> Response {
    let delimiter = if caller.locale == Locale::Da { b';' } else { b',' };
    let kind = ("text/csv; charset=utf-8", "csv");
    send(&viewer, &id, &caller, kind, move |sheet| Some(spreadsheet::csv(sheet, delimiter))).await
}

pub(in crate::http) async fn xlsx(
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

/// Sends a sheet as a file to keep, written away from the threads that answer.
async fn send(
    viewer: &Viewer,
    id: &str,
    caller: &Caller,
    (kind, end): (&'static str, &str),
    write: impl FnOnce(&WholeSheet) -> Option<Vec<u8>> + Send + 'static,
) -> Response {
    let Some(id) = named(id).map(PartnerId) else { return caller.problem(&Problem::NotFound) };
    let ports = &caller.portal.plugs.ports;
    let sheet = match export_activities(ports, viewer, id).await {
        Ok(sheet) => sheet,
        Err(error) => return caller.stopped_at(error, Desk::Home),
    };
    let written = tokio::task::spawn_blocking(move || write(&sheet)).await;
    let Ok(Some(bytes)) = written else {
        return caller.problem(&Problem::Broken { reference: String::new() });
    };
    let day = application::copenhagen::local(ports.clock.now()).date();
    let headers = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"gnist-{day}.{end}\"")),
    ];
    (Policy::Locked.mark(), headers, bytes).into_response()
}
