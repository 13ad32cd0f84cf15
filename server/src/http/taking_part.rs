//! Taking part, over HTTP: forms, answers to letters, and a sign-up's own page. No cookie is set,
//! and one is looked at only to fill in what is known; whoever has a link may do what it is for.

mod adding;
mod calendar;
mod check_in;
mod coming;
mod draw;
mod interest;
mod message;
mod mine;
mod own;
mod papers;
mod proofs;
mod report;
mod requests;
mod roster;

use application::{
    ports::{ActivitySummary, Lookup},
    signup::{DateShown, SignUpError, asked_to_confirm, confirm_sign_up, show_form, sign_up},
};
use axum::{
    Extension, Router,
    extract::{Path, RawQuery},
    middleware,
    response::Response,
    routing::{get, post},
};
use domain::{
    Uuid,
    catalogue::OccurrenceId,
    identity::Secret,
    search::{Filter, Query},
    signup::{Admission, AttemptKey, PartyKind, Stage, TypedAnswers, TypedKin, TypedParty},
};
use ui::{
    Locale, Place, Problem, TakingPart, Told,
    routes::{decode_query, pattern::taking_part},
    signup::{OwnTold, SentWord, TypedForm, answer_page, dead_answer_page, form_page},
};

use super::{
    Portal,
    desk::to_its_end,
    doors::{Caller, answer, keep_nowhere},
    fields::Fields,
    pages, problems,
};

pub(super) fn routes() -> Router<Portal> {
    let parts = || {
        Router::new()
            .route(taking_part::FORM, get(page).post(send))
            .route(taking_part::ANSWER, get(asked).post(answered))
            .route(taking_part::OWN, get(own::page))
            .route(taking_part::CHANGE, post(own::change))
            .route(taking_part::CHANGE_KIN, post(own::name_kin))
            .route(taking_part::CHANGE_ANSWERS, post(own::answer_anew))
            .route(taking_part::CANCEL, post(own::cancel))
            .route(taking_part::WITHDRAW_CONSENT, get(own::asked_back).post(own::take_back))
            .route(taking_part::ANSWER_OFFER, post(own::answer_offered))
            .route(taking_part::SAY_COMING, post(coming::say))
            .route(taking_part::STILL_COMING, get(coming::page).post(coming::answer_letter))
            .route(taking_part::CALENDAR, get(calendar::of_sign_up))
            .route(taking_part::OWN_DAY_SHEET, get(papers::own_day_sheet))
            .route(taking_part::OWN_DAY_SHEET_PDF, get(papers::own_day_sheet_pdf))
            .route(taking_part::RELEASE_LETTER, get(papers::release_letter))
            .route(taking_part::RELEASE_LETTER_PDF, get(papers::release_letter_pdf))
            .route(taking_part::ASK, get(requests::page).post(requests::send))
            .route(taking_part::SEND_REQUEST, get(requests::asked).post(requests::answered))
            .route(taking_part::OWN_REQUEST, get(requests::own))
            .route(taking_part::WITHDRAW_REQUEST, post(requests::withdraw))
            .route(taking_part::OPEN_SEAT, post(requests::open_seat_page))
            .route(taking_part::REQUESTS, get(requests::list))
            .route(taking_part::REQUEST, get(requests::one).post(requests::reply))
            .route(taking_part::MINE, get(mine::page))
            .route(taking_part::OPEN_MINE, post(mine::open))
            .route(taking_part::OPEN_MY_REQUEST, post(mine::open_request))
            .route(taking_part::ROSTER, get(roster::page))
            .route(taking_part::CANCEL_PARTY, post(roster::cancel))
            .route(taking_part::ADD_PARTY, get(adding::page).post(adding::send))
            .route(taking_part::MOVE_PARTY, post(roster::move_to))
            .route(taking_part::WRITE, get(message::page).post(message::send))
            .route(taking_part::SET_RULE, post(roster::set_rule))
            .route(taking_part::HAVE_DRAWN, post(draw::choose))
            .route(taking_part::ASK_COMING, post(coming::choose))
            .route(taking_part::DRAW, get(draw::page))
            .route(taking_part::DRAW_DATES, get(draw::dates))
            .route(taking_part::DRAW_PARTIES, get(draw::parties))
            .route(taking_part::REPORT, get(report::page).post(report::write))
            .route(taking_part::CERTIFICATE, get(proofs::certificate))
            .route(taking_part::CERTIFICATE_PDF, get(proofs::certificate_pdf))
            .route(taking_part::PROOF, get(proofs::proof))
            .route(taking_part::PROOF_PDF, get(proofs::proof_pdf))
            .route(taking_part::ASK_INTEREST, post(interest::ask))
            .route(taking_part::INTEREST_SHEET, get(interest::sheet))
            .route(taking_part::INTEREST, get(interest::page).post(interest::send))
            .route(taking_part::ROSTER_CSV, get(roster::csv))
            .route(taking_part::ROSTER_XLSX, get(roster::xlsx))
            .route(taking_part::DAY_SHEET, get(papers::day_sheet))
            .route(taking_part::DAY_SHEET_PDF, get(papers::day_sheet_pdf))
            .layer(middleware::map_response(keep_nowhere))
    };
    let english = parts().layer(Extension(Locale::En));
    parts().layer(Extension(Locale::Da)).nest(Locale::En.prefix(), english)
}

