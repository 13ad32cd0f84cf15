//! An organiser puts somebody on the roster who has called.

use application::{
    identity::Viewer,
    signup::{SignUpError, add_party, show_adding},
};
use axum::{
    Extension,
    extract::{Path, RawQuery},
    response::Response,
};
use domain::{
    catalogue::OccurrenceId,
    signup::{AttemptKey, TypedParty},
};
use ui::{
    TakingPart,
    routes::decode_query,
    signup::{RosterTold, TypedForm, add_page},
};

use super::{date, fresh_key, problem_at, roster::done, stopped, typed_party};
use crate::http::{
    desk::to_its_end,
    doors::{Caller, answer},
    fields::Fields,
};

async fn show(caller: &Caller, viewer: &Viewer, id: OccurrenceId, typed: &TypedForm) -> Response {
    match show_adding(&caller.portal.plugs.ports, viewer, id).await {
        Ok(shown) => answer(add_page(&caller.ask(), &shown, typed)),
        Err(error) => stopped(caller, &TakingPart::AddParty(id), error),
    }
}

pub(super) async fn page(
    Extension(viewer): Extension<Viewer>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
    caller: Caller,
) -> Response {
    let pairs = decode_query(&query.unwrap_or_default());
    let kind = pairs.into_iter().find(|(key, _)| key == "som").map(|(_, it)| it);
    let party = TypedParty { kind: kind.unwrap_or_default(), ..TypedParty::default() };
    let typed = TypedForm { key: fresh_key(&caller), party, ..TypedForm::default() };
    show(&caller, &viewer, date(&id), &typed).await
}

pub(super) async fn send(
    Extension(viewer): Extension<Viewer>,
    Path(id): Path<String>,
    caller: Caller,
    fields: Fields,
) -> Response {
    let (id, party) = (date(&id), typed_party(&fields));
    let Ok(key) = fields.get("key").parse::<AttemptKey>() else {
        // A form that lost its key comes back under a fresh one.
        let key = fresh_key(&caller);
        let typed = TypedForm { key, party, is_other_form: true, ..TypedForm::default() };
        return show(&caller, &viewer, id, &typed).await;
    };
    let (ports, language) = (caller.portal.plugs.ports.clone(), caller.language());
    let (who, sent, typed_key) = (viewer.clone(), party.clone(), key.as_str().to_owned());
    let work =
        to_its_end(async move { add_party(&ports, &who, id, (key, &sent), language).await }).await;
    let mut typed = TypedForm { key: typed_key, party, ..TypedForm::default() };
    match work {
        Err(problem) => return problem_at(&caller, &TakingPart::AddParty(id), &problem),
        Ok(Err(SignUpError::Fields(faults))) => typed.faults = faults,
        Ok(Err(SignUpError::Refused(refusal))) => typed.refusal = Some(refusal),
        Ok(Err(SignUpError::TooOften)) => typed.is_too_often = true,
        Ok(Err(SignUpError::OtherForm)) => typed.is_other_form = true,
        work => return done(&caller, TakingPart::Roster(id), RosterTold::Added, work),
    }
    show(&caller, &viewer, id, &typed).await
}
