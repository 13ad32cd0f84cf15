//! Organisers' desks, over HTTP. Nothing here is kept by anybody on the way.

mod co_owners;
mod drafts;
mod export;
mod imports;
mod members;
mod own;
mod partners;
mod pictures;
mod profile;

use application::{
    catalogue::DeskError,
    identity::{Browser, SignedIn, Viewer},
    partners::{show_desk, show_shelf},
    ports::TitleWords,
};
use axum::{
    Extension, Router,
    extract::{DefaultBodyLimit, RawQuery},
    middleware,
    response::Response,
    routing::{get, post},
};
use domain::{identity::Remark, search::Parameter};
use ui::{Desk, Locale, Place, Problem, Told, routes::pattern::desk};

use super::{
    Portal, cookie,
    doors::{Caller, answer, keep_nowhere},
    limits::largest_body,
    pages, problems,
};

pub(super) fn routes() -> Router<Portal> {
    let desks = || {
        Router::new()
            .route(desk::HOME, get(page))
            .route(desk::FIND, get(partners::find))
            .route(desk::INTRODUCE, get(partners::new_page).post(partners::introduce))
            .route(desk::CLAIM, post(partners::claim))
            .route(desk::BEGIN, post(drafts::begin))
            .route(desk::SEND, get(drafts::send_page).post(drafts::send))
            .route(desk::PREVIEW, get(drafts::preview))
            .route(desk::DISCARD, post(drafts::discard))
            .route(
                desk::PICTURE,
                get(pictures::page)
                    .post(pictures::hand_in)
                    .layer(DefaultBodyLimit::max(largest_body(Some(desk::PICTURE)))),
            )
            .route(desk::REMOVE_PICTURE, post(pictures::remove))
            .route(desk::DRAFT_PICTURE, get(pictures::see))
            .route(desk::WRITE, get(drafts::page).post(drafts::save))
            .route(desk::ACTIVITY, get(own::page))
            .route(desk::REVISE, post(own::revise))
            .route(desk::COPY, post(own::copy))
            .route(desk::TAKE_BACK, post(own::take_back))
            .route(desk::CANCEL, post(own::cancel))
            .route(desk::ARCHIVE, get(own::archive_page).post(own::archive))
            .route(desk::CO_OWNERS, get(co_owners::page).post(co_owners::invite))
            .route(desk::ANSWER_CO_OWNING, post(co_owners::answer_asked))
            .route(desk::REMOVE_CO_OWNER, post(co_owners::remove))
            .route(desk::SHARE_ROSTERS, post(co_owners::share))
            .route(desk::LEAVE_ACTIVITY, post(co_owners::leave))
            .route(desk::OFFER_LEAD, post(co_owners::offer_lead_to))
            .route(desk::ANSWER_LEADING, post(co_owners::answer_offered))
            .route(
                desk::IMPORTS,
                get(imports::page)
                    .post(imports::hand_in)
                    .layer(DefaultBodyLimit::max(largest_body(Some(desk::IMPORTS)))),
            )
            .route(desk::IMPORT, get(imports::one).post(imports::mean))
            .route(desk::WRITE_IMPORT, post(imports::write))
            .route(desk::UNDO_IMPORT, post(imports::undo))
            .route(desk::CSV, get(export::csv))
            .route(desk::XLSX, get(export::xlsx))
            .route(desk::PROFILE, get(profile::page).post(profile::change))
            .route(desk::MEMBERS, get(members::page).post(members::invite))
            .route(desk::CHANGE_MEMBER, post(members::change))
            .route(desk::REMOVE_MEMBER, post(members::remove))
            .route(desk::LEAVE, post(members::leave))
            .route(desk::WITHDRAW_INVITATION, post(members::withdraw))
            .layer(middleware::map_response(keep_nowhere))
    };
    let english = desks().layer(Extension(Locale::En));
    desks().layer(Extension(Locale::Da)).nest(Locale::En.prefix(), english)
}

