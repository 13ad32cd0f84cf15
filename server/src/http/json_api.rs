//! The interface for programs: open data, read by anybody from anywhere.

use std::time::Instant;

use application::search::{search_activities, take_placeless, take_unknown_names};
use axum::{
    Json, Router,
    extract::{OriginalUri, State},
    http::{HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse as _, Response},
    routing::get,
};
use domain::search::{InvalidParameter, Query};
use serde::Serialize;
use ui::{Locale, Problem, routes::pattern::feed};
use utoipa::{OpenApi, ToSchema};

use super::{Portal, assets, limits};
use crate::search_answer::SearchAnswer;

pub(super) fn routes() -> Router<Portal> {
    Router::new()
        .route("/api/v1/activities", get(activities))
        .route("/api/v1/openapi.json", get(description))
}

/// A problem by RFC 9457.
#[derive(Serialize, ToSchema)]
struct ProblemAnswer {
    /// An address of the sort of problem.
    #[serde(rename = "type")]
    kind: &'static str,
    title: &'static str,
    status: u16,
    detail: String,
    /// What is wrong with which parameter.
    errors: Vec<ParameterProblem>,
}

#[derive(Serialize, ToSchema)]
struct ParameterProblem {
    /// As it stood in the address, shortened.
    parameter: String,
    detail: String,
}

/// Finds activities: *or* inside a parameter that is repeated, *and* between parameters.
#[utoipa::path(
    get,
    path = "/api/v1/activities",
    params(
        ("q" = Option<String>, Query, description = "What would be typed into the search box, at most 200 characters; it is read for what it means, see `understood`"),
        ("topic" = Option<Vec<String>>, Query, description = "Such as `robotics`; may be repeated"),
        ("level" = Option<Vec<String>>, Query, description = "Such as `grade-5` or `stx`; may be repeated"),
        ("kind" = Option<Vec<String>>, Query, description = "Such as `camp`; may be repeated"),
        ("audience" = Option<Vec<String>>, Query, description = "`pupils`, `students`, `teachers`, `parents` or `adults`; may be repeated"),
        ("region" = Option<Vec<String>>, Query, description = "Such as `midtjylland`; may be repeated"),
        ("municipality" = Option<Vec<String>>, Query, description = "The official code, such as `0791`; may be repeated"),
        ("area" = Option<Vec<String>>, Query, description = "Where it takes place: nearer to this town than to any other of `aalborg`, `frederikshavn`, `thisted`, `aarhus`, `grenaa`, `herning`, `ringkoebing`, `struer`, `viborg`, `esbjerg`, `kolding`, `soenderborg`, `toender`, `odense`, `holbaek`, `naestved`, `nykoebing-falster`, `nakskov`, `koebenhavn` and `roenne`; may be repeated"),
        ("partner" = Option<Vec<String>>, Query, description = "The last part of the partner's address; may be repeated"),
        ("sector" = Option<Vec<String>>, Query, description = "`business`, `education`, `public` or `association`; may be repeated"),
        ("campaign" = Option<Vec<String>>, Query, description = "Such as `girlsday-2027`; may be repeated"),
        ("language" = Option<Vec<String>>, Query, description = "ISO 639-1; may be repeated"),
        ("format" = Option<Vec<String>>, Query, description = "`on_site`, `at_school`, `online`, `hybrid` or `outdoor`; may be repeated"),
        ("age" = Option<u8>, Query, description = "In whole years, 0 to 99"),
        ("from" = Option<String>, Query, description = "The first day, such as `2027-03-01`"),
        ("to" = Option<String>, Query, description = "The last day, not before `from`"),
        ("month" = Option<Vec<String>>, Query, description = "A month such as `2027-03`, 2000 to 2100; may be repeated, and one of the weeks is as good; within `from` and `to` where they are given"),
        ("week" = Option<Vec<String>>, Query, description = "An ISO 8601 week such as `2027-W07`, 2000 to 2100; may be repeated, and one of the months is as good; within `from` and `to` where they are given"),
        ("near" = Option<String>, Query, description = "A Danish postcode, town or landscape"),
        ("within_km" = Option<u16>, Query, description = "How far from `near` or from the place that `q` names, 1 to 400; without one it is an error"),
        ("seats" = Option<u16>, Query, description = "Room for so many at one occurrence"),
        ("free" = Option<bool>, Query, description = "Only what costs nothing"),
        ("price_max" = Option<u32>, Query, description = "At most so many whole kroner for each participant, 0 to 100,000"),
        ("girls" = Option<bool>, Query, description = "Only what is designed to interest girls"),
        ("full" = Option<bool>, Query, description = "Also what is full or closed for sign-up"),
        ("past" = Option<bool>, Query, description = "Also what is over"),
        ("sort" = Option<String>, Query, description = "`relevance`, `date` or `distance`; relevance where `q` is given, else date"),
        ("page" = Option<u32>, Query, description = "From 1"),
        ("per_page" = Option<u32>, Query, description = "1 to 100, 20 where nothing is said"),
    ),
    responses(
        (status = 200, description = "One page of what was found", body = SearchAnswer),
        (status = 400, description = "A parameter that nobody can have meant", body = ProblemAnswer, content_type = "application/problem+json"),
        (status = 414, description = "An address of more than 8,192 bytes", body = ProblemAnswer, content_type = "application/problem+json"),
        (status = 503, description = "The portal is busy", body = ProblemAnswer, content_type = "application/problem+json"),
    )
)]
async fn activities(State(portal): State<Portal>, OriginalUri(uri): OriginalUri) -> Response {
    found(&portal, &uri, Locale::Da).await
}

