//! One's own page, and where one is signed in.

use std::sync::Arc;

use application::{
    Ports, history_of_account,
    identity::{
        Viewer, change_profile as keep_profile, end_all_sessions, end_other_sessions as end_others,
        end_session as end_one, list_sessions,
    },
    ports::StoreError,
};
use axum::{
    Extension,
    extract::{Path, RawQuery},
    response::Response,
};
use domain::{
    Uuid,
    identity::{LetterLanguage, SessionId},
};
use ui::{
    Door, Problem, Told,
    identity::{AccountNotice, Typed, account_page, history_page},
};

use super::{
    Caller, Stop, answer, answer_form, lead, name, sign_in::comes_by_provider, to_its_end,
};
use crate::http::{cookie, fields::Fields};

pub(super) async fn page(
    Extension(viewer): Extension<Viewer>,
    RawQuery(query): RawQuery,
    caller: Caller,
) -> Response {
    let notice = Told::of_query(query.as_deref()).and_then(AccountNotice::find);
    caller.own_page(&viewer, notice, &Typed::default()).await
}

impl Caller {
    /// One's own page, with what was typed where that comes back.
    async fn own_page(
        &self,
        viewer: &Viewer,
        notice: Option<AccountNotice>,
        typed: &Typed,
    ) -> Response {
        let ports = &self.portal.plugs.ports;
        let kept = async {
            let identities = ports.identities.identities_of(viewer.account.id).await?;
            Ok::<_, StoreError>((list_sessions(ports, viewer).await?, identities))
        };
        match kept.await {
            Ok((sessions, identities)) => {
                let kept = (sessions.as_slice(), identities.as_slice());
                answer_form(account_page(&self.ask(), viewer, kept, notice, typed), typed)
            }
            Err(error) => self.stopped(Stop::Problem(error.into())),
        }
    }
}

pub(super) async fn change_profile(
    Extension(viewer): Extension<Viewer>,
    caller: Caller,
    fields: Fields,
) -> Response {
    let ports = caller.portal.plugs.ports.clone();
    let chosen: Option<LetterLanguage> = fields.get("language").parse().ok();
    let language = chosen.unwrap_or(viewer.account.language);
    let name = match name(fields.get("name")) {
        Ok(name) => name,
        Err(fault) => {
            let name = fields.get("name").to_owned();
            let typed = Typed { name, faults: vec![fault], ..Typed::default() };
            return caller.own_page(&viewer, None, &typed).await;
        }
    };
    let kept = to_its_end(async move { keep_profile(&ports, &viewer, name, language).await });
    match kept.await {
        Ok(()) => lead(caller.locale, Door::Account, Some(AccountNotice::Saved.word())),
        Err(stop) => caller.stopped(stop),
    }
}

pub(super) async fn end_session(
    Extension(viewer): Extension<Viewer>,
    Path(id): Path<String>,
    caller: Caller,
) -> Response {
    let Ok(id) = Uuid::parse_str(&id).map(SessionId) else {
        return caller.stopped(Stop::Problem(Problem::NotFound));
    };
    let ports = caller.portal.plugs.ports.clone();
    match to_its_end(async move { end_one(&ports, &viewer, id).await }).await {
        Ok(false) => lead(caller.locale, Door::Account, Some(AccountNotice::SessionsEnded.word())),
        Ok(true) => {
            let mut response = lead(caller.locale, Door::SignIn, Some(Told::SIGNED_OUT));
            cookie::forget(&caller.portal, &mut response);
            response
        }
        Err(stop) => caller.stopped(stop),
    }
}

/// Ends all other sessions, or where the form says so this one too.
pub(super) async fn end_other_sessions(
    Extension(viewer): Extension<Viewer>,
    caller: Caller,
    fields: Fields,
) -> Response {
    let ports = caller.portal.plugs.ports.clone();
    if fields.get("here") == "too" {
        return end_all(ports, viewer, &caller).await;
    }
    match to_its_end(async move { Ok(end_others(&ports, &viewer).await?) }).await {
        Ok(()) => lead(caller.locale, Door::Account, Some(AccountNotice::SessionsEnded.word())),
        Err(stop) => caller.stopped(stop),
    }
}

async fn end_all(ports: Arc<Ports>, viewer: Viewer, caller: &Caller) -> Response {
    let ended = to_its_end(async move {
        let comes_by_provider = comes_by_provider(&ports, viewer.mark()).await?;
        end_all_sessions(&ports, &viewer).await?;
        Ok(comes_by_provider)
    });
    match ended.await {
        Ok(comes_by_provider) => {
            let told = if comes_by_provider { Told::LEFT_HERE } else { Told::SIGNED_OUT };
            let mut response = lead(caller.locale, Door::SignIn, Some(told));
            cookie::forget(&caller.portal, &mut response);
            response
        }
        Err(stop) => caller.stopped(stop),
    }
}

pub(super) async fn history(Extension(viewer): Extension<Viewer>, caller: Caller) -> Response {
    match history_of_account(&caller.portal.plugs.ports, &viewer).await {
        Ok(mut history) => match caller.turn(&mut history).await {
            Ok(()) => answer(history_page(&caller.ask(), history)),
            Err(problem) => caller.stopped(Stop::Problem(problem)),
        },
        Err(error) => caller.stopped(Stop::Problem(error.into())),
    }
}
