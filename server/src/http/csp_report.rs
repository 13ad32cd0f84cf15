//! Where browsers tell that a page of ours broke its own rules (Content Security Policy 3,
//! Reporting API). Nothing of the person who looked is kept: a report is boiled down to words
//! from fixed lists before anything else sees it.
//!
//! Origin: Chromium's reports say of no page where they come from, so a report may lack
//! `Origin` and `Sec-Fetch-Site`, unlike every other write (`origin.rs`). One that names
//! another site is refused all the same. A report changes nothing but a figure and the log.

use std::sync::{Arc, Mutex, PoisonError};

use axum::{
    Router,
    body::Bytes,
    extract::{DefaultBodyLimit, State},
    http::{HeaderMap, StatusCode, Uri, header},
    routing::post,
};
use chrono::{DateTime, TimeDelta, Utc};
use serde::Deserialize;
use ui::routes::pattern;

use super::Portal;

/// Where reports go; every policy names it.
pub(super) const PATH: &str = "/csp-report";
/// The largest report, in bytes.
const MAX_REPORT_BYTES: usize = 16 * 1024;
/// The most reports in one body that are looked at.
const MOST_AT_ONCE: usize = 20;
/// The most reports that are logged in a minute; further ones are only counted.
const LOGGED_A_MINUTE: u32 = 60;

pub(super) fn routes() -> Router<Portal> {
    Router::new().route(PATH, post(take)).route_layer(DefaultBodyLimit::max(MAX_REPORT_BYTES))
}

async fn take(State(portal): State<Portal>, headers: HeaderMap, body: Bytes) -> StatusCode {
    let Some(form) = Form::of(&headers) else { return StatusCode::UNSUPPORTED_MEDIA_TYPE };
    let Ok(reports) = form.read(&body) else { return StatusCode::BAD_REQUEST };
    for report in reports.iter().take(MOST_AT_ONCE) {
        let (directive, blocked) = (report.directive(), report.blocked(&portal.site.public_url));
        metrics::counter!("csp_reports_total", "directive" => directive, "blocked" => blocked)
            .increment(1);
        if portal.reports.allows(portal.plugs.ports.clock.now()) {
            let page = report.page(&portal.site.public_url);
            tracing::warn!(directive, blocked, page, "a page broke its content security policy");
        }
    }
    StatusCode::NO_CONTENT
}

/// The two forms that browsers send.
#[derive(Clone, Copy)]
enum Form {
    /// `report-uri`: one report.
    Single,
    /// `report-to`: a list of reports of all kinds.
    List,
}

impl Form {
    fn of(headers: &HeaderMap) -> Option<Self> {
        let kind = headers.get(header::CONTENT_TYPE)?.to_str().ok()?;
        let kind = kind.split(';').next().unwrap_or_default().trim();
        if kind.eq_ignore_ascii_case("application/csp-report") {
            Some(Self::Single)
        } else if kind.eq_ignore_ascii_case("application/reports+json") {
            Some(Self::List)
        } else {
            None
        }
    }

    fn read(self, body: &[u8]) -> Result<Vec<Violation>, serde_json::Error> {
        match self {
            Self::Single => Ok(vec![serde_json::from_slice::<Single>(body)?.report]),
            Self::List => {
                let items: Vec<Item> = serde_json::from_slice(body)?;
                let violations = items.into_iter().filter(|it| it.kind == "csp-violation");
                violations.map(|it| serde_json::from_value(it.body)).collect()
            }
        }
    }
}

#[derive(Deserialize)]
struct Single {
    #[serde(rename = "csp-report")]
    report: Violation,
}

#[derive(Deserialize)]
struct Item {
    #[serde(rename = "type")]
    kind: String,
    #[serde(default)]
    body: serde_json::Value,
}

/// What a browser tells, as far as it is looked at.
#[derive(Deserialize)]
struct Violation {
    #[serde(alias = "document-uri", alias = "documentURL")]
    document: String,
    #[serde(default, alias = "effective-directive", alias = "effectiveDirective")]
    effective: String,
    /// The older name of the directive, with its value behind it.
    #[serde(default, alias = "violated-directive")]
    violated: String,
    #[serde(default, alias = "blocked-uri", alias = "blockedURL")]
    blocked: String,
}

/// The directives that our policies name or imply; a report of another is none of ours.
const DIRECTIVES: [&str; 17] = [
    "base-uri",
    "connect-src",
    "default-src",
    "font-src",
    "form-action",
    "frame-ancestors",
    "frame-src",
    "img-src",
    "manifest-src",
    "media-src",
    "object-src",
    "script-src",
    "script-src-attr",
    "script-src-elem",
    "style-src",
    "style-src-attr",
    "style-src-elem",
];

