//! What lies on somebody's desk.

use std::{cmp::Reverse, collections::HashMap};

use chrono::{DateTime, Utc};
use domain::{
    catalogue::{Activity, ActivityId, Draft, OccurrenceId, SignUpMode, State, Watched},
    identity::{Action, DeedKind, Subject},
    partners::{Partner, PartnerId, PartnerName},
    signup::{Entry, RequestPatience, Stage},
};

use crate::{
    catalogue::views_of,
    identity::{Viewer, may_for_partner},
    pact::waited_at_most,
    ports::{Ports, StoreError, ToldClaim, ToldDeed, WaitingRequests},
    signup::{LookBack, look_back},
};

/// What lies on somebody's desk.
#[derive(Clone, Debug, Default)]
pub struct Desk {
    /// For whom they act, by name.
    pub partners: Vec<Partner>,
    /// Of which of them they may change what is told.
    pub changes: Vec<PartnerId>,
    /// For whom they want to act, with the partner's name.
    pub claims: Vec<(ToldClaim, String)>,
    pub drafts: Vec<Draft>,
    /// What a moderator sent back, with what they wrote, and what was taken back.
    pub returned: Vec<Returned>,
    /// What leads to a web address at which nobody answers any more.
    pub silent: Vec<(Watched, Activity)>,
    /// What is asked about by parties that wait for an answer, what is overdue first.
    pub requests: Vec<AskedAbout>,
    /// What waits for a moderator.
    pub waiting: Vec<Activity>,
    /// What is public, the last changed first.
    pub public: Vec<Activity>,
    /// What was taken out of the catalogue, the last first.
    pub archived: Vec<Activity>,
    /// How often its pages were looked at lately.
    pub views: HashMap<ActivityId, u32>,
    /// Who leads those of them that another partner leads.
    pub leads: HashMap<ActivityId, PartnerName>,
    /// What their partners are asked to own together with another.
    pub asked: Vec<AskedOfPartner>,
    /// What their partners own together with another and are asked to lead.
    pub lead_offers: Vec<AskedOfPartner>,
    /// The next dates of what is published, the soonest first.
    pub coming: Vec<ComingDate>,
    /// Its dates that are over: which lack a report, and what is told of the others.
    pub back: LookBack,
}

/// An activity that a partner is asked to own too, or to lead.
#[derive(Clone, Debug)]
pub struct AskedOfPartner {
    pub activity: Activity,
    /// Who asks.
    pub lead: PartnerName,
    /// Who is asked.
    pub partner: PartnerId,
    pub name: PartnerName,
}

/// An activity about which somebody waits for an answer.
#[derive(Clone, Debug)]
pub struct AskedAbout {
    pub activity: Activity,
    /// How many wait.
    pub n: u32,
    /// Whether one of them has waited for so long that administrators are told.
    pub is_overdue: bool,
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
    pub date: OccurrenceId,
    /// How its seats stand; none where they are not counted here.
    pub seats: Option<SeatsOfDate>,
}

/// How the seats of a date stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SeatsOfDate {
    pub given: u32,
    pub taken: u32,
    /// So many people wait for one.
    pub waiting: u32,
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
    let names: HashMap<PartnerId, PartnerName> =
        all.iter().map(|it| (it.id, it.name.clone())).collect();
    let mut partners: Vec<Partner> = all.into_iter().filter(|it| own.contains(&it.id)).collect();
    partners.sort_by(|a, b| super::by_danish_alphabet(a.name.as_str(), b.name.as_str()));
    let claims = ports.queue.claims_of(viewer.account.id).await?;
    let name =
        |it: &ToldClaim| names.get(&it.claim.partner).map(ToString::to_string).unwrap_or_default();
    let claims = claims.into_iter().map(|it| (it.clone(), name(&it))).collect();
    if own.is_empty() {
        return Ok(Desk { claims, ..Desk::default() });
    }

    let may_change =
        |it: &PartnerId| may_for_partner(&viewer.account, Action::ChangePartner, *it).is_ok();
    let changes = own.iter().copied().filter(may_change).collect();
    let mut desk = Desk { partners, changes, claims, ..Desk::default() };
    desk.drafts = ports.desk.drafts_of(&own).await?;
    desk.silent = ports.addresses.dead(now, Some(&own)).await?;
    let mut activities = ports.desk.activities_of(&own, MOST).await?;
    add_shared(ports, &own, &names, (&mut desk, &mut activities)).await?;
    let may_answer = |it: &AskedOfPartner| {
        may_for_partner(&viewer.account, Action::AnswerLeading, it.partner).is_ok()
    };
    desk.lead_offers.retain(may_answer);
    for activity in activities {
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
                desk.coming.extend(dates.map(|date| {
                    ComingDate {
                        activity: activity.clone(),
                        start: date.start(),
                        end: date.end(),
                        date: date.id,
                        seats: date
                            .capacity()
                            .map(|it| SeatsOfDate { given: it.seats(), ..SeatsOfDate::default() }),
                    }
                }));
                desk.public.push(activity);
            }
            State::Cancelled => desk.public.push(activity),
            State::Archived => desk.archived.push(activity),
        }
    }
    add_last_words(ports, &mut desk.returned).await?;
    let public: Vec<ActivityId> = desk.public.iter().map(|it| it.id).collect();
    desk.views = views_of(ports, &public).await?;
    desk.coming.sort_by_key(|it| (it.start, it.activity.id));
    desk.coming.truncate(DATES);
    add_seats(ports, &mut desk.coming).await?;
    add_requests(ports, &own, &mut desk).await?;
    desk.back = look_back(ports, viewer, (&own, &desk.public)).await?;
    Ok(desk)
}

