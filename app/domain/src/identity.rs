//! Accounts and ways in: who somebody is here, how they show it, and what they may do.

mod account;
mod attempts;
mod deed;
mod factor;
mod idleness;
mod invitation;
mod letter;
mod link;
mod membership;
mod password;
mod provider;
mod rights;
mod role;
mod role_rules;
mod secret;
mod session;

pub use account::{Account, AccountId, AddressChange, KeptPassword, LetterLanguage, PersonName};
pub use attempts::{Tally, Target, Wait};
pub use deed::{Deed, DeedId, DeedKind, Remark, Subject};
pub use factor::{Factor, FactorKey, RECOVERY_CODES, WrongCode};
pub use idleness::{IdleStep, Idleness};
pub use invitation::{Invitation, InvitationId};
pub use letter::{Addressed, Letter, LetterId};
pub use link::{Link, Purpose};
pub use membership::{Membership, has_administrator};
pub use password::{About, Password, PasswordHash, WeakPassword};
pub use provider::{
    Challenge, Errand, Identity, IdentityId, InvalidIdentity, JoinedIdentity, ProviderName,
    Vouched, Wish,
};
pub use rights::{Action, Outcome, RIGHTS, Right, Scope, Who, outcome};
pub use role::{InvalidRole, Role};
pub use role_rules::{Claims, Followed, InvalidRule, RoleRules, condition, says};
pub use secret::{InvalidSecret, Mark, Secret};
pub use session::{Session, SessionId, Stage};
