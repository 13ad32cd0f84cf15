//! Somebody asks the organiser whether they may come, and the organiser answers.

use application::{
    identity::Viewer,
    signup::{
        SignUpError, TypedAnswer, answer_request, ask, asked_about_request, confirm_request,
        open_seat, show_asking, show_own_request, show_request, show_requests, withdraw_request,
    },
};
use axum::{
    Extension,
    extract::{Path, RawQuery},
    response::Response,
};
use domain::{
    Uuid,
    catalogue::{ActivityId, Slug},
    signup::{AttemptKey, RequestId, TypedParty},
};
use ui::{
    Place, TakingPart, Told,
    routes::decode_query,
    signup::{
        AnswerForm, TypedForm, asking_page, own_request_page, request_page, requests_page,
        send_request_page,
    },
};

use super::{fresh_key, mine, nowhere, problem_at, secret, stopped, typed_party};
use crate::http::{
    desk::to_its_end,
    doors::{Caller, answer},
    fields::Fields,
    pages,
};

const SENT: Told = Told::ASKED;
const ANSWERED: Told = Told::ANSWERED;

async fn show(caller: &Caller, slug: &Slug, (typed, sent): (&TypedForm, bool)) -> Response {
    match show_asking(&caller.portal.plugs.ports, slug).await {
        Ok(shown) => answer(asking_page(&caller.ask(), &shown, typed, sent)),
        Err(error) => stopped(caller, &TakingPart::Ask(slug.clone()), error),
    }
}

pub(super) async fn page(
    Path(slug): Path<String>,
    RawQuery(query): RawQuery,
    caller: Caller,
) -> Response {
    let sent = Told::of_query(query.as_deref()) == Some(SENT);
    let pairs = decode_query(&query.unwrap_or_default());
    let kind = pairs.into_iter().find(|(key, _)| key == "som").map(|(_, it)| it);
    let (name, email) = mine::known(&caller).await;
    let party = TypedParty { kind: kind.unwrap_or_default(), name, email, ..TypedParty::default() };
    let typed = TypedForm { key: fresh_key(&caller), party, ..TypedForm::default() };
    show(&caller, &Slug::kept(slug), (&typed, sent)).await
}

pub(super) async fn send(Path(slug): Path<String>, caller: Caller, fields: Fields) -> Response {
    let slug = Slug::kept(slug);
    let (party, wish) = (typed_party(&fields), fields.get("wish").to_owned());
    let Ok(key) = fields.get("key").parse::<AttemptKey>() else {
        // A form that lost its key comes back under a fresh one.
        let key = fresh_key(&caller);
        let typed = TypedForm { key, party, wish, is_other_form: true, ..TypedForm::default() };
        return show(&caller, &slug, (&typed, false)).await;
    };
    let (ports, language) = (caller.portal.plugs.ports.clone(), caller.language());
    let (about, sent, said) = (slug.clone(), party.clone(), wish.clone());
    let typed_key = key.as_str().to_owned();
    let work =
        to_its_end(async move { ask(&ports, &about, key, (&sent, &said), language).await }).await;
    let mut typed = TypedForm { key: typed_key, party, wish, ..TypedForm::default() };
    match work {
        Err(problem) => return problem_at(&caller, &TakingPart::Ask(slug), &problem),
        Ok(Err(SignUpError::Fields(faults))) => typed.faults = faults,
        Ok(Err(SignUpError::TooOften)) => typed.is_too_often = true,
        Ok(Err(SignUpError::OtherForm)) => typed.is_other_form = true,
        Ok(Err(error)) => return stopped(&caller, &TakingPart::Ask(slug), error),
        Ok(Ok(())) => {
            let path = Place::TakingPart(TakingPart::Ask(slug)).path(caller.locale);
            return pages::lead_to(&path, Some(SENT));
        }
    }
    show(&caller, &slug, (&typed, false)).await
}

pub(super) async fn asked(Path(text): Path<String>, caller: Caller) -> Response {
    let found = async {
        let secret = secret(&text)?;
        let it = asked_about_request(&caller.portal.plugs.ports, &secret).await?;
        Ok((secret, it))
    };
    match found.await {
        Ok((secret, it)) => answer(send_request_page(&caller.ask(), &secret, &it)),
        Err(error) => stopped(&caller, &nowhere(), error),
    }
}

pub(super) async fn answered(Path(text): Path<String>, caller: Caller, _: Fields) -> Response {
    let secret = match secret(&text) {
        Ok(secret) => secret,
        Err(error) => return stopped(&caller, &nowhere(), error),
    };
    let ports = caller.portal.plugs.ports.clone();
    match to_its_end(async move { confirm_request(&ports, &secret).await }).await {
        Err(problem) => problem_at(&caller, &nowhere(), &problem),
        Ok(Err(error)) => stopped(&caller, &nowhere(), error),
        Ok(Ok(own)) => {
            let place = Place::TakingPart(TakingPart::OwnRequest(own));
            pages::lead_to(&place.path(caller.locale), None)
        }
    }
}

