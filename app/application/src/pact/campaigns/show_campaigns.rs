//! All campaigns: what runs, what comes, what has been.

use domain::{
    identity::Action,
    pact::{Campaign, Season},
};

use super::{list_campaigns, may};
use crate::{
    identity::Viewer,
    ports::{Ports, StoreError},
};

/// All campaigns, as whoever looks sees them.
#[derive(Clone, Debug)]
pub struct CampaignList {
    /// Those that run, those that come, those that have been: the next day first, and of what has
    /// been the latest.
    pub rows: Vec<CampaignRow>,
    pub may_make: bool,
}

/// A campaign in a list.
#[derive(Clone, Debug)]
pub struct CampaignRow {
    pub campaign: Campaign,
    pub season: Season,
    /// How many of its activities can be joined.
    pub activities: u32,
}

/// All campaigns.
///
/// # Errors
///
/// Where the store fails.
pub async fn show_campaigns(ports: &Ports, viewer: &Viewer) -> Result<CampaignList, StoreError> {
    let rows = list_campaigns(ports).await?;
    Ok(CampaignList { rows, may_make: may(&viewer.account, Action::MakeCampaign) })
}
