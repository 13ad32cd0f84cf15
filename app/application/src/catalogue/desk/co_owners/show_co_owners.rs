//! Which partners own an activity.

use domain::{
    catalogue::{Activity, ActivityId},
    identity::Action,
    partners::{CoOwner, Partner, PartnerId, PartnerName, Standing},
};

use super::CoOwnerError;
use crate::{
    identity::{Viewer, may_for_owner, may_for_partner},
    partners::{MOST_OFFERED, by_danish_alphabet, likest},
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
    /// Whether whoever looks may hand over the lead.
    pub hands_over: bool,
    /// Who can be asked; nothing where the lead is not approved, or has asked as many as it may.
    pub to_ask: Option<ToAsk>,
}

/// Who can be asked to own an activity too.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ToAsk {
    /// What was looked for; nothing where nobody has looked yet.
    pub typed: String,
    /// Whom that found, the likest first; where nobody has looked, all of them by name, unless
    /// they are too many to choose from.
    pub found: Vec<Partner>,
    /// Whether there is anybody to ask at all.
    pub is_anybody: bool,
}

/// A partner that owns an activity beside its lead, or is asked to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToldCoOwner {
    pub it: CoOwner,
    pub name: PartnerName,
    /// Whether whoever looks acts for it.
    pub is_viewers: bool,
    /// Whether whoever looks says whether it takes the lead that it is offered.
    pub takes_the_lead: bool,
    /// Whether it may lead at all.
    pub is_approved: bool,
}

/// Which partners own an activity, and who of those that were looked for can be asked to.
///
/// # Errors
///
/// [`CoOwnerError::Unknown`] where it is none of theirs.
pub async fn show_co_owners(
    ports: &Ports,
    viewer: &Viewer,
    id: ActivityId,
    typed: &str,
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
        let may_lead = may_for_partner(account, Action::AnswerLeading, it.partner).is_ok();
        let partner = named(it.partner)?;
        Some(ToldCoOwner {
            it: it.clone(),
            name: partner.name.clone(),
            is_viewers,
            takes_the_lead: may_lead && it.may_take_the_lead(),
            is_approved: partner.standing == Standing::Approved,
        })
    };
    let co_owners = all.iter().filter(|it| leads || it.has_joined()).filter_map(told).collect();
    let may_ask = leads && lead.standing == Standing::Approved && all.len() < CoOwner::MOST;
    let to_ask = may_ask.then(|| {
        let is_in = |id: PartnerId| id == lead.id || all.iter().any(|it| it.partner == id);
        let others = partners.iter().filter(|it| it.standing == Standing::Approved);
        to_ask(others.filter(|it| !is_in(it.id)), typed.trim())
    });
    let hands_over = may_for_partner(account, Action::OfferLead, activity.partner).is_ok();
    Ok(CoOwners { activity, lead, co_owners, leads, hands_over, to_ask })
}

/// Whom of some partners what was typed finds; the few there are where nothing was typed.
fn to_ask<'a>(others: impl Iterator<Item = &'a Partner> + Clone, typed: &str) -> ToAsk {
    let is_anybody = others.clone().next().is_some();
    let mut found = Vec::new();
    if !typed.is_empty() {
        found = likest(others.cloned(), typed);
    } else if others.clone().count() <= MOST_OFFERED {
        found.extend(others.cloned());
        found.sort_by(|a, b| by_danish_alphabet(a.name.as_str(), b.name.as_str()));
    }
    ToAsk { typed: typed.to_owned(), found, is_anybody }
}
