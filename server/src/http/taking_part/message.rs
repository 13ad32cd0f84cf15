//! An organiser writes to those on a roster.

use application::{
    identity::Viewer,
    signup::{SignUpError, TypedMessage, show_messages, write_to_parties},
};
use axum::{
    Extension,
    extract::{Path, RawQuery},
    response::Response,
};
use domain::{Uuid, catalogue::OccurrenceId};
use ui::{
    Place, TakingPart, Told,
    signup::{MessageForm, message_page},
};

use super::{date, problem_at, stopped};
use crate::http::{
    desk::to_its_end,
    doors::{Caller, answer},
    fields::Fields,
    pages,
};

const SENT: Told = Told::WRITTEN;

async fn show(
    caller: &Caller,
    viewer: &Viewer,
    id: OccurrenceId,
    (form, sent): (&MessageForm, bool),
) -> Response {
    match show_messages(&caller.portal.plugs.ports, viewer, id).await {
        Ok(shown) => answer(message_page(&caller.ask(), &shown, form, sent)),
        Err(error) => stopped(caller, &TakingPart::Write(id), error),
    }
}

pub(super) async fn page(
    Extension(viewer): Extension<Viewer>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
    caller: Caller,
) -> Response {
    let sent = Told::of_query(query.as_deref()) == Some(SENT);
    let key = caller.portal.plugs.ports.ids.next();
    let typed = TypedMessage { key, ..TypedMessage::default() };
    let form = MessageForm { typed, ..MessageForm::default() };
    show(&caller, &viewer, date(&id), (&form, sent)).await
}

pub(super) async fn send(
    Extension(viewer): Extension<Viewer>,
    Path(id): Path<String>,
    caller: Caller,
    fields: Fields,
) -> Response {
    let id = date(&id);
    let ports = caller.portal.plugs.ports.clone();
    let key = fields.get("key").parse::<Uuid>().unwrap_or_else(|_| ports.ids.next());
    let typed = TypedMessage {
        key,
        to: fields.get("to").to_owned(),
        chosen: fields.all("party").filter_map(TakingPart::party).collect(),
        words: fields.get("words").to_owned(),
    };
    let (who, sent) = (viewer.clone(), typed.clone());
    let work = to_its_end(async move { write_to_parties(&ports, &who, id, &sent).await }).await;
    let mut form = MessageForm { typed, ..MessageForm::default() };
    match work {
        Err(problem) => return problem_at(&caller, &TakingPart::Write(id), &problem),
        Ok(Err(SignUpError::Fields(faults))) => form.faults = faults,
        Ok(Err(SignUpError::TooOften)) => form.is_too_often = true,
        Ok(Err(error)) => return stopped(&caller, &TakingPart::Write(id), error),
        Ok(Ok(_)) => {
            let path = Place::TakingPart(TakingPart::Write(id)).path(caller.locale);
            return pages::lead_to(&path, Some(SENT));
        }
    }
    show(&caller, &viewer, id, (&form, false)).await
}