/// The door of a date, where whoever is signed in ticks off far more than anybody sends forms.
pub(super) fn check_in_routes() -> Router<Portal> {
    let parts = || {
        Router::new()
            .route(taking_part::CHECK_IN, get(check_in::page).post(check_in::tick))
            .route(taking_part::CHECK_IN_TOLD, post(check_in::tell))
            .layer(middleware::map_response(keep_nowhere))
            .route(taking_part::CHECK_IN_APP, get(check_in::app))
            .route(taking_part::CHECK_IN_GUARD, get(check_in::guard))
    };
    let english = parts().layer(Extension(Locale::En));
    parts().layer(Extension(Locale::Da)).nest(Locale::En.prefix(), english)
}

fn problem_at(caller: &Caller, place: &TakingPart, problem: &Problem) -> Response {
    let path = Place::TakingPart(place.clone()).path(Locale::Da);
    problems::stand_in(&caller.ask(), problem, &path)
}

/// What stops somebody who does not fill in a form.
fn stopped(caller: &Caller, place: &TakingPart, error: SignUpError) -> Response {
    match error {
        SignUpError::DeadLink => answer(dead_answer_page(&caller.ask(), None)),
        SignUpError::Refused(refusal) => answer(dead_answer_page(&caller.ask(), Some(refusal))),
        SignUpError::Store(error) => problem_at(caller, place, &error.into()),
        SignUpError::TooOften => problem_at(caller, place, &Problem::TooMany),
        SignUpError::Unknown
        | SignUpError::ElsewhereKept
        | SignUpError::Fields(_)
        | SignUpError::Request(_)
        | SignUpError::OtherForm => problem_at(caller, place, &Problem::NotFound),
    }
}

fn secret(text: &str) -> Result<Secret, SignUpError> {
    text.parse().map_err(|_| SignUpError::DeadLink)
}

fn date(text: &str) -> OccurrenceId {
    TakingPart::date(text).unwrap_or(OccurrenceId(Uuid::nil()))
}

/// What else there is room at: other activities of the same subject.
async fn instead(caller: &Caller, shown: &DateShown, seats: u16) -> Vec<ActivitySummary> {
    const SHOWN: usize = 3;

    let activity = &shown.details.activity;
    let topics = activity.particulars().topics.clone();
    let filter = Filter { topics, seats: Some(seats.max(1)), ..Filter::default() };
    let query = Query { filter, ..Query::default() };
    let ports = &caller.portal.plugs.ports;
    let lookup = Lookup { query: &query, matches: None, now: ports.clock.now() };
    let found = ports.catalogue.find(lookup).await;
    let mut hits = found.map(|it| it.hits).unwrap_or_default();
    hits.retain(|it| it.id != activity.id);
    hits.truncate(SHOWN);
    hits
}

async fn show(
    caller: &Caller,
    shown: &DateShown,
    typed: &TypedForm,
    told: Option<SentWord>,
) -> Response {
    let wants_more = shown.line.free == 0 || typed.refusal.is_some() || told.is_some();
    let seats = typed.party.pupils.parse().unwrap_or(1);
    let instead = if wants_more { instead(caller, shown, seats).await } else { Vec::new() };
    answer(form_page(&caller.ask(), shown, typed, told, instead))
}

async fn page(Path(id): Path<String>, RawQuery(query): RawQuery, caller: Caller) -> Response {
    let id = date(&id);
    let shown = match show_form(&caller.portal.plugs.ports, id).await {
        Ok(shown) => shown,
        Err(error) => return stopped(&caller, &TakingPart::Form(id), error),
    };
    let asked = Told::of_query(query.as_deref());
    let pairs = decode_query(&query.unwrap_or_default());
    let of = |name: &str| pairs.iter().find(|(key, _)| key == name).map(|(_, it)| it.as_str());
    let told = SentWord::ALL.into_iter().find(|it| asked == Some(it.word()));
    let kind = of("som").unwrap_or_default().to_owned();
    let (name, email) = mine::known(&caller).await;
    let typed = TypedForm {
        key: fresh_key(&caller),
        party: TypedParty { kind, name, email, ..TypedParty::default() },
        ..TypedForm::default()
    };
    show(&caller, &shown, &typed, told).await
}

/// Names one filling-in of a form.
fn fresh_key(caller: &Caller) -> String {
    let mut chance = [0; 32];
    caller.portal.plugs.ports.chance.fill(&mut chance);
    Secret::of(chance).text()
}

