//! Who may do what. This table is the whole policy: it drives the guards, the test that tries
//! every cell over HTTP, and `docs/rights.md`.

mod table;

use chrono::NaiveDate;

use super::{Account, Role};
use crate::{keyed::keyed, pact::Region, partners::PartnerId};

pub use table::RIGHTS;

keyed! {
    /// Everything that somebody can want of the portal.
    Action {
        ReadPage = "read-page",
        ReadData = "read-data",
        ReadHealth = "read-health",
        AskWhileTyping = "ask-while-typing",
        ReportBrokenPolicy = "report-broken-policy",
        SignIn = "sign-in",
        Register = "register",
        FollowLetter = "follow-letter",
        ShowSecondFactor = "show-second-factor",
        SignOut = "sign-out",
        SeeAccount = "see-account",
        ChangeProfile = "change-profile",
        ChangePassword = "change-password",
        ChangeAddress = "change-address",
        ChangeSecondFactor = "change-second-factor",
        ChangeIdentity = "change-identity",
        EndSession = "end-session",
        EndOtherSessions = "end-other-sessions",
        SeeHistory = "see-history",
        SeeSaved = "see-saved",
        SaveActivity = "save-activity",
        SeeDesk = "see-desk",
        AskForPartner = "ask-for-partner",
        BeginDraft = "begin-draft",
        WriteDraft = "write-draft",
        SendDraft = "send-draft",
        DiscardDraft = "discard-draft",
        SeeOwnActivity = "see-own-activity",
        ReviseActivity = "revise-activity",
        CopyActivity = "copy-activity",
        TakeBackActivity = "take-back-activity",
        CancelActivity = "cancel-activity",
        ArchiveActivity = "archive-activity",
        InviteCoOwner = "invite-co-owner",
        RemoveCoOwner = "remove-co-owner",
        ShareRosters = "share-rosters",
        AnswerCoOwning = "answer-co-owning",
        LeaveActivity = "leave-activity",
        OfferLead = "offer-lead",
        AnswerLeading = "answer-leading",
        SeeQueue = "see-queue",
        SeeCase = "see-case",
        ApproveActivity = "approve-activity",
        ReturnActivity = "return-activity",
        SeeCandidate = "see-candidate",
        ApprovePartner = "approve-partner",
        RefusePartner = "refuse-partner",
        TrustPartner = "trust-partner",
        AnswerClaim = "answer-claim",
        SeeImports = "see-imports",
        ImportSheet = "import-sheet",
        UndoImport = "undo-import",
        ExportActivities = "export-activities",
        AnswerInvitation = "answer-invitation",
        ChangePartner = "change-partner",
        SeeMembers = "see-members",
        InviteMember = "invite-member",
        WithdrawInvitation = "withdraw-invitation",
        ChangeMember = "change-member",
        RemoveMember = "remove-member",
        LeavePartner = "leave-partner",
        SeePeople = "see-people",
        SeePerson = "see-person",
        SuspendPerson = "suspend-person",
        LiftSuspension = "lift-suspension",
        GiveRole = "give-role",
        TakeRole = "take-role",
        ReportActivity = "report-activity",
        AnswerReview = "answer-review",
        AnswerQuestions = "answer-questions",
        ApproveCases = "approve-cases",
        TurnDownCases = "turn-down-cases",
        SeeCampaigns = "see-campaigns",
        MakeCampaign = "make-campaign",
        ChangeCampaign = "change-campaign",
        EndCampaign = "end-campaign",
        SignUp = "sign-up",
        AnswerSignUpLetter = "answer-sign-up-letter",
        SeeSignUp = "see-sign-up",
        ChangeSignUp = "change-sign-up",
        CancelSignUp = "cancel-sign-up",
        AnswerOffer = "answer-offer",
        SendRequest = "send-request",
        AnswerRequestLetter = "answer-request-letter",
        SeeRequest = "see-request",
        WithdrawRequest = "withdraw-request",
        SeeRequests = "see-requests",
        AnswerRequest = "answer-request",
        SeeOwnSignUps = "see-own-sign-ups",
        OpenOwnSignUp = "open-own-sign-up",
        SeeRoster = "see-roster",
        CancelParty = "cancel-party",
        AddParty = "add-party",
        MoveParty = "move-party",
        WriteToParties = "write-to-parties",
        SetWaitingRule = "set-waiting-rule",
        SeeDraw = "see-draw",
        HaveDrawn = "have-drawn",
        AnswerWhetherComing = "answer-whether-coming",
        AskWhetherComing = "ask-whether-coming",
        CheckIn = "check-in",
        SeeReport = "see-report",
        WriteReport = "write-report",
        AskInterest = "ask-interest",
        AnswerInterest = "answer-interest",
        AskForData = "ask-for-data",
        SeeData = "see-data",
        EraseData = "erase-data",
        SeeSynonyms = "see-synonyms",
        TrySynonyms = "try-synonyms",
        ChangeSynonyms = "change-synonyms",
    }
}

