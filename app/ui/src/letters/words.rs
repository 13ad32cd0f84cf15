//! What each letter says.

use domain::{
    identity::{Letter, Membership, Secret},
    pact::Verdict,
};

use super::{messages, requests, sign_ups};
use crate::{Desk, Door, Locale, Place, Site, Speech, TakingPart};

/// What a letter says: a subject, some paragraphs, at most one button and another answer, and what to do if it
/// came to the wrong person.
pub(super) struct Said {
    pub(super) subject: String,
    pub(super) paragraphs: Vec<String>,
    /// What the button says, and where it leads.
    pub(super) button: Option<(String, String)>,
    /// Another answer than the button's.
    pub(super) also: Option<(String, String)>,
    /// What can be done besides, by whoever does not want what the button is for.
    pub(super) aside: Option<(String, String)>,
    pub(super) end: String,
}

pub(super) fn of(site: &Site, locale: Locale, letter: &Letter) -> Said {
    match letter {
        Letter::SignUp { letter } => return sign_ups::of(site, locale, letter),
        Letter::FromOrganiser { letter } => return messages::of(site, locale, letter),
        Letter::Request { letter } => return requests::of(site, locale, letter),
        _ => {}
    }
    let t = Speech::of(locale);
    let key = key(letter);
    let body = |text: String| text.split(" | ").map(str::to_owned).collect::<Vec<_>>();
    let subject = t.say(subject_key(letter)).to_owned();
    let paragraphs = match letter {
        Letter::RecoveryCodeUsed { left } => t.tell(key, &[("n", (*left).into())]),
        Letter::OldAddress { new, .. } | Letter::AddressChanged { new } => {
            t.tell(key, &[("new", new.to_string().into())])
        }
        Letter::IdentityJoined { provider } | Letter::IdentityLeft { provider } => {
            t.tell(key, &[("provider", provider.as_str().into())])
        }
        Letter::ManyFailures { n } | Letter::ManyWrongCodes { n } => {
            t.tell(key, &[("n", (*n).into())])
        }
        Letter::DataErased { sign_ups, requests, others, at } => t.tell(
            key,
            &[
                ("sign-ups", (*sign_ups).into()),
                ("requests", (*requests).into()),
                ("others", (*others).into()),
                ("at", t.moment(*at).into()),
            ],
        ),
        Letter::ActivityPublished { title, .. }
        | Letter::QuestionsApproved { title, .. }
        | Letter::RequestArrived { title, .. }
        | Letter::RequestLate { title, .. }
        | Letter::RequestOverdue { title, .. }
        | Letter::ReportedGone { title }
        | Letter::ReportAnswered { title, .. } => t.tell(key, &[("title", title.as_str().into())]),
        Letter::ActivityReturned { title, reason, .. }
        | Letter::ActivityTakenDown { title, reason, .. }
        | Letter::QuestionsRefused { title, reason, .. }
        | Letter::ActivityCancelled { title, reason, .. } => {
            t.tell(key, &[("title", title.as_str().into()), ("reason", reason.as_str().into())])
        }
        Letter::CoOwnerInvited { lead, partner } => {
            t.tell(key, &[("lead", lead.as_str().into()), ("partner", partner.as_str().into())])
        }
        Letter::CoOwnerAnswered { title, partner, .. }
        | Letter::LeadAnswered { title, partner, .. } => {
            t.tell(key, &[("title", title.as_str().into()), ("partner", partner.as_str().into())])
        }
        Letter::LeadOffered { title, lead, partner, .. } => t.tell(
            key,
            &[
                ("title", title.as_str().into()),
                ("lead", lead.as_str().into()),
                ("partner", partner.as_str().into()),
            ],
        ),
        Letter::PartnerGranted { partner }
        | Letter::PartnerApproved { partner }
        | Letter::Invited { partner, .. }
        | Letter::MemberCame { partner }
        | Letter::MemberRemoved { partner }
        | Letter::MemberChanged { partner, .. } => {
            t.tell(key, &[("partner", partner.as_str().into())])
        }
        Letter::CasesLate { n, first } | Letter::CasesEscalated { n, first } => t.tell(
            key,
            &[
                ("n", (*n).into()),
                ("others", n.saturating_sub(1).into()),
                ("first", first.as_str().into()),
            ],
        ),
        Letter::AccountIdle { goes_on } => t.tell(key, &[("day", t.date(*goes_on).into())]),
        Letter::AccountClosed { reason } => t.tell(key, &[("reason", reason.as_str().into())]),
        Letter::PartnerNotGranted { partner, reason }
        | Letter::PartnerRefused { partner, reason } => {
            t.tell(key, &[("partner", partner.as_str().into()), ("reason", reason.as_str().into())])
        }
        _ => t.say(key).to_owned(),
    };
    let link = |secret: &Secret| {
        let door = match letter {
            Letter::Invited { .. } => Door::Invitation(secret.clone()),
            Letter::OwnData { .. } => Door::DataLetter(secret.clone()),
            _ => Door::Letter(secret.clone()),
        };
        let place = Place::Door(door);
        format!("{}{}", site.public_url, place.path(locale))
    };
    let account = || format!("{}{}", site.public_url, leads_to(letter).path(locale));
    let button = match (button_key(letter), letter.secret()) {
        (Some(key), Some(secret)) => Some((t.say(key).to_owned(), link(secret))),
        (Some(key), None) => Some((t.say(key).to_owned(), account())),
        (None, _) => None,
    };
    let end = end_key(letter);
    let (paragraphs, end) = (body(paragraphs), t.say(end).to_owned());
    Said { subject, paragraphs, button, also: None, aside: None, end }
}