pub(super) async fn own(Path(text): Path<String>, caller: Caller) -> Response {
    let found = async {
        let secret = secret(&text)?;
        let shown = show_request(&caller.portal.plugs.ports, &secret).await?;
        Ok((secret, shown))
    };
    match found.await {
        Ok((secret, shown)) => answer(own_request_page(&caller.ask(), &secret, &shown)),
        Err(error) => stopped(&caller, &nowhere(), error),
    }
}

pub(super) async fn withdraw(Path(text): Path<String>, caller: Caller, _: Fields) -> Response {
    let secret = match secret(&text) {
        Ok(secret) => secret,
        Err(error) => return stopped(&caller, &nowhere(), error),
    };
    let (ports, opens) = (caller.portal.plugs.ports.clone(), secret.clone());
    match to_its_end(async move { withdraw_request(&ports, &opens).await }).await {
        Err(problem) => problem_at(&caller, &nowhere(), &problem),
        Ok(Err(error)) => stopped(&caller, &nowhere(), error),
        Ok(Ok(())) => {
            let place = Place::TakingPart(TakingPart::OwnRequest(secret));
            pages::lead_to(&place.path(caller.locale), None)
        }
    }
}

pub(super) async fn open_seat_page(
    Path(text): Path<String>,
    caller: Caller,
    _: Fields,
) -> Response {
    let secret = match secret(&text) {
        Ok(secret) => secret,
        Err(error) => return stopped(&caller, &nowhere(), error),
    };
    let ports = caller.portal.plugs.ports.clone();
    match to_its_end(async move { open_seat(&ports, &secret).await }).await {
        Err(problem) => problem_at(&caller, &nowhere(), &problem),
        Ok(Err(error)) => stopped(&caller, &nowhere(), error),
        Ok(Ok(own)) => {
            let place = Place::TakingPart(TakingPart::Own(own));
            pages::lead_to(&place.path(caller.locale), None)
        }
    }
}

pub(super) async fn list(
    Extension(viewer): Extension<Viewer>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
    caller: Caller,
) -> Response {
    let id = ActivityId(Uuid::parse_str(&id).unwrap_or_default());
    match show_requests(&caller.portal.plugs.ports, &viewer, id).await {
        Ok(shown) => {
            let told = Told::of_query(query.as_deref()) == Some(ANSWERED);
            answer(requests_page(&caller.ask(), &shown, told))
        }
        Err(error) => stopped(&caller, &TakingPart::Requests(id), error),
    }
}

async fn show_one(caller: &Caller, viewer: &Viewer, id: RequestId, form: &AnswerForm) -> Response {
    match show_own_request(&caller.portal.plugs.ports, viewer, id).await {
        Ok((details, it)) => answer(request_page(&caller.ask(), (&details, &it), form)),
        Err(error) => stopped(caller, &TakingPart::Request(id), error),
    }
}

fn named(text: &str) -> RequestId {
    RequestId(Uuid::parse_str(text).unwrap_or_default())
}

pub(super) async fn one(
    Extension(viewer): Extension<Viewer>,
    Path(id): Path<String>,
    caller: Caller,
) -> Response {
    show_one(&caller, &viewer, named(&id), &AnswerForm::default()).await
}

pub(super) async fn reply(
    Extension(viewer): Extension<Viewer>,
    Path(id): Path<String>,
    caller: Caller,
    fields: Fields,
) -> Response {
    let (id, get) = (named(&id), |name: &str| fields.get(name).to_owned());
    let typed = TypedAnswer {
        answer: get("answer"),
        date: get("date"),
        day: get("day"),
        time: get("time"),
        until: get("until"),
        words: get("words"),
    };
    let ports = caller.portal.plugs.ports.clone();
    let (who, said) = (viewer.clone(), typed.clone());
    let work = to_its_end(async move {
        let (details, _) = show_own_request(&ports, &who, id).await?;
        answer_request(&ports, &who, id, &said).await?;
        Ok::<_, SignUpError>(details.activity.id)
    });
    let mut form = AnswerForm { typed, ..AnswerForm::default() };
    match work.await {
        Err(problem) => return problem_at(&caller, &TakingPart::Request(id), &problem),
        Ok(Err(SignUpError::Fields(faults))) => form.faults = faults,
        Ok(Err(SignUpError::Refused(refusal))) => form.seat = Some(refusal),
        Ok(Err(SignUpError::Request(refusal))) => form.refusal = Some(refusal),
        Ok(Err(error)) => return stopped(&caller, &TakingPart::Request(id), error),
        Ok(Ok(activity)) => {
            let path = Place::TakingPart(TakingPart::Requests(activity)).path(caller.locale);
            return pages::lead_to(&path, Some(ANSWERED));
        }
    }
    show_one(&caller, &viewer, id, &form).await
}
