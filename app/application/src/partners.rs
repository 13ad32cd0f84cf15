//! Partners: who offers something.

mod danish_order;
mod list_partners;
mod show_partner;

pub use danish_order::by_danish_alphabet;
pub use list_partners::list_partners;
pub use show_partner::{PartnerPage, show_partner};