/// What to do about a letter that came to the wrong person.
fn end_key(letter: &Letter) -> &'static str {
    match letter {
        Letter::Invited { .. } => "letter-end-invited",
        _ if letter.secret().is_some() => "letter-end-link",
        Letter::ActivityPublished { .. }
        | Letter::QuestionsApproved { .. }
        | Letter::QuestionsRefused { .. }
        | Letter::RequestArrived { .. }
        | Letter::RequestLate { .. }
        | Letter::RequestOverdue { .. }
        | Letter::ActivityReturned { .. }
        | Letter::ActivityTakenDown { .. }
        | Letter::ActivityCancelled { .. }
        | Letter::PartnerGranted { .. }
        | Letter::PartnerNotGranted { .. }
        | Letter::PartnerApproved { .. }
        | Letter::PartnerRefused { .. }
        | Letter::CoOwnerInvited { .. }
        | Letter::CoOwnerAnswered { .. }
        | Letter::LeadOffered { .. }
        | Letter::LeadAnswered { .. }
        | Letter::MemberCame { .. }
        | Letter::MemberChanged { .. } => "letter-end-desk",
        Letter::AccountClosed { .. } | Letter::AccountReopened | Letter::AccountIdle { .. } => {
            "letter-end-account"
        }
        Letter::ReportAnswered { .. } | Letter::ReportedGone { .. } => "letter-end-reporter",
        Letter::CasesLate { .. } | Letter::CasesEscalated { .. } => "letter-end-moderator",
        _ => "letter-end-news",
    }
}

