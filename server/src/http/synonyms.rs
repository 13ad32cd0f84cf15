//! Synonyms, looked after over HTTP. Nothing here is kept by anybody on the way.

use application::{
    identity::Viewer,
    search::{SynonymsFault, put_synonyms, show_synonyms, take_synonyms_back, try_synonyms},
};
use axum::{
    Extension, Router,
    extract::RawQuery,
    middleware,
    response::Response,
    routing::{get, post},
};
use tokio::sync::Semaphore;
use ui::{
    Desk, Locale, Problem, Told,
    routes::pattern::desk,
    synonyms::{TypedSynonyms, WordsFault, synonyms_page},
};

use super::{
    Portal,
    desk::{to_its_end, told},
    doors::{Caller, answer, keep_nowhere},
    fields::Fields,
};

pub(super) fn routes() -> Router<Portal> {
    let synonyms = || {
        Router::new()
            .route(desk::SYNONYMS, get(page).post(try_out))
            .route(desk::PUT_SYNONYMS, post(put))
            .route(desk::TAKE_SYNONYMS_BACK, post(take_back))
            .layer(middleware::map_response(keep_nowhere))
    };
    let english = synonyms().layer(Extension(Locale::En));
    synonyms().layer(Extension(Locale::Da)).nest(Locale::En.prefix(), english)
}

/// A trial asks many searches; one at a time leaves the others their share.
static TURN: Semaphore = Semaphore::const_new(1);

async fn show(caller: &Caller, (told, typed): (Option<&'static str>, TypedSynonyms)) -> Response {
    match show_synonyms(&caller.portal.plugs.ports).await {
        Ok(mut it) => match caller.turn(&mut it.history).await {
            Ok(()) => answer(synonyms_page(&caller.ask(), it, told, typed)),
            Err(problem) => caller.problem(&problem),
        },
        Err(error) => caller.problem(&error.into()),
    }
}

async fn page(RawQuery(query): RawQuery, caller: Caller) -> Response {
    show(&caller, (told(query.as_deref()), TypedSynonyms::default())).await
}

/// The lines of the form, with the one that is to be added behind them.
fn lines(fields: &Fields) -> String {
    let (lines, line) = (fields.get("lines").replace("\r\n", "\n"), fields.get("line").trim());
    match (lines.trim_end(), line) {
        (_, "") => lines,
        ("", line) => line.to_owned(),
        (lines, line) => format!("{lines}\n{line}"),
    }
}

/// Which list the form was written from; none that there is where nobody can have seen it.
fn seen(fields: &Fields) -> i64 {
    fields.get("seen").parse().unwrap_or(-1)
}

async fn try_out(Extension(viewer): Extension<Viewer>, caller: Caller, fields: Fields) -> Response {
    let lines = lines(&fields);
    let Ok(_turn) = TURN.acquire().await else { return caller.problem(&Problem::Busy) };
    let tried = try_synonyms(&caller.portal.plugs.ports, &viewer, &lines).await;
    let typed = TypedSynonyms { lines: Some(lines), ..TypedSynonyms::default() };
    match tried {
        Ok(trial) => {
            let typed = TypedSynonyms { trial: Some(trial), ..typed };
            show(&caller, (None, typed)).await
        }
        Err(fault) => come_back(&caller, (fault, typed)).await,
    }
}

async fn put(Extension(viewer): Extension<Viewer>, caller: Caller, fields: Fields) -> Response {
    let ports = caller.portal.plugs.ports.clone();
    let (lines, seen) = (lines(&fields), seen(&fields));
    let typed = TypedSynonyms { lines: Some(lines.clone()), ..TypedSynonyms::default() };
    match to_its_end(async move { put_synonyms(&ports, &viewer, &lines, seen).await }).await {
        Err(problem) => caller.problem(&problem),
        Ok(Ok(())) => caller.lead_to(Desk::Synonyms, Some(Told::SYNONYMS_SET)),
        Ok(Err(fault)) => come_back(&caller, (fault, typed)).await,
    }
}

async fn take_back(
    Extension(viewer): Extension<Viewer>,
    caller: Caller,
    fields: Fields,
) -> Response {
    let ports = caller.portal.plugs.ports.clone();
    let seen = seen(&fields);
    match to_its_end(async move { take_synonyms_back(&ports, &viewer, seen).await }).await {
        Err(problem) => caller.problem(&problem),
        Ok(Ok(())) => caller.lead_to(Desk::Synonyms, Some(Told::SYNONYMS_BACK)),
        Ok(Err(fault)) => come_back(&caller, (fault, TypedSynonyms::default())).await,
    }
}

/// The page with what was typed and what is wrong with it.
async fn come_back(
    caller: &Caller,
    (fault, mut typed): (SynonymsFault, TypedSynonyms),
) -> Response {
    typed.faults = match fault {
        SynonymsFault::Unknown => return caller.problem(&Problem::NotFound),
        SynonymsFault::Store(error) => return caller.problem(&error.into()),
        SynonymsFault::Index(error) => {
            return caller.problem(&application::search::SearchError::Index(error).into());
        }
        SynonymsFault::Lines(errors) => errors.into_iter().map(WordsFault::Line).collect(),
        SynonymsFault::TooLong => vec![WordsFault::TooLong],
        SynonymsFault::LookAgain => vec![WordsFault::LookAgain],
    };
    show(caller, (None, typed)).await
}
