//! The organisations of the pact.

mod claim;
mod co_owner;
mod former_key;
mod mail_domain;
mod partner;

pub use claim::{Claim, ClaimId};
pub use co_owner::CoOwner;
pub use former_key::FormerKey;
pub use mail_domain::KnownDomain;
pub use partner::{
    Introduction, NameKey, Partner, PartnerAbout, PartnerId, PartnerName, Profile, Sector, Standing,
};