/// Adds how many seats are taken of the dates that are shown, and how many people wait for one.
async fn add_seats(ports: &Ports, coming: &mut [ComingDate]) -> Result<(), StoreError> {
    for it in coming {
        let Some(seats) = &mut it.seats else { continue };
        let Some(roster) = ports.sign_ups.roster(it.date).await? else { continue };
        let waits = |it: &&Entry| matches!(it.stage, Stage::Waiting | Stage::Queued { .. });
        seats.taken = roster.taken();
        seats.waiting = roster.entries().iter().filter(waits).map(|it| u32::from(it.seats)).sum();
    }
    Ok(())
}

/// Adds what is public and about which somebody waits for an answer.
async fn add_requests(ports: &Ports, own: &[PartnerId], desk: &mut Desk) -> Result<(), StoreError> {
    // The lead answers, whoever owns it beside.
    let asks = |it: &&Activity| {
        it.particulars().sign_up == SignUpMode::Request && own.contains(&it.partner)
    };
    let ids: Vec<ActivityId> = desk.public.iter().filter(asks).map(|it| it.id).collect();
    if ids.is_empty() {
        return Ok(());
    }
    let (waiting, now) = (ports.requests.waiting_about(&ids).await?, ports.clock.now());
    let overdue = RequestPatience::Overdue.begins_after();
    let told = |it: &Activity| {
        let WaitingRequests { n, since } = *waiting.get(&it.id)?;
        let is_overdue = waited_at_most(since, now, overdue) >= overdue;
        Some(AskedAbout { activity: it.clone(), n, is_overdue })
    };
    desk.requests = desk.public.iter().filter_map(told).collect();
    desk.requests.sort_by_key(|it| !it.is_overdue);
    Ok(())
}

/// Adds what their partners own together with others, and what they are asked to own.
async fn add_shared(
    ports: &Ports,
    own: &[PartnerId],
    names: &HashMap<PartnerId, PartnerName>,
    (desk, activities): (&mut Desk, &mut Vec<Activity>),
) -> Result<(), StoreError> {
    let shares = ports.desk.co_owned_by(own).await?;
    if shares.is_empty() {
        return Ok(());
    }
    let ids: Vec<ActivityId> = shares.iter().map(|it| it.activity).collect();
    let mut found = ports.desk.activities_named(&ids).await?;
    // What is out of the catalogue is its lead's alone to look back on.
    found.retain(|it| it.state() != State::Archived);
    for part in shares.iter().filter(|it| !it.has_joined() || it.may_take_the_lead()) {
        let activity = found.iter().find(|it| it.id == part.activity);
        let both = activity.and_then(|it| names.get(&it.partner)).zip(names.get(&part.partner));
        if let Some((activity, (lead, name))) = activity.zip(both) {
            let (activity, lead, name) = (activity.clone(), lead.clone(), name.clone());
            let asked = AskedOfPartner { activity, lead, partner: part.partner, name };
            let list = if part.has_joined() { &mut desk.lead_offers } else { &mut desk.asked };
            list.push(asked);
        }
    }
    // Whoever acts for the lead as well has it already.
    let is_joined = |id: ActivityId| shares.iter().any(|it| it.activity == id && it.has_joined());
    let joined = found.into_iter().filter(|it| is_joined(it.id) && !own.contains(&it.partner));
    let joined: Vec<Activity> = joined.collect();
    let about: Vec<ActivityId> = joined.iter().map(|it| it.id).collect();
    desk.drafts.extend(ports.desk.drafts_about(&about).await?);
    desk.drafts.sort_by_key(|it| (Reverse(it.changed_at), it.id));
    let lead = |it: &Activity| Some((it.id, names.get(&it.partner)?.clone()));
    desk.leads.extend(joined.iter().filter_map(lead));
    activities.extend(joined);
    activities.sort_by_key(|it| (Reverse(it.updated_at()), it.id));
    Ok(())
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
