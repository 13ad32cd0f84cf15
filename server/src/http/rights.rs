//! The guard at every route: the domain's table says who may do what, and a route that stands in
//! no table is not there.

use std::fmt::Write as _;

use application::identity::{Viewer, who_asks};
use axum::{
    extract::{MatchedPath, Request, State},
    http::{HeaderMap, Method, StatusCode},
    middleware::Next,
    response::Response,
};
use domain::identity::{Action, Outcome, RIGHTS, Who};
use ui::{
    Door, Locale, Place, Problem,
    routes::pattern::{self, desk, door, feed, taking_part},
};

use super::{Portal, cookie, csp_report, next as next_page, pages, problems};

/// One way to ask something of the portal: method and pattern, without a language before it.
#[derive(Clone, Copy, Debug)]
pub struct Way {
    pub method: &'static str,
    pub pattern: &'static str,
    pub action: Action,
}

const fn get(pattern: &'static str, action: Action) -> Way {
    Way { method: "GET", pattern, action }
}

const fn post(pattern: &'static str, action: Action) -> Way {
    Way { method: "POST", pattern, action }
}

/// Every way there is.
pub const WAYS: &[Way] = &[
    get(pattern::HOME, Action::ReadPage),
    get(pattern::CATALOGUE, Action::ReadPage),
    get(feed::RSS, Action::ReadData),
    get(feed::CALENDAR, Action::ReadData),
    get(feed::CSV, Action::ReadData),
    get(feed::JSON, Action::ReadData),
    get(pattern::ACTIVITY, Action::ReadPage),
    get(pattern::PICTURE, Action::ReadData),
    get(pattern::REPORT, Action::ReportActivity),
    post(pattern::REPORT, Action::ReportActivity),
    get(pattern::PARTNERS, Action::ReadPage),
    get(pattern::PARTNER, Action::ReadPage),
    get(pattern::REGION, Action::ReadPage),
    get(pattern::CAMPAIGNS, Action::ReadPage),
    get(pattern::CAMPAIGN, Action::ReadPage),
    get(pattern::ABOUT, Action::ReadPage),
    get(pattern::PRIVACY, Action::ReadPage),
    get(pattern::ACCESSIBILITY, Action::ReadPage),
    get("/robots.txt", Action::ReadData),
    get("/sitemap.xml", Action::ReadData),
    get("/.well-known/security.txt", Action::ReadData),
    get("/manifest.webmanifest", Action::ReadData),
    get("/assets/{file}", Action::ReadData),
    get("/favicon.ico", Action::ReadData),
    get("/api/v1/activities", Action::ReadData),
    get("/api/v1/openapi.json", Action::ReadData),
    get("/healthz", Action::ReadHealth),
    get("/readyz", Action::ReadHealth),
    get("/api/count", Action::AskWhileTyping),
    get("/api/suggest", Action::AskWhileTyping),
    get("/api/results", Action::AskWhileTyping),
    post(csp_report::PATH, Action::ReportBrokenPolicy),
    get(door::SIGN_IN, Action::SignIn),
    post(door::SIGN_IN, Action::SignIn),
    get(door::SIGN_IN_BY_LETTER, Action::SignIn),
    post(door::SIGN_IN_BY_LETTER, Action::SignIn),
    get(door::LETTER_SENT, Action::SignIn),
    get(door::FORGOTTEN, Action::SignIn),
    post(door::FORGOTTEN, Action::SignIn),
    get(door::REGISTER, Action::Register),
    post(door::REGISTER, Action::Register),
    get(door::LETTER, Action::FollowLetter),
    post(door::LETTER, Action::FollowLetter),
    get(door::INVITATION, Action::AnswerInvitation),
    post(door::INVITATION, Action::AnswerInvitation),
    get(door::CODE, Action::ShowSecondFactor),
    post(door::CODE, Action::ShowSecondFactor),
    post(door::SIGN_OUT, Action::SignOut),
    post(door::PROVIDER, Action::SignIn),
    get(door::PROVIDER_BACK, Action::SignIn),
    get(door::PROVIDER_NEW, Action::SignIn),
    get(door::IDENTITY, Action::ChangeIdentity),
    post(door::IDENTITY, Action::ChangeIdentity),
    post(door::BEGIN_JOIN, Action::ChangeIdentity),
    post(door::LEAVE_IDENTITY, Action::ChangeIdentity),
    get(door::ACCOUNT, Action::SeeAccount),
    get(door::HISTORY, Action::SeeHistory),
    get(door::SAVED, Action::SeeSaved),
    post(door::FORGET_SAVED, Action::SaveActivity),
    get(pattern::SAVE, Action::SaveActivity),
    post(pattern::SAVE, Action::SaveActivity),
    post(door::PROFILE, Action::ChangeProfile),
    get(door::PASSWORD, Action::ChangePassword),
    post(door::PASSWORD, Action::ChangePassword),
    get(door::ADDRESS, Action::ChangeAddress),
    post(door::ADDRESS, Action::ChangeAddress),
    get(door::SECOND_FACTOR, Action::ChangeSecondFactor),
    post(door::SECOND_FACTOR, Action::ChangeSecondFactor),
    post(door::RECOVERY_CODES, Action::ChangeSecondFactor),
    post(door::DROP_FACTOR, Action::ChangeSecondFactor),
    post(door::END_SESSION, Action::EndSession),
    post(door::END_OTHER_SESSIONS, Action::EndOtherSessions),
    get(door::ASK_FOR_DATA, Action::AskForData),
    post(door::ASK_FOR_DATA, Action::AskForData),
    get(door::DATA_LETTER, Action::SeeData),
    post(door::DATA_LETTER, Action::SeeData),
    get(door::DATA, Action::SeeData),
    get(door::DATA_FILE, Action::SeeData),
    post(door::ERASE_DATA, Action::EraseData),
    get(desk::HOME, Action::SeeDesk),
    get(desk::FIND, Action::AskForPartner),
    get(desk::INTRODUCE, Action::AskForPartner),
    post(desk::INTRODUCE, Action::AskForPartner),
    post(desk::CLAIM, Action::AskForPartner),
    post(desk::BEGIN, Action::BeginDraft),
    get(desk::WRITE, Action::WriteDraft),
    post(desk::WRITE, Action::WriteDraft),
    get(desk::SEND, Action::WriteDraft),
    post(desk::SEND, Action::SendDraft),
    get(desk::PREVIEW, Action::WriteDraft),
    get(desk::PICTURE, Action::WriteDraft),
    post(desk::PICTURE, Action::WriteDraft),
    post(desk::REMOVE_PICTURE, Action::WriteDraft),
    get(desk::DRAFT_PICTURE, Action::WriteDraft),
    post(desk::DISCARD, Action::DiscardDraft),
    get(desk::ACTIVITY, Action::SeeOwnActivity),
    post(desk::REVISE, Action::ReviseActivity),
    post(desk::COPY, Action::CopyActivity),
    post(desk::TAKE_BACK, Action::TakeBackActivity),
    post(desk::CANCEL, Action::CancelActivity),
    get(desk::ARCHIVE, Action::ArchiveActivity),
    post(desk::ARCHIVE, Action::ArchiveActivity),
    get(desk::CO_OWNERS, Action::SeeOwnActivity),
    post(desk::CO_OWNERS, Action::InviteCoOwner),
    post(desk::ANSWER_CO_OWNING, Action::AnswerCoOwning),
    post(desk::REMOVE_CO_OWNER, Action::RemoveCoOwner),
    post(desk::SHARE_ROSTERS, Action::ShareRosters),
    post(desk::LEAVE_ACTIVITY, Action::LeaveActivity),
    post(desk::OFFER_LEAD, Action::OfferLead),
    post(desk::ANSWER_LEADING, Action::AnswerLeading),
    get(desk::PROFILE, Action::ChangePartner),
    post(desk::PROFILE, Action::ChangePartner),
    get(desk::MEMBERS, Action::SeeMembers),
    post(desk::MEMBERS, Action::InviteMember),
    post(desk::CHANGE_MEMBER, Action::ChangeMember),
    post(desk::REMOVE_MEMBER, Action::RemoveMember),
    post(desk::LEAVE, Action::LeavePartner),
    post(desk::WITHDRAW_INVITATION, Action::WithdrawInvitation),
    get(desk::QUEUE, Action::SeeQueue),
    get(desk::CASE, Action::SeeCase),
    get(desk::CASE_PICTURE, Action::SeeCase),
    post(desk::APPROVE, Action::ApproveActivity),
    post(desk::RETURN, Action::ReturnActivity),
    get(desk::CANDIDATE, Action::SeeCandidate),
    post(desk::APPROVE_PARTNER, Action::ApprovePartner),
    post(desk::REFUSE_PARTNER, Action::RefusePartner),
    post(desk::TRUST_PARTNER, Action::TrustPartner),
    post(desk::ANSWER_CLAIM, Action::AnswerClaim),
    post(desk::ANSWER_REVIEW, Action::AnswerReview),
    post(desk::ANSWER_QUESTIONS, Action::AnswerQuestions),
    post(desk::APPROVE_CASES, Action::ApproveCases),
    post(desk::TURN_DOWN_CASES, Action::TurnDownCases),
    get(desk::IMPORTS, Action::SeeImports),
    post(desk::IMPORTS, Action::ImportSheet),
    get(desk::IMPORT, Action::SeeImports),
    post(desk::IMPORT, Action::ImportSheet),
    post(desk::WRITE_IMPORT, Action::ImportSheet),
    post(desk::UNDO_IMPORT, Action::UndoImport),
    get(desk::CSV, Action::ExportActivities),
    get(desk::XLSX, Action::ExportActivities),
    get(desk::PEOPLE, Action::SeePeople),
    get(desk::PERSON, Action::SeePerson),
    post(desk::SUSPEND, Action::SuspendPerson),
    post(desk::LIFT_SUSPENSION, Action::LiftSuspension),
    post(desk::GIVE_ROLE, Action::GiveRole),
    post(desk::TAKE_ROLE, Action::TakeRole),
    get(desk::CAMPAIGNS, Action::SeeCampaigns),
    get(desk::NEW_CAMPAIGN, Action::MakeCampaign),
    post(desk::NEW_CAMPAIGN, Action::MakeCampaign),
    get(desk::CAMPAIGN, Action::SeeCampaigns),
    post(desk::CAMPAIGN, Action::ChangeCampaign),
    post(desk::END_CAMPAIGN, Action::EndCampaign),
    get(taking_part::FORM, Action::SignUp),
    post(taking_part::FORM, Action::SignUp),
    get(taking_part::ANSWER, Action::AnswerSignUpLetter),
    post(taking_part::ANSWER, Action::AnswerSignUpLetter),
    get(taking_part::OWN, Action::SeeSignUp),
    post(taking_part::CHANGE, Action::ChangeSignUp),
    post(taking_part::CHANGE_KIN, Action::ChangeSignUp),
    post(taking_part::CHANGE_ANSWERS, Action::ChangeSignUp),
    post(taking_part::CANCEL, Action::CancelSignUp),
    get(taking_part::WITHDRAW_CONSENT, Action::SeeSignUp),
    post(taking_part::WITHDRAW_CONSENT, Action::CancelSignUp),
    post(taking_part::ANSWER_OFFER, Action::AnswerOffer),
    post(taking_part::SAY_COMING, Action::AnswerWhetherComing),
    get(taking_part::STILL_COMING, Action::AnswerWhetherComing),
    post(taking_part::STILL_COMING, Action::AnswerWhetherComing),
    get(taking_part::CALENDAR, Action::SeeSignUp),
    get(taking_part::OWN_DAY_SHEET, Action::SeeSignUp),
    get(taking_part::OWN_DAY_SHEET_PDF, Action::SeeSignUp),
    get(taking_part::RELEASE_LETTER, Action::SeeSignUp),
    get(taking_part::RELEASE_LETTER_PDF, Action::SeeSignUp),
    get(taking_part::ASK, Action::SendRequest),
    post(taking_part::ASK, Action::SendRequest),
    get(taking_part::SEND_REQUEST, Action::AnswerRequestLetter),
    post(taking_part::SEND_REQUEST, Action::AnswerRequestLetter),
    get(taking_part::OWN_REQUEST, Action::SeeRequest),
    post(taking_part::WITHDRAW_REQUEST, Action::WithdrawRequest),
    post(taking_part::OPEN_SEAT, Action::SeeRequest),
    get(taking_part::REQUESTS, Action::SeeRequests),
    get(taking_part::REQUEST, Action::AnswerRequest),
    post(taking_part::REQUEST, Action::AnswerRequest),
    get(taking_part::MINE, Action::SeeOwnSignUps),
    post(taking_part::OPEN_MINE, Action::OpenOwnSignUp),
    post(taking_part::OPEN_MY_REQUEST, Action::OpenOwnSignUp),
    get(taking_part::ROSTER, Action::SeeRoster),
    post(taking_part::CANCEL_PARTY, Action::CancelParty),
    get(taking_part::ADD_PARTY, Action::AddParty),
    post(taking_part::ADD_PARTY, Action::AddParty),
    post(taking_part::MOVE_PARTY, Action::MoveParty),
    get(taking_part::WRITE, Action::WriteToParties),
    post(taking_part::WRITE, Action::WriteToParties),
    post(taking_part::SET_RULE, Action::SetWaitingRule),
    post(taking_part::HAVE_DRAWN, Action::HaveDrawn),
    post(taking_part::ASK_COMING, Action::AskWhetherComing),
    get(taking_part::DRAW, Action::SeeDraw),
    get(taking_part::DRAW_DATES, Action::SeeDraw),
    get(taking_part::DRAW_PARTIES, Action::SeeDraw),
    get(taking_part::ROSTER_CSV, Action::SeeRoster),
    get(taking_part::ROSTER_XLSX, Action::SeeRoster),
    get(taking_part::DAY_SHEET, Action::SeeRoster),
    get(taking_part::DAY_SHEET_PDF, Action::SeeRoster),
    get(taking_part::CHECK_IN, Action::SeeRoster),
    post(taking_part::CHECK_IN, Action::CheckIn),
    post(taking_part::CHECK_IN_TOLD, Action::CheckIn),
    get(taking_part::CHECK_IN_APP, Action::ReadData),
    get(taking_part::CHECK_IN_GUARD, Action::ReadData),
    get(taking_part::REPORT, Action::SeeReport),
    post(taking_part::REPORT, Action::WriteReport),
    get(taking_part::CERTIFICATE, Action::SeeReport),
    get(taking_part::CERTIFICATE_PDF, Action::SeeReport),
    get(taking_part::PROOF, Action::SeeSignUp),
    get(taking_part::PROOF_PDF, Action::SeeSignUp),
    post(taking_part::ASK_INTEREST, Action::AskInterest),
    get(taking_part::INTEREST_SHEET, Action::SeeReport),
    get(taking_part::INTEREST, Action::AnswerInterest),
    post(taking_part::INTEREST, Action::AnswerInterest),
    get(desk::SYNONYMS, Action::SeeSynonyms),
    post(desk::SYNONYMS, Action::TrySynonyms),
    post(desk::PUT_SYNONYMS, Action::ChangeSynonyms),
    post(desk::TAKE_SYNONYMS_BACK, Action::ChangeSynonyms),
];

