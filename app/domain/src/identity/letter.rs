//! What we write to people.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{LetterLanguage, Membership, ProviderName, Remark, Secret};
use crate::{
    Email,
    catalogue::{ActivityId, Slug, Title},
    pact::{CaseName, Verdict},
    partners::PartnerName,
    signup::{MessageLetter, RequestLetter, SignUpLetter},
};

/// Names a letter; the same one however often it is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LetterId(pub Uuid);

/// A letter to exactly one person: there is no way to name a second.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addressed {
    pub id: LetterId,
    pub to: Email,
    pub language: LetterLanguage,
    pub letter: Letter,
    pub written_at: DateTime<Utc>,
}

/// What a letter says, without its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "about", rename_all = "snake_case")]
pub enum Letter {
    /// A link to sign in with.
    SignIn {
        secret: Secret,
    },
    /// A link to sign in or to choose a password was asked for, but there is no account; the
    /// link makes one.
    NoAccount {
        secret: Secret,
    },
    /// A link that makes an account. It does not repeat the name: whoever registers somebody
    /// else's address must not choose a word of what that person reads.
    Register {
        secret: Secret,
    },
    /// Somebody wanted an account, but has one; the link signs in.
    HasAccount {
        secret: Secret,
    },
    /// A link to choose a password with.
    ResetPassword {
        secret: Secret,
    },
    /// A link to everything that is held of the reader's address.
    OwnData {
        secret: Secret,
    },
    /// What was held of the reader's address is erased: a receipt.
    DataErased {
        sign_ups: u64,
        requests: u64,
        others: u64,
        at: DateTime<Utc>,
    },
    /// The account is closed for now.
    Suspended,
    PasswordChanged,
    FactorOn,
    FactorOff,
    /// Whoever the provider says it is comes into the account from now on.
    IdentityJoined {
        provider: ProviderName,
    },
    /// A provider's word opens the account no longer.
    IdentityLeft {
        provider: ProviderName,
    },
    /// Somebody signed in with one of the codes for when the telephone is gone.
    RecoveryCodeUsed {
        left: usize,
    },
    /// A link at the address so far, to agree to another one.
    OldAddress {
        new: Email,
        secret: Secret,
    },
    /// A link at the new address.
    NewAddress {
        secret: Secret,
    },
    /// The new address has an account of its own.
    AddressTaken,
    /// Sent to the address that was.
    AddressChanged {
        new: Email,
    },
    /// Somebody keeps trying wrong passwords.
    ManyFailures {
        n: u32,
    },
    /// Somebody who came past the first door keeps typing wrong codes.
    ManyWrongCodes {
        n: u32,
    },
    /// What the person may do here has changed.
    RolesChanged,
    /// Whoever looks after the person has closed the account.
    AccountClosed {
        reason: Remark,
    },
    AccountReopened,
    /// Nobody has come to the account for long, so it goes on a day, unless its owner signs in.
    AccountIdle {
        goes_on: NaiveDate,
    },
    /// So many cases have waited a working day in a region that is the person's.
    CasesLate {
        n: usize,
        /// What the one that waits longest is called.
        first: CaseName,
    },
    /// So many cases have waited two working days, and the national desk looks at them too.
    CasesEscalated {
        n: usize,
        first: CaseName,
    },
    /// An activity that the person sent is published.
    ActivityPublished {
        title: Title,
        slug: Slug,
    },
    /// An activity that the person sent comes back with a reason.
    ActivityReturned {
        title: Title,
        activity: ActivityId,
        reason: Remark,
    },
    /// What the person's partner would ask those who sign up is asked from now on.
    QuestionsApproved {
        title: Title,
        activity: ActivityId,
    },
    /// It is not, with a reason.
    QuestionsRefused {
        title: Title,
        activity: ActivityId,
        reason: Remark,
    },
    /// An activity of the person's partner that was public is out of sight, with a reason.
    ActivityTakenDown {
        title: Title,
        activity: ActivityId,
        reason: Remark,
    },
    /// A moderator cancelled an activity of the person's partner, with a reason.
    ActivityCancelled {
        title: Title,
        activity: ActivityId,
        reason: Remark,
    },
    /// What became of a report. It repeats nothing that whoever reported it has written, since the
    /// address may be another's.
    ReportAnswered {
        title: Title,
        verdict: Verdict,
    },
    /// Whoever offers an activity that was reported took it out of the catalogue before a moderator
    /// had looked at it.
    ReportedGone {
        title: Title,
    },
    /// The person acts for a partner from now on.
    PartnerGranted {
        partner: PartnerName,
    },
    /// A moderator did not let the person act for a partner.
    PartnerNotGranted {
        partner: PartnerName,
        reason: Remark,
    },
    /// A link with which the person acts for a partner from then on. It says nothing but the
    /// partner's name, which a moderator has approved.
    Invited {
        partner: PartnerName,
        secret: Secret,
    },
    /// Somebody whom a moderator, or the domain of their address, let in acts for the person's
    /// partner from now on. It does not repeat what they are called, which they chose themselves.
    MemberCame {
        partner: PartnerName,
    },
    /// The person acts for a partner in another way from now on.
    MemberChanged {
        partner: PartnerName,
        membership: Membership,
    },
    /// The person acts for a partner no longer.
    MemberRemoved {
        partner: PartnerName,
    },
    /// A partner wants the person's as co-owner of an activity. Both were approved; the activity
    /// is named at the desk alone, since nobody has looked at what it is called.
    CoOwnerInvited {
        lead: PartnerName,
        partner: PartnerName,
    },
    /// A partner that was asked to own an activity of the person's partner has answered.
    CoOwnerAnswered {
        title: Title,
        activity: ActivityId,
        partner: PartnerName,
        says_yes: bool,
    },
    /// The person's partner, which owns an activity already, is asked to lead it.
    LeadOffered {
        title: Title,
        activity: ActivityId,
        lead: PartnerName,
        partner: PartnerName,
    },
    /// A partner that was asked to lead an activity of the person's partner has answered.
    LeadAnswered {
        title: Title,
        activity: ActivityId,
        partner: PartnerName,
        says_yes: bool,
    },
    /// A partner that the person asked for may publish.
    PartnerApproved {
        partner: PartnerName,
    },
    /// A partner that the person asked for may not publish.
    PartnerRefused {
        partner: PartnerName,
        reason: Remark,
    },
    /// To a party about its sign-up.
    SignUp {
        letter: SignUpLetter,
    },
    /// To a party about its request.
    Request {
        letter: RequestLetter,
    },
    /// Somebody asks whether they may come to an activity of the person's partner.
    RequestArrived {
        title: Title,
        activity: ActivityId,
    },
    /// The same, and it has waited for two working days, or where they are reminded again for
    /// four.
    RequestLate {
        title: Title,
        activity: ActivityId,
        #[serde(default)]
        is_again: bool,
    },
    /// The same, and it has waited for a week of working days; to the partner's administrators.
    RequestOverdue {
        title: Title,
        activity: ActivityId,
    },
    /// To somebody who signed parties up, from the organiser.
    FromOrganiser {
        letter: MessageLetter,
    },
}

impl Letter {
    /// The secret of the link in it, where it has one.
    #[must_use]
    pub fn secret(&self) -> Option<&Secret> {
        match self {
            Self::SignIn { secret }
            | Self::NoAccount { secret }
            | Self::Register { secret }
            | Self::HasAccount { secret }
            | Self::ResetPassword { secret }
            | Self::OldAddress { secret, .. }
            | Self::NewAddress { secret }
            | Self::OwnData { secret }
            | Self::Invited { secret, .. } => Some(secret),
            Self::SignUp { letter } => letter.secret.as_ref(),
            Self::Request { letter } => Some(&letter.secret),
            _ => None,
        }
    }

    /// To whom an answer goes, where it is not to the portal.
    #[must_use]
    pub fn reply_to(&self) -> Option<&Email> {
        match self {
            Self::FromOrganiser { letter } => Some(&letter.reply_to),
            _ => None,
        }
    }
}
