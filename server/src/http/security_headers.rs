//! What a browser may do with an answer. A route that forgets to say gets the strictest policy.

use axum::{
    Extension,
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, header},
    middleware::Next,
    response::Response,
};

use super::Portal;

/// What an answer is, and so what a browser may do with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Policy {
    /// Nothing at all: data, files, and whatever forgot to say.
    #[default]
    Locked,
    /// A page that is only read; nothing on it runs.
    Page,
    /// A page on which something wakes up. Its scripts are files of ours: none is written
    /// into the page, so finished pages can be kept without a nonce going stale.
    PageWithIslands,
}

impl Policy {
    /// Says so with an answer.
    pub(super) fn mark(self) -> Extension<Self> {
        Extension(self)
    }

    const fn content_security_policy(self) -> &'static str {
        match self {
            Self::Locked => {
                "default-src 'none'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'"
            }
            Self::Page => {
                "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; \
                 manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'"
            }
            Self::PageWithIslands => {
                "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
                 font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'none'; form-action 'self'; \
                 frame-ancestors 'none'; base-uri 'none'; object-src 'none'"
            }
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
    set(header::CONTENT_SECURITY_POLICY, policy.content_security_policy());
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
        set(header::STRICT_TRANSPORT_SECURITY, "max-age=63072000; includeSubDomains");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_policy_lets_a_script_be_written_into_a_page() {
        for policy in [Policy::Locked, Policy::Page, Policy::PageWithIslands] {
            let text = policy.content_security_policy();
            assert!(text.starts_with("default-src 'none'"), "{text}");
            assert!(!text.contains("unsafe-inline") && !text.contains("'unsafe-eval'"), "{text}");
            assert!(
                text.contains("frame-ancestors 'none'") && text.contains("base-uri 'none'"),
                "{text}"
            );
        }
        assert!(!Policy::Page.content_security_policy().contains("script-src"));
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