/// Lets a question through if the table says so, and tells the handler on whose behalf it is.
/// What everybody may is let through without a look at who asks, so shared pages stay shared.
pub(super) async fn guard(
    State(portal): State<Portal>,
    mut request: Request,
    next: Next,
) -> Response {
    let matched = request.extensions().get::<MatchedPath>().map(|it| it.as_str().to_owned());
    let Some(matched) = matched else { return next.run(request).await };
    let (locale, pattern) = split(&matched);
    let action = match find(request.method(), pattern) {
        Found::Way(action) => action,
        // A handler that stands in no row is never run, whatever the router knows.
        Found::OtherMethod => {
            return problems::problem(&portal, request.uri().path(), &Problem::NotAllowed);
        }
        Found::Nothing => {
            tracing::error!(pattern, "a route stands in no table of rights");
            return problems::problem(&portal, request.uri().path(), &Problem::NotFound);
        }
    };
    if action.is_for_everybody() {
        return next.run(request).await;
    }
    // The body is not looked at here, and cannot be shared while something is waited for.
    let headers = request.headers().clone();
    match let_in(&portal, action, &headers).await {
        Ok(viewer) => {
            request.extensions_mut().insert(viewer);
            next.run(request).await
        }
        Err(Refused::To(door)) => {
            let next = next_page::of_question(request.method(), request.uri());
            let path = next_page::along(&Place::Door(door).path(locale), next.as_ref());
            pages::redirect(StatusCode::SEE_OTHER, &path)
        }
        Err(Refused::With(problem)) => problems::problem(&portal, request.uri().path(), &problem),
    }
}