/// What pages can say has just happened, by what stands in their address.
const TOLD: [(Told, &str); 52] = [
    (Told::KEPT, "desk-told-kept"),
    (Told::DISCARDED, "desk-told-discarded"),
    (Told::PICTURE_KEPT, "picture-told-kept"),
    (Told::PICTURE_REMOVED, "picture-told-removed"),
    (Told::SENT, "desk-told-sent"),
    (Told::PARTNER_MADE, "desk-told-partner"),
    (Told::GRANTED, "desk-told-granted"),
    (Told::CLAIMED, "desk-told-claimed"),
    (Told::CLAIMS_WAIT, "desk-told-claims-wait"),
    (Told::THEIRS_ALREADY, "desk-told-theirs"),
    (Told::TOO_MANY, "desk-told-many"),
    (Told::OWN_CASE, "queue-told-own"),
    (Told::TOO_LATE, "desk-told-later"),
    (Told::TAKEN_BACK, "own-told-taken-back"),
    (Told::CALLED_OFF, "own-told-cancelled"),
    (Told::ARCHIVED, "archive-told"),
    (Told::APPROVED, "queue-told-approved"),
    (Told::RETURNED, "queue-told-returned"),
    (Told::FINE, "queue-told-fine"),
    (Told::TAKEN_DOWN, "queue-told-taken-down"),
    (Told::CALLED_OFF_BY_US, "queue-told-called-off"),
    (Told::QUESTIONS_ANSWERED, "queue-told-questions"),
    (Told::IMPORTED, "import-told-written"),
    (Told::UNDONE, "import-told-undone"),
    (Told::LOOK_AGAIN, "import-told-look-again"),
    (Told::INVITED, "members-told-invited"),
    (Told::WITHDRAWN, "members-told-withdrawn"),
    (Told::CHANGED, "members-told-changed"),
    (Told::REMOVED, "members-told-removed"),
    (Told::LEFT, "desk-told-left"),
    (Told::JOINED, "desk-told-joined"),
    (Told::CO_OWNER_INVITED, "co-owners-told-invited"),
    (Told::CO_OWNER_REMOVED, "co-owners-told-removed"),
    (Told::CO_OWNER_JOINED, "co-owners-told-joined"),
    (Told::CO_OWNER_DECLINED, "co-owners-told-declined"),
    (Told::CO_OWNER_LEFT, "co-owners-told-left"),
    (Told::PARTNER_KEPT, "profile-told-kept"),
    (Told::LEAD_OFFERED, "co-owners-told-lead-offered"),
    (Told::LEAD_KEPT, "co-owners-told-lead-kept"),
    (Told::LEAD_TAKEN, "co-owners-told-lead-taken"),
    (Told::LEAD_DECLINED, "co-owners-told-lead-declined"),
    (Told::ROSTERS_SHOWN, "co-owners-told-shown"),
    (Told::ROSTERS_HIDDEN, "co-owners-told-hidden"),
    (Told::CLOSED, "person-told-closed"),
    (Told::OPENED, "person-told-opened"),
    (Told::ROLE, "person-told-role"),
    (Told::CAMPAIGN_MADE, "campaign-told-made"),
    (Told::CAMPAIGN_KEPT, "campaign-told-kept"),
    (Told::CAMPAIGN_REMOVED, "campaign-told-removed"),
    (Told::CAMPAIGN_CLOSED, "campaign-told-closed"),
    (Told::SYNONYMS_SET, "words-told-put"),
    (Told::SYNONYMS_BACK, "words-told-back"),
];

/// The sentence that an address asks for.
pub(super) fn told(query: Option<&str>) -> Option<&'static str> {
    Told::of_query(query)?.sentence(&TOLD)
}

async fn page(
    Extension(viewer): Extension<Viewer>,
    RawQuery(query): RawQuery,
    caller: Caller,
) -> Response {
    let pairs = ui::routes::decode_query(query.as_deref().unwrap_or_default());
    let number = match caller.page() {
        Ok(number) => number,
        Err(problem) => return caller.problem(&problem),
    };
    let typed = pairs.iter().find(|(name, _)| name == Parameter::Words.key());
    let words = typed.and_then(|(_, typed)| TitleWords::read(typed));
    let ports = &caller.portal.plugs.ports;
    let shelf = match show_shelf(ports, &viewer, (words, number)).await {
        Ok(Some(shelf)) => shelf,
        Ok(None) => return caller.problem(&Problem::NotFound),
        Err(error) => return caller.problem(&error.into()),
    };
    match show_desk(ports, &viewer).await {
        Ok(lying) => {
            let (name, told) = (viewer.account.name.as_str(), told(query.as_deref()));
            answer(ui::partners::desk_page(&caller.ask(), name, (lying, shelf), told))
        }
        Err(error) => caller.problem(&error.into()),
    }
}

/// Does something that must come to its end, whether or not the browser still listens.
#[expect(clippy::disallowed_methods, reason = "it is waited for at once")]
pub(super) async fn to_its_end<T: Send + 'static, E: Send + 'static>(
    work: impl Future<Output = Result<T, E>> + Send + 'static,
) -> Result<Result<T, E>, Problem> {
    tokio::spawn(work).await.map_err(|error| {
        tracing::error!(%error, "something at a desk broke");
        Problem::Broken
    })
}

/// What somebody wrote in their own words; nothing where it is too short or too long.
pub(super) fn remark(text: &str) -> Option<Remark> {
    text.try_into().ok()
}

impl Caller {
    /// The page that stands in for one that cannot be shown.
    pub(super) fn problem(&self, problem: &Problem) -> Response {
        problems::stand_in(&self.ask(), problem, desk::HOME)
    }

    /// Leads on to a place at a desk, with a word that it will say.
    pub(super) fn lead_to(&self, place: Desk, told: Option<Told>) -> Response {
        pages::lead_to(&Place::Desk(place).path(self.locale), told)
    }

    /// Leads on, in a session that has begun anew.
    pub(super) fn lead_anew(&self, signed_in: &SignedIn, told: Told) -> Response {
        let mut response = self.lead_to(Desk::Home, Some(told));
        cookie::keep(&self.portal, signed_in, &mut response);
        response
    }

    pub(super) fn browser(&self) -> Browser {
        cookie::browser(&self.portal, &self.headers)
    }

    /// What stops somebody at a desk; what can be seen elsewhere is led to from `here`.
    pub(super) fn stopped_at(&self, error: DeskError, here: Desk) -> Response {
        match error {
            DeskError::Unknown
            | DeskError::Faulty(_)
            | DeskError::File(_)
            | DeskError::LookAgain
            | DeskError::Crossed
            | DeskError::PictureUntold
            | DeskError::ReasonMissing => self.problem(&Problem::NotFound),
            DeskError::TooMuch => self.problem(&Problem::TooLarge),
            DeskError::TooManyDrafts => self.lead_to(Desk::Home, Some(Told::TOO_MANY)),
            DeskError::Forbidden(_) | DeskError::PartnerNotApproved | DeskError::Expected => {
                self.lead_to(here, Some(Told::TOO_LATE))
            }
            DeskError::OwnCase => self.lead_to(here, Some(Told::OWN_CASE)),
            DeskError::Store(error) => self.problem(&error.into()),
        }
    }
}
