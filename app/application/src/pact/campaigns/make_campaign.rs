//! A campaign begins.

use domain::{
    identity::{Action, DeedKind},
    pact::CampaignId,
};

use super::{CampaignError, CampaignFault, CampaignWish, did, held_viewer};
use crate::{identity::Viewer, ports::Ports};

/// Makes a campaign of what was typed. It has its page at once, and whoever writes an activity can
/// choose it.
///
/// # Errors
///
/// [`CampaignError::Faulty`] with all that is wrong; [`CampaignError::Unknown`] where it is not
/// theirs to do.
pub async fn make_campaign(
    ports: &Ports,
    viewer: &Viewer,
    wish: &CampaignWish,
) -> Result<CampaignId, CampaignError> {
    let mut tx = ports.store.begin().await?;
    let account = held_viewer(&mut *tx, viewer, Action::MakeCampaign).await?;
    let (said, key) = match (wish.read(), wish.read_key()) {
        (Ok(said), Ok(key)) => (said, key),
        (Ok(_), Err(fault)) => return Err(CampaignError::Faulty(vec![fault])),
        (Err(mut faults), key) => {
            // Of a name that is wrong no key is made, which need not be said as well.
            faults.extend(key.err().filter(|it| *it == CampaignFault::Key));
            return Err(CampaignError::Faulty(faults));
        }
    };
    let it = said.of(CampaignId(ports.ids.next()), key);
    if !tx.campaigns().add(&it).await? {
        return Err(CampaignError::Faulty(vec![CampaignFault::KeyTaken]));
    }
    did(ports, &mut *tx, &account, (DeedKind::CampaignMade, &it)).await?;
    tx.commit().await?;
    Ok(it.id)
}
