//! A partner takes its activities with it.

use application::{catalogue::export_activities, identity::Viewer};
use axum::{Extension, response::Response};
use domain::partners::PartnerId;
use ui::{Desk, Problem};

use crate::http::{doors::Caller, named::Named, sheet_file::SheetFile};

pub(in crate::http) async fn csv(
    Extension(viewer): Extension<Viewer>,
    Named(id): Named<PartnerId>,
    caller: Caller,
) -> Response {
    send(&viewer, id, &caller, SheetFile::csv(caller.locale)).await
}

pub(in crate::http) async fn xlsx(
    Extension(viewer): Extension<Viewer>,
    Named(id): Named<PartnerId>,
    caller: Caller,
) -> Response {
    send(&viewer, id, &caller, SheetFile::Xlsx).await
}

async fn send(viewer: &Viewer, id: PartnerId, caller: &Caller, file: SheetFile) -> Response {
    let ports = &caller.portal.plugs.ports;
    let sheet = match export_activities(ports, viewer, id).await {
        Ok(sheet) => sheet,
        Err(error) => return caller.stopped_at(error, Desk::Home),
    };
    let day = application::copenhagen::local(ports.clock.now()).date();
    let answer = file.answer(sheet, &format!("gnist-{day}")).await;
    answer.unwrap_or_else(|| caller.problem(&Problem::Broken))
}
