//! What a report unlocks: a partner's certificate, and the proof that somebody took part.

use application::{
    identity::Viewer,
    signup::{SignUpError, show_certificate, show_proof},
};
use axum::{Extension, extract::Path, response::Response};
use ui::{
    TakingPart,
    signup::{certificate_page, proof_page},
};

use super::{date, nowhere, problem_at, report::problem, secret, stopped};
use crate::http::doors::{Caller, answer};

pub(super) async fn certificate(
    Extension(viewer): Extension<Viewer>,
    Path(id): Path<String>,
    caller: Caller,
) -> Response {
    let id = date(&id);
    match show_certificate(&caller.portal.plugs.ports, &viewer, id).await {
        Ok(it) => answer(certificate_page(&caller.ask(), &it)),
        Err(error) => problem_at(&caller, &TakingPart::Certificate(id), &problem(error)),
    }
}

pub(super) async fn proof(Path(text): Path<String>, caller: Caller) -> Response {
    let found = async {
        let secret = secret(&text)?;
        let it = show_proof(&caller.portal.plugs.ports, &secret).await?;
        Ok::<_, SignUpError>((secret, it))
    };
    match found.await {
        Ok((secret, it)) => answer(proof_page(&caller.ask(), &secret, &it)),
        Err(error) => stopped(&caller, &nowhere(), error),
    }
}
