//! An activity, as those see it who offer it.

use domain::{
    catalogue::{ActivityId, DraftId},
    identity::{Action, Subject},
    partners::Partner,
};

use super::{DeskError, partner};
use crate::{
    identity::{Viewer, may_for_partner},
    ports::{ActivityDetails, Ports, ToldDeed},
};

/// An activity, as those see it who offer it.
#[derive(Clone, Debug)]
pub struct OwnActivity {
    pub details: ActivityDetails,
    pub partner: Partner,
    /// Its next version, where somebody writes one.
    pub draft: Option<DraftId>,
    pub history: Vec<ToldDeed>,
}

const DEEDS: u64 = 100;

/// An activity, as those see it who offer it.
///
/// # Errors
///
/// [`DeskError::Unknown`] where it is not theirs.
pub async fn show_own_activity(
    ports: &Ports,
    viewer: &Viewer,
    id: ActivityId,
) -> Result<OwnActivity, DeskError> {
    let details = ports.desk.activity_by_id(id).await?.ok_or(DeskError::Unknown)?;
    let owner = details.activity.partner;
    may_for_partner(&viewer.account, Action::SeeOwnActivity, owner)?;
    let history = ports.deeds.deeds_about(Subject::Activity(id), DEEDS).await?;
    let drafts = ports.desk.drafts_of(&[owner]).await?;
    let draft = drafts.into_iter().find(|it| it.activity == Some(id)).map(|it| it.id);
    Ok(OwnActivity { details, partner: partner(ports, owner).await?, draft, history })
}
