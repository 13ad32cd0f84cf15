//! The organisations of the pact.

mod claim;
mod partner;

pub use claim::{Claim, ClaimId};
pub use partner::{Introduction, NameKey, Partner, PartnerId, PartnerName, Sector, Standing};