keyed! {
    /// In what capacity somebody wants it.
    Who {
        Visitor = "visitor",
        /// Anybody with an account, such as a teacher.
        Participant = "participant",
        Editor = "editor",
        PartnerAdministrator = "partner-admin",
        Moderator = "moderator",
        Steering = "steering",
        Administrator = "admin",
        Suspended = "suspended",
    }
}

keyed! {
    /// Whose it is, seen from whoever wants it.
    Scope {
        /// Everybody's, or nobody's in particular.
        Anybodys = "anybody's",
        Own = "own",
        SamePartner = "same-partner",
        OtherPartner = "other-partner",
        OwnRegion = "own-region",
        OtherRegion = "other-region",
    }
}

keyed! {
    /// What becomes of it.
    Outcome {
        Yes = "yes",
        /// Sign in, then try again.
        SignIn = "sign-in",
        /// It is there, but not theirs to do.
        No = "no",
        /// They may not even know that it is there.
        Hidden = "hidden",
    }
}

/// One row of the table: an action on somebody's, and what becomes of it for each of [`Who`].
#[derive(Clone, Copy, Debug)]
pub struct Right {
    pub action: Action,
    pub scope: Scope,
    pub outcomes: [Outcome; 8],
}

/// What becomes of an action on somebody's for somebody in one capacity.
#[must_use]
pub fn outcome(action: Action, who: Who, scope: Scope) -> Outcome {
    let right = RIGHTS.iter().find(|right| right.action == action && right.scope == scope);
    right.map_or(Outcome::Hidden, |right| right.outcomes[who as usize])
}

impl Action {
    /// The scopes it can be about.
    pub fn scopes(self) -> impl Iterator<Item = Scope> {
        RIGHTS.iter().filter(move |right| right.action == self).map(|right| right.scope)
    }

    /// Whether it can be tried without saying who one is.
    #[must_use]
    pub fn is_for_everybody(self) -> bool {
        outcome(self, Who::Visitor, Scope::Anybodys) == Outcome::Yes
    }

    /// Whether somebody may do it who has yet to set up the second factor that a role asks for.
    #[must_use]
    pub fn comes_before_factor(self) -> bool {
        self.is_for_everybody() || self == Self::ChangeSecondFactor
    }
}

impl Outcome {
    /// The best of what several capacities of the same person give.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        if other == Self::Yes || self == Self::Hidden { other } else { self }
    }
}

impl Role {
    #[must_use]
    pub fn who(self) -> Who {
        match self {
            Self::Editor(_) => Who::Editor,
            Self::PartnerAdministrator(_) => Who::PartnerAdministrator,
            Self::Moderator(_) => Who::Moderator,
            Self::Steering => Who::Steering,
            Self::Administrator => Who::Administrator,
        }
    }
}

impl Account {
    /// Every capacity in which its owner can want something.
    #[must_use]
    pub fn capacities(&self) -> Vec<Who> {
        if self.is_suspended() {
            return vec![Who::Suspended];
        }
        std::iter::once(Who::Participant).chain(self.roles.iter().map(|it| it.who())).collect()
    }

