//! Where somebody wanted to go when they were led to the doors.

use axum::http::{Method, Uri};
use domain::{Inside, identity::Action};
use ui::routes::{pattern, with_query};

use super::rights::WAYS;

/// A page of ours to which somebody is led once they are in; nothing for whatever else stands in
/// an address or a form: another site, something that is done rather than seen, or a door.
pub(super) fn of(text: &str) -> Option<Inside> {
    let inside = Inside::try_from(text).ok()?;
    let pattern = pattern::of(inside.path())?;
    let way = WAYS.iter().find(|way| way.method == "GET" && way.pattern == pattern)?;
    let is_door = matches!(
        way.action,
        Action::SignIn
            | Action::Register
            | Action::FollowLetter
            | Action::ShowSecondFactor
            | Action::ChangeSecondFactor
    );
    (!is_door).then_some(inside)
}

/// The same, of an address's query.
pub(super) fn of_query(query: Option<&str>) -> Option<Inside> {
    let pairs = ui::routes::decode_query(query.unwrap_or_default());
    pairs.into_iter().find(|(name, _)| name == "next").and_then(|(_, value)| of(&value))
}

/// The page that somebody asked for who is led to the doors instead; nothing for what can only be
/// done, and for one's own page, to which the doors lead anyway.
pub(super) fn of_question(method: &Method, uri: &Uri) -> Option<Inside> {
    let is_read = matches!(*method, Method::GET | Method::HEAD);
    let asked = if is_read { uri.path_and_query()?.as_str() } else { uri.path() };
    let here = of(asked)?;
    let is_own_page = pattern::of(here.path()) == Some(pattern::door::ACCOUNT);
    (!is_own_page).then_some(here)
}

/// A path that takes along where somebody wanted to go.
pub(super) fn along(path: &str, next: Option<&Inside>) -> String {
    let pairs: Vec<_> = next.iter().map(|next| ("next", next.as_str())).collect();
    with_query(path, &pairs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_that_can_be_seen_are_led_to() {
        let is_kept = |text: &str| of(text).is_some();
        assert!(is_kept("/partner") && is_kept("/en/moderation?ok=approved"));
        assert!(is_kept("/aktiviteter?q=robot&page=2"));
        for other in ["/log-ud", "/log-ind", "/opret", "/brev/x", "/konto/to-trin", "/findes-ikke"]
        {
            assert!(!is_kept(other), "{other}");
        }
    }

    #[test]
    fn a_form_leads_back_to_its_page_and_ones_own_page_needs_no_word() {
        let next = |method: Method, uri: &'static str| {
            of_question(&method, &Uri::from_static(uri)).map(String::from)
        };
        assert_eq!(next(Method::GET, "/partner?ok=kept").as_deref(), Some("/partner?ok=kept"));
        assert_eq!(next(Method::POST, "/partner/ny").as_deref(), Some("/partner/ny"));
        assert_eq!(next(Method::POST, "/konto/enheder/slut"), None);
        assert_eq!(next(Method::GET, "/en/konto"), None);
    }
}
