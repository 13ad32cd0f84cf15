//! The day itself: who has come to a date, for those who stand at its door. A page of plain forms,
//! one address at which phones tell what they ticked without a network, and what lets them do so.

use application::{
    identity::Viewer,
    signup::{CheckInError, TypedTick, merge_check_in, show_check_in, tick_off},
};
use axum::{
    Extension,
    body::Bytes,
    extract::{Path, RawQuery},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use domain::{
    Uuid,
    catalogue::OccurrenceId,
    signup::{Arriving, PartyKind, SignUpId, Tick, WalkInId},
};
use serde::{Deserialize, Serialize};
use ui::{
    Locale, Place, Problem, Speech, TakingPart, Told,
    routes::{decode_query, with_query},
    signup::{CheckInFault, CheckInTold, check_in_page},
};

use super::{date, problem_at};
use crate::http::{
    desk::to_its_end,
    doors::{Caller, answer},
    fields::Fields,
    pages,
    security_headers::Policy,
    wellknown,
};

/// What lets the page work without a network, as browsers get it.
const GUARD: &str = include_str!("../../../../frontend/check_in_guard.js");

/// What a phone tells.
#[derive(Deserialize)]
struct FromPhone {
    ticks: Vec<Tick>,
}

/// What it hears.
#[derive(Serialize)]
struct ToPhone<'a> {
    ticks: Vec<&'a Tick>,
}

pub(super) async fn page(
    Extension(viewer): Extension<Viewer>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
    caller: Caller,
) -> Response {
    let told = told(query.as_deref());
    show(&caller, &viewer, date(&id), told, None).await
}

async fn show(
    caller: &Caller,
    viewer: &Viewer,
    id: OccurrenceId,
    told: Option<CheckInTold>,
    fault: Option<CheckInFault>,
) -> Response {
    match show_check_in(&caller.portal.plugs.ports, viewer, id).await {
        Ok(shown) => answer(check_in_page(&caller.ask(), &shown, told, fault)),
        Err(error) => problem_at(caller, &TakingPart::CheckIn(id), &problem(error)),
    }
}

fn problem(error: CheckInError) -> Problem {
    match error {
        CheckInError::Store(error) => error.into(),
        _ => Problem::NotFound,
    }
}

/// What an address says was just ticked.
fn told(query: Option<&str>) -> Option<CheckInTold> {
    Told::of_query(query).filter(|it| *it == Told::TICKED)?;
    let pairs = decode_query(query.unwrap_or_default());
    let of =
        |name: &str| pairs.iter().find(|(key, _)| key == name).map_or("", |(_, it)| it.as_str());
    let about = match (Uuid::parse_str(of("party")), Uuid::parse_str(of("walk_in"))) {
        (Ok(party), _) => Arriving::Party(SignUpId(party)),
        (_, Ok(id)) => Arriving::WalkIn { id: WalkInId(id), kind: of("kind").parse().ok()? },
        _ => return None,
    };
    Some(CheckInTold { about, before: number(of("before"))? })
}

fn number(text: &str) -> Option<u16> {
    text.trim().parse().ok().filter(|it| *it <= Tick::MOST_HERE)
}

/// What a form says.
fn typed(fields: &Fields) -> Result<TypedTick, CheckInFault> {
    let (party, typed) = (fields.get("party"), fields.get("here"));
    let id = |text: &str| Uuid::parse_str(text).unwrap_or(Uuid::nil());
    let party = (!party.is_empty()).then(|| SignUpId(id(party)));
    let here = number(typed).ok_or_else(|| CheckInFault::Number(party, typed.to_owned()))?;
    let kind = fields.get("kind").parse().unwrap_or(PartyKind::One);
    Ok(match (party, fields.get("walk_in")) {
        (Some(party), _) => TypedTick::Party(party, here),
        (None, "") => TypedTick::WalkIn(kind, here),
        (None, again) => TypedTick::WalkInAgain(WalkInId(id(again)), kind, here),
    })
}

