//! Addresses at desks: what organisers write, and what moderators look at.

use application::catalogue::{RowFate, Step};
use domain::{
    catalogue::{ActivityId, DraftId, ImportId, PictureFile},
    identity::{AccountId, InvitationId},
    pact::{CampaignId, ReviewId},
    partners::{ClaimId, PartnerId},
};

/// A place at a desk, or something that is done there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Desk {
    Home,
    /// Looks for the partner for which one wants to act.
    Find,
    /// Asks for a partner that nobody has heard of.
    Introduce,
    Claim(PartnerId),
    Begin(PartnerId),
    /// A step of the editor; the last one looks through all of it and sends it.
    Write(DraftId, Step),
    Preview(DraftId),
    /// Where a picture is handed in.
    Picture(DraftId),
    RemovePicture(DraftId),
    /// One size of a draft's picture.
    DraftPicture(DraftId, PictureFile),
    Discard(DraftId),
    Activity(ActivityId),
    Revise(ActivityId),
    Copy(ActivityId),
    TakeBack(ActivityId),
    Cancel(ActivityId),
    /// Where an activity is taken out of the catalogue.
    Archive(ActivityId),
    /// Which partners own an activity; whoever is asked is chosen there.
    CoOwners(ActivityId),
    AnswerCoOwning(ActivityId, PartnerId),
    RemoveCoOwner(ActivityId, PartnerId),
    ShareRosters(ActivityId, PartnerId),
    LeaveActivity(ActivityId, PartnerId),
    /// Asks an owner to lead the activity, or takes that back.
    OfferLead(ActivityId, PartnerId),
    AnswerLeading(ActivityId, PartnerId),
    /// What is told of a partner.
    Profile(PartnerId),
    /// Who acts for a partner; whoever is invited is typed there.
    Members(PartnerId),
    ChangeMember(PartnerId, AccountId),
    RemoveMember(PartnerId, AccountId),
    Leave(PartnerId),
    WithdrawInvitation(PartnerId, InvitationId),
    Queue,
    Case(ActivityId),
    /// One size of the picture that a moderator looks at.
    CasePicture(ActivityId, PictureFile),
    Approve(ActivityId),
    Return(ActivityId),
    Candidate(PartnerId),
    ApprovePartner(PartnerId),
    RefusePartner(PartnerId),
    TrustPartner(PartnerId),
    AnswerClaim(ClaimId),
    AnswerReview(ReviewId),
    /// Where it is said whether an activity's questions are asked.
    AnswerQuestions(ActivityId),
    /// Several things of the queue at once.
    ApproveCases,
    TurnDownCases,
    /// Whom a moderator or an administrator looks after.
    People,
    Person(AccountId),
    Suspend(AccountId),
    LiftSuspension(AccountId),
    GiveRole(AccountId),
    TakeRole(AccountId),
    /// All campaigns of the pact.
    Campaigns,
    NewCampaign,
    Campaign(CampaignId),
    EndCampaign(CampaignId),
    /// The words that lead to others in searches; they are tried there as well.
    Synonyms,
    PutSynonyms,
    TakeSynonymsBack,
    /// Where sheets are handed in.
    Imports(PartnerId),
    Import(ImportId),
    /// Some rows of what an import would do.
    ImportRows(ImportId, RowsShown),
    WriteImport(ImportId),
    UndoImport(ImportId),
    /// A partner's activities as a file.
    Csv(PartnerId),
    Xlsx(PartnerId),
}

/// Which rows of a sheet are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowsShown {
    /// Those that become this; all of them where it is none.
    pub fate: Option<RowFate>,
    /// From 1.
    pub page: u32,
}

const FATES: [(RowFate, &str); 4] = [
    (RowFate::New, "nye"),
    (RowFate::Changed, "aendrede"),
    (RowFate::Unchanged, "som-foer"),
    (RowFate::Refused, "afviste"),
];

impl RowsShown {
    /// What an address asks for; what nobody can have meant is passed over.
    #[must_use]
    pub fn of(query: &str) -> Self {
        let pairs = super::decode_query(query);
        let asked =
            |name: &str| pairs.iter().find(|(key, _)| key == name).map(|(_, it)| it.as_str());
        let fate = FATES.iter().find(|(_, word)| asked("vis") == Some(*word)).map(|it| it.0);
        let page = asked("side").and_then(|it| it.parse().ok()).unwrap_or(1);
        Self { fate, page }
    }

    fn query(self) -> String {
        let fate = FATES.iter().find(|(fate, _)| self.fate == Some(*fate));
        let fate = fate.map(|(_, word)| format!("vis={word}"));
        let page = (self.page > 1).then(|| format!("side={}", self.page));
        let pairs: Vec<String> = fate.into_iter().chain(page).collect();
        if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
    }
}

