//! Which page answers which address.

use std::sync::atomic::Ordering;

use application::search::{take_placeless, take_unknown_names};
use axum::{
    Extension, Router,
    extract::{OriginalUri, Path, State},
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header},
    response::{IntoResponse as _, Response},
    routing::get,
};
use domain::{
    catalogue::Slug,
    pact::CampaignKey,
    search::{InvalidParameter, PageNumber, Parameter, Query, Reason},
};
use ui::{Ask, Locale, Page, Place, Problem, Told, routes::pattern};

use super::{Portal, calendar, page_cache::Kept, problems};

pub(super) fn routes() -> Router<Portal> {
    let pages = || {
        Router::new()
            .route(pattern::HOME, get(home))
            .route(pattern::CATALOGUE, get(catalogue))
            .route(pattern::ACTIVITY, get(activity))
            .route(pattern::PARTNERS, get(partners))
            .route(pattern::PARTNER, get(partner))
            .route(pattern::REGION, get(region))
            .route(pattern::CAMPAIGNS, get(campaigns))
            .route(pattern::CAMPAIGN, get(campaign))
            .route(pattern::ABOUT, get(about))
            .route(pattern::PRIVACY, get(privacy))
            .route(pattern::ACCESSIBILITY, get(accessibility))
    };
    let english = pages().layer(Extension(Locale::En));
    pages().layer(Extension(Locale::Da)).nest(Locale::En.prefix(), english)
}

/// One visitor's question on its way to a page.
pub(super) struct Visit {
    portal: Portal,
    locale: Locale,
    uri: Uri,
    headers: HeaderMap,
}

pub(super) type Asked = (State<Portal>, Extension<Locale>, OriginalUri, HeaderMap);

impl Visit {
    pub(super) fn of((State(portal), Extension(locale), OriginalUri(uri), headers): Asked) -> Self {
        Self { portal, locale, uri, headers }
    }

    pub(super) fn ask(&self) -> Ask {
        self.portal.ask(self.locale)
    }

    pub(super) fn query(&self) -> Vec<(String, String)> {
        ui::routes::decode_query(self.uri.query().unwrap_or_default())
    }

    /// What the address asks of the catalogue, and what in it nobody can have meant. Parameters of
    /// others, such as those that letters put behind links, are passed over; so is an order that
    /// has lost its place: the form keeps it without anybody seeing it.
    pub(super) async fn wanted(&self) -> Result<(Query, Vec<InvalidParameter>), Problem> {
        let (mut query, mut faults) = Query::parse_leniently(&self.query());
        let ports = &self.portal.plugs.ports;
        faults.extend(take_unknown_names(ports, &mut query).await?);
        faults.extend(Box::pin(take_placeless(ports, &mut query)).await?);
        faults.retain(|fault| match fault.reason {
            Reason::UnknownParameter => false,
            Reason::NeedsPlace => fault.name != Parameter::Sort.key(),
            _ => true,
        });
        faults.truncate(MOST_FAULTS);
        Ok((query, faults))
    }

    /// The address as it was asked for.
    pub(super) fn path_and_query(&self) -> &str {
        self.uri.path_and_query().map_or("/", |it| it.as_str())
    }

    /// The finished page of this address, kept or new.
    pub(super) async fn show(&self, page: impl Future<Output = Result<Page, Problem>>) -> Response {
        let address = self.path_and_query();
        // A page that was written before the index was told is not shown afterwards.
        let plugs = &self.portal.plugs;
        let told = plugs.told.load(Ordering::Acquire);
        let generation = plugs.ports.catalogue.generation().rotate_left(20) ^ told;
        match self.portal.pages.page(generation, address, page).await {
            Ok(page) => page.answer(&self.headers).await,
            Err(problem) => self.problem(&problem).await,
        }
    }

    pub(super) async fn problem(&self, problem: &Problem) -> Response {
        let path = self.uri.path();
        let path = path.strip_prefix(self.locale.prefix()).unwrap_or(path);
        Kept::of(problems::page(&self.ask(), problem, path)).answer(&self.headers).await
    }

    /// The page's number in the address; nothing else is asked of such lists.
    fn page_number(&self) -> Option<PageNumber> {
        page_among(&self.query())
    }
}

/// Which page of a list an address asks for; nothing where nobody can have meant it.
pub(super) fn page_among(pairs: &[(String, String)]) -> Option<PageNumber> {
    let page: Vec<_> = pairs.iter().filter(|(name, _)| name == Parameter::Page.key()).collect();
    Query::parse(&page.iter().map(|it| (&it.0, &it.1)).collect::<Vec<_>>())
        .ok()
        .map(|query| query.page)
}

