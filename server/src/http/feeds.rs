//! A search as programs follow it: the list of an address, for feed readers, calendars,
//! spreadsheets and whatever else.

mod rss;

use application::search::{export_search, follow_search};
use axum::{
    Extension, Router,
    extract::{OriginalUri, State},
    http::{HeaderName, HeaderValue, header},
    response::Response,
    routing::get,
};
use domain::search::{Parameter, Query};
use ui::{
    Ask, Locale, Place, Problem,
    catalogue::{catalogue_page, feed_title},
    routes::{Feed, pattern::feed},
};

use super::{
    Portal, calendar, json_api,
    pages::{Asked, Visit},
    sheet_file::SheetFile,
};

pub(super) fn routes() -> Router<Portal> {
    let feeds = || {
        Router::new()
            .route(feed::RSS, get(rss))
            .route(feed::CALENDAR, get(dates))
            .route(feed::CSV, get(csv))
            .route(feed::JSON, get(json))
    };
    let english = feeds().layer(Extension(Locale::En));
    feeds().layer(Extension(Locale::Da)).nest(Locale::En.prefix(), english)
}

/// The name of files, without its ending.
const FILE: &str = "aktiviteter";
/// The most dates in one calendar: those of what stands first.
const MOST_DATES: usize = 2_000;

async fn rss(asked: Asked) -> Response {
    answer(&Visit::of(asked), Feed::Rss).await
}

async fn dates(asked: Asked) -> Response {
    answer(&Visit::of(asked), Feed::Calendar).await
}

async fn csv(asked: Asked) -> Response {
    answer(&Visit::of(asked), Feed::Csv).await
}

/// The very document that the interface for programs answers.
async fn json(
    State(portal): State<Portal>,
    Extension(locale): Extension<Locale>,
    OriginalUri(uri): OriginalUri,
) -> Response {
    unlisted(json_api::found(&portal, &uri, locale).await)
}

/// What nobody can have meant is answered as the list's own page does.
async fn answer(visit: &Visit, feed: Feed) -> Response {
    let ask = visit.ask();
    let made = match visit.wanted().await {
        Ok((query, faults)) if faults.is_empty() => made(visit, &ask, feed, query).await,
        Ok((query, faults)) => {
            return Box::pin(visit.show(catalogue_page(&ask, query, faults))).await;
        }
        Err(problem) => Err(problem),
    };
    match made {
        Ok(mut response) => {
            let kept = HeaderValue::from_static("public, max-age=300");
            response.headers_mut().insert(header::CACHE_CONTROL, kept);
            unlisted(response)
        }
        Err(problem) => visit.problem(&problem).await,
    }
}

async fn made(visit: &Visit, ask: &Ask, feed: Feed, query: Query) -> Result<Response, Problem> {
    let list = ask.url(&Place::Catalogue(query.clone()), ask.locale);
    let query = widened(visit, query);
    Ok(match feed {
        Feed::Rss => {
            let here = format!("{}{}", ask.site.public_url, visit.path_and_query());
            rss::written(ask, &query, rss::Addresses { here, list }).await?
        }
        Feed::Calendar => {
            let followed = follow_search(&ask.ports, &query).await?;
            let mut calendar = calendar::begun(&feed_title(ask, &query));
            let events = followed.iter().flat_map(|it| calendar::coming(ask, &it.activity));
            calendar.extend(events.take(MOST_DATES));
            calendar::answer(&calendar, FILE)
        }
        Feed::Csv => {
            let url = |slug: &_| ask.url(&Place::Activity(Clone::clone(slug)), ask.locale);
            let sheet = export_search(&ask.ports, &query, url).await?;
            let file = SheetFile::csv(ask.locale).answer(sheet, FILE).await;
            file.ok_or(Problem::Broken)?
        }
    })
}

/// A page is short so that people can read it; a feed whose address does not say how many it
/// holds, holds as many as it may.
fn widened(visit: &Visit, query: Query) -> Query {
    let says = |(name, value): &(String, String)| {
        name == Parameter::PerPage.key() && !value.trim().is_empty()
    };
    if visit.query().iter().any(says) {
        query
    } else {
        Query { per_page: Query::MAX_PER_PAGE, ..query }
    }
}

/// Search engines list the page and not what programs get of it.
fn unlisted(mut response: Response) -> Response {
    let name = HeaderName::from_static("x-robots-tag");
    response.headers_mut().insert(name, HeaderValue::from_static("noindex"));
    response
}
