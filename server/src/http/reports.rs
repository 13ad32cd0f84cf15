//! Anybody tells what is wrong with an activity, over HTTP. No cookie is looked at or set.

use application::{
    catalogue::see_activity,
    pact::{ReportError, Reported, report_activity},
};
use axum::{
    Extension, Router,
    extract::{Path, RawQuery},
    middleware,
    response::Response,
    routing::get,
};
use domain::{
    catalogue::{Slug, Title},
    pact::Report,
};
use ui::{
    Locale, Place, Problem, Told,
    pact::{ReportTold, TypedReport, report_page},
    routes::pattern,
};

use super::{
    Portal,
    desk::to_its_end,
    doors::{Caller, answer, keep_nowhere},
    fields::Fields,
    pages, problems,
};

pub(super) fn routes() -> Router<Portal> {
    let reports = || {
        Router::new()
            .route(pattern::REPORT, get(page).post(report))
            .layer(middleware::map_response(keep_nowhere))
    };
    let english = reports().layer(Extension(Locale::En));
    reports().layer(Extension(Locale::Da)).nest(Locale::En.prefix(), english)
}

/// The word by which an address knows what the page tells.
const fn word(told: ReportTold) -> Told {
    match told {
        ReportTold::Kept => Told::THANKS,
        ReportTold::Enough => Told::ENOUGH,
    }
}

/// What the activity is called, where somebody can see it.
async fn title_of(caller: &Caller, slug: &Slug) -> Result<Title, Problem> {
    let details = Problem::unless_seen(see_activity(&caller.portal.plugs.ports, slug).await?)?;
    Ok(details.activity.particulars().title.clone())
}

fn problem_at(caller: &Caller, slug: &Slug, problem: &Problem) -> Response {
    let path = Place::Report(slug.clone()).path(Locale::Da);
    problems::stand_in(&caller.ask(), problem, &path)
}

async fn show(
    caller: &Caller,
    slug: &Slug,
    typed: &TypedReport,
    told: Option<ReportTold>,
) -> Response {
    match title_of(caller, slug).await {
        Ok(title) => answer(report_page(&caller.ask(), (slug, &title), typed, told)),
        Err(problem) => problem_at(caller, slug, &problem),
    }
}

async fn page(Path(slug): Path<String>, RawQuery(query): RawQuery, caller: Caller) -> Response {
    let asked = Told::of_query(query.as_deref());
    let is_asked = |told: &ReportTold| asked == Some(word(*told));
    let told = [ReportTold::Kept, ReportTold::Enough].into_iter().find(is_asked);
    show(&caller, &Slug::kept(slug), &TypedReport::default(), told).await
}

async fn report(Path(slug): Path<String>, caller: Caller, fields: Fields) -> Response {
    let slug = Slug::kept(slug);
    let [cause, remark, email] = ["cause", "remark", "email"].map(|it| fields.get(it).to_owned());
    let report = match Report::read(&cause, &remark, &email) {
        Ok(report) => report,
        Err(faults) => {
            let typed = TypedReport { cause, remark, email, faults };
            return show(&caller, &slug, &typed, None).await;
        }
    };
    let (ports, language, about) =
        (caller.portal.plugs.ports.clone(), caller.language(), slug.clone());
    let done = to_its_end(async move { report_activity(&ports, &about, report, language).await });
    let told = match done.await {
        Err(problem) => return problem_at(&caller, &slug, &problem),
        Ok(Err(ReportError::Unknown)) => return problem_at(&caller, &slug, &Problem::NotFound),
        Ok(Err(ReportError::Store(error))) => return problem_at(&caller, &slug, &error.into()),
        Ok(Ok(Reported::Kept)) => ReportTold::Kept,
        Ok(Ok(Reported::Enough)) => ReportTold::Enough,
    };
    pages::lead_to(&Place::Report(slug).path(caller.locale), Some(word(told)))
}
