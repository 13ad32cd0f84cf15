//! The cookies of the portal. One is there from signing in to signing out, and never before; another
//! while somebody is on the way to a provider and back.

use application::identity::{Browser, SignedIn};
use axum::{
    http::{HeaderMap, HeaderValue, header},
    response::Response,
};
use domain::identity::{Errand, Secret, Session, Stage};
use ui::Locale;

use super::Portal;

/// Its name; the prefix binds it to this host and to encryption (RFC 6265bis, 4.1.3). Browsers
/// refuse the prefix where a portal is served unencrypted, as on its own machine.
fn name(portal: &Portal) -> &'static str {
    if portal.is_encrypted { "__Host-session" } else { "session" }
}

/// The name of the one that goes along on an errand.
fn errand_name(portal: &Portal) -> &'static str {
    if portal.is_encrypted { "__Host-errand" } else { "errand" }
}

/// The secret that a browser holds.
pub(super) fn secret(portal: &Portal, headers: &HeaderMap) -> Option<Secret> {
    value(headers, name(portal))?.parse().ok()
}

/// The secret of the errand that a browser is on, with the language in which it began.
pub(super) fn errand(portal: &Portal, headers: &HeaderMap) -> Option<(Locale, Secret)> {
    let (language, secret) = value(headers, errand_name(portal))?.split_once('.')?;
    let locale = if language == "en" { Locale::En } else { Locale::Da };
    Some((locale, secret.parse().ok()?))
}

/// Lets a browser keep the secret of an errand for as long as the longest part of it lasts.
pub(super) fn keep_errand(
    portal: &Portal,
    (locale, secret): (Locale, &Secret),
    response: &mut Response,
) {
    let language = if locale == Locale::En { "en" } else { "da" };
    let age = format!("; Max-Age={}", Errand::WAITS_FOR.num_seconds());
    let value = format!("{language}.{}{}", secret.text(), attributes(portal, &age));
    add(errand_name(portal), &value, response);
}

/// The errand is over.
pub(super) fn forget_errand(portal: &Portal, response: &mut Response) {
    add(errand_name(portal), &attributes(portal, "; Max-Age=0"), response);
}

/// Adds a cookie to whatever is set already.
fn add(name: &str, value: &str, response: &mut Response) {
    if let Ok(value) = HeaderValue::from_str(&format!("{name}={value}")) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
}

/// What stands in a cookie. One that stands twice is somebody's attempt to slip one in, and counts
/// as none.
fn value<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let mut found = headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .filter(|(key, _)| *key == name)
        .map(|(_, value)| value);
    let (first, second) = (found.next(), found.next());
    first.filter(|_| second.is_none())
}

/// What a browser brings to a door.
pub(super) fn browser(portal: &Portal, headers: &HeaderMap) -> Browser {
    let old = secret(portal, headers).map(|secret| secret.mark());
    Browser { old, device: device(headers) }
}

/// Lets a browser keep the secret of a session. Staff's is gone when the browser closes.
pub(super) fn keep(portal: &Portal, signed_in: &SignedIn, response: &mut Response) {
    let (_, longest) = Session::limits(false);
    let is_kept = !signed_in.is_staff && signed_in.stage == Stage::SignedIn;
    let age = if is_kept { format!("; Max-Age={}", longest.num_seconds()) } else { String::new() };
    write(portal, &format!("{}{}", signed_in.secret.text(), attributes(portal, &age)), response);
}

/// Lets a browser forget it, with whatever it kept of pages and for a
/// day without a network meanwhile (OWASP ASVS 5.0, V14.3.1).
pub(super) fn forget(portal: &Portal, response: &mut Response) {
    write(portal, &attributes(portal, "; Max-Age=0"), response);
    let all = HeaderValue::from_static("\"cache\", \"storage\"");
    response.headers_mut().insert("clear-site-data", all);
}

fn attributes(portal: &Portal, age: &str) -> String {
    let secure = if portal.is_encrypted { "; Secure" } else { "" };
    format!("; Path=/; HttpOnly; SameSite=Lax{secure}{age}")
}

fn write(portal: &Portal, value: &str, response: &mut Response) {
    if let Ok(value) = HeaderValue::from_str(&format!("{}={value}", name(portal))) {
        response.headers_mut().insert(header::SET_COOKIE, value);
    }
}

/// What a browser calls itself, in two words of ours; the rest would tell more than its owner
/// needs to know it again.
fn device(headers: &HeaderMap) -> String {
    const BROWSERS: [(&str, &str); 6] = [
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("FxiOS/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ];
    const SYSTEMS: [(&str, &str); 7] = [
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "macOS"),
        ("CrOS", "ChromeOS"),
        ("Linux", "Linux"),
    ];
    let agent = headers.get(header::USER_AGENT).and_then(|it| it.to_str().ok()).unwrap_or_default();
    let find = |words: &[(&str, &'static str)]| {
        words.iter().find(|(sign, _)| agent.contains(sign)).map(|(_, word)| *word)
    };
    let words: Vec<&str> = [find(&BROWSERS), find(&SYSTEMS)].into_iter().flatten().collect();
    words.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_device_is_two_words_from_a_list() {
        for (agent, device_is) in [
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0",
                "Edge, Windows",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605 Version/19 Safari/604.1",
                "Safari, iPhone",
            ),
            (
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
                "Firefox, Linux",
            ),
            ("<script>alert(1)</script>", ""),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::USER_AGENT, HeaderValue::from_static(agent));
            assert_eq!(device(&headers), device_is, "{agent}");
        }
    }
}
