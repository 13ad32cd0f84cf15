//! Coming in through a provider: the way there, the way back, and joining what it said.

use std::time::Duration;

use application::{
    identity::{
        Came, ComeBackError, Returned, Viewer, come_back, errand_that_waits, go_to_provider,
        join_identity, leave_identity, who_asks,
    },
    ports::ProviderError,
};
use axum::{
    Extension,
    extract::RawQuery,
    http::{HeaderValue, StatusCode, header},
    response::Response,
};
use domain::{
    Inside,
    identity::{Errand, Secret, Wish},
};
use ui::{
    Door, Locale, Place, Problem, Told,
    identity::{
        AccountNotice, ProviderTrouble, join_page as join_form, new_identity_page, on_the_way_page,
        provider_trouble_page,
    },
};

use super::{Caller, Stop, answer, lead};
use crate::http::{cookie, fields::Fields, next, pages};

/// When to ask a provider again that did not answer.
const AGAIN: Duration = Duration::from_secs(30);
/// The longest word of an answer that is looked at, in bytes.
const LONGEST: usize = 4_096;

pub(super) async fn go(caller: Caller, fields: Fields) -> Response {
    caller.set_out(Wish::SignIn, next::of(fields.get("next"))).await
}

pub(super) async fn begin_join(Extension(viewer): Extension<Viewer>, caller: Caller) -> Response {
    if !viewer.session.is_fresh(caller.portal.plugs.ports.clock.now()) {
        return caller.stopped(Stop::NotFresh);
    }
    caller.set_out(Wish::Join, None).await
}

impl Caller {
    /// Sends the browser on its way. It is led on by the answer rather than by a redirect, since
    /// a form of ours leads nowhere but here (`form-action`).
    async fn set_out(&self, wish: Wish, next: Option<Inside>) -> Response {
        let ports = self.portal.plugs.ports.clone();
        let set_out = done(async move { go_to_provider(&ports, wish, next).await }).await;
        match set_out {
            Ok((secret, way)) => {
                let mut response = answer(on_the_way_page(&self.ask(), &way));
                if let Ok(refresh) = HeaderValue::from_str(&format!("0; url={}", way.as_str())) {
                    response.headers_mut().insert(header::REFRESH, refresh);
                }
                cookie::keep_errand(&self.portal, (self.locale, &secret), &mut response);
                response
            }
            Err(error) => self.trouble(error),
        }
    }

    /// The page that says why nobody came in.
    fn trouble(&self, error: ComeBackError) -> Response {
        let trouble = match error {
            ComeBackError::Off => return self.stopped(Stop::Problem(Problem::NotFound)),
            ComeBackError::Door(error) => return self.stopped(error.into()),
            ComeBackError::Declined => ProviderTrouble::Declined,
            ComeBackError::Expired | ComeBackError::Provider(ProviderError::DeadCode) => {
                ProviderTrouble::Expired
            }
            ComeBackError::Taken => ProviderTrouble::Taken,
            ComeBackError::Suspended => ProviderTrouble::Suspended,
            ComeBackError::Provider(ProviderError::Down(cause)) => {
                tracing::warn!(%cause, "the provider does not answer as it should");
                ProviderTrouble::Down
            }
            ComeBackError::Provider(ProviderError::Wrong(cause)) => {
                tracing::warn!(%cause, "what the provider says is not believed");
                ProviderTrouble::Wrong
            }
        };
        let mut response = answer(provider_trouble_page(&self.ask(), trouble));
        if trouble == ProviderTrouble::Down {
            let seconds = HeaderValue::from(AGAIN.as_secs());
            response.headers_mut().insert(header::RETRY_AFTER, seconds);
        }
        response
    }

    /// What the provider said of whoever is in this browser, while it waits for an account.
    async fn waiting(&self) -> Result<Option<(Secret, Errand)>, Stop> {
        let Some((_, secret)) = cookie::errand(&self.portal, &self.headers) else {
            return Ok(None);
        };
        let errand = errand_that_waits(&self.portal.plugs.ports, &secret).await;
        let errand = errand.map_err(|error| Stop::Problem(error.into()))?;
        Ok(errand.map(|errand| (secret, errand)))
    }
}

/// Does something that must come to its end, whether or not the browser still listens.
#[expect(clippy::disallowed_methods, reason = "it is waited for at once")]
async fn done<T: Send + 'static>(
    work: impl Future<Output = Result<T, ComeBackError>> + Send + 'static,
) -> Result<T, ComeBackError> {
    match tokio::spawn(work).await {
        Ok(done) => done,
        Err(error) => Err(ProviderError::down(error).into()),
    }
}

/// What a provider sends back in an address.
fn returned(query: Option<&str>) -> Returned {
    let pairs = ui::routes::decode_query(query.unwrap_or_default());
    let find = |name: &str| {
        let mut all = pairs.iter().filter(|(key, _)| key == name).map(|(_, value)| value);
        let (first, second) = (all.next(), all.next());
        // What stands twice was put there by somebody (RFC 6749, 3.1).
        first.filter(|it| second.is_none() && it.len() <= LONGEST).cloned()
    };
    Returned {
        secret: None,
        state: find("state").unwrap_or_default(),
        code: find("code"),
        issuer: find("iss"),
        error: find("error"),
        language: domain::identity::LetterLanguage::Danish,
    }
}

