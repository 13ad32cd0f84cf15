//! Ways in: what people do to come in, to stay safe, and to leave.

mod agree_to_address;
mod ask_for_address;
mod ask_for_letter;
mod authorise;
mod change_password;
mod change_profile;
mod confirm_registration;
mod end_sessions;
mod follow_link;
mod forget_factor;
mod forget_old_traces;
mod forget_unopened_factors;
mod give_role;
mod invite;
mod list_sessions;
mod open_demo_doors;
mod provider;
mod register;
mod reset_password;
mod second_factor;
mod show_second_factor;
mod sign_in_by_link;
mod sign_in_by_password;
mod start_session;
mod suspend;
mod who_asks;
mod write_letter;

use domain::identity::{Wait, WeakPassword};

use crate::ports::{PasswordsError, StoreError};

pub use agree_to_address::{Agreed, agree_to_address};
pub use ask_for_address::ask_for_address;
pub use ask_for_letter::{Wanted, ask_for_letter};
pub(crate) use authorise::{Hidden, may_for_owner, may_for_partner, may_in_region, sees_rosters};
pub use change_password::change_password;
pub use change_profile::change_profile;
pub use confirm_registration::confirm_registration;
pub use end_sessions::{end_all_sessions, end_other_sessions, end_session, sign_out};
pub use follow_link::follow_link;
pub use forget_factor::forget_factor;
pub use forget_old_traces::forget_old_traces;
pub use forget_unopened_factors::{ForgetMode, forget_unopened_factors};
pub(crate) use give_role::give_role;
pub use invite::invite;
pub use list_sessions::list_sessions;
pub use open_demo_doors::{DemoDoor, open_demo_doors};
pub use provider::{
    Came, ComeBackError, Returned, come_back, errand_that_waits, go_to_provider, join_identity,
    leave_identity,
};
pub use register::register;
pub use reset_password::reset_password;
pub use second_factor::{
    confirm_second_factor, drop_second_factor, new_recovery_codes, propose_second_factor,
};
pub use show_second_factor::show_second_factor;
pub use sign_in_by_link::sign_in_by_link;
pub use sign_in_by_password::sign_in_by_password;
pub(crate) use start_session::start_session;
pub use start_session::{Browser, SignedIn};
pub(crate) use suspend::{close_account, reopen_account};
pub use suspend::{reinstate, suspend};
pub use who_asks::{Viewer, who_asks};
pub(crate) use write_letter::{
    Reader, count_letter, count_letter_by, link, post, post_for, secret, tell,
};

/// Why somebody does not come in, or may not change how they do.
#[derive(Debug, thiserror::Error)]
pub enum DoorError {
    /// Ask for another letter: the link was used, is too old, or never was.
    #[error("the link does not work")]
    DeadLink,
    /// Type it again: address and password do not belong together.
    #[error("the password does not fit")]
    WrongPassword,
    /// Type the next code.
    #[error("the code does not fit")]
    WrongCode,
    /// Wait.
    #[error(transparent)]
    TooOften(#[from] Wait),
    /// Come again tomorrow.
    #[error("the account has had too many letters written")]
    TooManyLetters,
    /// Choose another password.
    #[error(transparent)]
    WeakPassword(#[from] WeakPassword),
    /// Say what you are called.
    #[error("a name is missing")]
    NameMissing,
    /// Sign in again first: who changes a way in has just shown who they are.
    #[error("it is too long since the person showed who they are")]
    NotFresh,
    /// Keep it: a role asks for it.
    #[error("a role asks for the second factor")]
    FactorNeeded,
    /// Try again in a moment.
    #[error("too many ask at once")]
    Busy,
    /// Look elsewhere: there is no such thing, or it is another's.
    #[error("there is no such thing")]
    Unknown,
    #[error("a password could not be hashed")]
    Hashing(#[source] PasswordsError),
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<PasswordsError> for DoorError {
    fn from(error: PasswordsError) -> Self {
        match error {
            PasswordsError::Busy => Self::Busy,
            failed @ PasswordsError::Failed(_) => Self::Hashing(failed),
        }
    }
}

#[cfg(test)]
mod tests;
