//! What lies on somebody's desk.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::{
    catalogue::{Activity, ActivityId, Draft, State, Watched},
    identity::{DeedKind, Subject},
    partners::{Partner, PartnerId},
};

use crate::{
    catalogue::views_of,
    identity::Viewer,
    ports::{Ports, StoreError, ToldClaim, ToldDeed},
};

/// What lies on somebody's desk.
#[derive(Clone, Debug, Default)]
pub struct Desk {
    /// For whom they act, by name.
    pub partners: Vec<Partner>,
    /// For whom they want to act, with the partner's name.
    pub claims: Vec<(ToldClaim, String)>,
    pub drafts: Vec<Draft>,
    /// What a moderator sent back, with what they wrote, and what was taken back.
    pub returned: Vec<Returned>,
    /// What leads to a web address at which nobody answers any more.
    pub silent: Vec<(Watched, Activity)>,
    /// What waits for a moderator.
    pub waiting: Vec<Activity>,
    /// What is public, the last changed first.
    pub public: Vec<Activity>,
    /// How often its pages were looked at lately.
    pub views: HashMap<ActivityId, u32>,
    /// The next dates of what is published, the soonest first.
    pub coming: Vec<ComingDate>,
}

/// An activity that is to be written anew.
#[derive(Clone, Debug)]
pub struct Returned {
    pub activity: Activity,
    /// A moderator's word; none where it was taken back.
    pub word: Option<ToldDeed>,
}

/// A date that is to come.
#[derive(Clone, Debug)]
pub struct ComingDate {
    pub activity: Activity,
    pub start: DateTime<Utc>,
    pub end: DateTime<Utc>,
    pub seats: Option<u32>,
}

/// The most activities that a desk looks at.
const MOST: u64 = 500;
/// The most dates that it shows.
const DATES: usize = 10;

/// What lies on somebody's desk: nothing yet, where they act for nobody.
///
/// # Errors
///
/// Where the store fails.
pub async fn show_desk(ports: &Ports, viewer: &Viewer) -> Result<Desk, StoreError> {
    let now = ports.clock.now();
    let own: Vec<PartnerId> =
        viewer.account.roles.iter().filter_map(|role| role.partner()).collect();
    let all = ports.desk.all_partners().await?;
    let names: HashMap<PartnerId, String> =
        all.iter().map(|it| (it.id, it.name.to_string())).collect();
    let mut partners: Vec<Partner> = all.into_iter().filter(|it| own.contains(&it.id)).collect();
    partners.sort_by(|a, b| super::by_danish_alphabet(a.name.as_str(), b.name.as_str()));
    let claims = ports.queue.claims_of(viewer.account.id).await?;
    let name = |it: &ToldClaim| names.get(&it.claim.partner).cloned().unwrap_or_default();
    let claims = claims.into_iter().map(|it| (it.clone(), name(&it))).collect();
    if own.is_empty() {
        return Ok(Desk { claims, ..Desk::default() });
    }

    let mut desk = Desk { partners, claims, ..Desk::default() };
    desk.drafts = ports.desk.drafts_of(&own).await?;
    desk.silent = ports.addresses.dead(now, Some(&own)).await?;
    for activity in ports.desk.activities_of(&own, MOST).await? {
        match activity.state() {
            State::Draft => {
                let is_open = desk.drafts.iter().any(|it| it.activity == Some(activity.id));
                if !is_open {
                    desk.returned.push(Returned { activity, word: None });
                }
            }
            State::Submitted => desk.waiting.push(activity),
            State::Published => {
                let dates = activity.occurrences().iter().filter(|date| date.end() > now);
                desk.coming.extend(dates.map(|date| ComingDate {
                    activity: activity.clone(),
                    start: date.start(),
                    end: date.end(),
                    seats: date.capacity().map(domain::catalogue::Capacity::seats),
                }));
                desk.public.push(activity);
            }
            State::Cancelled => desk.public.push(activity),
            State::Archived => {}
        }
    }
    add_last_words(ports, &mut desk.returned).await?;
    let public: Vec<ActivityId> = desk.public.iter().map(|it| it.id).collect();
    desk.views = views_of(ports, &public).await?;
    desk.coming.sort_by_key(|it| (it.start, it.activity.id));
    desk.coming.truncate(DATES);
    Ok(desk)
}

/// Adds what a moderator wrote last, where nothing has been sent since.
async fn add_last_words(ports: &Ports, returned: &mut [Returned]) -> Result<(), StoreError> {
    let ids: Vec<ActivityId> = returned.iter().map(|it| it.activity.id).collect();
    let ends = [DeedKind::ActivityReturned, DeedKind::ActivitySubmitted];
    let last = ports.deeds.last_about(&ids, &ends).await?;
    for word in last.into_iter().filter(|it| it.deed.kind == DeedKind::ActivityReturned) {
        let is_its = |it: &&mut Returned| Subject::Activity(it.activity.id) == word.deed.about;
        if let Some(it) = returned.iter_mut().find(is_its) {
            it.word = Some(word);
        }
    }
    Ok(())
}
