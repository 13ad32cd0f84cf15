//! What lies on somebody's desk.

use std::{cmp::Reverse, collections::HashMap};

use chrono::{DateTime, Utc};
use domain::{
    catalogue::{Activity, ActivityId, Draft, OccurrenceId, State, Watched},
    identity::{Action, DeedKind, Subject},
    partners::{CoOwner, Partner, PartnerId, PartnerName},
    signup::RequestPatience,
};

use super::show_shelf::{joined, own_partners};
use crate::{
    identity::{Viewer, may_for_partner},
    pact::waited_at_most,
    ports::{Owned, Ports, SideOfNow, StoreError, ToldClaim, ToldDeed, WaitingRequests},
    signup::{LookBack, look_back},
};

/// What lies on somebody's desk, beside the list of all that is theirs.
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
    /// What waits for a moderator, or what was sent last of it.
    pub waiting: Vec<Activity>,
    /// How much waits for one in all.
    pub waiting_total: u64,
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

/// The most activities that are shown of those that wait for a moderator.
const WAITING: u64 = 50;
/// The most dates that it shows.
const DATES: u64 = 10;

/// What lies on somebody's desk: nothing yet, where they act for nobody.
///
/// # Errors
///
/// Where the store fails.
pub async fn show_desk(ports: &Ports, viewer: &Viewer) -> Result<Desk, StoreError> {
    let now = ports.clock.now();
    let own = own_partners(viewer);
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
    desk.silent = ports.addresses.dead(now, Some(&own)).await?;
    let shares = ports.desk.co_owned_by(&own).await?;
    add_asked(ports, &shares, &names, &mut desk).await?;
    let may_answer = |it: &AskedOfPartner| {
        may_for_partner(&viewer.account, Action::AnswerLeading, it.partner).is_ok()
    };
    desk.lead_offers.retain(may_answer);

    let joined = joined(&shares);
    let owned = Owned { led_by: &own, shared: &joined };
    desk.drafts = drafts(ports, owned).await?;
    let sent_back = ports.shelf.in_state(owned, State::Draft, None).await?;
    for activity in sent_back.activities {
        let is_open = desk.drafts.iter().any(|it| it.activity == Some(activity.id));
        if !is_open {
            desk.returned.push(Returned { activity, word: None });
        }
    }
    add_last_words(ports, &mut desk.returned).await?;
    let waiting = ports.shelf.in_state(owned, State::Submitted, Some(WAITING)).await?;
    (desk.waiting, desk.waiting_total) = (waiting.activities, waiting.total);
    desk.coming = coming_dates(ports, owned).await?;
    desk.requests = asked_about(ports, &own).await?;
    desk.back = look_back(ports, viewer, owned).await?;
    Ok(desk)
}

/// What is being written, the last changed first.
async fn drafts(ports: &Ports, owned: Owned<'_>) -> Result<Vec<Draft>, StoreError> {
    let mut drafts = ports.desk.drafts_of(owned.led_by).await?;
    for draft in ports.desk.drafts_about(owned.shared).await? {
        // Whoever acts for the lead as well has it already.
        if drafts.iter().all(|it| it.id != draft.id) {
            drafts.push(draft);
        }
    }
    drafts.sort_by_key(|it| (Reverse(it.changed_at), it.id));
    Ok(drafts)
}

/// The next dates, with how many seats are taken of them and how many people wait for one.
async fn coming_dates(ports: &Ports, owned: Owned<'_>) -> Result<Vec<ComingDate>, StoreError> {
    let coming = SideOfNow::Coming(ports.clock.now());
    let dates = ports.shelf.dates(owned, coming, DATES).await?;
    let ids: Vec<OccurrenceId> = dates.iter().map(|it| it.date.id).collect();
    let counted = ports.shelf.seats_at(&ids).await?;
    let coming = dates.into_iter().map(|it| {
        let at = counted.get(&it.date.id).copied().unwrap_or_default();
        let seats = it.date.capacity().map(|given| {
            let (taken, waiting) = (at.taken, at.waiting);
            SeatsOfDate { given: given.seats(), taken, waiting }
        });
        let (date, start, end) = (it.date.id, it.date.start(), it.date.end());
        ComingDate { activity: it.activity, start, end, date, seats }
    });
    Ok(coming.collect())
}

/// What is public and about which somebody waits for an answer. Its lead answers, whoever owns it
/// beside.
async fn asked_about(ports: &Ports, own: &[PartnerId]) -> Result<Vec<AskedAbout>, StoreError> {
    let ids = ports.shelf.answered_by(own).await?;
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let (waiting, now) = (ports.requests.waiting_about(&ids).await?, ports.clock.now());
    let ids: Vec<ActivityId> = waiting.keys().copied().collect();
    let overdue = RequestPatience::Overdue.begins_after();
    let told = |activity: Activity| {
        let WaitingRequests { n, since } = *waiting.get(&activity.id)?;
        let is_overdue = waited_at_most(since, now, overdue) >= overdue;
        Some(AskedAbout { activity, n, is_overdue })
    };
    let found = ports.desk.activities_named(&ids).await?;
    let mut asked: Vec<AskedAbout> = found.into_iter().filter_map(told).collect();
    asked.sort_by_key(|it| !it.is_overdue);
    Ok(asked)
}

/// Adds what their partners are asked to own together with others, and to lead.
async fn add_asked(
    ports: &Ports,
    shares: &[CoOwner],
    names: &HashMap<PartnerId, PartnerName>,
    desk: &mut Desk,
) -> Result<(), StoreError> {
    let asks = |it: &&CoOwner| !it.has_joined() || it.may_take_the_lead();
    let ids: Vec<ActivityId> = shares.iter().filter(asks).map(|it| it.activity).collect();
    if ids.is_empty() {
        return Ok(());
    }
    let mut found = ports.desk.activities_named(&ids).await?;
    // What is out of the catalogue is its lead's alone to look back on.
    found.retain(|it| it.state() != State::Archived);
    for part in shares.iter().filter(asks) {
        let activity = found.iter().find(|it| it.id == part.activity);
        let both = activity.and_then(|it| names.get(&it.partner)).zip(names.get(&part.partner));
        if let Some((activity, (lead, name))) = activity.zip(both) {
            let (activity, lead, name) = (activity.clone(), lead.clone(), name.clone());
            let asked = AskedOfPartner { activity, lead, partner: part.partner, name };
            let list = if part.has_joined() { &mut desk.lead_offers } else { &mut desk.asked };
            list.push(asked);
        }
    }
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
