//! An activity, as those see it who offer it.

use std::collections::HashMap;

use chrono::Days;
use domain::{
    catalogue::{ActivityId, DraftId},
    identity::{Action, Subject},
    partners::Partner,
};

use super::{DeskError, partner};
use crate::{
    copenhagen,
    deeds::history_about,
    identity::{Viewer, may_for_owner, may_for_partner, sees_rosters},
    ports::{ActivityDetails, History, Ports, StoreError},
};

/// An activity, as those see it who offer it.
#[derive(Clone, Debug)]
pub struct OwnActivity {
    pub details: ActivityDetails,
    pub partner: Partner,
    /// Its next version, where somebody writes one.
    pub draft: Option<DraftId>,
    pub history: History,
    /// How often its page was looked at in the last [`VIEWED_DAYS`].
    pub views: u32,
    /// Whether whoever looks acts for its lead.
    pub leads: bool,
    /// Whether whoever looks may see who comes.
    pub sees_rosters: bool,
}

/// The days whose views are told, today included.
pub const VIEWED_DAYS: u32 = 30;

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
    let co_owners = ports.desk.co_owners_of(&[id]).await?;
    may_for_owner(&viewer.account, Action::SeeOwnActivity, (owner, &co_owners))?;
    let leads = may_for_partner(&viewer.account, Action::InviteCoOwner, owner).is_ok();
    let sees_rosters = sees_rosters(&viewer.account, &details);
    let history = history_about(ports, Subject::Activity(id)).await?;
    let drafts = ports.desk.drafts_of(&[owner]).await?;
    let draft = drafts.into_iter().find(|it| it.activity == Some(id)).map(|it| it.id);
    let views = views_of(ports, &[id]).await?.remove(&id).unwrap_or_default();
    let partner = partner(ports, owner).await?;
    Ok(OwnActivity { details, partner, draft, history, views, leads, sees_rosters })
}

/// How often the pages of some activities were looked at in the last [`VIEWED_DAYS`].
pub(crate) async fn views_of(
    ports: &Ports,
    activities: &[ActivityId],
) -> Result<HashMap<ActivityId, u32>, StoreError> {
    let today = copenhagen::day(ports.clock.now());
    let first = today - Days::new(u64::from(VIEWED_DAYS) - 1);
    ports.views.views_since(activities, first).await
}
