//! What programs look for at fixed addresses.

use axum::{
    Router,
    extract::State,
    http::{HeaderMap, header},
    response::{IntoResponse as _, Response},
    routing::get,
};
use chrono::{SecondsFormat, TimeDelta};
use ui::{Locale, Problem, Speech};

use super::{
    Portal, assets, etags, problems,
    sitemap::{self, sitemap},
};

/// Where it is told whom to tell of security faults.
const SECURITY: &str = "/.well-known/security.txt";

pub(super) fn routes() -> Router<Portal> {
    Router::new()
        .route("/robots.txt", get(robots))
        .route(sitemap::PATH, get(sitemap))
        .route(SECURITY, get(security))
        .route("/manifest.webmanifest", get(manifest))
}

/// A text that stays the same for long, for whoever does not have it yet.
fn text(asked: &HeaderMap, kind: &'static str, text: String) -> Response {
    let tag = etags::of(text.as_bytes());
    etags::unless_known(asked, tag, ([(header::CONTENT_TYPE, kind)], text).into_response())
}

async fn robots(State(portal): State<Portal>, headers: HeaderMap) -> Response {
    let sitemap = format!("{}{}", portal.site.public_url, sitemap::PATH);
    let robots = format!("User-agent: *\nDisallow: /api/\n\nSitemap: {sitemap}\n");
    text(&headers, "text/plain; charset=utf-8", robots)
}

/// Where to report security faults (RFC 9116); nothing where nobody is named.
async fn security(State(portal): State<Portal>) -> Response {
    let Some(contact) = &portal.security_contact else {
        return problems::problem(&portal, SECURITY, &Problem::NotFound);
    };
    let expires = portal.plugs.ports.clock.now() + TimeDelta::days(180);
    let text = format!(
        "Contact: {contact}\nExpires: {}\nPreferred-Languages: da, en\nCanonical: {}{SECURITY}\n",
        expires.to_rfc3339_opts(SecondsFormat::Secs, true),
        portal.site.public_url,
    );
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}

/// The icons as a manifest tells of them.
pub(super) fn icons() -> serde_json::Value {
    let icon = |name: &str, sizes: &str, kind: &str| serde_json::json!({ "src": assets::path_of(name), "sizes": sizes, "type": kind });
    serde_json::json!([
        icon("gnist.svg", "any", "image/svg+xml"),
        icon("icon-192.png", "192x192", "image/png"),
        icon("icon-512.png", "512x512", "image/png"),
    ])
}

async fn manifest(headers: HeaderMap) -> Response {
    let manifest = serde_json::json!({
        "name": "Gnist",
        "short_name": "Gnist",
        "description": Speech::of(Locale::Da).say("home-description"),
        "lang": "da",
        "start_url": "/",
        "display": "browser",
        "background_color": "#ffcb1f",
        "theme_color": "#ffcb1f",
        "icons": icons(),
    });
    text(&headers, "application/manifest+json", manifest.to_string())
}
