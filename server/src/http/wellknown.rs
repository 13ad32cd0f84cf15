//! What programs look for at fixed addresses.

use std::fmt::Write as _;

use application::catalogue::list_addresses;
use axum::{
    Router,
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse as _, Response},
    routing::get,
};
use chrono::{SecondsFormat, TimeDelta};
use domain::{pact::Region, search::PageNumber};
use ui::{Locale, Place, Speech};

use super::{Portal, assets};

pub(super) fn routes() -> Router<Portal> {
    Router::new()
        .route("/robots.txt", get(robots))
        .route("/sitemap.xml", get(sitemap))
        .route("/.well-known/security.txt", get(security))
        .route("/manifest.webmanifest", get(manifest))
}

async fn robots(State(portal): State<Portal>) -> Response {
    let text = format!(
        "User-agent: *\nDisallow: /api/\n\nSitemap: {}/sitemap.xml\n",
        portal.site.public_url
    );
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}

/// The most addresses one sitemap may hold (sitemaps.org, 0.9).
const MOST_ADDRESSES: usize = 50_000;

async fn sitemap(State(portal): State<Portal>) -> Response {
    let ask = portal.ask(Locale::Da);
    let Ok(activities) = list_addresses(&ask.ports).await else {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    let fixed = [
        Place::Home,
        Place::catalogue(),
        Place::Partners,
        Place::Campaigns,
        Place::About,
        Place::Privacy,
        Place::Accessibility,
    ];
    let campaigns = ask.ports.catalogue.campaigns_shown();
    let campaigns = campaigns.iter().map(|it| Place::Campaign(it.key.clone(), PageNumber::FIRST));
    let regions = Region::on(ask.today()).map(Place::Region);
    let places = fixed.into_iter().chain(campaigns).chain(regions).map(|place| (place, None));
    let activities =
        activities.into_iter().map(|it| (Place::Activity(it.slug), Some(it.updated_at)));

    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" \
         xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n",
    );
    for (place, updated) in places.chain(activities).take(MOST_ADDRESSES) {
        let _ = write!(xml, "<url><loc>{}</loc>", ask.url(&place, Locale::Da));
        if let Some(updated) = updated {
            let _ = write!(xml, "<lastmod>{}</lastmod>", updated.format("%Y-%m-%d"));
        }
        for locale in Locale::ALL {
            let (code, url) = (locale.code(), ask.url(&place, locale));
            let _ =
                write!(xml, "<xhtml:link rel=\"alternate\" hreflang=\"{code}\" href=\"{url}\"/>");
        }
        xml += "</url>\n";
    }
    xml += "</urlset>\n";
    ([(header::CONTENT_TYPE, "application/xml; charset=utf-8")], xml).into_response()
}

/// Where to report security faults (RFC 9116); nothing where nobody is named.
async fn security(State(portal): State<Portal>) -> Response {
    let Some(contact) = &portal.security_contact else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let expires = portal.plugs.ports.clock.now() + TimeDelta::days(180);
    let text = format!(
        "Contact: {contact}\nExpires: {}\nPreferred-Languages: da, en\nCanonical: {}/.well-known/security.txt\n",
        expires.to_rfc3339_opts(SecondsFormat::Secs, true),
        portal.site.public_url,
    );
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}

async fn manifest() -> Response {
    let manifest = serde_json::json!({
        "name": "Gnist",
        "short_name": "Gnist",
        "description": Speech::of(Locale::Da).say("home-description"),
        "lang": "da",
        "start_url": "/",
        "display": "browser",
        "background_color": "#ffcb1f",
        "theme_color": "#ffcb1f",
        "icons": [{ "src": assets::path_of("gnist.svg"), "sizes": "any", "type": "image/svg+xml" }],
    });
    ([(header::CONTENT_TYPE, "application/manifest+json")], manifest.to_string()).into_response()
}
