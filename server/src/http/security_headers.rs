//! What a browser may do with an answer. A route that forgets to say gets the strictest policy.

use axum::{
    Extension,
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, header},
    middleware::Next,
    response::Response,
};

use super::Portal;

/// Rules, and where it is told that they were broken. Firefox and Safari know `report-uri`.
/// Chromium passes it over where there is a `report-to`, and then sends nothing from a page
/// that came unencrypted; so such a page has the older one alone.
macro_rules! reported {
    ($is_encrypted:expr, $rules:literal) => {
        if $is_encrypted {
            concat!($rules, "; report-uri /csp-report; report-to csp")
        } else {
            concat!($rules, "; report-uri /csp-report")
        }
    };
}

/// What an answer is, and so what a browser may do with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Policy {
    /// Nothing at all: data, files, and whatever forgot to say.
    #[default]
    Locked,
    /// What somebody handed in: nothing at all, even where a browser opens it as a page.
    HandedIn,
    /// A page that is only read; nothing on it runs.
    Page,
    /// A page on which something wakes up. Its scripts are files of ours: none is written
    /// into the page, so finished pages can be kept without a nonce going stale.
    PageWithIslands,
    /// A page that a phone keeps: its script is a file of ours, and so is the guard that answers
    /// for it without a network.
    KeptPage,
    /// That guard: it asks the portal, and nobody else.
    Guard,
    /// A page on which somebody types what must not leave the browser: its script is a file of
    /// ours, and can neither ask anybody nor send a form.
    PrivatePage,
}

impl Policy {
    /// Says so with an answer.
    pub(super) fn mark(self) -> Extension<Self> {
        Extension(self)
    }

    const fn content_security_policy(self, is_encrypted: bool) -> &'static str {
        match self {
            Self::Locked => reported!(
                is_encrypted,
                "default-src 'none'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'"
            ),
            Self::HandedIn => reported!(
                is_encrypted,
                "default-src 'none'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'; sandbox"
            ),
            Self::Page => reported!(
                is_encrypted,
                "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; \
                 manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'"
            ),
            Self::KeptPage => reported!(
                is_encrypted,
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
                 connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; \
                 frame-ancestors 'none'; base-uri 'none'; object-src 'none'"
            ),
            Self::PrivatePage => reported!(
                is_encrypted,
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
                 manifest-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'"
            ),
            Self::Guard => reported!(
                is_encrypted,
                "default-src 'none'; connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'"
            ),
            Self::PageWithIslands => reported!(
                is_encrypted,
                "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
                 font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'none'; form-action 'self'; \
                 frame-ancestors 'none'; base-uri 'none'; object-src 'none'"
            ),
        }
    }
}

/// Puts every header on every answer, whatever became of the question.
pub(super) async fn dress(State(portal): State<Portal>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let policy = response.extensions().get::<Policy>().copied().unwrap_or_default();
    write(policy, portal.is_encrypted, response.headers_mut());
    response
}

fn write(policy: Policy, is_encrypted: bool, headers: &mut HeaderMap) {
    let mut set = |name: HeaderName, value: &'static str| {
        headers.insert(name, HeaderValue::from_static(value));
    };
    set(header::CONTENT_SECURITY_POLICY, policy.content_security_policy(is_encrypted));
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::X_FRAME_OPTIONS, "DENY");
    set(header::REFERRER_POLICY, "strict-origin-when-cross-origin");
    set(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    set(HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    set(HeaderName::from_static("origin-agent-cluster"), "?1");
    set(
        HeaderName::from_static("permissions-policy"),
        "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    );
    if is_encrypted {
        set(HeaderName::from_static("reporting-endpoints"), "csp=\"/csp-report\"");
        set(header::STRICT_TRANSPORT_SECURITY, "max-age=63072000; includeSubDomains");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::csp_report;

    const ALL: [Policy; 7] = [
        Policy::Locked,
        Policy::HandedIn,
        Policy::Page,
        Policy::PageWithIslands,
        Policy::KeptPage,
        Policy::PrivatePage,
        Policy::Guard,
    ];

    #[test]
    fn no_policy_lets_a_script_be_written_into_a_page() {
        for policy in ALL {
            let text = policy.content_security_policy(true);
            assert!(text.starts_with("default-src 'none'"), "{text}");
            assert!(!text.contains("unsafe-inline") && !text.contains("'unsafe-eval'"), "{text}");
            assert!(
                text.contains("frame-ancestors 'none'") && text.contains("base-uri 'none'"),
                "{text}"
            );
        }
        assert!(!Policy::Page.content_security_policy(true).contains("script-src"));
        assert!(!Policy::Guard.content_security_policy(true).contains("script-src"));
        let lets_work =
            |it: &Policy| it.content_security_policy(true).contains("worker-src 'self'");
        assert_eq!(ALL.iter().filter(|it| lets_work(it)).count(), 1);
        let private = Policy::PrivatePage.content_security_policy(true);
        assert!(!private.contains("connect-src") && private.contains("form-action 'none'"));
    }

    #[test]
    fn every_policy_says_where_it_is_told_that_it_was_broken() {
        for policy in ALL {
            let end = format!("; report-uri {}", csp_report::PATH);
            let text = policy.content_security_policy(false);
            assert!(text.ends_with(&end), "{text}");
            let text = policy.content_security_policy(true);
            assert!(text.ends_with(&format!("{end}; report-to csp")), "{text}");
        }
        let mut headers = HeaderMap::new();
        write(Policy::Locked, false, &mut headers);
        assert!(!headers.contains_key("reporting-endpoints"));
        write(Policy::Locked, true, &mut headers);
        assert_eq!(headers["reporting-endpoints"], format!("csp=\"{}\"", csp_report::PATH));
    }

    #[test]
    fn an_encrypted_portal_asks_to_stay_so() {
        let mut headers = HeaderMap::new();
        write(Policy::Locked, false, &mut headers);
        assert!(!headers.contains_key(header::STRICT_TRANSPORT_SECURITY));
        write(Policy::Locked, true, &mut headers);
        assert_eq!(
            headers[header::STRICT_TRANSPORT_SECURITY],
            "max-age=63072000; includeSubDomains"
        );
    }
}
