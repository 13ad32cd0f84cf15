//! The campaigns of the pact, as those look after them who run it: made, changed and ended.

mod change_campaign;
mod end_campaign;
mod list_campaigns;
mod make_campaign;
mod read_campaign;
mod show_campaign_desk;

use domain::{
    identity::{Account, Action, DeedKind, Outcome, Remark, Scope, Subject},
    pact::{Campaign, CampaignId},
};

use crate::{
    deeds::{Doing, write_down},
    identity::{DoorError, Viewer},
    ports::{Ports, StoreError, Transaction},
};

pub use change_campaign::change_campaign;
pub use end_campaign::{EndedCampaign, end_campaign};
pub use list_campaigns::{CampaignRow, list_campaigns};
pub use make_campaign::make_campaign;
pub use read_campaign::{CampaignFault, CampaignWish};
pub use show_campaign_desk::{CampaignDesk, show_campaign_desk};

/// Why nothing changes about a campaign.
#[derive(Debug, thiserror::Error)]
pub enum CampaignError {
    /// Look elsewhere: there is no such campaign, or it is not theirs to do.
    #[error("there is no such campaign")]
    Unknown,
    /// Correct what was typed.
    #[error("what was typed cannot be a campaign")]
    Faulty(Vec<CampaignFault>),
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<DoorError> for CampaignError {
    fn from(error: DoorError) -> Self {
        if let DoorError::Store(error) = error { Self::Store(error) } else { Self::Unknown }
    }
}

fn may(account: &Account, action: Action) -> bool {
    account.may(action, Scope::Anybodys) == Outcome::Yes
}

/// Whoever may do this, held.
async fn held_viewer(
    tx: &mut dyn Transaction,
    viewer: &Viewer,
    action: Action,
) -> Result<Account, CampaignError> {
    let account = viewer.lock(tx).await?;
    if may(&account, action) { Ok(account) } else { Err(CampaignError::Unknown) }
}

/// A campaign that is held, with the one who may do this with it.
async fn held_campaign(
    tx: &mut dyn Transaction,
    viewer: &Viewer,
    action: Action,
    id: CampaignId,
) -> Result<(Account, Campaign), CampaignError> {
    let account = held_viewer(tx, viewer, action).await?;
    let campaign = tx.campaigns().by_id(id).await?.ok_or(CampaignError::Unknown)?;
    Ok((account, campaign))
}

/// Writes down what somebody did to a campaign, by what it was called then.
async fn did(
    ports: &Ports,
    tx: &mut dyn Transaction,
    account: &Account,
    (kind, it): (DeedKind, &Campaign),
) -> Result<(), StoreError> {
    let remark = Remark::try_from(it.danish.name.as_str()).map_err(StoreError::new)?;
    let doing = Doing {
        by: Some(account.id),
        on_behalf_of: None,
        kind,
        about: Subject::Campaign(it.id),
        remark: Some(remark),
    };
    write_down(ports, tx, doing).await?;
    tracing::info!(campaign = %it.key, %kind, "a campaign was looked after");
    Ok(())
}

#[cfg(test)]
mod tests;
