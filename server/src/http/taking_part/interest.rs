//! Two questions for pupils, by a link that says nothing of them. No cookie is set or looked at,
//! and nothing is logged of an answer.

use application::{
    identity::Viewer,
    signup::{InterestError, answer_interest, ask_interest, show_question, show_sheet},
};
use axum::{
    Extension,
    extract::{Path, RawQuery},
    response::Response,
};
use domain::{identity::Secret, signup::TypedInterest};
use ui::{
    Locale, Place, Problem, TakingPart, Told,
    signup::{InterestForm, dead_interest_page, interest_page, interest_sheet_page},
};

use super::{date, nowhere, problem_at};
use crate::{
    adapters::square_code,
    http::{
        desk::to_its_end,
        doors::{Caller, answer},
        fields::Fields,
        pages,
    },
};

fn secret(text: &str) -> Result<Secret, InterestError> {
    text.parse().map_err(|_| InterestError::DeadLink)
}

/// What stops somebody who does not fill in the form.
fn stopped(caller: &Caller, place: &TakingPart, error: InterestError) -> Response {
    match error {
        InterestError::DeadLink => answer(dead_interest_page(&caller.ask())),
        InterestError::Store(error) => problem_at(caller, place, &error.into()),
        _ => problem_at(caller, place, &Problem::NotFound),
    }
}

/// Makes the link, and leads to the sheet that shows it.
pub(super) async fn ask(
    Extension(viewer): Extension<Viewer>,
    Path(id): Path<String>,
    caller: Caller,
) -> Response {
    let id = date(&id);
    let ports = caller.portal.plugs.ports.clone();
    match to_its_end(async move { ask_interest(&ports, &viewer, id).await }).await {
        Err(problem) => problem_at(&caller, &TakingPart::Roster(id), &problem),
        Ok(Ok(secret)) => {
            let place = Place::TakingPart(TakingPart::InterestSheet(id, secret));
            pages::lead_to(&place.path(caller.locale), None)
        }
        // The roster says that it is too late.
        Ok(Err(InterestError::NotNow(_))) => {
            let place = Place::TakingPart(TakingPart::Roster(id));
            pages::lead_to(&place.path(caller.locale), None)
        }
        Ok(Err(error)) => stopped(&caller, &TakingPart::Roster(id), error),
    }
}

/// The sheet that an organiser shows a class.
pub(super) async fn sheet(
    Extension(viewer): Extension<Viewer>,
    Path((id, text)): Path<(String, String)>,
    caller: Caller,
) -> Response {
    let id = date(&id);
    let found = async {
        let ports = &caller.portal.plugs.ports;
        // Whoever may not know of the date hears nothing of its links.
        let link = secret(&text).unwrap_or_else(|_| Secret::of([0; 32]));
        Ok((show_sheet(ports, &viewer, id, &link).await?, link))
    };
    match found.await {
        Ok((shown, link)) => {
            let ask = caller.ask();
            let place = TakingPart::Interest(link.clone());
            let square = square_code(&ask.url(&Place::TakingPart(place), Locale::Da));
            answer(interest_sheet_page(&ask, &link, &shown, square))
        }
        Err(error) => stopped(&caller, &TakingPart::Roster(id), error),
    }
}

async fn show(caller: &Caller, link: &Secret, form: &InterestForm, is_told: bool) -> Response {
    match show_question(&caller.portal.plugs.ports, link).await {
        Ok(shown) => answer(interest_page(&caller.ask(), link, &shown, form, is_told)),
        Err(error) => stopped(caller, &nowhere(), error),
    }
}

pub(super) async fn page(
    Path(text): Path<String>,
    RawQuery(query): RawQuery,
    caller: Caller,
) -> Response {
    let is_told = Told::of_query(query.as_deref()) == Some(Told::THANKS);
    match secret(&text) {
        Ok(link) => show(&caller, &link, &InterestForm::default(), is_told).await,
        Err(error) => stopped(&caller, &nowhere(), error),
    }
}

pub(super) async fn send(Path(text): Path<String>, caller: Caller, fields: Fields) -> Response {
    let link = match secret(&text) {
        Ok(link) => link,
        Err(error) => return stopped(&caller, &nowhere(), error),
    };
    let (before, after) = (fields.get("before").to_owned(), fields.get("after").to_owned());
    let typed = TypedInterest { before, after };
    let (ports, opens, sent) = (caller.portal.plugs.ports.clone(), link.clone(), typed.clone());
    let work = to_its_end(async move { answer_interest(&ports, &opens, &sent).await }).await;
    let mut form = InterestForm { typed, ..InterestForm::default() };
    match work {
        Err(problem) => return problem_at(&caller, &nowhere(), &problem),
        Ok(Ok(())) => {
            let place = Place::TakingPart(TakingPart::Interest(link));
            return pages::lead_to(&place.path(caller.locale), Some(Told::THANKS));
        }
        Ok(Err(InterestError::Fields(faults))) => form.faults = faults,
        Ok(Err(InterestError::Full)) => form.is_full = true,
        Ok(Err(InterestError::TooOften)) => form.is_too_often = true,
        Ok(Err(InterestError::NotNow(_))) => form.is_not_now = true,
        Ok(Err(error)) => return stopped(&caller, &nowhere(), error),
    }
    show(&caller, &link, &form, false).await
}
