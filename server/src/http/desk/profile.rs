//! What is told of a partner.

use application::{
    identity::Viewer,
    partners::{ProfileError, change_partner, show_profile},
};
use axum::{Extension, extract::RawQuery, response::Response};
use domain::partners::{PartnerAbout, PartnerId, Profile};
use ui::{
    Desk, Problem, Told,
    partners::{PartnerFault, TypedPartner, profile_page},
};

use super::{
    partners::{read_with, typed_in},
    to_its_end, told,
};
use crate::http::{
    doors::{Caller, answer},
    fields::Fields,
    named::Named,
};

async fn show(
    caller: &Caller,
    viewer: &Viewer,
    id: PartnerId,
    (typed, told): (Option<TypedPartner>, Option<&'static str>),
) -> Response {
    match show_profile(&caller.portal.plugs.ports, viewer, id).await {
        Ok(partner) => answer(profile_page(&caller.ask(), &partner, typed, told)),
        Err(ProfileError::Store(error)) => caller.problem(&error.into()),
        Err(_) => caller.problem(&Problem::NotFound),
    }
}

pub(in crate::http) async fn page(
    Extension(viewer): Extension<Viewer>,
    Named(id): Named<PartnerId>,
    RawQuery(query): RawQuery,
    caller: Caller,
) -> Response {
    show(&caller, &viewer, id, (None, told(query.as_deref()))).await
}

pub(in crate::http) async fn change(
    Extension(viewer): Extension<Viewer>,
    Named(id): Named<PartnerId>,
    caller: Caller,
    fields: Fields,
) -> Response {
    let mut typed = typed_in(&fields);
    let Some(profile) = read(&mut typed) else {
        return show(&caller, &viewer, id, (Some(typed), None)).await;
    };
    let (ports, who) = (caller.portal.plugs.ports.clone(), viewer.clone());
    let changed = to_its_end(async move { change_partner(&ports, &who, id, profile).await }).await;
    match changed {
        Err(problem) => caller.problem(&problem),
        Ok(Ok(())) => caller.lead_to(Desk::Profile(id), Some(Told::PARTNER_KEPT)),
        Ok(Err(ProfileError::Known(_))) => {
            typed.faults.push(PartnerFault::Taken);
            show(&caller, &viewer, id, (Some(typed), None)).await
        }
        Ok(Err(ProfileError::Unknown)) => caller.problem(&Problem::NotFound),
        Ok(Err(ProfileError::Store(error))) => caller.problem(&error.into()),
    }
}

/// Reads what was typed, or says what is wrong with it.
fn read(typed: &mut TypedPartner) -> Option<Profile> {
    let about = match typed.about.trim() {
        "" => Ok(None),
        text => PartnerAbout::try_from(text).map(Some).map_err(PartnerFault::About),
    };
    let (about, sector, website, postcode) = read_with(about, typed)?;
    Some(Profile { sector, website, postcode: Some(postcode), about })
}
