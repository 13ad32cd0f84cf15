//! Links of letters: looking is free, pressing the button uses them up.

use application::identity::{
    agree_to_address, confirm_registration, follow_link, reset_password, sign_in_by_link,
};
use axum::{extract::Path, response::Response};
use domain::identity::{Link, Purpose, Secret};
use ui::{
    Door, Told,
    identity::{Typed, address_agreed_page, dead_link_page, letter_page},
};

use super::{Caller, Stop, answer, answer_form, lead, name, to_its_end};
use crate::http::{cookie, fields::Fields};

pub(super) async fn page(Path(secret): Path<String>, caller: Caller) -> Response {
    match caller.link(&secret).await {
        Ok((secret, link)) => answer(letter_page(&caller.ask(), &secret, &link, &Typed::default())),
        Err(stop) => caller.stopped(stop),
    }
}

impl Caller {
    async fn link(&self, secret: &str) -> Result<(Secret, Link), Stop> {
        let secret: Secret = secret.parse().map_err(|_| Stop::DeadLink)?;
        let link = follow_link(&self.portal.plugs.ports, &secret).await?;
        Ok((secret, link))
    }
}

pub(super) async fn follow(Path(secret): Path<String>, caller: Caller, fields: Fields) -> Response {
    let (secret, link) = match caller.link(&secret).await {
        Ok(found) => found,
        Err(stop) => return caller.stopped(stop),
    };
    let done = caller.press(&secret, &link, &fields).await;
    match done {
        Ok(response) => response,
        Err(Stop::Fault(fault)) => {
            let typed = Typed {
                name: fields.get("name").to_owned(),
                faults: vec![fault.at("new")],
                ..Typed::default()
            };
            answer_form(letter_page(&caller.ask(), &secret, &link, &typed), &typed)
        }
        Err(Stop::DeadLink) => answer(dead_link_page(&caller.ask())),
        Err(stop) => caller.stopped(stop),
    }
}

impl Caller {
    /// Does what a link is for.
    async fn press(&self, secret: &Secret, link: &Link, fields: &Fields) -> Result<Response, Stop> {
        let (ports, secret) = (self.portal.plugs.ports.clone(), secret.clone());
        let browser = cookie::browser(&self.portal, &self.headers);
        match link.purpose {
            Purpose::SignIn | Purpose::Demo => {
                let came = async move { sign_in_by_link(&ports, &secret, &browser).await };
                Ok(self.come_in(&to_its_end(came).await?, link.next.as_ref()))
            }
            Purpose::Register => {
                let called = match (&link.name, fields.get("name")) {
                    (None, typed) if !typed.is_empty() => Some(name(typed).map_err(Stop::Fault)?),
                    _ => None,
                };
                let came =
                    async move { confirm_registration(&ports, &secret, called, &browser).await };
                Ok(self.come_in(&to_its_end(came).await?, link.next.as_ref()))
            }
            Purpose::ResetPassword => {
                let password = fields.get("new").to_owned();
                to_its_end(async move { reset_password(&ports, &secret, &password).await }).await?;
                let mut response = lead(self.locale, Door::SignIn, Some(Told::PASSWORD));
                cookie::forget(&self.portal, &mut response);
                Ok(response)
            }
            // They have doors of their own.
            Purpose::OwnData | Purpose::OpenData => Err(Stop::DeadLink),
            Purpose::OldAddress | Purpose::NewAddress => {
                let agreed = to_its_end(async move { agree_to_address(&ports, &secret).await });
                Ok(answer(address_agreed_page(&self.ask(), agreed.await?)))
            }
        }
    }
}