/// The patterns by which the server knows them.
pub mod pattern {
    pub const HOME: &str = "/partner";
    pub const FIND: &str = "/partner/find";
    pub const INTRODUCE: &str = "/partner/ny";
    pub const CLAIM: &str = "/partner/{id}/krav";
    pub const BEGIN: &str = "/partner/{id}/kladder";
    pub const SEND: &str = "/partner/kladder/{id}/send";
    pub const PREVIEW: &str = "/partner/kladder/{id}/se";
    pub const DISCARD: &str = "/partner/kladder/{id}/slet";
    pub const PICTURE: &str = "/partner/kladder/{id}/billede";
    pub const REMOVE_PICTURE: &str = "/partner/kladder/{id}/billede/fjern";
    pub const DRAFT_PICTURE: &str = "/partner/kladder/{id}/billede/{file}";
    pub const WRITE: &str = "/partner/kladder/{id}/{step}";
    pub const ACTIVITY: &str = "/partner/aktiviteter/{id}";
    pub const REVISE: &str = "/partner/aktiviteter/{id}/ret";
    pub const COPY: &str = "/partner/aktiviteter/{id}/kopi";
    pub const TAKE_BACK: &str = "/partner/aktiviteter/{id}/tilbage";
    pub const CANCEL: &str = "/partner/aktiviteter/{id}/aflys";
    pub const ARCHIVE: &str = "/partner/aktiviteter/{id}/tag-ned";
    pub const CO_OWNERS: &str = "/partner/aktiviteter/{id}/medejere";
    pub const ANSWER_CO_OWNING: &str = "/partner/aktiviteter/{id}/medejere/{partner}/svar";
    pub const REMOVE_CO_OWNER: &str = "/partner/aktiviteter/{id}/medejere/{partner}/fjern";
    pub const SHARE_ROSTERS: &str = "/partner/aktiviteter/{id}/medejere/{partner}/tilmeldte";
    pub const LEAVE_ACTIVITY: &str = "/partner/aktiviteter/{id}/medejere/{partner}/forlad";
    pub const OFFER_LEAD: &str = "/partner/aktiviteter/{id}/medejere/{partner}/leder";
    pub const ANSWER_LEADING: &str = "/partner/aktiviteter/{id}/medejere/{partner}/overtag";
    pub const PROFILE: &str = "/partner/{id}/oplysninger";
    pub const MEMBERS: &str = "/partner/{id}/folk";
    pub const CHANGE_MEMBER: &str = "/partner/{id}/folk/{member}/rolle";
    pub const REMOVE_MEMBER: &str = "/partner/{id}/folk/{member}/fjern";
    pub const LEAVE: &str = "/partner/{id}/forlad";
    pub const WITHDRAW_INVITATION: &str = "/partner/{id}/invitationer/{invitation}/fortryd";
    pub const QUEUE: &str = "/moderation";
    pub const CASE: &str = "/moderation/aktiviteter/{id}";
    pub const CASE_PICTURE: &str = "/moderation/aktiviteter/{id}/billede/{file}";
    pub const APPROVE: &str = "/moderation/aktiviteter/{id}/godkend";
    pub const RETURN: &str = "/moderation/aktiviteter/{id}/retur";
    pub const CANDIDATE: &str = "/moderation/partnere/{id}";
    pub const APPROVE_PARTNER: &str = "/moderation/partnere/{id}/godkend";
    pub const REFUSE_PARTNER: &str = "/moderation/partnere/{id}/afvis";
    pub const TRUST_PARTNER: &str = "/moderation/partnere/{id}/tillid";
    pub const ANSWER_CLAIM: &str = "/moderation/krav/{id}/svar";
    pub const ANSWER_REVIEW: &str = "/moderation/meldinger/{id}/svar";
    pub const ANSWER_QUESTIONS: &str = "/moderation/aktiviteter/{id}/spoergsmaal";
    pub const APPROVE_CASES: &str = "/moderation/godkend";
    pub const TURN_DOWN_CASES: &str = "/moderation/retur";
    pub const PEOPLE: &str = "/moderation/folk";
    pub const PERSON: &str = "/moderation/folk/{id}";
    pub const SUSPEND: &str = "/moderation/folk/{id}/luk";
    pub const LIFT_SUSPENSION: &str = "/moderation/folk/{id}/aabn";
    pub const GIVE_ROLE: &str = "/moderation/folk/{id}/rolle";
    pub const TAKE_ROLE: &str = "/moderation/folk/{id}/rolle/fjern";
    pub const CAMPAIGNS: &str = "/moderation/kampagner";
    pub const NEW_CAMPAIGN: &str = "/moderation/kampagner/ny";
    pub const CAMPAIGN: &str = "/moderation/kampagner/{id}";
    pub const END_CAMPAIGN: &str = "/moderation/kampagner/{id}/slut";
    pub const SYNONYMS: &str = "/moderation/synonymer";
    pub const PUT_SYNONYMS: &str = "/moderation/synonymer/saet";
    pub const TAKE_SYNONYMS_BACK: &str = "/moderation/synonymer/tilbage";
    pub const IMPORTS: &str = "/partner/{id}/import";
    pub const IMPORT: &str = "/partner/import/{id}";
    pub const WRITE_IMPORT: &str = "/partner/import/{id}/skriv";
    pub const UNDO_IMPORT: &str = "/partner/import/{id}/fortryd";
    pub const CSV: &str = "/partner/{id}/aktiviteter.csv";
    pub const XLSX: &str = "/partner/{id}/aktiviteter.xlsx";

