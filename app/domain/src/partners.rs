//! The organisations of the pact.

mod claim;
mod co_owner;
mod partner;

pub use claim::{Claim, ClaimId};
pub use co_owner::CoOwner;
pub use partner::{
    Introduction, NameKey, Partner, PartnerAbout, PartnerId, PartnerName, Profile, Sector, Standing,
};