enum Found {
    Way(Action),
    OtherMethod,
    Nothing,
}

/// What the table says of a method at a pattern.
fn find(method: &Method, pattern: &str) -> Found {
    let method = if *method == Method::HEAD { &Method::GET } else { method };
    let mut here = WAYS.iter().filter(|way| way.pattern == pattern).peekable();
    if here.peek().is_none() {
        return Found::Nothing;
    }
    let way = here.find(|way| way.method == method.as_str());
    way.map_or(Found::OtherMethod, |way| Found::Way(way.action))
}

enum Refused {
    To(Door),
    With(Problem),
}

async fn let_in(portal: &Portal, action: Action, headers: &HeaderMap) -> Result<Viewer, Refused> {
    let Some(secret) = cookie::secret(portal, headers) else {
        return Err(Refused::To(Door::SignIn));
    };
    let asked = who_asks(&portal.plugs.ports, &secret).await;
    let viewer = asked.map_err(|error| Refused::With(error.into()))?;
    let Some(viewer) = viewer else { return Err(Refused::To(Door::SignIn)) };
    if viewer.is_half_way() {
        return Err(Refused::To(Door::Code));
    }
    let account = &viewer.account;
    if account.needs_factor() && !account.has_factor() && !action.comes_before_factor() {
        return Err(Refused::To(Door::SecondFactor));
    }
    // Whose it is in particular is looked at by the use case; here it is whether they may at all.
    let best = action.scopes().map(|scope| account.may(action, scope)).reduce(Outcome::or);
    match best {
        Some(Outcome::Yes) => Ok(viewer),
        Some(Outcome::SignIn) => Err(Refused::To(Door::SignIn)),
        Some(Outcome::No) => Err(Refused::With(Problem::NotAllowed)),
        Some(Outcome::Hidden) | None => Err(Refused::With(Problem::NotFound)),
    }
}

