//! A sign-up's own page, for whoever has its link.

use application::signup::{
    SignUpError, answer_offer, asked_to_withdraw, cancel_sign_up, change_answers, change_kin,
    change_number, show_sign_up, withdraw_consent,
};
use axum::{
    extract::{Path, RawQuery},
    response::Response,
};
use domain::{
    identity::Secret,
    signup::{Field, FieldFault},
};
use ui::{
    Locale, Place, Problem, TakingPart, Told,
    signup::{OwnFault, OwnTold, own_page, withdraw_page},
};

use super::{nowhere, problem_at, secret, stopped, typed_answers, typed_kin};
use crate::{
    adapters::square_code,
    http::{
        desk::to_its_end,
        doors::{Caller, answer},
        fields::Fields,
        pages,
    },
};

async fn show(
    caller: &Caller,
    secret: &Secret,
    told: Option<OwnTold>,
    fault: &OwnFault,
) -> Response {
    match show_sign_up(&caller.portal.plugs.ports, secret).await {
        Ok(shown) => {
            let ask = caller.ask();
            // Whoever comes shows at the door where they stand on its list.
            let place = TakingPart::CheckInOf(shown.sign_up.occurrence, shown.sign_up.id);
            let square = square_code(&ask.url(&Place::TakingPart(place), Locale::Da));
            answer(own_page(&ask, secret, &shown, told, fault, square))
        }
        Err(error) => stopped(caller, &nowhere(), error),
    }
}

pub(super) async fn page(
    Path(text): Path<String>,
    RawQuery(query): RawQuery,
    caller: Caller,
) -> Response {
    let asked = Told::of_query(query.as_deref());
    let told = OwnTold::ALL.into_iter().find(|it| asked == Some(it.word()));
    match secret(&text) {
        Ok(secret) => show(&caller, &secret, told, &OwnFault::default()).await,
        Err(error) => stopped(&caller, &nowhere(), error),
    }
}

/// Leads on to the page with what became of it, or shows it with what is wrong.
async fn done(
    caller: &Caller,
    secret: Secret,
    (told, pupils): (OwnTold, String),
    done: Result<Result<(), SignUpError>, Problem>,
) -> Response {
    let mut fault = OwnFault { pupils, ..OwnFault::default() };
    match done {
        Err(problem) => return problem_at(caller, &nowhere(), &problem),
        Ok(Ok(())) => {
            let place = Place::TakingPart(TakingPart::Own(secret));
            return pages::lead_to(&place.path(caller.locale), Some(told.word()));
        }
        Ok(Err(SignUpError::Fields(faults))) => fault.faults = faults,
        Ok(Err(SignUpError::Refused(refusal))) => fault.refusal = Some(refusal),
        Ok(Err(error)) => return stopped(caller, &nowhere(), error),
    }
    show(caller, &secret, None, &fault).await
}

pub(super) async fn change(Path(text): Path<String>, caller: Caller, fields: Fields) -> Response {
    let secret = match secret(&text) {
        Ok(secret) => secret,
        Err(error) => return stopped(&caller, &nowhere(), error),
    };
    let typed = fields.get("pupils").trim().to_owned();
    let Ok(pupils) = typed.parse::<u16>() else {
        let faults = vec![(Field::Pupils, FieldFault::NoNumber)];
        let fault = OwnFault { pupils: typed, faults, ..OwnFault::default() };
        return show(&caller, &secret, None, &fault).await;
    };
    let (ports, opens) = (caller.portal.plugs.ports.clone(), secret.clone());
    let work = to_its_end(async move { change_number(&ports, &opens, pupils).await }).await;
    done(&caller, secret, (OwnTold::Changed, typed), work).await
}

