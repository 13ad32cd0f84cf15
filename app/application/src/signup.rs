//! Taking part: parties sign up, wait, are offered seats, and leave.

mod add_party;
mod allocation;
mod answer_offer;
mod answer_whether_coming;
mod ask_whether_coming;
mod cancel_party;
mod cancel_sign_up;
mod change_answers;
mod change_kin;
mod change_number;
mod check_in;
mod choose_asking;
mod confirm_sign_up;
mod export_roster;
mod forget_old_sign_ups;
mod interest;
mod keep;
mod move_party;
mod own_sign_ups;
mod papers;
mod quiet;
mod remind_parties;
mod report;
mod requests;
mod serve_by;
mod settle_rosters;
mod show_form;
mod show_roster;
mod show_sign_up;
mod sign_up;
mod tell_of_change;
mod tell_seats;
#[cfg(test)]
mod tests;
mod tries;
mod write_to_parties;

use domain::signup::{Field, FieldFault, Refusal, RequestRefusal};

pub use add_party::{add_party, show_adding};
pub use allocation::{
    AllocationFault, CheckedAllocation, DrawSheet, DrawSheets, ShownDraw, TypedDraw,
    check_allocation, draw_sheets, have_drawn, publish_draw, show_draw,
};
pub use answer_offer::answer_offer;
pub use answer_whether_coming::{AskedWhetherComing, answer_whether_coming, asked_whether_coming};
pub use ask_whether_coming::ask_whether_coming;
pub use cancel_party::cancel_party;
pub use cancel_sign_up::{AskedToWithdraw, asked_to_withdraw, cancel_sign_up, withdraw_consent};
pub use change_answers::change_answers;
pub use change_kin::change_kin;
pub use change_number::change_number;
pub use check_in::{
    CheckInError, Expected, ShownCheckIn, Ticked, TypedTick, WalkedIn, merge_check_in,
    show_check_in, tick_off,
};
pub use choose_asking::{TypedAsking, choose_asking};
pub use confirm_sign_up::{AskedToConfirm, Confirmed, asked_to_confirm, confirm_sign_up};
pub use export_roster::export_roster;
pub use forget_old_sign_ups::forget_old_sign_ups;
pub use interest::{
    InterestError, ShownQuestion, ShownSheet, answer_interest, ask_interest, forget_old_links,
    show_question, show_sheet,
};
pub(crate) use keep::keep_for_erasure;
pub use move_party::move_party;
pub use own_sign_ups::{ShownOwn, open_own_sign_up, show_own_sign_ups};
pub use papers::{
    ComingParty, ReleasedClass, ShownDaySheet, ShownReleaseLetter, show_day_sheet,
    show_own_day_sheet, show_release_letter,
};
pub use remind_parties::remind_parties;
pub(crate) use report::look_back;
pub use report::{
    Certificate, DateReportError, FilledIn, LookBack, PaperDate, PastDate, Proof, ReportedDate,
    ShownReport, forget_old_remarks, show_certificate, show_proof, show_report, write_report,
};
pub use requests::{
    AskedAboutRequest, OwnRequest, ShownAsking, ShownRequest, ShownRequests, TypedAnswer,
    answer_request, ask, asked_about_request, confirm_request, forget_old_requests,
    open_own_request, open_seat, remind_organisers, show_asking, show_own_request, show_request,
    show_requests, withdraw_request,
};
pub use serve_by::serve_by;
pub use settle_rosters::settle_rosters;
pub use show_form::{DateShown, show_form};
pub use show_roster::{AskedInterest, ShownRoster, show_roster};
pub use show_sign_up::{ShownSignUp, show_sign_up};
pub use sign_up::{Sent, sign_up};
pub(crate) use tell_of_change::tell_of_change;
pub use tell_seats::tell_seats;
pub use write_to_parties::{ShownMessages, TypedMessage, show_messages, write_to_parties};

use crate::ports::StoreError;

/// Why a party does not get what it asks for.
#[derive(Debug, thiserror::Error)]
pub enum SignUpError {
    /// Look elsewhere: there is no such date, or no such sign-up (any more).
    #[error("there is no such thing")]
    Unknown,
    /// Sign up where the activity says: the portal does not keep its seats.
    #[error("the portal does not keep these seats")]
    ElsewhereKept,
    /// Ask for another letter: the link was used, is too old, or never was.
    #[error("the link does not work")]
    DeadLink,
    /// Correct the fields.
    #[error("{} fields are wrong", .0.len())]
    Fields(Vec<(Field, FieldFault)>),
    /// Accept the rules.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// Look at the request again: something else has become of it.
    #[error(transparent)]
    Request(#[from] RequestRefusal),
    /// Open the form anew: it was sent before, and said something else.
    #[error("the form was sent before, and said something else")]
    OtherForm,
    /// Wait a quarter of an hour: so many letters went to the address.
    #[error("too many letters went to the address")]
    TooOften,
    #[error(transparent)]
    Store(#[from] StoreError),
}