impl Portal {
    /// A question in a language.
    pub(super) fn ask(&self, locale: Locale) -> Ask {
        Ask { locale, ports: self.plugs.ports.clone(), site: self.site.clone() }
    }
}

async fn home(asked: Asked) -> Response {
    let visit = Visit::of(asked);
    visit.show(ui::home::home_page(&visit.ask())).await
}

async fn catalogue(asked: Asked) -> Response {
    let visit = Visit::of(asked);
    let (query, faults) = match visit.wanted().await {
        Ok(wanted) => wanted,
        Err(problem) => return visit.problem(&problem).await,
    };
    let ask = visit.ask();
    if faults.is_empty() {
        // A form sends its empty fields too; the address that stays is the short one.
        let short = ask.path(&Place::Catalogue(query.clone()));
        if visit.path_and_query() != short {
            return redirect(StatusCode::SEE_OTHER, &short);
        }
    }
    Box::pin(visit.show(ui::catalogue::catalogue_page(&ask, query, faults))).await
}

/// How many faults of one address are told.
const MOST_FAULTS: usize = 10;

async fn activity(Path(slug): Path<String>, asked: Asked) -> Response {
    let visit = Visit::of(asked);
    if let Some(slug) = slug.strip_suffix(".ics") {
        return match calendar::calendar(&visit.ask(), &Slug::kept(slug)).await {
            Ok(response) => response,
            Err(problem) => visit.problem(&problem).await,
        };
    }
    let slug = Slug::kept(slug);
    let response = visit.show(ui::catalogue::activity_page(&visit.ask(), &slug)).await;
    if is_look(response.status(), &visit.headers) {
        let plugs = &visit.portal.plugs;
        plugs.views.note(&slug, plugs.ports.clock.now());
    }
    response
}

/// Whether somebody looks at a page: a browser says that it opens one (Fetch Metadata),
/// programs that read pages do not, and neither does a browser that fetches ahead.
fn is_look(status: StatusCode, headers: &HeaderMap) -> bool {
    matches!(status, StatusCode::OK | StatusCode::NOT_MODIFIED)
        && headers.get("sec-fetch-dest").is_some_and(|it| it.as_bytes() == b"document")
        && !headers.contains_key("sec-purpose")
}

async fn partners(asked: Asked) -> Response {
    let visit = Visit::of(asked);
    visit.show(ui::partners::partners_page(&visit.ask())).await
}

async fn partner(Path(slug): Path<String>, asked: Asked) -> Response {
    let visit = Visit::of(asked);
    let Some(page) = visit.page_number() else {
        return visit.problem(&Problem::Misunderstood).await;
    };
    let slug = Slug::kept(slug);
    visit.show(ui::partners::partner_page(&visit.ask(), &slug, page)).await
}

async fn region(Path(key): Path<String>, asked: Asked) -> Response {
    let visit = Visit::of(asked);
    visit.show(ui::pact::region_page(&visit.ask(), &key)).await
}

async fn campaigns(asked: Asked) -> Response {
    let visit = Visit::of(asked);
    visit.show(ui::pact::campaign_list_page(&visit.ask())).await
}

async fn campaign(Path(key): Path<String>, asked: Asked) -> Response {
    let visit = Visit::of(asked);
    let Some(page) = visit.page_number() else {
        return visit.problem(&Problem::Misunderstood).await;
    };
    match CampaignKey::try_from(key) {
        Ok(key) => visit.show(ui::pact::campaign_page(&visit.ask(), &key, page)).await,
        Err(_) => visit.problem(&Problem::NotFound).await,
    }
}

async fn about(asked: Asked) -> Response {
    let visit = Visit::of(asked);
    visit.show(async { Ok(ui::about::about_page(&visit.ask())) }).await
}

async fn privacy(asked: Asked) -> Response {
    let visit = Visit::of(asked);
    visit.show(async { Ok(ui::privacy::privacy_page(&visit.ask())) }).await
}

async fn accessibility(asked: Asked) -> Response {
    let visit = Visit::of(asked);
    visit.show(async { Ok(ui::about::accessibility_page(&visit.ask())) }).await
}

pub(super) fn redirect(status: StatusCode, path: &str) -> Response {
    let mut response = status.into_response();
    if let Ok(path) = HeaderValue::from_str(path) {
        response.headers_mut().insert(header::LOCATION, path);
    }
    response
}

/// Leads on to a page after a form, with a word by which it says what has happened.
pub(super) fn lead_to(path: &str, told: Option<Told>) -> Response {
    match told {
        Some(told) => redirect(StatusCode::SEE_OTHER, &format!("{path}?ok={}", told.word())),
        None => redirect(StatusCode::SEE_OTHER, path),
    }
}
