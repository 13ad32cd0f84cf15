//! The organisations of the pact.

mod partner;

pub use partner::{NameKey, Partner, PartnerId, PartnerName, Sector};