/// Where the button of a letter leads that opens nobody's account.
fn leads_to(letter: &Letter) -> Place {
    match letter {
        Letter::ActivityPublished { slug, .. } => Place::Activity(slug.clone()),
        Letter::ActivityReturned { activity, .. }
        | Letter::ActivityTakenDown { activity, .. }
        | Letter::QuestionsApproved { activity, .. }
        | Letter::QuestionsRefused { activity, .. }
        | Letter::ActivityCancelled { activity, .. } => Place::Desk(Desk::Activity(*activity)),
        Letter::RequestArrived { activity, .. }
        | Letter::RequestLate { activity, .. }
        | Letter::RequestOverdue { activity, .. } => {
            Place::TakingPart(TakingPart::Requests(*activity))
        }
        Letter::CoOwnerAnswered { activity, .. }
        | Letter::LeadOffered { activity, .. }
        | Letter::LeadAnswered { activity, .. } => Place::Desk(Desk::CoOwners(*activity)),
        Letter::CasesLate { .. } | Letter::CasesEscalated { .. } => Place::Desk(Desk::Queue),
        Letter::PartnerGranted { .. }
        | Letter::CoOwnerInvited { .. }
        | Letter::MemberCame { .. }
        | Letter::MemberChanged { .. }
        | Letter::PartnerNotGranted { .. }
        | Letter::PartnerApproved { .. }
        | Letter::PartnerRefused { .. } => Place::Desk(Desk::Home),
        Letter::AccountIdle { .. } => Place::Door(Door::SignIn),
        _ => Place::Door(Door::Account),
    }
}

fn subject_key(letter: &Letter) -> &'static str {
    match letter {
        Letter::SignIn { .. } => "letter-sign-in-subject",
        Letter::NoAccount { .. } => "letter-no-account-subject",
        Letter::Register { .. } => "letter-register-subject",
        Letter::HasAccount { .. } => "letter-has-account-subject",
        Letter::ResetPassword { .. } => "letter-reset-subject",
        Letter::Suspended => "letter-suspended-subject",
        Letter::OwnData { .. } => "letter-own-data-subject",
        Letter::DataErased { .. } => "letter-erased-subject",
        Letter::AccountClosed { .. } => "letter-closed-subject",
        Letter::AccountReopened => "letter-reopened-subject",
        Letter::AccountIdle { .. } => "letter-idle-subject",
        Letter::CasesLate { .. } => "letter-late-subject",
        Letter::CasesEscalated { .. } => "letter-escalated-subject",
        Letter::PasswordChanged => "letter-password-subject",
        Letter::FactorOn => "letter-factor-on-subject",
        Letter::FactorOff => "letter-factor-off-subject",
        Letter::IdentityJoined { .. } => "letter-identity-joined-subject",
        Letter::IdentityLeft { .. } => "letter-identity-left-subject",
        Letter::RecoveryCodeUsed { .. } => "letter-recovery-subject",
        Letter::OldAddress { .. } => "letter-old-address-subject",
        Letter::NewAddress { .. } => "letter-new-address-subject",
        Letter::AddressTaken => "letter-address-taken-subject",
        Letter::AddressChanged { .. } => "letter-address-changed-subject",
        Letter::ManyFailures { .. } => "letter-failures-subject",
        Letter::ManyWrongCodes { .. } => "letter-codes-subject",
        Letter::RolesChanged => "letter-roles-subject",
        Letter::ActivityPublished { .. } => "letter-published-subject",
        Letter::ActivityReturned { .. } => "letter-returned-subject",
        Letter::ActivityTakenDown { .. } => "letter-taken-down-subject",
        Letter::QuestionsApproved { .. } => "letter-questions-approved-subject",
        Letter::QuestionsRefused { .. } => "letter-questions-refused-subject",
        Letter::ActivityCancelled { .. } => "letter-cancelled-subject",
        Letter::ReportAnswered { .. } | Letter::ReportedGone { .. } => "letter-report-subject",
        Letter::PartnerGranted { .. } => "letter-granted-subject",
        Letter::PartnerNotGranted { .. } => "letter-not-granted-subject",
        Letter::PartnerApproved { .. } => "letter-approved-subject",
        Letter::PartnerRefused { .. } => "letter-refused-subject",
        Letter::Invited { .. } => "letter-invited-subject",
        Letter::CoOwnerInvited { .. } => "letter-co-owner-subject",
        Letter::CoOwnerAnswered { says_yes: true, .. } => "letter-co-owner-yes-subject",
        Letter::CoOwnerAnswered { says_yes: false, .. } => "letter-co-owner-no-subject",
        Letter::LeadOffered { .. } => "letter-lead-subject",
        Letter::LeadAnswered { says_yes: true, .. } => "letter-lead-yes-subject",
        Letter::LeadAnswered { says_yes: false, .. } => "letter-lead-no-subject",
        Letter::MemberCame { .. } => "letter-member-came-subject",
        Letter::MemberChanged { .. } => "letter-member-changed-subject",
        Letter::MemberRemoved { .. } => "letter-member-removed-subject",
        Letter::RequestArrived { .. } => "letter-request-arrived-subject",
        Letter::RequestLate { is_again: false, .. } => "letter-request-late-subject",
        Letter::RequestLate { is_again: true, .. } => "letter-request-late-again-subject",
        Letter::RequestOverdue { .. } => "letter-request-overdue-subject",
        // Said in rooms of their own.
        Letter::SignUp { .. } | Letter::FromOrganiser { .. } | Letter::Request { .. } => "",
    }
}

