//! Whether parties still come: the letter's page, the own page's buttons, the organiser's choice.

use application::{
    identity::Viewer,
    signup::{
        SignUpError, TypedAsking, answer_whether_coming, asked_whether_coming, choose_asking,
    },
};
use axum::{
    Extension,
    extract::{Path, RawQuery},
    response::Response,
};
use domain::identity::Secret;
use ui::{
    Place, Problem, TakingPart, Told,
    routes::decode_query,
    signup::{AskingForm, ComingTold, OwnTold, RosterFault, RosterTold, coming_page},
};

use super::{
    date, nowhere, problem_at,
    roster::{done, show},
    secret, stopped,
};
use crate::http::{
    desk::to_its_end,
    doors::{Caller, answer},
    fields::Fields,
    pages,
};

/// The question behind a letter's link. Looking answers nothing, whoever looks.
pub(super) async fn page(
    Path(text): Path<String>,
    RawQuery(query): RawQuery,
    caller: Caller,
) -> Response {
    let asked = Told::of_query(query.as_deref());
    let told = ComingTold::ALL.into_iter().find(|it| asked == Some(it.word()));
    let pairs = decode_query(&query.unwrap_or_default());
    let says_no = pairs.iter().any(|(name, value)| name == "svar" && value == "nej");
    let found = async {
        let secret = secret(&text)?;
        let it = asked_whether_coming(&caller.portal.plugs.ports, &secret).await?;
        Ok((secret, it))
    };
    match found.await {
        Ok((secret, it)) => answer(coming_page(&caller.ask(), &secret, &it, says_no, told)),
        Err(error) => stopped(&caller, &nowhere(), error),
    }
}

pub(super) async fn answer_letter(
    Path(text): Path<String>,
    caller: Caller,
    fields: Fields,
) -> Response {
    let to = |secret, yes| {
        let told = if yes { ComingTold::Yes } else { ComingTold::No };
        (TakingPart::StillComing(secret), told.word())
    };
    answered(&text, &caller, &fields, to).await
}

/// The same on the sign-up's own page.
pub(super) async fn say(Path(text): Path<String>, caller: Caller, fields: Fields) -> Response {
    let to = |secret, yes| {
        let told = if yes { OwnTold::StillComing } else { OwnTold::NotComing };
        (TakingPart::Own(secret), told.word())
    };
    answered(&text, &caller, &fields, to).await
}

async fn answered(
    text: &str,
    caller: &Caller,
    fields: &Fields,
    to: fn(Secret, bool) -> (TakingPart, Told),
) -> Response {
    let secret = match secret(text) {
        Ok(secret) => secret,
        Err(error) => return stopped(caller, &nowhere(), error),
    };
    let yes = match fields.get("answer") {
        "yes" => true,
        "no" => false,
        _ => return problem_at(caller, &nowhere(), &Problem::Misunderstood),
    };
    let (ports, opens) = (caller.portal.plugs.ports.clone(), secret.clone());
    match to_its_end(async move { answer_whether_coming(&ports, &opens, yes).await }).await {
        Err(problem) => problem_at(caller, &nowhere(), &problem),
        Ok(Err(error)) => stopped(caller, &nowhere(), error),
        Ok(Ok(())) => {
            let (place, told) = to(secret, yes);
            pages::lead_to(&Place::TakingPart(place).path(caller.locale), Some(told))
        }
    }
}

/// The organiser says when those who come are asked.
pub(super) async fn choose(
    Extension(viewer): Extension<Viewer>,
    Path(id): Path<String>,
    caller: Caller,
    fields: Fields,
) -> Response {
    let id = date(&id);
    let get = |name: &str| fields.get(name).to_owned();
    let typed = TypedAsking { asks: get("asks"), frees: get("frees") };
    let (ports, who, sent) = (caller.portal.plugs.ports.clone(), viewer.clone(), typed.clone());
    let work = to_its_end(async move { choose_asking(&ports, &who, id, &sent).await }).await;
    match work {
        Ok(Err(SignUpError::Fields(faults))) => {
            let fault = RosterFault::Asking(AskingForm { typed, faults });
            show(&caller, &viewer, id, (None, Some(fault))).await
        }
        work => done(&caller, TakingPart::Roster(id), RosterTold::AskingSet, work),
    }
}