    /// Those with words before those with gaps at the same place.
    pub const ALL: [&str; 64] = [
        HOME,
        FIND,
        INTRODUCE,
        CLAIM,
        BEGIN,
        SEND,
        PREVIEW,
        DISCARD,
        PICTURE,
        REMOVE_PICTURE,
        DRAFT_PICTURE,
        WRITE,
        ACTIVITY,
        REVISE,
        COPY,
        TAKE_BACK,
        CANCEL,
        ARCHIVE,
        CO_OWNERS,
        ANSWER_CO_OWNING,
        REMOVE_CO_OWNER,
        SHARE_ROSTERS,
        LEAVE_ACTIVITY,
        OFFER_LEAD,
        ANSWER_LEADING,
        PROFILE,
        MEMBERS,
        CHANGE_MEMBER,
        REMOVE_MEMBER,
        LEAVE,
        WITHDRAW_INVITATION,
        QUEUE,
        CASE,
        CASE_PICTURE,
        APPROVE,
        RETURN,
        CANDIDATE,
        APPROVE_PARTNER,
        REFUSE_PARTNER,
        TRUST_PARTNER,
        ANSWER_CLAIM,
        ANSWER_REVIEW,
        ANSWER_QUESTIONS,
        APPROVE_CASES,
        TURN_DOWN_CASES,
        IMPORT,
        WRITE_IMPORT,
        UNDO_IMPORT,
        IMPORTS,
        CSV,
        XLSX,
        PEOPLE,
        PERSON,
        SUSPEND,
        LIFT_SUSPENSION,
        GIVE_ROLE,
        TAKE_ROLE,
        CAMPAIGNS,
        NEW_CAMPAIGN,
        CAMPAIGN,
        END_CAMPAIGN,
        SYNONYMS,
        PUT_SYNONYMS,
        TAKE_SYNONYMS_BACK,
    ];
}

/// The word of a step in addresses.
#[must_use]
pub fn step_word(step: Step) -> &'static str {
    match step {
        Step::What => "hvad",
        Step::Whom => "hvem",
        Step::When => "hvor-og-hvornaar",
        Step::How => "praktisk",
        Step::Send => "send",
    }
}

/// The step of a word.
#[must_use]
pub fn step_of(word: &str) -> Option<Step> {
    Step::ALL.into_iter().find(|step| step_word(*step) == word)
}