fn key(letter: &Letter) -> &'static str {
    match letter {
        Letter::SignIn { .. } => "letter-sign-in",
        Letter::NoAccount { .. } => "letter-no-account",
        Letter::Register { .. } => "letter-register",
        Letter::HasAccount { .. } => "letter-has-account",
        Letter::ResetPassword { .. } => "letter-reset",
        Letter::Suspended => "letter-suspended",
        Letter::OwnData { .. } => "letter-own-data",
        Letter::DataErased { .. } => "letter-erased",
        Letter::AccountClosed { .. } => "letter-closed",
        Letter::AccountReopened => "letter-reopened",
        Letter::AccountIdle { .. } => "letter-idle",
        Letter::CasesLate { .. } => "letter-late",
        Letter::CasesEscalated { .. } => "letter-escalated",
        Letter::PasswordChanged => "letter-password",
        Letter::FactorOn => "letter-factor-on",
        Letter::FactorOff => "letter-factor-off",
        Letter::IdentityJoined { .. } => "letter-identity-joined",
        Letter::IdentityLeft { .. } => "letter-identity-left",
        Letter::RecoveryCodeUsed { .. } => "letter-recovery",
        Letter::OldAddress { .. } => "letter-old-address",
        Letter::NewAddress { .. } => "letter-new-address",
        Letter::AddressTaken => "letter-address-taken",
        Letter::AddressChanged { .. } => "letter-address-changed",
        Letter::ManyFailures { .. } => "letter-failures",
        Letter::ManyWrongCodes { .. } => "letter-codes",
        Letter::RolesChanged => "letter-roles",
        Letter::ActivityPublished { .. } => "letter-published",
        Letter::ActivityReturned { .. } => "letter-returned",
        Letter::ActivityTakenDown { .. } => "letter-taken-down",
        Letter::QuestionsApproved { .. } => "letter-questions-approved",
        Letter::QuestionsRefused { .. } => "letter-questions-refused",
        Letter::ActivityCancelled { .. } => "letter-cancelled",
        Letter::ReportAnswered { verdict: Verdict::Fine, .. } => "letter-report-fine",
        Letter::ReportAnswered { verdict: Verdict::Returned, .. } => "letter-report-returned",
        Letter::ReportAnswered { verdict: Verdict::Cancelled, .. } => "letter-report-cancelled",
        Letter::ReportedGone { .. } => "letter-report-gone",
        Letter::PartnerGranted { .. } => "letter-granted",
        Letter::PartnerNotGranted { .. } => "letter-not-granted",
        Letter::PartnerApproved { .. } => "letter-approved",
        Letter::PartnerRefused { .. } => "letter-refused",
        Letter::Invited { .. } => "letter-invited",
        Letter::CoOwnerInvited { .. } => "letter-co-owner",
        Letter::CoOwnerAnswered { says_yes: true, .. } => "letter-co-owner-yes",
        Letter::CoOwnerAnswered { says_yes: false, .. } => "letter-co-owner-no",
        Letter::LeadOffered { .. } => "letter-lead",
        Letter::LeadAnswered { says_yes: true, .. } => "letter-lead-yes",
        Letter::LeadAnswered { says_yes: false, .. } => "letter-lead-no",
        Letter::MemberCame { .. } => "letter-member-came",
        Letter::MemberChanged { membership: Membership::Administrator, .. } => {
            "letter-member-administrator"
        }
        Letter::MemberChanged { membership: Membership::Editor, .. } => "letter-member-editor",
        Letter::MemberRemoved { .. } => "letter-member-removed",
        Letter::RequestArrived { .. } => "letter-request-arrived",
        Letter::RequestLate { is_again: false, .. } => "letter-request-late",
        Letter::RequestLate { is_again: true, .. } => "letter-request-late-again",
        Letter::RequestOverdue { .. } => "letter-request-overdue",
        // Said in rooms of their own.
        Letter::SignUp { .. } | Letter::FromOrganiser { .. } | Letter::Request { .. } => "",
    }
}

