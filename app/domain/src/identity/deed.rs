//! What somebody did that changed something.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::AccountId;
use crate::{
    catalogue::ActivityId, keyed::keyed, pact::CampaignId, partners::PartnerId, text::text,
};

/// Names a deed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DeedId(pub Uuid);

keyed! {
    /// What was done.
    DeedKind {
        AccountOpened = "account-opened",
        ProfileChanged = "profile-changed",
        PasswordChanged = "password-changed",
        AddressChanged = "address-changed",
        FactorOn = "factor-on",
        FactorOff = "factor-off",
        IdentityJoined = "identity-joined",
        IdentityLeft = "identity-left",
        RecoveryCodesMade = "recovery-codes-made",
        SessionsEnded = "sessions-ended",
        AccountClosed = "account-closed",
        AccountReopened = "account-reopened",
        RoleGiven = "role-given",
        RoleTaken = "role-taken",
        PartnerAdded = "partner-added",
        PartnerApproved = "partner-approved",
        PartnerRefused = "partner-refused",
        PartnerTrusted = "partner-trusted",
        PartnerNotTrusted = "partner-not-trusted",
        PartnerAskedFor = "partner-asked-for",
        PartnerGranted = "partner-granted",
        PartnerNotGranted = "partner-not-granted",
        MemberInvited = "member-invited",
        InvitationWithdrawn = "invitation-withdrawn",
        MemberJoined = "member-joined",
        MemberMadeAdministrator = "member-made-administrator",
        MemberMadeEditor = "member-made-editor",
        MemberRemoved = "member-removed",
        MemberLeft = "member-left",
        DraftBegun = "draft-begun",
        DraftDiscarded = "draft-discarded",
        ActivitySubmitted = "activity-submitted",
        ActivityPublished = "activity-published",
        ActivityRevised = "activity-revised",
        ActivityTakenBack = "activity-taken-back",
        ActivityApproved = "activity-approved",
        ActivityReturned = "activity-returned",
        ActivityCancelled = "activity-cancelled",
        ActivityArchived = "activity-archived",
        PartnerChanged = "partner-changed",
        QuestionsApproved = "questions-approved",
        QuestionsRefused = "questions-refused",
        CoOwnerInvited = "co-owner-invited",
        CoOwnerJoined = "co-owner-joined",
        CoOwnerDeclined = "co-owner-declined",
        CoOwnerRemoved = "co-owner-removed",
        CoOwnerLeft = "co-owner-left",
        LeadOffered = "lead-offered",
        LeadKept = "lead-kept",
        LeadTaken = "lead-taken",
        LeadDeclined = "lead-declined",
        RostersShared = "rosters-shared",
        RostersKept = "rosters-kept",
        SheetImported = "sheet-imported",
        ImportUndone = "import-undone",
        ActivityRestored = "activity-restored",
        ActivityReported = "activity-reported",
        ActivityFoundFine = "activity-found-fine",
        CampaignMade = "campaign-made",
        CampaignChanged = "campaign-changed",
        CampaignClosed = "campaign-closed",
        CampaignRemoved = "campaign-removed",
        PartyCancelled = "party-cancelled",
        PartyAdded = "party-added",
        PartyMoved = "party-moved",
        PartiesWrittenTo = "parties-written-to",
        RequestAccepted = "request-accepted",
        RequestDeclined = "request-declined",
        WaitingRuleChanged = "waiting-rule-changed",
        /// An organiser chose how the seats of a date are given.
        DrawChosen = "draw-chosen",
        /// An organiser chose how those who come are asked whether they still do.
        ComingRuleChanged = "coming-rule-changed",
        /// Somebody began to tick off who has come to a date.
        CheckedIn = "checked-in",
        /// Somebody told how many came to a date, or mended it.
        DateReported = "date-reported",
        /// Somebody made the link by which the pupils of a date answer.
        InterestAsked = "interest-asked",
        SynonymsChanged = "synonyms-changed",
        SynonymsTakenBack = "synonyms-taken-back",
    }
}

text! {
    /// What somebody writes about a decision, to whoever it concerns.
    Remark, 3..=2_000, true
}

/// What a deed was done to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    Account(AccountId),
    Partner(PartnerId),
    Activity(ActivityId),
    Campaign(CampaignId),
    /// All synonyms of the portal.
    Synonyms,
}

impl Subject {
    /// The word by which tables know its kind, and its name.
    #[must_use]
    pub fn parts(self) -> (&'static str, Uuid) {
        match self {
            Self::Account(id) => ("account", id.0),
            Self::Partner(id) => ("partner", id.0),
            Self::Activity(id) => ("activity", id.0),
            Self::Campaign(id) => ("campaign", id.0),
            Self::Synonyms => ("synonyms", Uuid::nil()),
        }
    }

    /// The subject of a word and a name; nothing where the word is unknown.
    #[must_use]
    pub fn of_parts(word: &str, id: Uuid) -> Option<Self> {
        match word {
            "account" => Some(Self::Account(AccountId(id))),
            "partner" => Some(Self::Partner(PartnerId(id))),
            "activity" => Some(Self::Activity(ActivityId(id))),
            "campaign" => Some(Self::Campaign(CampaignId(id))),
            "synonyms" if id.is_nil() => Some(Self::Synonyms),
            _ => None,
        }
    }
}

/// What somebody did that changed something: who, on whose behalf, what, to what, and when.
/// Nobody changes a deed afterwards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deed {
    pub id: DeedId,
    pub at: DateTime<Utc>,
    /// Nobody where an operator did it from the command line.
    pub by: Option<AccountId>,
    /// On whose behalf, where it was a partner's.
    pub on_behalf_of: Option<PartnerId>,
    pub kind: DeedKind,
    pub about: Subject,
    pub remark: Option<Remark>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subject_is_read_as_it_is_written() {
        let id = Uuid::from_u128(7);
        for subject in [
            Subject::Account(AccountId(id)),
            Subject::Partner(PartnerId(id)),
            Subject::Activity(ActivityId(id)),
            Subject::Campaign(CampaignId(id)),
            Subject::Synonyms,
        ] {
            let (word, id) = subject.parts();
            assert_eq!(Subject::of_parts(word, id), Some(subject));
        }
        assert_eq!(Subject::of_parts("moon", id), None);
    }
}
