//! Whom moderators and administrators look after, over HTTP. Nothing here is kept by anybody on
//! the way.

use application::{
    identity::Viewer,
    pact::{
        PersonError, RoleWish, give_role_to, lift_suspension, read_role, show_people, show_person,
        suspend_person, take_role as take_one,
    },
};
use axum::{
    Extension, Router,
    extract::RawQuery,
    middleware,
    response::Response,
    routing::{get, post},
};
use domain::identity::AccountId;
use ui::{
    Desk, Locale, Problem, Told,
    pact::people::{PersonFault, TypedPerson, people_page, person_page},
    routes::pattern::desk,
};

use super::{
    Portal,
    desk::{remark, to_its_end, told},
    doors::{Caller, answer, keep_nowhere},
    fields::Fields,
    named::Named,
};

pub(super) fn routes() -> Router<Portal> {
    let people = || {
        Router::new()
            .route(desk::PEOPLE, get(page))
            .route(desk::PERSON, get(person))
            .route(desk::SUSPEND, post(suspend))
            .route(desk::LIFT_SUSPENSION, post(lift))
            .route(desk::GIVE_ROLE, post(give_role))
            .route(desk::TAKE_ROLE, post(take_role))
            .layer(middleware::map_response(keep_nowhere))
    };
    let english = people().layer(Extension(Locale::En));
    people().layer(Extension(Locale::Da)).nest(Locale::En.prefix(), english)
}

/// What is looked for is no longer than an address can be.
const LONGEST: usize = 254;

async fn page(
    Extension(viewer): Extension<Viewer>,
    RawQuery(query): RawQuery,
    caller: Caller,
) -> Response {
    let pairs = ui::routes::decode_query(query.as_deref().unwrap_or_default());
    let typed = pairs.into_iter().find(|(name, _)| name == "q").map(|it| it.1).unwrap_or_default();
    let typed: String = typed.chars().take(LONGEST).collect();
    match show_people(&caller.portal.plugs.ports, &viewer, &typed).await {
        Ok(people) => answer(people_page(&caller.ask(), &typed, people)),
        Err(error) => caller.problem(&error.into()),
    }
}

async fn show(
    caller: &Caller,
    viewer: &Viewer,
    id: AccountId,
    (told, typed): (Option<&'static str>, TypedPerson),
) -> Response {
    match show_person(&caller.portal.plugs.ports, viewer, id).await {
        Ok(mut it) => match caller.turn(&mut it.history).await {
            Ok(()) => answer(person_page(&caller.ask(), it, told, &typed)),
            Err(problem) => caller.problem(&problem),
        },
        Err(error) => stopped(caller, error),
    }
}

fn stopped(caller: &Caller, error: PersonError) -> Response {
    match error {
        PersonError::Store(error) => caller.problem(&error.into()),
        _ => caller.problem(&Problem::NotFound),
    }
}

async fn person(
    Extension(viewer): Extension<Viewer>,
    Named(id): Named<AccountId>,
    RawQuery(query): RawQuery,
    caller: Caller,
) -> Response {
    let told = told(query.as_deref());
    show(&caller, &viewer, id, (told, TypedPerson::default())).await
}

/// Leads back to the person with a word, or shows them with what is wrong.
async fn done(
    caller: &Caller,
    viewer: &Viewer,
    id: AccountId,
    (done, word, mut typed): (Result<Result<(), PersonError>, Problem>, Told, TypedPerson),
) -> Response {
    let fault = match done {
        Err(problem) => return caller.problem(&problem),
        Ok(Ok(())) => return caller.lead_to(Desk::Person(id), Some(word)),
        Ok(Err(PersonError::ReasonMissing)) => PersonFault::ReasonMissing,
        Ok(Err(PersonError::Oneself)) => PersonFault::Oneself,
        Ok(Err(error)) => return stopped(caller, error),
    };
    typed.fault = Some(fault);
    show(caller, viewer, id, (None, typed)).await
}

async fn suspend(
    Extension(viewer): Extension<Viewer>,
    Named(id): Named<AccountId>,
    caller: Caller,
    fields: Fields,
) -> Response {
    let (ports, who) = (caller.portal.plugs.ports.clone(), viewer.clone());
    let typed = TypedPerson { reason: fields.get("reason").to_owned(), ..TypedPerson::default() };
    let reason = remark(&typed.reason);
    let shut = to_its_end(async move { suspend_person(&ports, &who, id, reason).await }).await;
    done(&caller, &viewer, id, (shut, Told::CLOSED, typed)).await
}

async fn lift(
    Extension(viewer): Extension<Viewer>,
    Named(id): Named<AccountId>,
    caller: Caller,
) -> Response {
    let (ports, who) = (caller.portal.plugs.ports.clone(), viewer.clone());
    let open = to_its_end(async move { lift_suspension(&ports, &who, id).await }).await;
    done(&caller, &viewer, id, (open, Told::OPENED, TypedPerson::default())).await
}

async fn give_role(
    Extension(viewer): Extension<Viewer>,
    Named(id): Named<AccountId>,
    caller: Caller,
    fields: Fields,
) -> Response {
    let ports = caller.portal.plugs.ports.clone();
    let typed = |name: &str| fields.get(name).to_owned();
    let wish = RoleWish { role: typed("role"), region: typed("region"), partner: typed("partner") };
    let read = read_role(&ports, &wish).await;
    let mut typed = TypedPerson { wish, ..TypedPerson::default() };
    let role = match read {
        Err(error) => return caller.problem(&error.into()),
        Ok(Ok(role)) => role,
        Ok(Err(fault)) => {
            typed.fault = Some(PersonFault::Role(fault));
            return show(&caller, &viewer, id, (None, typed)).await;
        }
    };
    let who = viewer.clone();
    let given = to_its_end(async move { give_role_to(&ports, &who, id, role).await }).await;
    done(&caller, &viewer, id, (given, Told::ROLE, typed)).await
}

async fn take_role(
    Extension(viewer): Extension<Viewer>,
    Named(id): Named<AccountId>,
    caller: Caller,
    fields: Fields,
) -> Response {
    let Ok(role) = fields.get("role").parse() else {
        let fault = Some(PersonFault::Role(application::pact::RoleFault::Role));
        let typed = TypedPerson { fault, ..TypedPerson::default() };
        return show(&caller, &viewer, id, (None, typed)).await;
    };
    let (ports, who) = (caller.portal.plugs.ports.clone(), viewer.clone());
    let taken = to_its_end(async move { take_one(&ports, &who, id, role).await }).await;
    done(&caller, &viewer, id, (taken, Told::ROLE, TypedPerson::default())).await
}
