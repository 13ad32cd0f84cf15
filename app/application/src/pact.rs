//! The pact's regions and campaigns, as visitors see them.

mod campaigns;
#[cfg(test)]
pub(crate) mod house;
mod moderation;
mod people;
mod report_activity;
mod show_campaign;
mod show_region;

pub use campaigns::{
    CampaignDesk, CampaignError, CampaignFault, CampaignRow, CampaignWish, EndedCampaign,
    change_campaign, end_campaign, list_campaigns, make_campaign, show_campaign_desk,
};
pub use moderation::*;
pub(crate) use moderation::{close_reviews, may_write_at, waited_at_most};
pub use people::{
    HeldRole, People, Person, PersonError, PersonPage, RoleFault, RoleWish, give_role_to,
    lift_suspension, read_role, show_people, show_person, suspend_person, take_role,
};
pub use report_activity::{ReportError, Reported, report_activity};
pub use show_campaign::{CampaignPage, show_campaign};
pub use show_region::{RegionPage, show_region};
