//! What a report unlocks: a partner's certificate, and the proof that somebody took part. Each is a
//! page, and the same as a file.

use application::{
    identity::Viewer,
    signup::{DateReportError, show_certificate, show_proof},
};
use axum::{Extension, extract::Path, response::Response};
use domain::catalogue::OccurrenceId;
use ui::{
    TakingPart,
    signup::{self, PlacedPaper, certificate_page, proof_page},
};

use super::{
    date, nowhere,
    papers::{Found, as_file, file_of},
    problem_at,
    report::problem,
    secret, stopped,
};
use crate::http::doors::{Caller, answer};

pub(super) async fn certificate(
    Extension(viewer): Extension<Viewer>,
    Path(id): Path<String>,
    caller: Caller,
) -> Response {
    let id = date(&id);
    match certificate_of(&caller, &viewer, id).await {
        Ok(placed) => answer(certificate_page(&caller.ask(), &placed)),
        Err(error) => problem_at(&caller, &TakingPart::Certificate(id), &problem(error)),
    }
}

pub(super) async fn certificate_pdf(
    Extension(viewer): Extension<Viewer>,
    Path(id): Path<String>,
    caller: Caller,
) -> Response {
    let id = date(&id);
    let place = TakingPart::CertificatePdf(id);
    match certificate_of(&caller, &viewer, id).await {
        Ok(placed) => file_of(&caller, placed.paper, &place, "attest").await,
        Err(error) => problem_at(&caller, &place, &problem(error)),
    }
}

pub(super) async fn proof(Path(text): Path<String>, caller: Caller) -> Response {
    match proof_of(&caller, &text).await {
        Ok(placed) => answer(proof_page(&caller.ask(), &placed)),
        Err(error) => stopped(&caller, &nowhere(), error),
    }
}

pub(super) async fn proof_pdf(Path(text): Path<String>, caller: Caller) -> Response {
    as_file(&caller, proof_of(&caller, &text).await, &nowhere(), "deltagerbevis").await
}

async fn certificate_of(
    caller: &Caller,
    viewer: &Viewer,
    id: OccurrenceId,
) -> Result<PlacedPaper, DateReportError> {
    let it = show_certificate(&caller.portal.plugs.ports, viewer, id).await?;
    Ok(signup::certificate(&caller.ask(), &it))
}

async fn proof_of(caller: &Caller, text: &str) -> Found {
    let secret = secret(text)?;
    let it = show_proof(&caller.portal.plugs.ports, &secret).await?;
    Ok(signup::proof(&caller.ask(), &secret, &it))
}
