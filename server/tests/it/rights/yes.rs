//! What somebody gets who may.

use server::http::rights::Way;

use super::lying;

/// The one status of a way for whoever may go it, with an empty form where it is a form.
pub(super) fn status_of_yes(way: &Way, has_factor: bool) -> u16 {
    let leads_on = match way.pattern {
        "/konto/to-trin" => has_factor,
        "/konto/to-trin/koder" => !has_factor,
        // Nothing waits to be joined.
        "/konto/udbyder" => way.method == "GET",
        pattern => {
            [
                "/log-ind/kode",
                "/log-ud",
                "/konto/to-trin/fra",
                "/konto/enheder/slut",
                "/konto/enheder/{id}/slut",
                "/konto/tilmeldinger/{party}/aabn",
                "/konto/foresporgsler/{request}/aabn",
                "/konto/gemte/{id}/fjern",
            ]
            .contains(&pattern)
                || (way.method == "POST" && pattern == "/aktiviteter/{slug}/gem")
                || (way.method == "POST" && lying::leads_on(pattern))
        }
    };
    if leads_on {
        return 303;
    }
    match (way.method, way.pattern) {
        (
            "POST",
            "/csp-report"
            | "/partner/{id}/import"
            | "/partner/kladder/{id}/billede"
            | "/partner/dato/{occurrence}/ankomst/meld",
        ) => 415,
        // They are asked without what they want to know, and nobody has said whom to write to.
        (_, "/api/count" | "/api/suggest" | "/api/results") => 400,
        (_, "/.well-known/security.txt") | ("POST", "/konto/udbyder/fra") => 404,
        // Nothing is drawn there.
        (_, pattern) if pattern.starts_with("/lodtraekning/") => 404,
        // Nothing is reported there.
        (_, "/partner/dato/{occurrence}/attest" | "/partner/dato/{occurrence}/attest.pdf") => 404,
        (_, pattern) if pattern.contains("{secret}") => 410,
        // Nor is anybody on the way to the provider, and nothing is joined.
        (_, "/log-ind/udbyder/svar" | "/log-ind/udbyder/ny" | "/konto/udbyder") => 410,
        (
            "POST",
            "/konto/to-trin/koder"
            | "/log-ind/udbyder"
            | "/konto/udbyder/begynd"
            | "/moderation/synonymer",
        ) => 200,
        // The form does not say which words were seen.
        ("POST", "/moderation/aktiviteter/{id}/godkend") => 409,
        ("POST", _) => 422,
        _ => 200,
    }
}