pub(super) async fn back(RawQuery(query): RawQuery, mut caller: Caller) -> Response {
    let mut returned = returned(query.as_deref());
    if let Some((locale, secret)) = cookie::errand(&caller.portal, &caller.headers) {
        caller.locale = locale;
        returned.secret = Some(secret);
    }
    returned.language = caller.language();
    let has_errand = returned.secret.is_some();
    let ports = caller.portal.plugs.ports.clone();
    let browser = cookie::browser(&caller.portal, &caller.headers);
    match done(async move { come_back(&ports, returned, &browser).await }).await {
        Ok(Came::In { signed_in, next, is_withheld }) => {
            let mut response = caller.come_in(&signed_in, next.as_ref());
            if is_withheld && next.is_none() && signed_in.stage == domain::identity::Stage::SignedIn
            {
                response =
                    lead(caller.locale, Door::Account, Some(AccountNotice::RoleWaits.word()));
                cookie::keep(&caller.portal, &signed_in, &mut response);
            }
            cookie::forget_errand(&caller.portal, &mut response);
            response
        }
        Ok(Came::New { secret, wish, .. }) => {
            let door = if wish == Wish::Join { Door::Identity } else { Door::ProviderNew };
            let mut response = lead(caller.locale, door, None);
            cookie::keep_errand(&caller.portal, (caller.locale, &secret), &mut response);
            response
        }
        // Somebody else's answer leaves the errand as it is; nothing else does.
        Err(error) => {
            let is_over = has_errand && !matches!(error, ComeBackError::Expired);
            let mut response = caller.trouble(error);
            if is_over {
                cookie::forget_errand(&caller.portal, &mut response);
            }
            response
        }
    }
}

pub(super) async fn new_page(caller: Caller) -> Response {
    if caller.portal.plugs.ports.provider.is_none() {
        return caller.trouble(ComeBackError::Off);
    }
    let vouched = match caller.waiting().await {
        Ok(waiting) => waiting.and_then(|(_, errand)| errand.vouched),
        Err(stop) => return caller.stopped(stop),
    };
    let Some(vouched) = vouched else { return caller.trouble(ComeBackError::Expired) };
    if let Some(secret) = cookie::secret(&caller.portal, &caller.headers)
        && let Ok(Some(viewer)) = who_asks(&caller.portal.plugs.ports, &secret).await
        && !viewer.is_half_way()
    {
        return lead(caller.locale, Door::Identity, None);
    }
    answer(new_identity_page(&caller.ask(), &vouched))
}

/// Leads to the doors to show anew who one is, and back to what waits.
fn show_again(locale: Locale) -> Response {
    let path = Place::Door(Door::SignIn).path(locale);
    let next = Inside::try_from(Place::Door(Door::Identity).path(locale).as_str()).ok();
    let path = match &next {
        Some(next) => {
            ui::routes::with_query(&path, &[("ok", Told::AGAIN.word()), ("next", next.as_str())])
        }
        None => path,
    };
    pages::redirect(StatusCode::SEE_OTHER, &path)
}

pub(super) async fn join_page(Extension(viewer): Extension<Viewer>, caller: Caller) -> Response {
    if caller.portal.plugs.ports.provider.is_none() {
        return caller.trouble(ComeBackError::Off);
    }
    match caller.waiting().await {
        Ok(Some(_)) if !viewer.session.is_fresh(caller.portal.plugs.ports.clock.now()) => {
            show_again(caller.locale)
        }
        Ok(Some(_)) => answer(join_form(&caller.ask(), &viewer.account)),
        Ok(None) => lead(caller.locale, Door::Account, None),
        Err(stop) => caller.stopped(stop),
    }
}

pub(super) async fn join(Extension(viewer): Extension<Viewer>, caller: Caller) -> Response {
    if caller.portal.plugs.ports.provider.is_none() {
        return caller.trouble(ComeBackError::Off);
    }
    let (secret, errand) = match caller.waiting().await {
        Ok(Some(waiting)) => waiting,
        Ok(None) => return caller.trouble(ComeBackError::Expired),
        Err(stop) => return caller.stopped(stop),
    };
    if !viewer.session.is_fresh(caller.portal.plugs.ports.clock.now()) {
        return show_again(caller.locale);
    }
    let ports = caller.portal.plugs.ports.clone();
    let browser = cookie::browser(&caller.portal, &caller.headers);
    let joined = async move { join_identity(&ports, &viewer, &secret, &browser).await };
    match done(joined).await {
        Ok(signed_in) => {
            let mut response = if let Some(next) = &errand.next {
                pages::redirect(StatusCode::SEE_OTHER, next.as_str())
            } else {
                let told = AccountNotice::IdentityJoined.word();
                lead(caller.locale, Door::Account, Some(told))
            };
            cookie::keep(&caller.portal, &signed_in, &mut response);
            cookie::forget_errand(&caller.portal, &mut response);
            response
        }
        Err(error) => caller.trouble(error),
    }
}

pub(super) async fn leave(Extension(viewer): Extension<Viewer>, caller: Caller) -> Response {
    let ports = caller.portal.plugs.ports.clone();
    let browser = cookie::browser(&caller.portal, &caller.headers);
    match done(async move { leave_identity(&ports, &viewer, &browser).await }).await {
        Ok(signed_in) => {
            let told = AccountNotice::IdentityLeft.word();
            let mut response = lead(caller.locale, Door::Account, Some(told));
            cookie::keep(&caller.portal, &signed_in, &mut response);
            response
        }
        Err(error) => caller.trouble(error),
    }
}
