//! One campaign, as whoever looks after it sees it.

use domain::{
    identity::{Action, Subject},
    pact::{Campaign, CampaignId, Season},
};

use super::{CampaignError, may};
use crate::{
    copenhagen,
    deeds::history_about,
    identity::Viewer,
    ports::{History, Ports},
};

/// One campaign, as whoever looks after it sees it.
#[derive(Clone, Debug)]
pub struct CampaignDesk {
    pub campaign: Campaign,
    pub season: Season,
    /// How many activities name it, in whatever state.
    pub named_by: u64,
    /// What was done to it, the newest first.
    pub history: History,
}

/// One campaign, as whoever looks after it sees it.
///
/// # Errors
///
/// [`CampaignError::Unknown`] where it is not there, or not theirs to know.
pub async fn show_campaign_desk(
    ports: &Ports,
    viewer: &Viewer,
    id: CampaignId,
) -> Result<CampaignDesk, CampaignError> {
    if !may(&viewer.account, Action::SeeCampaigns) {
        return Err(CampaignError::Unknown);
    }
    let campaigns = ports.catalogue.campaigns().await?;
    let campaign = campaigns.into_iter().find(|it| it.id == id).ok_or(CampaignError::Unknown)?;
    let mut tx = ports.store.begin().await?;
    let named_by = tx.campaigns().named_by(&campaign.key).await?;
    drop(tx);
    Ok(CampaignDesk {
        season: campaign.season_on(copenhagen::day(ports.clock.now())),
        campaign,
        named_by,
        history: history_about(ports, Subject::Campaign(id)).await?,
    })
}
