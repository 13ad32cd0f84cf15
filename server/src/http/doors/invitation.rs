//! Links of invitations: looking is free, pressing the button uses them up.

use application::partners::{Accepted, Invited, MemberError, accept_invitation, show_invitation};
use axum::{extract::Path, http::StatusCode, response::Response};
use domain::identity::Secret;
use ui::{
    Desk, Door, Place, Problem, Told,
    identity::{Fault, Typed, dead_invitation_page, invitation_page},
};

use super::{Caller, answer, answer_form, name};
use crate::http::{cookie, desk::to_its_end, fields::Fields, pages};

pub(super) async fn page(Path(secret): Path<String>, caller: Caller) -> Response {
    match caller.invited(&secret).await {
        Ok((secret, it)) => answer(invitation_page(&caller.ask(), &secret, &it, &Typed::default())),
        Err(error) => caller.uninvited(error),
    }
}

impl Caller {
    async fn invited(&self, secret: &str) -> Result<(Secret, Invited), MemberError> {
        let secret: Secret = secret.parse().map_err(|_| MemberError::DeadLink)?;
        let it = show_invitation(&self.portal.plugs.ports, &secret).await?;
        Ok((secret, it))
    }

    fn uninvited(&self, error: MemberError) -> Response {
        match error {
            MemberError::Store(error) => self.problem(&error.into()),
            _ => answer(dead_invitation_page(&self.ask())),
        }
    }
}

pub(super) async fn accept(Path(secret): Path<String>, caller: Caller, fields: Fields) -> Response {
    let (secret, it) = match caller.invited(&secret).await {
        Ok(found) => found,
        Err(error) => return caller.uninvited(error),
    };
    let again = |fault: Fault| {
        let name = fields.get("name").to_owned();
        let typed = Typed { name, faults: vec![fault], ..Typed::default() };
        answer_form(invitation_page(&caller.ask(), &secret, &it, &typed), &typed)
    };
    let own_name = match (it.is_new_here, name(fields.get("name"))) {
        (false, _) => None,
        (true, Ok(own_name)) => Some(own_name),
        (true, Err(fault)) => return again(fault),
    };
    let ports = caller.portal.plugs.ports.clone();
    let browser = cookie::browser(&caller.portal, &caller.headers);
    let (pressed, said) = (secret.clone(), (own_name, caller.language()));
    let done =
        to_its_end(async move { accept_invitation(&ports, &pressed, said, &browser).await }).await;
    let desk = Place::Desk(Desk::Home).path(caller.locale);
    match done {
        Err(problem) => caller.problem(&problem),
        Ok(Ok(Accepted::In(signed_in))) => {
            let mut response = caller.lead_to(Desk::Home, Some(Told::JOINED));
            cookie::keep(&caller.portal, &signed_in, &mut response);
            response
        }
        Ok(Ok(Accepted::SignsIn)) => {
            let door = Place::Door(Door::SignIn).path(caller.locale);
            let pairs = [("ok", Told::JOINED.word()), ("next", desk.as_str())];
            let path = ui::routes::with_query(&door, &pairs);
            pages::redirect(StatusCode::SEE_OTHER, &path)
        }
        Ok(Err(MemberError::NameMissing)) => again(Fault::NameMissing),
        Ok(Err(MemberError::Unknown)) => caller.problem(&Problem::NotFound),
        Ok(Err(error)) => caller.uninvited(error),
    }
}
