//! The pact's regions and campaigns, as visitors see them.

mod moderation;
mod show_campaign;
mod show_region;

pub use moderation::*;
pub use show_campaign::{CampaignPage, show_campaign};
pub use show_region::{RegionPage, show_region};
