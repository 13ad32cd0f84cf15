//! Which partners own an activity.

use domain::{
    catalogue::{Activity, ActivityId},
    identity::Action,
    partners::{CoOwner, Partner, PartnerId, PartnerName, Standing},
};

use super::CoOwnerError;
use crate::{
    identity::{Viewer, may_for_owner, may_for_partner},
    partners::by_danish_alphabet,
    ports::Ports,
};

/// Which partners own an activity, as one of them sees it.
#[derive(Clone, Debug)]
pub struct CoOwners {
    pub activity: Activity,
    pub lead: Partner,
    /// The longest first; those that are asked only for whoever acts for the lead.
    pub co_owners: Vec<ToldCoOwner>,
    /// Whether whoever looks acts for the lead.
    pub leads: bool,
    /// Who can be asked, by name; nobody where the lead is not approved, or has asked as many as
    /// it may.
    pub to_ask: Vec<(PartnerId, PartnerName)>,
}

/// A partner that owns an activity beside its lead, or is asked to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToldCoOwner {
    pub it: CoOwner,
    pub name: PartnerName,
    /// Whether whoever looks acts for it.
    pub is_viewers: bool,
}

/// Which partners own an activity.
///
/// # Errors
///
/// [`CoOwnerError::Unknown`] where it is none of theirs.
pub async fn show_co_owners(
    ports: &Ports,
    viewer: &Viewer,
    id: ActivityId,
) -> Result<CoOwners, CoOwnerError> {
    let details = ports.desk.activity_by_id(id).await?.ok_or(CoOwnerError::Unknown)?;
    let (activity, account) = (details.activity, &viewer.account);
    let all = ports.desk.co_owners_of(&[id]).await?;
    may_for_owner(account, Action::SeeOwnActivity, (activity.partner, &all))
        .map_err(|_| CoOwnerError::Unknown)?;
    let leads = may_for_partner(account, Action::InviteCoOwner, activity.partner).is_ok();
    let partners = ports.desk.all_partners().await?;
    let named = |id: PartnerId| partners.iter().find(|it| it.id == id);
    let lead = named(activity.partner).cloned().ok_or(CoOwnerError::Unknown)?;
    let told = |it: &CoOwner| {
        let is_viewers = may_for_partner(account, Action::LeaveActivity, it.partner).is_ok();
        Some(ToldCoOwner { it: it.clone(), name: named(it.partner)?.name.clone(), is_viewers })
    };
    let co_owners = all.iter().filter(|it| leads || it.has_joined()).filter_map(told).collect();
    let mut to_ask = Vec::new();
    if leads && lead.standing == Standing::Approved && all.len() < CoOwner::MOST {
        let is_in = |id: PartnerId| id == lead.id || all.iter().any(|it| it.partner == id);
        let others = partners.iter().filter(|it| it.standing == Standing::Approved);
        to_ask.extend(others.filter(|it| !is_in(it.id)).map(|it| (it.id, it.name.clone())));
        to_ask.sort_by(|a, b| by_danish_alphabet(a.1.as_str(), b.1.as_str()));
    }
    Ok(CoOwners { activity, lead, co_owners, leads, to_ask })
}
