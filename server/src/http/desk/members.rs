//! Who acts for a partner.

use application::{
    identity::Viewer,
    partners::{
        MemberError, change_member, invite_member, leave_partner, remove_member, show_members,
        withdraw_invitation,
    },
};
use axum::{
    Extension,
    extract::{Path, RawQuery},
    response::Response,
};
use domain::{
    Email,
    identity::{AccountId, InvitationId, Membership},
    partners::PartnerId,
};
use ui::{
    Desk, Problem, Told,
    partners::{MemberFault, TypedMember, members_page},
};

use super::{to_its_end, told};
use crate::http::{
    doors::{Caller, answer},
    fields::Fields,
    named::{Named, named},
};

async fn show(
    caller: &Caller,
    viewer: &Viewer,
    id: PartnerId,
    (told, typed): (Option<&'static str>, TypedMember),
) -> Response {
    match show_members(&caller.portal.plugs.ports, viewer, id).await {
        Ok(mut it) => match caller.turn(&mut it.history).await {
            Ok(()) => answer(members_page(&caller.ask(), it, told, &typed)),
            Err(problem) => caller.problem(&problem),
        },
        Err(error) => stopped(caller, error),
    }
}

fn stopped(caller: &Caller, error: MemberError) -> Response {
    match error {
        MemberError::Store(error) => caller.problem(&error.into()),
        _ => caller.problem(&Problem::NotFound),
    }
}

pub(in crate::http) async fn page(
    Extension(viewer): Extension<Viewer>,
    Named(id): Named<PartnerId>,
    RawQuery(query): RawQuery,
    caller: Caller,
) -> Response {
    let told = told(query.as_deref());
    show(&caller, &viewer, id, (told, TypedMember::default())).await
}

pub(in crate::http) async fn invite(
    Extension(viewer): Extension<Viewer>,
    Named(id): Named<PartnerId>,
    caller: Caller,
    fields: Fields,
) -> Response {
    let mut typed = TypedMember {
        email: fields.get("email").to_owned(),
        membership: fields.get("role").to_owned(),
        faults: Vec::new(),
    };
    let Some((email, membership)) = read(&mut typed) else {
        return show(&caller, &viewer, id, (None, typed)).await;
    };
    let (ports, who) = (caller.portal.plugs.ports.clone(), viewer.clone());
    let language = caller.language();
    let invited =
        to_its_end(
            async move { invite_member(&ports, &who, id, (&email, membership), language).await },
        );
    done(&caller, &viewer, id, (invited.await, Told::INVITED, typed)).await
}

/// Reads what was typed, or says what is wrong with it.
fn read(typed: &mut TypedMember) -> Option<(Email, Membership)> {
    let email = match typed.email.trim() {
        "" => Err(MemberFault::EmailMissing),
        text => Email::try_from(text).map_err(MemberFault::Email),
    };
    let membership = typed.membership.parse().map_err(|_| MemberFault::Membership);
    match (email, membership) {
        (Ok(email), Ok(membership)) => Some((email, membership)),
        (email, membership) => {
            typed.faults.extend(email.err());
            typed.faults.extend(membership.err());
            None
        }
    }
}

/// Leads back to the list with a word, or shows it with what is wrong.
async fn done(
    caller: &Caller,
    viewer: &Viewer,
    id: PartnerId,
    (done, word, mut typed): (Result<Result<(), MemberError>, Problem>, Told, TypedMember),
) -> Response {
    let fault = match done {
        Err(problem) => return caller.problem(&problem),
        Ok(Ok(())) => return caller.lead_to(Desk::Members(id), Some(word)),
        Ok(Err(MemberError::PartnerNotApproved)) => MemberFault::PartnerNotApproved,
        Ok(Err(MemberError::IsMember)) => MemberFault::IsMember,
        Ok(Err(MemberError::TooMany)) => MemberFault::TooMany,
        Ok(Err(MemberError::TooManyLetters)) => MemberFault::TooManyLetters,
        Ok(Err(MemberError::LastAdministrator)) => MemberFault::LastAdministrator,
        Ok(Err(error)) => return stopped(caller, error),
    };
    typed.faults.push(fault);
    show(caller, viewer, id, (None, typed)).await
}

/// The partner and the member that an address names.
fn both(ids: &(String, String)) -> Option<(PartnerId, AccountId)> {
    named(&ids.0).map(PartnerId).zip(named(&ids.1).map(AccountId))
}

pub(in crate::http) async fn change(
    Extension(viewer): Extension<Viewer>,
    Path(ids): Path<(String, String)>,
    caller: Caller,
    fields: Fields,
) -> Response {
    let Some(ids) = both(&ids) else { return caller.problem(&Problem::NotFound) };
    let Ok(membership) = fields.get("role").parse::<Membership>() else {
        let faults = vec![MemberFault::Membership];
        let typed = TypedMember { faults, ..TypedMember::default() };
        return show(&caller, &viewer, ids.0, (None, typed)).await;
    };
    let (ports, who) = (caller.portal.plugs.ports.clone(), viewer.clone());
    let changed = to_its_end(async move { change_member(&ports, &who, ids, membership).await });
    done(&caller, &viewer, ids.0, (changed.await, Told::CHANGED, TypedMember::default())).await
}

pub(in crate::http) async fn remove(
    Extension(viewer): Extension<Viewer>,
    Path(ids): Path<(String, String)>,
    caller: Caller,
) -> Response {
    let Some(ids) = both(&ids) else { return caller.problem(&Problem::NotFound) };
    let (ports, who) = (caller.portal.plugs.ports.clone(), viewer.clone());
    let removed = to_its_end(async move { remove_member(&ports, &who, ids).await });
    done(&caller, &viewer, ids.0, (removed.await, Told::REMOVED, TypedMember::default())).await
}

pub(in crate::http) async fn withdraw(
    Extension(viewer): Extension<Viewer>,
    Path(ids): Path<(String, String)>,
    caller: Caller,
) -> Response {
    let ids = named(&ids.0).map(PartnerId).zip(named(&ids.1).map(InvitationId));
    let Some(ids) = ids else { return caller.problem(&Problem::NotFound) };
    let (ports, who) = (caller.portal.plugs.ports.clone(), viewer.clone());
    let withdrawn = to_its_end(async move { withdraw_invitation(&ports, &who, ids).await });
    done(&caller, &viewer, ids.0, (withdrawn.await, Told::WITHDRAWN, TypedMember::default())).await
}

pub(in crate::http) async fn leave(
    Extension(viewer): Extension<Viewer>,
    Named(id): Named<PartnerId>,
    caller: Caller,
) -> Response {
    let (ports, who) = (caller.portal.plugs.ports.clone(), viewer.clone());
    let browser = caller.browser();
    match to_its_end(async move { leave_partner(&ports, &who, id, &browser).await }).await {
        Ok(Ok(signed_in)) => caller.lead_anew(&signed_in, Told::LEFT),
        Ok(Err(error)) => {
            let failed = (Ok(Err(error)), Told::LEFT, TypedMember::default());
            done(&caller, &viewer, id, failed).await
        }
        Err(problem) => caller.problem(&problem),
    }
}
