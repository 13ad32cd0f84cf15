//! A campaign is taken down.

use domain::{
    identity::{Action, DeedKind},
    pact::CampaignId,
};

use super::{CampaignError, did, held_campaign};
use crate::{identity::Viewer, ports::Ports};

/// What became of a campaign that was taken down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndedCampaign {
    /// It is gone.
    Removed,
    /// Activities name it: it stays for them, and takes no more.
    Closed,
}

/// Takes a campaign down. Where no activity names it, nothing is left of it; else it is closed for
/// new activities, so that none says what no longer is.
///
/// # Errors
///
/// [`CampaignError::Unknown`] where it is not there, or not theirs to do.
pub async fn end_campaign(
    ports: &Ports,
    viewer: &Viewer,
    id: CampaignId,
) -> Result<EndedCampaign, CampaignError> {
    let mut tx = ports.store.begin().await?;
    let (account, mut it) = held_campaign(&mut *tx, viewer, Action::EndCampaign, id).await?;
    if tx.campaigns().named_by(&it.key).await? == 0 {
        tx.campaigns().remove(id).await?;
        did(ports, &mut *tx, &account, (DeedKind::CampaignRemoved, &it)).await?;
        tx.commit().await?;
        return Ok(EndedCampaign::Removed);
    }
    if it.is_open {
        it.is_open = false;
        tx.campaigns().save(&it).await?;
        did(ports, &mut *tx, &account, (DeedKind::CampaignClosed, &it)).await?;
        tx.commit().await?;
    }
    Ok(EndedCampaign::Closed)
}
