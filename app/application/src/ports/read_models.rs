//! Answers, shaped for those who read them.

use chrono::{DateTime, Utc};
use domain::{
    catalogue::{
        Activity, ActivityId, AgeRange, Audience, Coordinates, Format, GroupSize, Kind, Language,
        Level, OccurrenceId, Picture, Price, SignUpMode, Slug, Topic,
    },
    pact::{Area, CampaignKey, Municipality, Postcode, Region},
    partners::{PartnerId, Sector},
    search::{Filter, Month, Parameter, Week},
};

/// An activity as a list shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct ActivitySummary {
    pub id: ActivityId,
    /// The partner's own key.
    pub external_id: String,
    pub slug: Slug,
    pub title: String,
    pub summary: String,
    pub kind: Kind,
    pub topics: Vec<Topic>,
    pub levels: Vec<Level>,
    pub audience: Vec<Audience>,
    pub ages: AgeRange,
    pub girls_focus: bool,
    pub campaign: Option<CampaignKey>,
    pub format: Format,
    pub postcode: Option<Postcode>,
    pub city: Option<String>,
    pub point: Option<Coordinates>,
    /// How far it is from the place that was asked for, 0 where the partner comes there.
    pub distance_km: Option<u16>,
    pub price: Price,
    pub language: Language,
    pub sign_up: SignUpMode,
    pub group: GroupSize,
    pub partner: PartnerLink,
    /// Who else owns it.
    pub co_owners: Vec<PartnerLink>,
    /// The first of the occurrences that were asked for; none where dates are agreed one by one.
    pub next: Option<OccurrenceSummary>,
    /// How many of the occurrences that were asked for are still to come.
    pub upcoming: u32,
}

/// A partner's name and where its page is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartnerLink {
    pub name: String,
    pub slug: Slug,
}

/// A partner that owns an activity beside the one that leads it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoOwnerLink {
    pub id: PartnerId,
    pub link: PartnerLink,
    /// Whether its people see who comes.
    pub sees_rosters: bool,
}

/// One date as a list shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OccurrenceSummary {
    pub id: OccurrenceId,
    pub start: DateTime<Utc>,
    pub end: DateTime<Utc>,
    pub closes_at: DateTime<Utc>,
    /// Seats in all, where the portal keeps them.
    pub capacity: Option<u32>,
    /// Seats that are free, where the portal keeps them.
    pub seats_left: Option<u32>,
}

/// An activity as its own page shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct ActivityDetails {
    pub activity: Activity,
    /// The one that leads it.
    pub partner: PartnerLink,
    pub sector: Sector,
    /// Who else owns it, the longest first.
    pub co_owners: Vec<CoOwnerLink>,
    pub picture: Option<Picture>,
    /// Every date, those that have been included, in the order of time.
    pub occurrences: Vec<OccurrenceSummary>,
}

/// An activity that does not meet everything that was wished for.
#[derive(Clone, Debug, PartialEq)]
pub struct Nearly {
    pub activity: ActivitySummary,
    /// What it does not meet.
    pub misses: Vec<Parameter>,
}

/// A number on the map: what a list shows that asks for this area too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MapDot {
    pub area: Area,
    /// How many of the activities that were found take place there.
    pub activities: u32,
}

impl MapDot {
    /// What the list behind it asks for where `filter` has found what is on the map.
    #[must_use]
    pub fn behind(&self, filter: &Filter) -> Filter {
        Filter { areas: vec![self.area], ..filter.clone() }
    }
}

/// One page of a list, with how often each choice occurs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// How many there are on all pages.
    pub total: u32,
    pub hits: Vec<ActivitySummary>,
    pub facets: Facets,
    /// Where those on all pages take place, in the order of areas.
    pub map: Vec<MapDot>,
}

/// How many activities one would see when one chose this too: *or* inside a list, *and* between them.
/// Choices that lead to nothing are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    pub topics: Vec<(Topic, u32)>,
    pub levels: Vec<(Level, u32)>,
    pub kinds: Vec<(Kind, u32)>,
    pub audiences: Vec<(Audience, u32)>,
    pub regions: Vec<(Region, u32)>,
    pub municipalities: Vec<(Municipality, u32)>,
    pub formats: Vec<(Format, u32)>,
    pub languages: Vec<(Language, u32)>,
    pub sectors: Vec<(Sector, u32)>,
    pub campaigns: Vec<(CampaignKey, u32)>,
    /// By the first day of the month, in Denmark, in which an occurrence is still to come.
    pub months: Vec<(Month, u32)>,
    /// The weeks that can be chosen in which an occurrence is still to come.
    pub weeks: Vec<(Week, u32)>,
    pub free: u32,
    pub girls: u32,
    /// How many more are full or closed for sign-up.
    pub full: u32,
    /// How many more are over.
    pub past: u32,
}

/// A partner as a list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartnerSummary {
    pub name: String,
    pub slug: Slug,
    pub sector: Sector,
    /// How many of its activities one can see now.
    pub activities: u32,
    /// The towns of its activities, most frequent first, at most three.
    pub cities: Vec<String>,
}

/// A page that search engines may visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageAddress {
    pub slug: Slug,
    pub updated_at: DateTime<Utc>,
}