pub(super) async fn name_kin(Path(text): Path<String>, caller: Caller, fields: Fields) -> Response {
    let secret = match secret(&text) {
        Ok(secret) => secret,
        Err(error) => return stopped(&caller, &nowhere(), error),
    };
    // Whoever ticks that somebody is taken off says so, whatever stands in the fields.
    let mut typed = typed_kin(&fields);
    for off in fields.all("off") {
        match off {
            "second" => (typed.second_name, typed.second_email) = Default::default(),
            "emergency" => (typed.emergency_name, typed.emergency_phone) = Default::default(),
            _ => {}
        }
    }
    let (ports, opens, sent) = (caller.portal.plugs.ports.clone(), secret.clone(), typed.clone());
    let work = to_its_end(async move { change_kin(&ports, &opens, &sent).await }).await;
    let mut fault = OwnFault { kin: Some(typed), ..OwnFault::default() };
    match work {
        Err(problem) => return problem_at(&caller, &nowhere(), &problem),
        Ok(Ok(())) => {
            let place = Place::TakingPart(TakingPart::Own(secret));
            return pages::lead_to(&place.path(caller.locale), Some(OwnTold::KinChanged.word()));
        }
        Ok(Err(SignUpError::Fields(faults))) => fault.faults = faults,
        Ok(Err(SignUpError::TooOften)) => fault.is_too_often = true,
        Ok(Err(error)) => return stopped(&caller, &nowhere(), error),
    }
    show(&caller, &secret, None, &fault).await
}

pub(super) async fn answer_anew(
    Path(text): Path<String>,
    caller: Caller,
    fields: Fields,
) -> Response {
    let secret = match secret(&text) {
        Ok(secret) => secret,
        Err(error) => return stopped(&caller, &nowhere(), error),
    };
    let typed = typed_answers(&fields);
    let (ports, opens, sent) = (caller.portal.plugs.ports.clone(), secret.clone(), typed.clone());
    let work = to_its_end(async move { change_answers(&ports, &opens, &sent).await }).await;
    match work {
        Ok(Err(SignUpError::Fields(faults))) => {
            let fault = OwnFault { answers: Some(typed), faults, ..OwnFault::default() };
            show(&caller, &secret, None, &fault).await
        }
        work => done(&caller, secret, (OwnTold::Answered, String::new()), work).await,
    }
}

pub(super) async fn cancel(Path(text): Path<String>, caller: Caller, fields: Fields) -> Response {
    let secret = match secret(&text) {
        Ok(secret) => secret,
        Err(error) => return stopped(&caller, &nowhere(), error),
    };
    let withdraws = fields.get("withdraw") == "yes";
    let (ports, opens) = (caller.portal.plugs.ports.clone(), secret.clone());
    let work = to_its_end(async move { cancel_sign_up(&ports, &opens, withdraws).await }).await;
    done(&caller, secret, (OwnTold::Cancelled, String::new()), work).await
}

/// Asks a second guardian whether the consent is to be taken back, or says that it was.
pub(super) async fn asked_back(Path(text): Path<String>, caller: Caller) -> Response {
    let found = async {
        let secret = secret(&text)?;
        let it = asked_to_withdraw(&caller.portal.plugs.ports, &secret).await?;
        Ok((secret, it))
    };
    match found.await {
        Ok((secret, it)) => answer(withdraw_page(&caller.ask(), &secret, &it)),
        Err(error) => stopped(&caller, &nowhere(), error),
    }
}

pub(super) async fn take_back(Path(text): Path<String>, caller: Caller, _: Fields) -> Response {
    let secret = match secret(&text) {
        Ok(secret) => secret,
        Err(error) => return stopped(&caller, &nowhere(), error),
    };
    let (ports, opens) = (caller.portal.plugs.ports.clone(), secret.clone());
    match to_its_end(async move { withdraw_consent(&ports, &opens).await }).await {
        Err(problem) => problem_at(&caller, &nowhere(), &problem),
        Ok(Err(error)) => stopped(&caller, &nowhere(), error),
        Ok(Ok(())) => {
            let place = Place::TakingPart(TakingPart::WithdrawConsent(secret));
            pages::lead_to(&place.path(caller.locale), None)
        }
    }
}

pub(super) async fn answer_offered(
    Path(text): Path<String>,
    caller: Caller,
    fields: Fields,
) -> Response {
    let secret = match secret(&text) {
        Ok(secret) => secret,
        Err(error) => return stopped(&caller, &nowhere(), error),
    };
    let yes = match fields.get("answer") {
        "yes" => true,
        "no" => false,
        _ => return problem_at(&caller, &nowhere(), &Problem::Misunderstood),
    };
    let told = if yes { OwnTold::Accepted } else { OwnTold::Declined };
    let (ports, opens) = (caller.portal.plugs.ports.clone(), secret.clone());
    let work = to_its_end(async move { answer_offer(&ports, &opens, yes).await }).await;
    done(&caller, secret, (told, String::new()), work).await
}