/// The language of a matched pattern, and the pattern without it.
fn split(matched: &str) -> (Locale, &str) {
    match matched.strip_prefix(Locale::En.prefix()) {
        Some("" | "/") => (Locale::En, pattern::HOME),
        Some(rest) if rest.starts_with('/') => (Locale::En, rest),
        _ => (Locale::Da, matched),
    }
}

/// The whole policy as a document.
#[must_use]
pub fn document() -> String {
    let mut text = String::from(
        "# Who may do what\n\n\
         Made by `gnist rights` from `app/domain/src/identity/rights.rs` and `server/src/http/rights.rs`; \
         a test compares it.\n\n\
         *yes*: it is done. *sign-in*: the way leads to the sign-in page. *no*: 403. *hidden*: 404, \
         as if it were not there.\n\n## Actions\n\n| action | whose |",
    );
    let names: Vec<&str> = Who::ALL.iter().map(|who| who.key()).collect();
    let _ = writeln!(text, " {} |", names.join(" | "));
    let _ = writeln!(text, "|---|---|{}", "---|".repeat(names.len()));
    for right in RIGHTS {
        let cells: Vec<&str> = right.outcomes.iter().map(|it| it.key()).collect();
        let _ = writeln!(text, "| {} | {} | {} |", right.action, right.scope, cells.join(" | "));
    }
    text += "\n## Ways\n\nEach also under `/en`, but for what is no page.\n\n| method | address | action |\n|---|---|---|\n";
    for way in WAYS {
        let _ = writeln!(text, "| {} | `{}` | {} |", way.method, way.pattern, way.action);
    }
    text
}
