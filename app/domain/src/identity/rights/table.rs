//! The rows of the table.

use super::{Action, Outcome, Right, Scope};

const Y: Outcome = Outcome::Yes;
const S: Outcome = Outcome::SignIn;
const H: Outcome = Outcome::Hidden;

/// What everybody may, signed in or not.
const EVERYBODY: [Outcome; 8] = [Y; 8];
/// What whoever has an account may do with their own.
const ACCOUNT: [Outcome; 8] = [S, Y, Y, Y, Y, Y, Y, S];
/// What nobody may know of another's.
const NOBODY: [Outcome; 8] = [S, H, H, H, H, H, H, S];

/// What whoever acts for a partner may do with what is the partner's.
const MEMBERS: [Outcome; 8] = [S, H, Y, Y, H, H, H, S];
/// What only those may do who say who else acts for a partner.
const PARTNER_ADMINISTRATORS: [Outcome; 8] = [S, H, H, Y, H, H, H, S];
/// What moderators may do in the regions that are theirs.
const MODERATORS: [Outcome; 8] = [S, H, H, H, Y, H, Y, S];
/// What moderators of other regions may not.
const ADMINISTRATORS: [Outcome; 8] = [S, H, H, H, H, H, Y, S];

const fn row(action: Action, scope: Scope, outcomes: [Outcome; 8]) -> Right {
    Right { action, scope, outcomes }
}