fn typed_party(fields: &Fields) -> TypedParty {
    let get = |name: &str| fields.get(name).to_owned();
    TypedParty {
        kind: get("kind"),
        school: get("school"),
        class: get("class"),
        grade: get("grade"),
        pupils: get("pupils"),
        adults: get("adults"),
        child: get("child"),
        age: get("age"),
        name: get("name"),
        email: get("email"),
        phone: get("phone"),
        needs: get("needs"),
        kin: typed_kin(fields),
        answers: typed_answers(fields),
        agrees: fields.get("agrees") == "yes",
        waits: fields.get("waits") == "yes",
    }
}

fn typed_kin(fields: &Fields) -> TypedKin {
    let get = |name: &str| fields.get(name).to_owned();
    TypedKin {
        second_name: get("second_name"),
        second_email: get("second_email"),
        emergency_name: get("emergency_name"),
        emergency_phone: get("emergency_phone"),
    }
}

fn typed_answers(fields: &Fields) -> TypedAnswers {
    let cells = TypedAnswers::FIELDS.map(|it| fields.get(it.key()).to_owned());
    TypedAnswers { of: fields.get("questions").to_owned(), cells }
}

async fn send(Path(id): Path<String>, caller: Caller, fields: Fields) -> Response {
    let id = date(&id);
    let place = TakingPart::Form(id);
    let party = typed_party(&fields);
    let Ok(key) = fields.get("key").parse::<AttemptKey>() else {
        // A form that lost its key comes back under a fresh one.
        let key = fresh_key(&caller);
        let typed = TypedForm { key, party, is_other_form: true, ..TypedForm::default() };
        return shown_again(&caller, id, &typed).await;
    };
    let (ports, language) = (caller.portal.plugs.ports.clone(), caller.language());
    let (sent, typed_key) = (party.clone(), key.as_str().to_owned());
    let done = to_its_end(async move { sign_up(&ports, id, key, &sent, language).await }).await;
    let is_child = party.kind == PartyKind::Child.key();
    let mut typed = TypedForm { key: typed_key, party, ..TypedForm::default() };
    match done {
        Err(problem) => return problem_at(&caller, &place, &problem),
        Ok(Ok(sent)) => {
            let word = match (sent.admission, is_child) {
                (Admission::Held { .. }, false) => SentWord::Held,
                (Admission::Held { .. }, true) => SentWord::HeldForChild,
                (Admission::FirstToAnswer { .. }, false) => SentWord::FirstToAnswer,
                (Admission::FirstToAnswer { .. }, true) => SentWord::FirstToAnswerForChild,
                (Admission::Queued { .. }, false) => SentWord::Queued,
                (Admission::Queued { .. }, true) => SentWord::QueuedForChild,
            };
            let path = Place::TakingPart(place).path(caller.locale);
            return pages::lead_to(&path, Some(word.word()));
        }
        Ok(Err(SignUpError::Fields(faults))) => typed.faults = faults,
        Ok(Err(SignUpError::Refused(refusal))) => typed.refusal = Some(refusal),
        Ok(Err(SignUpError::TooOften)) => typed.is_too_often = true,
        Ok(Err(SignUpError::OtherForm)) => typed.is_other_form = true,
        Ok(Err(error)) => return stopped(&caller, &place, error),
    }
    shown_again(&caller, id, &typed).await
}

/// The form with what is wrong.
async fn shown_again(caller: &Caller, id: OccurrenceId, typed: &TypedForm) -> Response {
    match show_form(&caller.portal.plugs.ports, id).await {
        Ok(shown) => show(caller, &shown, typed, None).await,
        Err(error) => stopped(caller, &TakingPart::Form(id), error),
    }
}

async fn asked(Path(text): Path<String>, caller: Caller) -> Response {
    let found = async {
        let secret = secret(&text)?;
        let it = asked_to_confirm(&caller.portal.plugs.ports, &secret).await?;
        Ok((secret, it))
    };
    match found.await {
        Ok((secret, it)) => answer(answer_page(&caller.ask(), &secret, &it)),
        Err(error) => stopped(&caller, &nowhere(), error),
    }
}

async fn answered(Path(text): Path<String>, caller: Caller, _: Fields) -> Response {
    let secret = match secret(&text) {
        Ok(secret) => secret,
        Err(error) => return stopped(&caller, &nowhere(), error),
    };
    let ports = caller.portal.plugs.ports.clone();
    match to_its_end(async move { confirm_sign_up(&ports, &secret).await }).await {
        Err(problem) => problem_at(&caller, &nowhere(), &problem),
        Ok(Err(error)) => stopped(&caller, &nowhere(), error),
        Ok(Ok(confirmed)) => {
            let told = match confirmed.stage {
                Stage::Confirmed => OwnTold::Confirmed,
                _ if confirmed.is_in_draw => OwnTold::InDraw,
                _ => OwnTold::InLine,
            };
            let place = Place::TakingPart(TakingPart::Own(confirmed.secret));
            pages::lead_to(&place.path(caller.locale), Some(told.word()))
        }
    }
}

/// A problem with a secret is told without it.
fn nowhere() -> TakingPart {
    TakingPart::Form(OccurrenceId(Uuid::nil()))
}