impl Violation {
    /// The directive that was broken, by a name from our list.
    fn directive(&self) -> &'static str {
        let told = if self.effective.is_empty() { &self.violated } else { &self.effective };
        let name = told.split_ascii_whitespace().next().unwrap_or_default();
        DIRECTIVES.into_iter().find(|it| *it == name).unwrap_or("other")
    }

    /// What sort of thing was blocked; never its address.
    fn blocked(&self, origin: &str) -> &'static str {
        let scheme = self.blocked.split(':').next().unwrap_or_default();
        match scheme {
            "" | "inline" => "inline",
            "eval" => "eval",
            "wasm-eval" => "wasm-eval",
            "self" => "own",
            "data" => "data",
            "blob" => "blob",
            "http" | "https" | "ws" | "wss" => match own_path(&self.blocked, origin) {
                Some(_) => "own",
                None => "foreign",
            },
            _ if scheme.ends_with("-extension") => "extension",
            _ => "other",
        }
    }

    /// The pattern of the page's address; what stands in its gaps is the reader's own affair.
    fn page(&self, origin: &str) -> &'static str {
        own_path(&self.document, origin).as_deref().and_then(pattern::of).unwrap_or("none")
    }
}

/// The path of an address of ours.
fn own_path(address: &str, origin: &str) -> Option<String> {
    let uri: Uri = address.parse().ok()?;
    let (scheme, host) = (uri.scheme_str()?, uri.authority()?.as_str());
    (origin.split_once("://") == Some((scheme, host))).then(|| uri.path().to_owned())
}

/// How many reports are still logged in the minute that runs.
#[derive(Clone, Default)]
pub(super) struct Allowance(Arc<Mutex<Minute>>);

#[derive(Default)]
struct Minute {
    began: DateTime<Utc>,
    used: u32,
}

impl Allowance {
    /// Whether one more may be logged. A clock that was put back begins a new minute.
    fn allows(&self, now: DateTime<Utc>) -> bool {
        let mut minute = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let ran = now - minute.began;
        if ran < TimeDelta::zero() || ran >= TimeDelta::minutes(1) {
            *minute = Minute { began: now, used: 0 };
        }
        let is_allowed = minute.used < LOGGED_A_MINUTE;
        minute.used += u32::from(is_allowed);
        is_allowed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ORIGIN: &str = "https://gnist.example";

    fn violation(document: &str, directive: &str, blocked: &str) -> Violation {
        Violation {
            document: document.to_owned(),
            effective: directive.to_owned(),
            violated: String::new(),
            blocked: blocked.to_owned(),
        }
    }

    #[test]
    fn a_page_is_known_by_its_pattern_only() {
        let page = |path: &str| violation(&format!("{ORIGIN}{path}"), "", "").page(ORIGIN);
        assert_eq!(page("/"), pattern::HOME);
        assert_eq!(page("/aktiviteter?q=autisme"), pattern::CATALOGUE);
        assert_eq!(page("/en/aktiviteter/byg-en-robot#dates"), pattern::ACTIVITY);
        assert_eq!(page("/findes-ikke"), "none");
        assert_eq!(violation("https://evil.example/om", "", "").page(ORIGIN), "none");
        assert_eq!(violation("about", "", "").page(ORIGIN), "none");
    }

    #[test]
    fn what_was_blocked_is_known_by_its_sort_only() {
        let blocked = |what: &str| violation("", "", what).blocked(ORIGIN);
        assert_eq!(blocked("inline"), "inline");
        assert_eq!(blocked("https://evil.example/x?id=7"), "foreign");
        assert_eq!(blocked("https://gnist.example/assets/x.js"), "own");
        assert_eq!(blocked("https://gnist.example.evil.example/"), "foreign");
        assert_eq!(blocked("chrome-extension"), "extension");
        assert_eq!(blocked("moz-extension://7c1e/x.js"), "extension");
        assert_eq!(blocked("data:text/html,x"), "data");
        assert_eq!(blocked("strange\r\nthing"), "other");
    }

    #[test]
    fn a_directive_is_one_of_ours_or_nameless() {
        assert_eq!(violation("", "script-src-elem", "").directive(), "script-src-elem");
        assert_eq!(violation("", "what\nelse", "").directive(), "other");
        let old = Violation { violated: "img-src 'self'".to_owned(), ..violation("", "", "") };
        assert_eq!(old.directive(), "img-src");
    }

    #[test]
    fn a_minute_has_its_number_and_the_next_one_too() {
        let (allowance, start) = (Allowance::default(), DateTime::<Utc>::UNIX_EPOCH);
        let within = |moment| (0..1_000).filter(|_| allowance.allows(moment)).count();
        assert_eq!(within(start + TimeDelta::days(1)), 60);
        assert_eq!(within(start + TimeDelta::days(1) + TimeDelta::seconds(59)), 0);
        assert_eq!(within(start + TimeDelta::days(1) + TimeDelta::seconds(60)), 60);
        assert_eq!(within(start + TimeDelta::hours(1)), 60);
    }
}
