//! What somebody keeps for later.

use std::{cmp::Reverse, collections::HashMap};

use chrono::{DateTime, Utc};
use domain::{
    catalogue::{Activity, ActivityId, State},
    partners::{PartnerId, PartnerName},
};

use crate::{
    identity::Viewer,
    ports::{Ports, StoreError},
};

/// One activity that somebody keeps.
#[derive(Clone, Debug)]
pub struct ShownSaved {
    pub id: ActivityId,
    /// It, with who leads it; nothing while it is not to be seen.
    pub activity: Option<(Activity, PartnerName)>,
    /// When it is next, from its start to its end; nothing where no date is to come.
    pub next: Option<(DateTime<Utc>, DateTime<Utc>)>,
}

/// What somebody keeps for later, by the next date: then what has no dates, what is over, and last
/// what does not happen or is not to be seen any more.
///
/// # Errors
///
/// Where the store fails.
pub async fn show_saved(ports: &Ports, viewer: &Viewer) -> Result<Vec<ShownSaved>, StoreError> {
    let saved = ports.saved.saved_by(viewer.account.id).await?;
    if saved.is_empty() {
        return Ok(Vec::new());
    }
    let now = ports.clock.now();
    let ids: Vec<ActivityId> = saved.iter().map(|it| it.activity).collect();
    let found = ports.desk.activities_named(&ids).await?;
    let mut found: HashMap<ActivityId, Activity> =
        found.into_iter().map(|it| (it.id, it)).collect();
    let partners = ports.desk.all_partners().await?;
    let names: HashMap<PartnerId, PartnerName> =
        partners.into_iter().map(|it| (it.id, it.name)).collect();
    let mut shown: Vec<_> = saved
        .into_iter()
        .map(|it| {
            let activity = found.remove(&it.activity).filter(is_to_be_seen);
            let next = activity.as_ref().and_then(|it| next(it, now));
            let activity = activity.and_then(|it| {
                let lead = names.get(&it.partner)?.clone();
                Some((it, lead))
            });
            (it.saved_at, ShownSaved { id: it.activity, activity, next })
        })
        .collect();
    shown.sort_by_key(|(saved_at, it)| {
        (rank(it, now), it.next.map(|(start, _)| start), Reverse(*saved_at))
    });
    Ok(shown.into_iter().map(|(_, it)| it).collect())
}

/// Whether everybody sees it, or has seen it.
fn is_to_be_seen(it: &Activity) -> bool {
    it.state().is_public() || it.state() == State::Archived
}

/// When something that happens is next.
fn next(it: &Activity, now: DateTime<Utc>) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
    let mut dates = it.occurrences().iter().filter(|_| it.state() == State::Published);
    dates.find(|date| now < date.end()).map(|date| (date.start(), date.end()))
}

/// What is of use comes before what is not.
fn rank(it: &ShownSaved, now: DateTime<Utc>) -> u8 {
    match &it.activity {
        Some((activity, _)) if activity.state() == State::Published => {
            if it.next.is_some() {
                0
            } else {
                1 + u8::from(activity.is_over_at(now))
            }
        }
        Some(_) => 3,
        None => 4,
    }
}
