//! The pact and its regions, municipalities and campaigns.

mod area;
mod campaign;
mod case;
mod locality;
mod municipality;
mod postcode;
mod region;
mod review;

pub use area::Area;
pub use campaign::{
    Campaign, CampaignId, CampaignKey, CampaignName, CampaignText, CampaignWords,
    InvalidCampaignKey, InvalidSeason, Season, check_season,
};
pub use case::{CaseId, CaseName, Patience, Reminder, is_working_day};
pub use locality::Locality;
pub use municipality::{Municipalities, Municipality};
pub use postcode::{InvalidPostcode, PostalArea, Postcode};
pub use region::Region;
pub use review::{InvalidReport, Report, ReportRemark, Review, ReviewCause, ReviewId, Verdict};