impl Desk {
    /// Its path, without a language before it.
    pub(super) fn path(self) -> String {
        let id = |pattern: &str, id: domain::Uuid| pattern.replace("{id}", &id.to_string());
        let part = |pattern: &str, of: ActivityId, partner: PartnerId| {
            id(pattern, of.0).replace("{partner}", &partner.0.to_string())
        };
        match self {
            Self::Home => pattern::HOME.to_owned(),
            Self::Find => pattern::FIND.to_owned(),
            Self::Introduce => pattern::INTRODUCE.to_owned(),
            Self::Claim(it) => id(pattern::CLAIM, it.0),
            Self::Begin(it) => id(pattern::BEGIN, it.0),
            Self::Write(it, step) => id(pattern::WRITE, it.0).replace("{step}", step_word(step)),
            Self::Preview(it) => id(pattern::PREVIEW, it.0),
            Self::Picture(it) => id(pattern::PICTURE, it.0),
            Self::RemovePicture(it) => id(pattern::REMOVE_PICTURE, it.0),
            Self::DraftPicture(it, file) => {
                id(pattern::DRAFT_PICTURE, it.0).replace("{file}", &file.to_string())
            }
            Self::Discard(it) => id(pattern::DISCARD, it.0),
            Self::Activity(it) => id(pattern::ACTIVITY, it.0),
            Self::Revise(it) => id(pattern::REVISE, it.0),
            Self::Copy(it) => id(pattern::COPY, it.0),
            Self::TakeBack(it) => id(pattern::TAKE_BACK, it.0),
            Self::Cancel(it) => id(pattern::CANCEL, it.0),
            Self::Archive(it) => id(pattern::ARCHIVE, it.0),
            Self::CoOwners(it) => id(pattern::CO_OWNERS, it.0),
            Self::AnswerCoOwning(it, by) => part(pattern::ANSWER_CO_OWNING, it, by),
            Self::RemoveCoOwner(it, who) => part(pattern::REMOVE_CO_OWNER, it, who),
            Self::ShareRosters(it, with) => part(pattern::SHARE_ROSTERS, it, with),
            Self::LeaveActivity(it, who) => part(pattern::LEAVE_ACTIVITY, it, who),
            Self::OfferLead(it, to) => part(pattern::OFFER_LEAD, it, to),
            Self::AnswerLeading(it, by) => part(pattern::ANSWER_LEADING, it, by),
            Self::Profile(it) => id(pattern::PROFILE, it.0),
            Self::Members(it) => id(pattern::MEMBERS, it.0),
            Self::ChangeMember(it, member) => {
                id(pattern::CHANGE_MEMBER, it.0).replace("{member}", &member.0.to_string())
            }
            Self::RemoveMember(it, member) => {
                id(pattern::REMOVE_MEMBER, it.0).replace("{member}", &member.0.to_string())
            }
            Self::Leave(it) => id(pattern::LEAVE, it.0),
            Self::WithdrawInvitation(it, invitation) => id(pattern::WITHDRAW_INVITATION, it.0)
                .replace("{invitation}", &invitation.0.to_string()),
            Self::Queue => pattern::QUEUE.to_owned(),
            Self::Case(it) => id(pattern::CASE, it.0),
            Self::CasePicture(it, file) => {
                id(pattern::CASE_PICTURE, it.0).replace("{file}", &file.to_string())
            }
            Self::Approve(it) => id(pattern::APPROVE, it.0),
            Self::Return(it) => id(pattern::RETURN, it.0),
            Self::Candidate(it) => id(pattern::CANDIDATE, it.0),
            Self::ApprovePartner(it) => id(pattern::APPROVE_PARTNER, it.0),
            Self::RefusePartner(it) => id(pattern::REFUSE_PARTNER, it.0),
            Self::TrustPartner(it) => id(pattern::TRUST_PARTNER, it.0),
            Self::AnswerClaim(it) => id(pattern::ANSWER_CLAIM, it.0),
            Self::AnswerReview(it) => id(pattern::ANSWER_REVIEW, it.0),
            Self::AnswerQuestions(it) => id(pattern::ANSWER_QUESTIONS, it.0),
            Self::ApproveCases => pattern::APPROVE_CASES.to_owned(),
            Self::TurnDownCases => pattern::TURN_DOWN_CASES.to_owned(),
            Self::Imports(it) => id(pattern::IMPORTS, it.0),
            Self::Import(it) => id(pattern::IMPORT, it.0),
            Self::ImportRows(it, rows) => id(pattern::IMPORT, it.0) + &rows.query(),
            Self::WriteImport(it) => id(pattern::WRITE_IMPORT, it.0),
            Self::UndoImport(it) => id(pattern::UNDO_IMPORT, it.0),
            Self::Csv(it) => id(pattern::CSV, it.0),
            Self::Xlsx(it) => id(pattern::XLSX, it.0),
            Self::People => pattern::PEOPLE.to_owned(),
            Self::Person(it) => id(pattern::PERSON, it.0),
            Self::Suspend(it) => id(pattern::SUSPEND, it.0),
            Self::LiftSuspension(it) => id(pattern::LIFT_SUSPENSION, it.0),
            Self::GiveRole(it) => id(pattern::GIVE_ROLE, it.0),
            Self::TakeRole(it) => id(pattern::TAKE_ROLE, it.0),
            Self::Campaigns => pattern::CAMPAIGNS.to_owned(),
            Self::NewCampaign => pattern::NEW_CAMPAIGN.to_owned(),
            Self::Campaign(it) => id(pattern::CAMPAIGN, it.0),
            Self::EndCampaign(it) => id(pattern::END_CAMPAIGN, it.0),
            Self::Synonyms => pattern::SYNONYMS.to_owned(),
            Self::PutSynonyms => pattern::PUT_SYNONYMS.to_owned(),
            Self::TakeSynonymsBack => pattern::TAKE_SYNONYMS_BACK.to_owned(),
        }
    }
}