/// What an address asks for; the pages that it names are those of a language.
pub(super) async fn found(portal: &Portal, uri: &Uri, locale: Locale) -> Response {
    let started = Instant::now();
    let pairs = ui::routes::decode_query(uri.query().unwrap_or_default());
    let mut query = match Query::parse(&pairs) {
        Ok(query) => query,
        Err(faults) => return misunderstood(&faults),
    };
    let ask = portal.ask(locale);
    match take_unknown_names(&ask.ports, &mut query).await {
        Ok(unknown) if unknown.is_empty() => {}
        Ok(unknown) => return misunderstood(&unknown),
        Err(error) => return broken(error),
    }
    match Box::pin(take_placeless(&ask.ports, &mut query)).await {
        Ok(placeless) if placeless.is_empty() => {}
        Ok(placeless) => return misunderstood(&placeless),
        Err(error) => return broken(error),
    }
    match search_activities(&ask.ports, &query).await {
        Ok(search) => {
            let answer = SearchAnswer::of(&ask, &query, search, started.elapsed());
            let headers = [
                (header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=5")),
                (header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*")),
            ];
            (headers, Json(answer)).into_response()
        }
        Err(error) => broken(error),
    }
}

fn broken(error: impl Into<Problem>) -> Response {
    stand_in(&error.into())
}

fn misunderstood(faults: &[InvalidParameter]) -> Response {
    let errors = faults.iter().take(MOST_FAULTS).map(|fault| ParameterProblem {
        parameter: fault.name.clone(),
        detail: fault.reason.to_string(),
    });
    problem(ProblemAnswer {
        kind: "about:blank",
        title: "A parameter is not understood",
        status: StatusCode::BAD_REQUEST.as_u16(),
        detail: faults.first().map(ToString::to_string).unwrap_or_default(),
        errors: errors.collect(),
    })
}

/// How many faults of one address are told.
const MOST_FAULTS: usize = 20;

/// Whether an address belongs to programs rather than to people.
pub(super) fn is_within(path: &str) -> bool {
    let bare = path.strip_prefix(Locale::En.prefix()).unwrap_or(path);
    path.starts_with("/api/") || assets::is_within(path) || bare == feed::JSON
}

/// What stands in for an answer that cannot be given, in the way that programs read.
pub(super) fn stand_in(it: &Problem) -> Response {
    let (title, detail) = match it {
        Problem::Misunderstood => ("The request is not understood", DESCRIBED.to_owned()),
        Problem::NotFound | Problem::Gone => ("There is nothing here", DESCRIBED.to_owned()),
        Problem::NotAllowed => ("The address does not take this method", DESCRIBED.to_owned()),
        Problem::ForeignOrigin => (
            "Nothing is written from elsewhere",
            "Only the pages of this portal write; programs read.".to_owned(),
        ),
        Problem::TooLarge => (
            "The body is too large",
            format!("A body has {} bytes at most.", limits::MAX_BODY_BYTES),
        ),
        Problem::TooLong => (
            "The address is too long",
            format!(
                "An address has {} bytes at most, and `q` 200 characters.",
                limits::MAX_URI_BYTES
            ),
        ),
        Problem::TooMany => ("Too much was asked", "Try again in ten minutes.".to_owned()),
        Problem::Busy | Problem::Unreachable => {
            ("The portal is busy", "Try again in some seconds.".to_owned())
        }
        Problem::Broken => (
            "Something broke on our side",
            "Try again in a little while; the log knows it by `x-request-id`.".to_owned(),
        ),
    };
    problem(ProblemAnswer {
        kind: "about:blank",
        title,
        status: it.status(),
        detail,
        errors: Vec::new(),
    })
}

const DESCRIBED: &str = "The description is at /api/v1/openapi.json.";

fn problem(answer: ProblemAnswer) -> Response {
    let status = StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json")),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*")),
    ];
    (status, headers, Json(answer)).into_response()
}

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Gnist",
        description = "Activities in science and technology for young people, published by the partners of a technology pact.",
        license(name = "MIT OR Apache-2.0"),
    ),
    paths(activities),
    components(schemas(SearchAnswer, ProblemAnswer))
)]
struct Description;

async fn description() -> Response {
    let headers = [
        (header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=3600")),
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*")),
    ];
    (headers, Json(Description::openapi())).into_response()
}

#[cfg(test)]
mod tests {
    use domain::search::Parameter;

    use super::*;

    #[test]
    fn every_parameter_of_an_address_is_described() {
        let json = serde_json::to_value(Description::openapi()).unwrap();
        let described =
            json["paths"]["/api/v1/activities"]["get"]["parameters"].as_array().unwrap();
        for parameter in Parameter::ALL {
            assert!(described.iter().any(|it| it["name"] == parameter.key()), "{parameter}");
        }
        assert_eq!(described.len(), Parameter::ALL.len());
    }
}
