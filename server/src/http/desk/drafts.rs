//! The editor.

use application::{
    catalogue::{
        AnswerFault, DeskError, SaveMode, Saving, Sent, Step, begin_draft, come_again,
        discard_draft, look_over_draft, preview_draft, save_answers, send_draft, show_draft,
        show_typed,
    },
    identity::Viewer,
};
use axum::{
    Extension,
    extract::{Path, RawQuery},
    http::{StatusCode, header},
    response::{IntoResponse as _, Response},
};
use domain::{
    catalogue::{Answers, DraftId, Origin, TypedAgain, TypedDate, TypedQuestion},
    partners::PartnerId,
};
use ui::{
    Desk, Place, Problem, Told,
    catalogue::{
        Unkept, editor_page, kept_sentence, look_over_page, preview_page, unkept_page,
        unkept_sentence,
    },
};

use super::{to_its_end, told};
use crate::http::{
    doors::{Caller, answer},
    fields::Fields,
    named::{Named, named},
    pages,
};

pub(in crate::http) async fn begin(
    Extension(viewer): Extension<Viewer>,
    Named(id): Named<PartnerId>,
    caller: Caller,
) -> Response {
    let ports = caller.portal.plugs.ports.clone();
    match to_its_end(async move { begin_draft(&ports, &viewer, id).await }).await {
        Err(problem) => caller.problem(&problem),
        Ok(Ok(draft)) => caller.lead_to(Desk::Write(draft, Step::What), None),
        Ok(Err(error)) => caller.stopped_at(error, Desk::Home),
    }
}

fn place(id: &str, step: &str) -> Option<(DraftId, Step)> {
    Some((DraftId(named(id)?), ui::routes::step_of(step)?))
}

pub(in crate::http) async fn page(
    Extension(viewer): Extension<Viewer>,
    Path((id, step)): Path<(String, String)>,
    RawQuery(query): RawQuery,
    caller: Caller,
) -> Response {
    let Some((id, step)) = place(&id, &step) else { return caller.problem(&Problem::NotFound) };
    show(&caller, &viewer, (id, step), Wrong::default(), told(query.as_deref())).await
}

pub(in crate::http) async fn send_page(
    Extension(viewer): Extension<Viewer>,
    Named(id): Named<DraftId>,
    caller: Caller,
) -> Response {
    show(&caller, &viewer, (id, Step::Send), Wrong::default(), None).await
}

/// What is wrong with what was typed, and how dates would have come again.
type Wrong = (Vec<AnswerFault>, TypedAgain);

async fn show(
    caller: &Caller,
    viewer: &Viewer,
    (id, step): (DraftId, Step),
    wrong: Wrong,
    told: Option<&'static str>,
) -> Response {
    let ports = &caller.portal.plugs.ports;
    if step == Step::Send {
        return match look_over_draft(ports, viewer, id).await {
            Ok(look) => answer(look_over_page(&caller.ask(), look, &wrong.0)),
            Err(error) => caller.stopped_at(error, Desk::Home),
        };
    }
    match show_draft(ports, viewer, id).await {
        Ok(page) => answer(editor_page(&caller.ask(), page, step, wrong, told)),
        Err(error) => caller.stopped_at(error, Desk::Home),
    }
}

pub(in crate::http) async fn save(
    Extension(viewer): Extension<Viewer>,
    Path((id, step)): Path<(String, String)>,
    caller: Caller,
    fields: Fields,
) -> Response {
    let Some((id, step)) = place(&id, &step) else { return caller.problem(&Problem::NotFound) };
    let doing = fields.get("do").to_owned();
    let mut typed = answers(&fields, step);
    let again = again(&fields);
    let wrong = if doing == "again" { come_again(&mut typed, &again) } else { Vec::new() };
    let mode = match doing.as_str() {
        KEEP_QUIETLY | "keep" | "more" | "again" => SaveMode::Keep,
        _ => SaveMode::GoOn,
    };
    let is_pressed = doing != KEEP_QUIETLY;
    let saving = Saving { mode, origin: origin(&fields, is_pressed) };
    let (ports, who, words) = (caller.portal.plugs.ports.clone(), viewer.clone(), typed.clone());
    let saving = async move { save_answers(&ports, &who, id, (step, words), saving).await };
    let saved = to_its_end(saving).await;
    if !is_pressed {
        return quietly(&caller, saved);
    }
    match saved {
        Err(problem) => caller.problem(&problem),
        Ok(Err(DeskError::Crossed)) => {
            unkept(&caller, &viewer, id, (step, typed), Unkept::Crossed).await
        }
        Ok(Err(DeskError::TooMuch)) => {
            unkept(&caller, &viewer, id, (step, typed), Unkept::TooMuch).await
        }
        Ok(Err(error)) => caller.stopped_at(error, Desk::Home),
        Ok(Ok(faults)) if !faults.is_empty() || !wrong.is_empty() => {
            let faults = [faults, wrong].concat();
            show(&caller, &viewer, (id, step), (faults, again), None).await
        }
        Ok(Ok(_)) => match doing.as_str() {
            "keep" => caller.lead_to(Desk::Home, Some(Told::KEPT)),
            "more" | "again" => {
                let path = Place::Desk(Desk::Write(id, step)).path(caller.locale);
                pages::redirect(StatusCode::SEE_OTHER, &format!("{path}#start"))
            }
            _ => caller.lead_to(Desk::Write(id, step.next()), None),
        },
    }
}

/// What a form hands in by itself, without anybody pressing a button.
const KEEP_QUIETLY: &str = "draft";

