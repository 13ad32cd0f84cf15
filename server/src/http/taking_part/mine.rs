//! What whoever is signed in need not type or look for.

use application::{
    identity::{Viewer, who_asks},
    signup::{open_own_request, open_own_sign_up, show_own_sign_ups},
};
use axum::{Extension, extract::Path, response::Response};
use domain::{
    Uuid,
    signup::{RequestId, SignUpId},
};
use ui::{Place, Problem, TakingPart, signup::mine_page};

use super::{problem_at, stopped};
use crate::http::{
    cookie,
    desk::to_its_end,
    doors::{Caller, answer},
    pages,
};

/// The name and the address of whoever is signed in; both empty where nobody is. A form that
/// cannot be filled in is no reason not to show it.
pub(super) async fn known(caller: &Caller) -> (String, String) {
    let Some(secret) = cookie::secret(&caller.portal, &caller.headers) else {
        return (String::new(), String::new());
    };
    match who_asks(&caller.portal.plugs.ports, &secret).await {
        Ok(Some(viewer)) if !viewer.is_half_way() => {
            (viewer.account.name.to_string(), viewer.account.email.to_string())
        }
        _ => (String::new(), String::new()),
    }
}

pub(super) async fn page(Extension(viewer): Extension<Viewer>, caller: Caller) -> Response {
    match show_own_sign_ups(&caller.portal.plugs.ports, &viewer).await {
        Ok(shown) => answer(mine_page(&caller.ask(), &shown)),
        Err(error) => problem_at(&caller, &TakingPart::Mine, &error.into()),
    }
}

pub(super) async fn open_request(
    Extension(viewer): Extension<Viewer>,
    Path(request): Path<String>,
    caller: Caller,
) -> Response {
    let id = RequestId(Uuid::parse_str(&request).unwrap_or_default());
    let ports = caller.portal.plugs.ports.clone();
    match to_its_end(async move { open_own_request(&ports, &viewer, id).await }).await {
        Err(problem) => problem_at(&caller, &TakingPart::Mine, &problem),
        Ok(Err(error)) => stopped(&caller, &TakingPart::Mine, error),
        Ok(Ok(secret)) => {
            let own = Place::TakingPart(TakingPart::OwnRequest(secret)).path(caller.locale);
            pages::lead_to(&own, None)
        }
    }
}

pub(super) async fn open(
    Extension(viewer): Extension<Viewer>,
    Path(party): Path<String>,
    caller: Caller,
) -> Response {
    let Some(id): Option<SignUpId> = TakingPart::party(&party) else {
        return problem_at(&caller, &TakingPart::Mine, &Problem::NotFound);
    };
    let ports = caller.portal.plugs.ports.clone();
    match to_its_end(async move { open_own_sign_up(&ports, &viewer, id).await }).await {
        Err(problem) => problem_at(&caller, &TakingPart::Mine, &problem),
        Ok(Err(error)) => stopped(&caller, &TakingPart::Mine, error),
        Ok(Ok(secret)) => {
            let own = Place::TakingPart(TakingPart::Own(secret)).path(caller.locale);
            pages::lead_to(&own, None)
        }
    }
}
