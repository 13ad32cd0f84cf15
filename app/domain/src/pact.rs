//! The pact and its regions, municipalities and campaigns.

mod campaign;
mod locality;
mod municipality;
mod postcode;
mod region;

pub use campaign::{Campaign, CampaignKey, InvalidCampaignKey};
pub use locality::Locality;
pub use municipality::{Municipalities, Municipality};
pub use postcode::{InvalidPostcode, PostalArea, Postcode};
pub use region::Region;