    /// What becomes of an action on somebody's for its owner.
    #[must_use]
    pub fn may(&self, action: Action, scope: Scope) -> Outcome {
        let outcomes = self.capacities().into_iter().map(|who| outcome(action, who, scope));
        outcomes.reduce(Outcome::or).unwrap_or(Outcome::Hidden)
    }

    /// How what belongs to a partner is seen from its owner.
    #[must_use]
    pub fn scope_of_partner(&self, partner: PartnerId) -> Scope {
        let is_theirs = self.roles.iter().any(|role| role.partner() == Some(partner));
        if is_theirs { Scope::SamePartner } else { Scope::OtherPartner }
    }

    /// How what lies in a region is seen from its owner on a day; what lies in none is looked at
    /// by whoever comes first. Where a region has taken another's place, so have its moderators.
    #[must_use]
    pub fn scope_of_region(&self, region: Option<Region>, day: NaiveDate) -> Scope {
        let own = self.roles.iter().filter_map(|role| role.region());
        let mut own = own.map(|it| it.successor_on(day).unwrap_or(it));
        let is_own = region.is_none_or(|region| own.any(|it| it == region));
        if is_own { Scope::OwnRegion } else { Scope::OtherRegion }
    }

    /// How what is at home in a region is seen from its owner on a day. What has told no home is
    /// nobody's own: whoever looks after all of the regions looks after it.
    #[must_use]
    pub fn scope_of_home(&self, home: Option<Region>, day: NaiveDate) -> Scope {
        match home {
            Some(region) => self.scope_of_region(Some(region), day),
            None => Scope::OtherRegion,
        }
    }

    /// How what belongs to another is seen from its owner.
    #[must_use]
    pub fn scope_of(&self, other: &Self) -> Scope {
        let shares = |of: fn(&Role) -> Option<String>| {
            let own: Vec<String> = self.roles.iter().filter_map(of).collect();
            other.roles.iter().filter_map(of).any(|it| own.contains(&it))
        };
        let partner = |role: &Role| role.partner().map(|it| it.0.to_string());
        let region = |role: &Role| role.region().map(|it| it.key().to_owned());
        if self.id == other.id {
            Scope::Own
        } else if shares(partner) {
            Scope::SamePartner
        } else if shares(region) {
            Scope::OwnRegion
        } else if other.roles.iter().any(|role| role.region().is_some()) {
            Scope::OtherRegion
        } else {
            Scope::OtherPartner
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_has_a_row_and_no_row_stands_twice() {
        for action in Action::ALL {
            assert!(action.scopes().count() > 0, "{action}");
        }
        for (n, right) in RIGHTS.iter().enumerate() {
            let same = |it: &Right| it.action == right.action && it.scope == right.scope;
            assert!(!RIGHTS[..n].iter().any(same), "{} {}", right.action, right.scope);
        }
    }

    #[test]
    fn who_is_suspended_may_nothing_that_a_visitor_may_not() {
        for right in RIGHTS {
            let of = |who: Who| right.outcomes[who as usize];
            assert_eq!(of(Who::Suspended), of(Who::Visitor), "{}", right.action);
        }
    }

    #[test]
    fn the_whole_policy_is_this_table() {
        let line = |action: &str, whose: &str, cells: Vec<&str>| {
            let cells: Vec<String> = cells.iter().map(|cell| format!("{cell:>14}")).collect();
            format!("{action:<22}{whose:<15}{}", cells.concat())
        };
        let head = line("action", "whose", Who::ALL.iter().map(|who| who.key()).collect());
        let rows = RIGHTS.iter().map(|right| {
            let cells = right.outcomes.iter().map(|outcome| outcome.key()).collect();
            line(right.action.key(), right.scope.key(), cells)
        });
        let table = std::iter::once(head).chain(rows).collect::<Vec<_>>().join("\n");
        insta::assert_snapshot!(table);
    }
}