fn button_key(letter: &Letter) -> Option<&'static str> {
    match letter {
        Letter::SignIn { .. } | Letter::HasAccount { .. } | Letter::AccountIdle { .. } => {
            Some("letter-sign-in-go")
        }
        Letter::NoAccount { .. } | Letter::Register { .. } => Some("letter-register-go"),
        Letter::ResetPassword { .. } => Some("letter-reset-go"),
        Letter::OldAddress { .. } | Letter::NewAddress { .. } => Some("letter-address-go"),
        Letter::OwnData { .. } => Some("letter-own-data-go"),
        Letter::PasswordChanged
        | Letter::AccountReopened
        | Letter::FactorOn
        | Letter::FactorOff
        | Letter::IdentityJoined { .. }
        | Letter::IdentityLeft { .. }
        | Letter::RecoveryCodeUsed { .. }
        | Letter::RolesChanged
        | Letter::ManyFailures { .. }
        | Letter::ManyWrongCodes { .. } => Some("letter-account-go"),
        Letter::RequestArrived { .. }
        | Letter::RequestLate { .. }
        | Letter::RequestOverdue { .. } => Some("letter-requests-go"),
        Letter::CasesLate { .. } | Letter::CasesEscalated { .. } => Some("letter-queue-go"),
        Letter::ActivityPublished { .. } => Some("letter-published-go"),
        Letter::ActivityReturned { .. }
        | Letter::ActivityTakenDown { .. }
        | Letter::QuestionsRefused { .. } => Some("letter-returned-go"),
        Letter::QuestionsApproved { .. } | Letter::ActivityCancelled { .. } => {
            Some("letter-cancelled-go")
        }
        Letter::PartnerGranted { .. }
        | Letter::PartnerNotGranted { .. }
        | Letter::PartnerApproved { .. }
        | Letter::PartnerRefused { .. }
        | Letter::CoOwnerInvited { .. }
        | Letter::MemberCame { .. }
        | Letter::MemberChanged { .. } => Some("letter-desk-go"),
        Letter::CoOwnerAnswered { .. }
        | Letter::LeadOffered { .. }
        | Letter::LeadAnswered { .. } => Some("letter-owners-go"),
        Letter::Invited { .. } => Some("letter-invited-go"),
        Letter::Suspended
        | Letter::DataErased { .. }
        | Letter::ReportAnswered { .. }
        | Letter::ReportedGone { .. }
        | Letter::AccountClosed { .. }
        | Letter::AddressTaken
        | Letter::AddressChanged { .. }
        | Letter::MemberRemoved { .. }
        | Letter::SignUp { .. }
        | Letter::FromOrganiser { .. }
        | Letter::Request { .. } => None,
    }
}