/// The window from which a form comes, and what it has seen; none where it does not say.
fn origin(fields: &Fields, is_pressed: bool) -> Option<Origin> {
    let keeping = fields.get("sitting").parse().ok()?;
    Some(Origin { keeping, seen: fields.get("seen").parse().ok(), is_pressed })
}

/// Answers a form that nobody pressed a button of, in a sentence that it shows.
fn quietly(
    caller: &Caller,
    saved: Result<Result<Vec<AnswerFault>, DeskError>, Problem>,
) -> Response {
    let ask = caller.ask();
    let (status, words) = match saved {
        Ok(Ok(_)) => (StatusCode::OK, kept_sentence(&ask, caller.portal.plugs.ports.clock.now())),
        Ok(Err(DeskError::Crossed)) => {
            (StatusCode::CONFLICT, unkept_sentence(&ask, Unkept::Crossed).to_owned())
        }
        Ok(Err(DeskError::TooMuch)) => {
            (StatusCode::UNPROCESSABLE_ENTITY, unkept_sentence(&ask, Unkept::TooMuch).to_owned())
        }
        Ok(Err(error)) => return caller.stopped_at(error, Desk::Home),
        Err(problem) => return caller.problem(&problem),
    };
    (status, [(header::CONTENT_TYPE, "text/plain; charset=utf-8")], words).into_response()
}

/// The step comes back with what was typed, and says why it is not kept.
async fn unkept(
    caller: &Caller,
    viewer: &Viewer,
    id: DraftId,
    (step, typed): (Step, Answers),
    why: Unkept,
) -> Response {
    match show_typed(&caller.portal.plugs.ports, viewer, id, (step, typed)).await {
        Ok(page) => answer(unkept_page(&caller.ask(), page, step, why)),
        Err(error) => caller.stopped_at(error, Desk::Home),
    }
}

/// What a step's form sent; what is ticked several times is joined as a sheet joins it.
fn answers(fields: &Fields, step: Step) -> Answers {
    let mut answers = Answers::default();
    for column in step.columns() {
        let typed: Vec<&str> =
            fields.all(column.name()).filter(|it| !it.trim().is_empty()).collect();
        // Browsers send line ends as CR LF (HTML, 4.10.21.7).
        answers.set(column.name(), typed.join(";").replace("\r\n", "\n"));
    }
    if step == Step::How {
        for name in TypedQuestion::NAMES.as_flattened() {
            answers.set(name, fields.get(name).replace("\r\n", "\n"));
        }
    }
    if step == Step::When {
        answers.dates = dates(fields);
    }
    answers
}

/// How the last date is to come again.
fn again(fields: &Fields) -> TypedAgain {
    TypedAgain {
        every: fields.get("every").to_owned(),
        weekdays: fields.all("weekday").map(str::to_owned).collect(),
        until: fields.get("until").to_owned(),
    }
}

/// The rows of dates, without those in which nothing is typed.
fn dates(fields: &Fields) -> Vec<TypedDate> {
    let column = |name: &'static str| fields.all(name).map(str::to_owned).collect::<Vec<_>>();
    let (days, from, to) = (column("day"), column("from"), column("to"));
    let (last_days, seats, deadlines) = (column("last_day"), column("seats"), column("deadline"));
    let at = |list: &[String], n: usize| list.get(n).cloned().unwrap_or_default();
    let rows = (0..days.len()).map(|n| TypedDate {
        day: at(&days, n),
        from: at(&from, n),
        to: at(&to, n),
        last_day: at(&last_days, n),
        seats: at(&seats, n),
        deadline: at(&deadlines, n),
    });
    rows.filter(|it| !it.is_empty()).collect()
}

pub(in crate::http) async fn send(
    Extension(viewer): Extension<Viewer>,
    Named(id): Named<DraftId>,
    caller: Caller,
) -> Response {
    let (ports, who) = (caller.portal.plugs.ports.clone(), viewer.clone());
    match to_its_end(async move { send_draft(&ports, &who, id).await }).await {
        Err(problem) => caller.problem(&problem),
        Ok(Ok(Sent::Waits(_))) => caller.lead_to(Desk::Home, Some(Told::SENT)),
        Ok(Ok(Sent::Published(slug))) => {
            let path = Place::Activity(slug).path(caller.locale);
            pages::redirect(StatusCode::SEE_OTHER, &path)
        }
        Ok(Err(DeskError::Faulty(faults))) => {
            show(&caller, &viewer, (id, Step::Send), (faults, TypedAgain::default()), None).await
        }
        Ok(Err(DeskError::PictureUntold)) => caller.lead_to(Desk::Picture(id), None),
        Ok(Err(error)) => caller.stopped_at(error, Desk::Home),
    }
}

pub(in crate::http) async fn preview(
    Extension(viewer): Extension<Viewer>,
    Named(id): Named<DraftId>,
    caller: Caller,
) -> Response {
    match preview_draft(&caller.portal.plugs.ports, &viewer, id).await {
        Ok(page) => answer(preview_page(&caller.ask(), id, page)),
        Err(DeskError::Faulty(_)) => caller.lead_to(Desk::Write(id, Step::Send), None),
        Err(error) => caller.stopped_at(error, Desk::Home),
    }
}

pub(in crate::http) async fn discard(
    Extension(viewer): Extension<Viewer>,
    Named(id): Named<DraftId>,
    caller: Caller,
) -> Response {
    let ports = caller.portal.plugs.ports.clone();
    match to_its_end(async move { discard_draft(&ports, &viewer, id).await }).await {
        Err(problem) => caller.problem(&problem),
        Ok(Ok(())) => caller.lead_to(Desk::Home, Some(Told::DISCARDED)),
        Ok(Err(error)) => caller.stopped_at(error, Desk::Home),
    }
}
