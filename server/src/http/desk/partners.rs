//! Asking for a partner.

use application::{
    identity::Viewer,
    partners::{Claimed, IntroduceError, claim_partner, find_partner, introduce_partner},
};
use axum::{Extension, extract::RawQuery, response::Response};
use domain::{
    SafeUrl,
    pact::Postcode,
    partners::{Introduction, Partner, PartnerId, PartnerName, Sector},
};
use ui::{
    Desk, Problem, Told,
    partners::{PartnerFault, TypedPartner, find_partner_page, introduce_partner_page},
};

use super::{remark, to_its_end};
use crate::http::{
    doors::{Caller, answer},
    fields::Fields,
    named::Named,
};

/// What is looked for is no longer than a name can be.
const LONGEST: usize = 200;

pub(super) fn asked(query: Option<&str>, name: &str) -> Option<String> {
    let pairs = ui::routes::decode_query(query.unwrap_or_default());
    let value = pairs.into_iter().find(|(key, _)| key == name).map(|(_, value)| value)?;
    Some(no_longer(&value))
}

/// What was typed, as far as it is looked for.
pub(super) fn no_longer(typed: &str) -> String {
    typed.chars().take(LONGEST).collect()
}

pub(in crate::http) async fn find(RawQuery(query): RawQuery, caller: Caller) -> Response {
    let typed = asked(query.as_deref(), "q").unwrap_or_default();
    if typed.trim().is_empty() {
        return answer(find_partner_page(&caller.ask(), "", None));
    }
    match find_partner(&caller.portal.plugs.ports, &typed).await {
        Ok(found) => answer(find_partner_page(&caller.ask(), &typed, Some(found))),
        Err(error) => caller.problem(&error.into()),
    }
}

pub(in crate::http) async fn new_page(RawQuery(query): RawQuery, caller: Caller) -> Response {
    let typed = asked(query.as_deref(), "navn").unwrap_or_default();
    // Who looked for a web address has typed it already.
    let is_host = typed.contains('.') && !typed.trim().contains(' ');
    let typed = if is_host {
        TypedPartner { website: typed, ..TypedPartner::default() }
    } else {
        TypedPartner { name: typed, ..TypedPartner::default() }
    };
    answer(introduce_partner_page(&caller.ask(), &typed, None))
}

pub(in crate::http) async fn introduce(
    Extension(viewer): Extension<Viewer>,
    caller: Caller,
    fields: Fields,
) -> Response {
    let mut typed = typed_in(&fields);
    let Some(said) = read(&mut typed) else {
        return answer(introduce_partner_page(&caller.ask(), &typed, None));
    };
    let (ports, browser) = (caller.portal.plugs.ports.clone(), caller.browser());
    let made =
        to_its_end(async move { introduce_partner(&ports, &viewer, said, &browser).await }).await;
    match made {
        Err(problem) => caller.problem(&problem),
        Ok(Ok((_, signed_in))) => caller.lead_anew(&signed_in, Told::PARTNER_MADE),
        Ok(Err(IntroduceError::Known(known))) => again(&caller, &typed, Some(*known)),
        Ok(Err(IntroduceError::TooMany)) => {
            typed.faults.push(PartnerFault::TooMany);
            again(&caller, &typed, None)
        }
        Ok(Err(IntroduceError::Unknown)) => caller.problem(&Problem::NotFound),
        Ok(Err(IntroduceError::Store(error))) => caller.problem(&error.into()),
    }
}

fn again(caller: &Caller, typed: &TypedPartner, known: Option<Partner>) -> Response {
    answer(introduce_partner_page(&caller.ask(), typed, known))
}

/// Reads what was typed, or says what is wrong with it.
fn read(typed: &mut TypedPartner) -> Option<Introduction> {
    let name = PartnerName::try_from(typed.name.as_str()).map_err(PartnerFault::Name);
    let (name, sector, website, postcode) = read_with(name, typed)?;
    Some(Introduction { name, sector, website, postcode })
}

/// What was typed about a partner; a form that does not ask for something sends nothing of it.
pub(super) fn typed_in(fields: &Fields) -> TypedPartner {
    TypedPartner {
        name: fields.get("name").to_owned(),
        sector: fields.get("sector").to_owned(),
        website: fields.get("website").to_owned(),
        postcode: fields.get("postcode").to_owned(),
        // Browsers send line ends as CR LF (HTML, 4.10.21.7).
        about: fields.get("about").replace("\r\n", "\n"),
        faults: Vec::new(),
    }
}

/// Reads what every form about a partner asks for, behind what only one of them does, or says
/// what is wrong, in the order of the form.
pub(super) fn read_with<T>(
    first: Result<T, PartnerFault>,
    typed: &mut TypedPartner,
) -> Option<(T, Sector, Option<SafeUrl>, Postcode)> {
    let sector: Result<Sector, _> = typed.sector.parse().map_err(|_| PartnerFault::Sector);
    let website = website(&typed.website).map_err(PartnerFault::Website);
    let postcode =
        typed.postcode.trim().parse().map_err(|error| PartnerFault::Postcode(Some(error)));
    match (first, sector, website, postcode) {
        (Ok(first), Ok(sector), Ok(website), Ok(postcode)) => {
            Some((first, sector, website, postcode))
        }
        (first, sector, website, postcode) => {
            typed.faults.extend(first.err());
            typed.faults.extend(sector.err());
            typed.faults.extend(website.err());
            typed.faults.extend(postcode.err());
            None
        }
    }
}

/// Nobody types what stands before the host.
fn website(typed: &str) -> Result<Option<SafeUrl>, domain::InvalidUrl> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let whole = if typed.contains("://") { typed.to_owned() } else { format!("https://{typed}") };
    let url = SafeUrl::try_from(whole)?;
    match url.host() {
        Some(host) if host.contains('.') => Ok(Some(url)),
        _ => Err(domain::InvalidUrl::NotAnAddress),
    }
}

pub(in crate::http) async fn claim(
    Extension(viewer): Extension<Viewer>,
    Named(id): Named<PartnerId>,
    caller: Caller,
    fields: Fields,
) -> Response {
    let (ports, browser) = (caller.portal.plugs.ports.clone(), caller.browser());
    let remark = remark(fields.get("remark"));
    let claimed =
        to_its_end(async move { claim_partner(&ports, &viewer, id, remark, &browser).await }).await;
    match claimed {
        Err(problem) => caller.problem(&problem),
        Ok(Ok(Claimed::Granted(signed_in))) => caller.lead_anew(&signed_in, Told::GRANTED),
        Ok(Ok(Claimed::Waits)) => caller.lead_to(Desk::Home, Some(Told::CLAIMED)),
        Ok(Ok(Claimed::TooMany)) => caller.lead_to(Desk::Home, Some(Told::CLAIMS_WAIT)),
        Ok(Ok(Claimed::WasTheirs)) => caller.lead_to(Desk::Home, Some(Told::THEIRS_ALREADY)),
        Ok(Err(error)) => caller.stopped_at(error, Desk::Home),
    }
}
