//! What one has found and keeps for later.

use application::{
    catalogue::{SaveError, forget_saved, save_activity, see_activity, show_saved},
    identity::Viewer,
};
use axum::{
    Extension,
    extract::{Path, RawQuery},
    response::Response,
};
use domain::{
    Uuid,
    catalogue::{ActivityId, Slug, Title},
};
use ui::{
    Door, Place, Problem, Told,
    catalogue::{save_page, saved_page},
};

use super::{Caller, Stop, answer, lead};
use crate::http::{desk::to_its_end, problems};

pub(super) async fn page(
    Extension(viewer): Extension<Viewer>,
    RawQuery(query): RawQuery,
    caller: Caller,
) -> Response {
    match show_saved(&caller.portal.plugs.ports, &viewer).await {
        Ok(shown) => {
            let told = Told::of_query(query.as_deref());
            answer(saved_page(&caller.ask(), &shown, told))
        }
        Err(error) => caller.stopped(Stop::Problem(error.into())),
    }
}

/// What the activity is called, where somebody can see it.
async fn title_of(caller: &Caller, slug: &Slug) -> Result<Title, Problem> {
    let details = Problem::unless_seen(see_activity(&caller.portal.plugs.ports, slug).await?)?;
    Ok(details.activity.particulars().title.clone())
}

/// Where somebody comes back to who had to sign in first: the button once more, since nothing is
/// kept by opening a page.
async fn show(caller: &Caller, slug: &Slug, is_too_many: bool) -> Response {
    match title_of(caller, slug).await {
        Ok(title) => answer(save_page(&caller.ask(), (slug, &title), is_too_many)),
        Err(problem) => problem_at(caller, slug, &problem),
    }
}

fn problem_at(caller: &Caller, slug: &Slug, problem: &Problem) -> Response {
    let path = Place::Save(slug.clone()).path(ui::Locale::Da);
    problems::stand_in(&caller.ask(), problem, &path)
}

pub(super) async fn ask(Path(slug): Path<String>, caller: Caller) -> Response {
    show(&caller, &Slug::kept(slug), false).await
}

pub(super) async fn save(
    Extension(viewer): Extension<Viewer>,
    Path(slug): Path<String>,
    caller: Caller,
) -> Response {
    let slug = Slug::kept(slug);
    let (ports, about) = (caller.portal.plugs.ports.clone(), slug.clone());
    match to_its_end(async move { save_activity(&ports, &viewer, &about).await }).await {
        Err(problem) => problem_at(&caller, &slug, &problem),
        Ok(Ok(())) => lead(caller.locale, Door::Saved, Some(Told::KEPT)),
        Ok(Err(SaveError::TooMany)) => show(&caller, &slug, true).await,
        Ok(Err(SaveError::Gone)) => problem_at(&caller, &slug, &Problem::Gone),
        Ok(Err(SaveError::Unknown)) => problem_at(&caller, &slug, &Problem::NotFound),
        Ok(Err(SaveError::Store(error))) => problem_at(&caller, &slug, &error.into()),
    }
}

pub(super) async fn forget(
    Extension(viewer): Extension<Viewer>,
    Path(id): Path<String>,
    caller: Caller,
) -> Response {
    let Ok(id) = Uuid::parse_str(&id).map(ActivityId) else {
        return caller.stopped(Stop::Problem(Problem::NotFound));
    };
    let ports = caller.portal.plugs.ports.clone();
    match to_its_end(async move { forget_saved(&ports, &viewer, id).await }).await {
        Err(problem) => caller.stopped(Stop::Problem(problem)),
        Ok(Ok(())) => lead(caller.locale, Door::Saved, Some(Told::REMOVED)),
        Ok(Err(SaveError::Store(error))) => caller.stopped(Stop::Problem(error.into())),
        Ok(Err(_)) => caller.stopped(Stop::Problem(Problem::NotFound)),
    }
}
