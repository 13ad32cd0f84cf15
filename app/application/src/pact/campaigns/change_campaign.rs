//! A campaign is called otherwise, moves, or is opened or closed for new activities.

use domain::{
    identity::{Action, DeedKind},
    pact::CampaignId,
};

use super::{CampaignError, CampaignWish, did, held_campaign};
use crate::{identity::Viewer, ports::Ports};

/// Changes a campaign to what was typed; its key stays.
///
/// # Errors
///
/// [`CampaignError::Faulty`] with all that is wrong; [`CampaignError::Unknown`] where it is not
/// there, or not theirs to do.
pub async fn change_campaign(
    ports: &Ports,
    viewer: &Viewer,
    id: CampaignId,
    wish: &CampaignWish,
) -> Result<(), CampaignError> {
    let mut tx = ports.store.begin().await?;
    let (account, old) = held_campaign(&mut *tx, viewer, Action::ChangeCampaign, id).await?;
    let said = wish.read().map_err(CampaignError::Faulty)?;
    let new = said.of(old.id, old.key.clone());
    if new == old {
        return Ok(());
    }
    tx.campaigns().save(&new).await?;
    did(ports, &mut *tx, &account, (DeedKind::CampaignChanged, &new)).await?;
    Ok(tx.commit().await?)
}
