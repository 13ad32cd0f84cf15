//! Seats that are drawn: an organiser chooses it, and everybody may look and do it again.

use application::{
    catalogue::WholeSheet,
    identity::Viewer,
    signup::{DrawSheets, SignUpError, TypedDraw, have_drawn, publish_draw, show_draw},
};
use axum::{Extension, extract::Path, response::Response};
use ui::{
    Problem, TakingPart,
    signup::{DrawForm, RosterFault, RosterTold, draw_page},
};

use super::{
    date, problem_at,
    roster::{done, show},
    stopped,
};
use crate::http::{
    desk::to_its_end,
    doors::{Caller, answer},
    fields::Fields,
    sheet_file::SheetFile,
};

pub(super) async fn choose(
    Extension(viewer): Extension<Viewer>,
    Path(id): Path<String>,
    caller: Caller,
    fields: Fields,
) -> Response {
    let id = date(&id);
    let get = |name: &str| fields.get(name).to_owned();
    let typed =
        TypedDraw { by: get("by"), day: get("day"), time: get("time"), priority: get("priority") };
    let (ports, who, sent) = (caller.portal.plugs.ports.clone(), viewer.clone(), typed.clone());
    let work = to_its_end(async move { have_drawn(&ports, &who, id, &sent).await }).await;
    let mut form = DrawForm { typed, ..DrawForm::default() };
    match work {
        Ok(Err(SignUpError::Fields(faults))) => form.faults = faults,
        Ok(Err(SignUpError::Refused(refusal))) => form.refusal = Some(refusal),
        work => return done(&caller, TakingPart::Roster(id), RosterTold::DrawSet, work),
    }
    show(&caller, &viewer, id, (None, Some(RosterFault::Draw(form)))).await
}

pub(super) async fn page(Path(id): Path<String>, caller: Caller) -> Response {
    let id = date(&id);
    match show_draw(&caller.portal.plugs.ports, id).await {
        Ok(shown) => answer(draw_page(&caller.ask(), &shown)),
        Err(error) => stopped(&caller, &TakingPart::Draw(id), error),
    }
}

pub(super) async fn dates(Path(id): Path<String>, caller: Caller) -> Response {
    publish(&id, &caller, ("datoer", |it| it.dates)).await
}

pub(super) async fn parties(Path(id): Path<String>, caller: Caller) -> Response {
    publish(&id, &caller, ("tilmeldinger", |it| it.parties)).await
}

async fn publish(
    id: &str,
    caller: &Caller,
    (name, which): (&str, fn(DrawSheets) -> WholeSheet),
) -> Response {
    let id = date(id);
    let sheets = match publish_draw(&caller.portal.plugs.ports, id).await {
        Ok(sheets) => sheets,
        Err(error) => return stopped(caller, &TakingPart::Draw(id), error),
    };
    // It is for programs, so it is the same in every language.
    SheetFile::Csv(b',').answer(which(sheets), name).await.unwrap_or_else(|| {
        let broken = Problem::Broken;
        problem_at(caller, &TakingPart::Draw(id), &broken)
    })
}