pub(super) async fn tick(
    Extension(viewer): Extension<Viewer>,
    Path(id): Path<String>,
    caller: Caller,
    fields: Fields,
) -> Response {
    let id = date(&id);
    let place = TakingPart::CheckIn(id);
    let typed = match typed(&fields) {
        Ok(typed) => typed,
        Err(fault) => return show(&caller, &viewer, id, None, Some(fault)).await,
    };
    let (ports, who) = (caller.portal.plugs.ports.clone(), viewer.clone());
    let fault = match to_its_end(async move { tick_off(&ports, &who, id, typed).await }).await {
        Err(problem) => return problem_at(&caller, &place, &problem),
        Ok(Ok(ticked)) => {
            let path = Place::TakingPart(place).path(caller.locale);
            let before = ticked.before.to_string();
            let (name, mut pairs) = (name(ticked.about), vec![("ok", Told::TICKED.word())]);
            pairs.extend(name.iter().map(|(key, value)| (*key, value.as_str())));
            pairs.push(("before", before.as_str()));
            return pages::redirect(StatusCode::SEE_OTHER, &with_query(&path, &pairs));
        }
        Ok(Err(CheckInError::Number)) => CheckInFault::Number(None, fields.get("here").to_owned()),
        Ok(Err(CheckInError::NotNow)) => CheckInFault::NotNow,
        Ok(Err(CheckInError::TooMuch)) => CheckInFault::TooMuch,
        Ok(Err(error)) => return problem_at(&caller, &place, &problem(error)),
    };
    show(&caller, &viewer, id, None, Some(fault)).await
}

/// Somebody by the names of an address.
fn name(about: Arriving) -> Vec<(&'static str, String)> {
    match about {
        Arriving::Party(id) => vec![("party", id.0.to_string())],
        Arriving::WalkIn { id, kind } => {
            vec![("walk_in", id.0.to_string()), ("kind", kind.key().to_owned())]
        }
    }
}

/// A phone tells what it ticked, and hears all that stands.
pub(super) async fn tell(
    Extension(viewer): Extension<Viewer>,
    Path(id): Path<String>,
    caller: Caller,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let id = date(&id);
    let (ticks, fault) = match ticks_in(&headers, &body) {
        Ok(ticks) => (ticks, None),
        // Whoever may not know of the date hears nothing of what is wrong with their words.
        Err(status) => (Vec::new(), Some(status)),
    };
    let ports = caller.portal.plugs.ports.clone();
    let work = async move { merge_check_in(&ports, &viewer, id, ticks).await };
    match to_its_end(work).await {
        Ok(Ok(_)) if let Some(status) = fault => status.into_response(),
        Ok(Ok(all)) => {
            let answer = serde_json::to_vec(&ToPhone { ticks: all.ticks().collect() });
            let kind = [(header::CONTENT_TYPE, "application/json")];
            answer.map_or_else(
                |_| StatusCode::INTERNAL_SERVER_ERROR.into_response(),
                |it| (kind, it).into_response(),
            )
        }
        Ok(Err(CheckInError::NotNow | CheckInError::TooMuch | CheckInError::Number)) => {
            StatusCode::UNPROCESSABLE_ENTITY.into_response()
        }
        Ok(Err(error)) => problem_at(&caller, &TakingPart::CheckIn(id), &problem(error)),
        Err(problem) => problem_at(&caller, &TakingPart::CheckIn(id), &problem),
    }
}

/// What a phone tells, as JSON.
fn ticks_in(headers: &HeaderMap, body: &[u8]) -> Result<Vec<Tick>, StatusCode> {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|it| it.to_str().ok());
    if kind.is_none_or(|it| it.split(';').next() != Some("application/json")) {
        return Err(StatusCode::UNSUPPORTED_MEDIA_TYPE);
    }
    let told: FromPhone = serde_json::from_slice(body).map_err(|_| StatusCode::BAD_REQUEST)?;
    Ok(told.ticks)
}

/// What lets the page of one date work without a network. It lies beside those pages, so that no
/// browser lets it guard others; it is asked for anew each time, or an old one would stay.
pub(super) async fn guard() -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/javascript; charset=utf-8"),
        (header::CACHE_CONTROL, "no-cache"),
    ];
    (Policy::Guard.mark(), headers, GUARD).into_response()
}

/// What a phone must know to keep the page among its programs. It tells nothing of the date.
pub(super) async fn app(Path(id): Path<String>, Extension(locale): Extension<Locale>) -> Response {
    let path = Place::TakingPart(TakingPart::CheckIn(date(&id))).path(locale);
    let manifest = serde_json::json!({
        "name": Speech::of(locale).say("checkin-app"),
        "short_name": Speech::of(locale).say("checkin-title"),
        "lang": locale.code(),
        "id": path,
        "start_url": path,
        "scope": path,
        "display": "standalone",
        "background_color": "#ffcb1f",
        "theme_color": "#ffcb1f",
        "icons": wellknown::icons(),
    });
    ([(header::CONTENT_TYPE, "application/manifest+json")], manifest.to_string()).into_response()
}
