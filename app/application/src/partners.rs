//! Partners: who offers something, and who acts for whom.

mod change_partner;
mod claim_partner;
mod danish_order;
mod find_partner;
mod introduce_partner;
mod list_partners;
mod members;
mod show_desk;
mod show_partner;
mod show_shelf;

pub use change_partner::{ProfileError, change_partner, show_profile};
pub use claim_partner::{Claimed, claim_partner};
pub use danish_order::by_danish_alphabet;
pub(crate) use find_partner::{MOST_OFFERED, likest};
pub use find_partner::{alike, find_partner};
pub use introduce_partner::{IntroduceError, introduce_partner};
pub use list_partners::list_partners;
pub use members::{
    Accepted, Invited, Member, MemberError, Members, accept_invitation, change_member,
    invite_member, leave_partner, remove_member, show_invitation, show_members,
    withdraw_invitation,
};
pub(crate) use members::{dismiss_members, first_membership, tell_of_newcomer};
pub use show_desk::{
    AskedAbout, AskedOfPartner, ComingDate, Desk, Returned, SeatsOfDate, show_desk,
};
pub use show_partner::{PartnerPage, show_partner};
pub use show_shelf::{Shelf, show_shelf};