/// Every row; what is in none of them is hidden.
pub const RIGHTS: &[Right] = &[
    row(Action::ReadPage, Scope::Anybodys, EVERYBODY),
    row(Action::ReadData, Scope::Anybodys, EVERYBODY),
    row(Action::ReadHealth, Scope::Anybodys, EVERYBODY),
    row(Action::AskWhileTyping, Scope::Anybodys, EVERYBODY),
    row(Action::ReportBrokenPolicy, Scope::Anybodys, EVERYBODY),
    row(Action::SignIn, Scope::Anybodys, EVERYBODY),
    row(Action::Register, Scope::Anybodys, EVERYBODY),
    row(Action::FollowLetter, Scope::Anybodys, EVERYBODY),
    row(Action::ShowSecondFactor, Scope::Anybodys, EVERYBODY),
    row(Action::SignOut, Scope::Anybodys, EVERYBODY),
    row(Action::SeeAccount, Scope::Own, ACCOUNT),
    row(Action::ChangeProfile, Scope::Own, ACCOUNT),
    row(Action::ChangePassword, Scope::Own, ACCOUNT),
    row(Action::ChangeAddress, Scope::Own, ACCOUNT),
    row(Action::ChangeSecondFactor, Scope::Own, ACCOUNT),
    row(Action::ChangeIdentity, Scope::Own, ACCOUNT),
    row(Action::EndOtherSessions, Scope::Own, ACCOUNT),
    row(Action::SeeHistory, Scope::Own, ACCOUNT),
    row(Action::SeeDesk, Scope::Own, ACCOUNT),
    row(Action::AskForPartner, Scope::Own, ACCOUNT),
    row(Action::BeginDraft, Scope::SamePartner, MEMBERS),
    row(Action::BeginDraft, Scope::OtherPartner, NOBODY),
    row(Action::WriteDraft, Scope::SamePartner, MEMBERS),
    row(Action::WriteDraft, Scope::OtherPartner, NOBODY),
    row(Action::SendDraft, Scope::SamePartner, MEMBERS),
    row(Action::SendDraft, Scope::OtherPartner, NOBODY),
    row(Action::DiscardDraft, Scope::SamePartner, MEMBERS),
    row(Action::DiscardDraft, Scope::OtherPartner, NOBODY),
    row(Action::SeeOwnActivity, Scope::SamePartner, MEMBERS),
    row(Action::SeeOwnActivity, Scope::OtherPartner, NOBODY),
    row(Action::ReviseActivity, Scope::SamePartner, MEMBERS),
    row(Action::ReviseActivity, Scope::OtherPartner, NOBODY),
    row(Action::CopyActivity, Scope::SamePartner, MEMBERS),
    row(Action::CopyActivity, Scope::OtherPartner, NOBODY),
    row(Action::TakeBackActivity, Scope::SamePartner, MEMBERS),
    row(Action::TakeBackActivity, Scope::OtherPartner, NOBODY),
    row(Action::CancelActivity, Scope::SamePartner, MEMBERS),
    row(Action::CancelActivity, Scope::OtherPartner, NOBODY),
    // What is several partners' is the same partner's for the people of each of them, but for the
    // lead alone to share; whoever is asked answers for their own.
    row(Action::InviteCoOwner, Scope::SamePartner, MEMBERS),
    row(Action::InviteCoOwner, Scope::OtherPartner, NOBODY),
    row(Action::RemoveCoOwner, Scope::SamePartner, MEMBERS),
    row(Action::RemoveCoOwner, Scope::OtherPartner, NOBODY),
    row(Action::ShareRosters, Scope::SamePartner, MEMBERS),
    row(Action::ShareRosters, Scope::OtherPartner, NOBODY),
    row(Action::AnswerCoOwning, Scope::SamePartner, MEMBERS),
    row(Action::AnswerCoOwning, Scope::OtherPartner, NOBODY),
    row(Action::LeaveActivity, Scope::SamePartner, MEMBERS),
    row(Action::LeaveActivity, Scope::OtherPartner, NOBODY),
    row(Action::SeeQueue, Scope::OwnRegion, MODERATORS),
    row(Action::SeeCase, Scope::OwnRegion, MODERATORS),
    row(Action::SeeCase, Scope::OtherRegion, ADMINISTRATORS),
    row(Action::ApproveActivity, Scope::OwnRegion, MODERATORS),
    row(Action::ApproveActivity, Scope::OtherRegion, ADMINISTRATORS),
    row(Action::ReturnActivity, Scope::OwnRegion, MODERATORS),
    row(Action::ReturnActivity, Scope::OtherRegion, ADMINISTRATORS),
    row(Action::SeeCandidate, Scope::OwnRegion, MODERATORS),
    row(Action::SeeCandidate, Scope::OtherRegion, ADMINISTRATORS),
    row(Action::ApprovePartner, Scope::OwnRegion, MODERATORS),
    row(Action::ApprovePartner, Scope::OtherRegion, ADMINISTRATORS),
    row(Action::RefusePartner, Scope::OwnRegion, MODERATORS),
    row(Action::RefusePartner, Scope::OtherRegion, ADMINISTRATORS),
    row(Action::TrustPartner, Scope::OwnRegion, MODERATORS),
    row(Action::TrustPartner, Scope::OtherRegion, ADMINISTRATORS),
    row(Action::AnswerClaim, Scope::OwnRegion, MODERATORS),
    row(Action::AnswerClaim, Scope::OtherRegion, ADMINISTRATORS),
    row(Action::SeeImports, Scope::SamePartner, MEMBERS),
    row(Action::SeeImports, Scope::OtherPartner, NOBODY),
    row(Action::ImportSheet, Scope::SamePartner, MEMBERS),
    row(Action::ImportSheet, Scope::OtherPartner, NOBODY),
    row(Action::UndoImport, Scope::SamePartner, MEMBERS),
    row(Action::UndoImport, Scope::OtherPartner, NOBODY),
    row(Action::ExportActivities, Scope::SamePartner, MEMBERS),
    row(Action::ExportActivities, Scope::OtherPartner, NOBODY),
    row(Action::AnswerInvitation, Scope::Anybodys, EVERYBODY),
    row(Action::SeeMembers, Scope::SamePartner, MEMBERS),
    row(Action::SeeMembers, Scope::OtherPartner, NOBODY),
    row(Action::InviteMember, Scope::SamePartner, PARTNER_ADMINISTRATORS),
    row(Action::InviteMember, Scope::OtherPartner, NOBODY),
    row(Action::WithdrawInvitation, Scope::SamePartner, PARTNER_ADMINISTRATORS),
    row(Action::WithdrawInvitation, Scope::OtherPartner, NOBODY),
    row(Action::ChangeMember, Scope::SamePartner, PARTNER_ADMINISTRATORS),
    row(Action::ChangeMember, Scope::OtherPartner, NOBODY),
    row(Action::RemoveMember, Scope::SamePartner, PARTNER_ADMINISTRATORS),
    row(Action::RemoveMember, Scope::OtherPartner, NOBODY),
    row(Action::LeavePartner, Scope::SamePartner, MEMBERS),
    row(Action::LeavePartner, Scope::OtherPartner, NOBODY),
    row(Action::SeePeople, Scope::OwnRegion, MODERATORS),
    row(Action::SeePerson, Scope::OwnRegion, MODERATORS),
    row(Action::SeePerson, Scope::OtherRegion, ADMINISTRATORS),
    row(Action::SuspendPerson, Scope::OwnRegion, MODERATORS),
    row(Action::SuspendPerson, Scope::OtherRegion, ADMINISTRATORS),
    row(Action::LiftSuspension, Scope::OwnRegion, MODERATORS),
    row(Action::LiftSuspension, Scope::OtherRegion, ADMINISTRATORS),
    row(Action::GiveRole, Scope::OwnRegion, ADMINISTRATORS),
    row(Action::GiveRole, Scope::OtherRegion, ADMINISTRATORS),
    row(Action::TakeRole, Scope::OwnRegion, ADMINISTRATORS),
    row(Action::TakeRole, Scope::OtherRegion, ADMINISTRATORS),
    row(Action::ReportActivity, Scope::Anybodys, EVERYBODY),
    row(Action::AnswerReview, Scope::OwnRegion, MODERATORS),
    row(Action::AnswerReview, Scope::OtherRegion, ADMINISTRATORS),
    row(Action::AnswerQuestions, Scope::OwnRegion, MODERATORS),
    row(Action::AnswerQuestions, Scope::OtherRegion, ADMINISTRATORS),
    row(Action::ApproveCases, Scope::OwnRegion, MODERATORS),
    // A campaign is the whole pact's: moderators of every region look, administrators decide.
    row(Action::SeeCampaigns, Scope::Anybodys, MODERATORS),
    row(Action::MakeCampaign, Scope::Anybodys, ADMINISTRATORS),
    row(Action::ChangeCampaign, Scope::Anybodys, ADMINISTRATORS),
    row(Action::EndCampaign, Scope::Anybodys, ADMINISTRATORS),
    row(Action::SignUp, Scope::Anybodys, EVERYBODY),
    row(Action::AnswerSignUpLetter, Scope::Anybodys, EVERYBODY),
    row(Action::SeeSignUp, Scope::Anybodys, EVERYBODY),
    row(Action::ChangeSignUp, Scope::Anybodys, EVERYBODY),
    row(Action::CancelSignUp, Scope::Anybodys, EVERYBODY),
    row(Action::AnswerOffer, Scope::Anybodys, EVERYBODY),
    row(Action::SendRequest, Scope::Anybodys, EVERYBODY),
    row(Action::AnswerRequestLetter, Scope::Anybodys, EVERYBODY),
    row(Action::SeeRequest, Scope::Anybodys, EVERYBODY),
    row(Action::WithdrawRequest, Scope::Anybodys, EVERYBODY),
    row(Action::SeeRequests, Scope::SamePartner, MEMBERS),
    row(Action::SeeRequests, Scope::OtherPartner, NOBODY),
    row(Action::AnswerRequest, Scope::SamePartner, MEMBERS),
    row(Action::AnswerRequest, Scope::OtherPartner, NOBODY),
    row(Action::SeeOwnSignUps, Scope::Own, ACCOUNT),
    row(Action::OpenOwnSignUp, Scope::Own, ACCOUNT),
    row(Action::SeeRoster, Scope::SamePartner, MEMBERS),
    row(Action::SeeRoster, Scope::OtherPartner, NOBODY),
    row(Action::CancelParty, Scope::SamePartner, MEMBERS),
    row(Action::CancelParty, Scope::OtherPartner, NOBODY),
    row(Action::AddParty, Scope::SamePartner, MEMBERS),
    row(Action::AddParty, Scope::OtherPartner, NOBODY),
    row(Action::MoveParty, Scope::SamePartner, MEMBERS),
    row(Action::MoveParty, Scope::OtherPartner, NOBODY),
    row(Action::WriteToParties, Scope::SamePartner, MEMBERS),
    row(Action::WriteToParties, Scope::OtherPartner, NOBODY),
    row(Action::SetWaitingRule, Scope::SamePartner, MEMBERS),
    row(Action::SetWaitingRule, Scope::OtherPartner, NOBODY),
    // So are the words of the search: moderators look and try, administrators put in force.
    row(Action::SeeSynonyms, Scope::Anybodys, MODERATORS),
    row(Action::TrySynonyms, Scope::Anybodys, MODERATORS),
    row(Action::ChangeSynonyms, Scope::Anybodys, ADMINISTRATORS),
    row(Action::EndSession, Scope::Own, ACCOUNT),
    row(Action::EndSession, Scope::SamePartner, NOBODY),
    row(Action::EndSession, Scope::OtherPartner, NOBODY),
    row(Action::EndSession, Scope::OwnRegion, NOBODY),
    row(Action::EndSession, Scope::OtherRegion, NOBODY),
];
