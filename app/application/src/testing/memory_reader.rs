//! The readers' questions, answered in the plainest way there is.

use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    catalogue::{
        Activity, ActivityId, Capacity, Occurrence, PictureOf, SignUpMode, Slug, State, way_km,
    },
    pact::{Area, Campaign, Region},
    search::{Filter, Parameter, Query, Sort},
};

use super::{MemoryStore, memory_facets::facets, memory_store::Facts};
use crate::{
    catalogue::{Occasion, Room, Window},
    copenhagen,
    ports::{
        ActivityDetails, ActivitySummary, CatalogueReader, CoOwnerLink, Found, Lookup, MapDot,
        Match, Matches, Nearly, OccurrenceSummary, PageAddress, PartnerLink, StoreError,
    },
};

/// The dates of an activity that were asked for, with their room; none where nothing fits,
/// an empty list where dates are agreed one by one.
pub(super) fn asked(
    activity: &Activity,
    filter: &Filter,
    now: DateTime<Utc>,
) -> Option<Vec<(Room, Occurrence)>> {
    let it = activity.particulars();
    let today = copenhagen::day(now);
    let coming = activity.occurrences().iter().any(|date| date.end() > now);
    if !coming && !it.needs_occurrence() {
        let is_there = |region: &Region| {
            region.last_day().is_none_or(|last| today <= last)
                && region.municipalities().meets(it.reach())
        };
        let in_region = filter.regions.is_empty() || filter.regions.iter().any(is_there);
        return in_region.then(Vec::new);
    }
    let room = |date: &Occurrence| {
        let capacity = date.capacity().map(Capacity::seats);
        let occasion = Occasion {
            end: date.end(),
            closes_at: date.closes_at(),
            seats: capacity.map(|seats| (seats, seats)),
            is_free_to_come: it.sign_up == SignUpMode::None,
        };
        occasion.room(filter, now)
    };
    let happens_in = |date: &Occurrence, region: &Region| {
        region.exists_on(copenhagen::day(date.start())) && region.municipalities().meets(it.reach())
    };
    let window = Window::of(filter);
    let dates = activity.occurrences().iter().filter_map(|date| {
        let room = room(date).filter(|room| room.is_asked_for(filter))?;
        let weeks = filter.weeks.iter();
        let weeks =
            weeks.map(|week| Window::existing(Some(week.first_day()), Some(week.last_day())));
        let months = filter.months.iter().map(|month| Window::month(*month));
        let in_periods = !filter.asks_for_periods()
            || weeks.chain(months).any(|period| period.meets(date.start(), date.end()));
        let fits = window.meets(date.start(), date.end())
            && in_periods
            && (filter.regions.is_empty()
                || filter.regions.iter().any(|region| happens_in(date, region)));
        fits.then(|| (room, date.clone()))
    });
    let dates: Vec<(Room, Occurrence)> = dates.collect();
    (!dates.is_empty()).then_some(dates)
}

pub(super) fn fits(facts: &Facts, activity: &Activity, filter: &Filter) -> bool {
    let it = activity.particulars();
    let partner = &facts.partners[&activity.partner];
    let homes: domain::pact::Municipalities = filter.municipalities.iter().copied().collect();
    activity.state() == State::Published
        && (filter.topics.is_empty() || filter.topics.iter().any(|topic| it.topics.contains(topic)))
        && (filter.levels.is_empty() || filter.levels.iter().any(|level| it.levels.contains(level)))
        && filter.age.is_none_or(|age| it.suits_age(age))
        && (filter.kinds.is_empty() || filter.kinds.contains(&it.kind))
        && (filter.audiences.is_empty()
            || filter.audiences.iter().any(|audience| it.audience.contains(audience)))
        && (filter.municipalities.is_empty() || it.reach().meets(homes))
        && (filter.areas.is_empty()
            || Area::of(it.format, it.venue.point())
                .is_some_and(|area| filter.areas.contains(&area)))
        && (filter.formats.is_empty() || filter.formats.contains(&it.format))
        && (filter.languages.is_empty() || filter.languages.contains(&it.language))
        && (!filter.free || it.price.is_free())
        && filter.price_max.is_none_or(|most| it.price.is_within(most))
        && (!filter.girls || it.girls_focus)
        && filter.seats.is_none_or(|seats| it.group.admits(seats))
        && (filter.partners.is_empty()
            || filter.partners.contains(&partner.slug)
            || co_owners(facts, activity.id)
                .iter()
                .any(|it| filter.partners.contains(&it.link.slug)))
        && (filter.sectors.is_empty() || filter.sectors.contains(&partner.sector))
        && filter.radius_km().is_none_or(|most| km(activity, filter).is_some_and(|km| km <= most))
        && (filter.campaigns.is_empty()
            || it.campaign.as_ref().is_some_and(|key| filter.campaigns.contains(key)))
}

/// Who owns an activity beside its lead, the longest first.
pub(super) fn co_owners(facts: &Facts, activity: ActivityId) -> Vec<CoOwnerLink> {
    let joined = facts.papers.co_owners_where(|it| it.activity == activity && it.has_joined());
    let link = |it: domain::partners::CoOwner| {
        let partner = &facts.partners[&it.partner];
        let link = PartnerLink { name: partner.name.to_string(), slug: partner.slug.clone() };
        CoOwnerLink { id: it.partner, link, sees_rosters: it.sees_rosters }
    };
    joined.into_iter().map(link).collect()
}

/// How far it is from the place that was asked for, in whole kilometres.
fn km(activity: &Activity, filter: &Filter) -> Option<u16> {
    let it = activity.particulars();
    let place = filter.near.as_ref()?;
    let km = way_km(it.format, it.venue.point(), it.travel, place.middle())?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a way on Earth")]
    Some(km.round() as u16)
}

/// Something found, with the dates that were asked for.
pub(super) struct Hit {
    activity: Activity,
    dates: Vec<(Room, Occurrence)>,
    rank: u16,
    km: Option<u16>,
}

impl Hit {
    /// The first date of those with the most room.
    fn next(&self) -> Option<&(Room, Occurrence)> {
        self.dates.iter().min_by_key(|(room, date)| (*room, date.start()))
    }
}

/// What the filter lets through and the words fit, sorted.
pub(super) fn sorted(facts: &Facts, lookup: Lookup<'_>, filter: &Filter) -> Vec<Hit> {
    let rank = |id: ActivityId| match lookup.matches {
        None => Some(0),
        Some(matches) => {
            matches.found.iter().find(|it| it.id == id && it.is_whole).map(|it| it.rank)
        }
    };
    let hits = facts.activities.values().filter(|it| fits(facts, it, filter));
    let mut hits: Vec<Hit> = hits
        .filter_map(|it| {
            Some(Hit {
                rank: rank(it.id)?,
                dates: asked(it, filter, lookup.now)?,
                km: km(it, filter),
                activity: it.clone(),
            })
        })
        .collect();
    let sort = lookup.query.sort.unwrap_or(match lookup.matches {
        Some(_) => Sort::Relevance,
        None => Sort::Date,
    });
    hits.sort_by_key(|hit| {
        let (room, start) = hit
            .next()
            .map_or((Room::Open, i64::MAX), |(room, date)| (*room, date.start().timestamp()));
        let first = match sort {
            // Whoever asks for a time sees first what takes place then.
            Sort::Relevance if start == i64::MAX && filter.asks_for_days() => {
                (1 << 16) - i64::from(hit.rank)
            }
            Sort::Relevance => -i64::from(hit.rank),
            Sort::Date => 0,
            Sort::Distance => hit.km.map_or(i64::MAX, i64::from),
        };
        (room, first, start, hit.activity.id)
    });
    hits
}

pub(super) fn plain(query: &Query, now: DateTime<Utc>) -> Lookup<'_> {
    Lookup { query, matches: None, now }
}

fn occurrence(facts: &Facts, date: &Occurrence) -> OccurrenceSummary {
    let capacity = date.capacity().map(Capacity::seats);
    let (start, end, closes_at) = (date.start(), date.end(), date.closes_at());
    let seats_left = capacity.map(|it| it.saturating_sub(facts.rosters.taken(date.id)));
    OccurrenceSummary { id: date.id, start, end, closes_at, capacity, seats_left }
}

fn summary(facts: &Facts, hit: &Hit) -> ActivitySummary {
    let activity = &hit.activity;
    let it = activity.particulars().clone();
    let partner = &facts.partners[&activity.partner];
    ActivitySummary {
        id: activity.id,
        external_id: activity.external_id.as_str().to_owned(),
        slug: activity.slug.clone(),
        title: it.title.to_string(),
        summary: it.summary.to_string(),
        kind: it.kind,
        topics: it.topics,
        levels: it.levels,
        audience: it.audience,
        ages: it.ages,
        girls_focus: it.girls_focus,
        campaign: it.campaign,
        format: it.format,
        postcode: it.venue.postcode,
        distance_km: hit.km,
        city: it.venue.city.as_ref().map(ToString::to_string),
        point: it.venue.point(),
        price: it.price,
        language: it.language,
        sign_up: it.sign_up,
        group: it.group,
        partner: PartnerLink { name: partner.name.to_string(), slug: partner.slug.clone() },
        co_owners: co_owners(facts, activity.id).into_iter().map(|it| it.link).collect(),
        next: hit.next().map(|(_, date)| occurrence(facts, date)),
        upcoming: hit.dates.iter().map(|(room, _)| u32::from(*room != Room::Past)).sum(),
    }
}

#[async_trait]
impl CatalogueReader for MemoryStore {
    async fn find(&self, lookup: Lookup<'_>) -> Result<Found, StoreError> {
        let facts = self.facts();
        let query = lookup.query;
        let all = sorted(&facts, lookup, &query.filter);
        let skipped = (query.page.get() as usize - 1) * query.per_page as usize;
        let page = all.iter().skip(skipped).take(query.per_page as usize);
        let places = all.iter().map(|hit| hit.activity.particulars());
        let areas: Vec<Area> =
            places.filter_map(|it| Area::of(it.format, it.venue.point())).collect();
        let dot = |area: &Area| {
            let n = areas.iter().filter(|it| *it == area).count();
            MapDot { area: *area, activities: u32::try_from(n).unwrap_or(u32::MAX) }
        };
        let map = Area::ALL.iter().map(dot).filter(|dot| dot.activities > 0).collect();
        Ok(Found {
            total: u32::try_from(all.len()).unwrap_or(u32::MAX),
            hits: page.map(|hit| summary(&facts, hit)).collect(),
            facets: facets(&facts, lookup),
            map,
        })
    }

    /// The plainest measure there is: how many wishes are not met.
    async fn nearly(
        &self,
        lookup: Lookup<'_>,
        wished: &Filter,
        n: usize,
    ) -> Result<Vec<Nearly>, StoreError> {
        let facts = self.facts();
        let everything = Matches {
            found: lookup
                .matches
                .map(|it| it.found.clone())
                .unwrap_or_default()
                .into_iter()
                .map(|it| Match { is_whole: true, ..it })
                .collect(),
            corrections: Vec::new(),
        };
        let wide = Lookup { matches: lookup.matches.map(|_| &everything), ..lookup };
        let mut near: Vec<Nearly> = Vec::new();
        for hit in sorted(&facts, wide, &lookup.query.filter) {
            let is_whole = lookup.matches.is_none_or(|matches| {
                matches.found.iter().any(|it| it.id == hit.activity.id && it.is_whole)
            });
            let mut misses: Vec<Parameter> = wished
                .pairs()
                .into_iter()
                .map(|(parameter, value)| {
                    let one = Query::parse(&[(parameter.key(), value)]).unwrap_or_default().filter;
                    (parameter, one)
                })
                .filter(|(_, one)| {
                    !fits(&facts, &hit.activity, one)
                        || asked(&hit.activity, one, lookup.now).is_none()
                })
                .map(|(parameter, _)| parameter)
                .collect();
            if !is_whole {
                misses.push(Parameter::Words);
            }
            if !misses.is_empty() {
                near.push(Nearly { activity: summary(&facts, &hit), misses });
            }
        }
        near.sort_by_key(|it| it.misses.len());
        near.truncate(n);
        Ok(near)
    }

    async fn count(&self, lookup: Lookup<'_>) -> Result<u32, StoreError> {
        let hits = sorted(&self.facts(), lookup, &lookup.query.filter);
        Ok(u32::try_from(hits.len()).unwrap_or(u32::MAX))
    }

    async fn activity(&self, slug: &Slug) -> Result<Option<ActivityDetails>, StoreError> {
        let facts = self.facts();
        let found = facts.activities.values().find(|it| it.slug == *slug);
        Ok(found.map(|it| {
            let partner = &facts.partners[&it.partner];
            ActivityDetails {
                activity: it.clone(),
                partner: PartnerLink { name: partner.name.to_string(), slug: partner.slug.clone() },
                sector: partner.sector,
                co_owners: co_owners(&facts, it.id),
                picture: facts.papers.picture_of(PictureOf::Activity(it.id)),
                occurrences: it.occurrences().iter().map(|date| occurrence(&facts, date)).collect(),
            }
        }))
    }

    async fn related(
        &self,
        to: ActivityId,
        n: usize,
        now: DateTime<Utc>,
    ) -> Result<Vec<ActivitySummary>, StoreError> {
        let facts = self.facts();
        let Some(model) = facts.activities.get(&to) else { return Ok(Vec::new()) };
        let filter = Filter { topics: model.particulars().topics.clone(), ..Filter::default() };
        let query = Query { filter, ..Query::default() };
        let hits = sorted(&facts, plain(&query, now), &query.filter);
        let others = hits.iter().filter(|hit| hit.activity.id != to);
        Ok(others.take(n).map(|hit| summary(&facts, hit)).collect())
    }

    async fn addresses(&self, _now: DateTime<Utc>) -> Result<Vec<PageAddress>, StoreError> {
        let facts = self.facts();
        let public = facts.activities.values().filter(|it| it.state() == State::Published);
        Ok(public
            .map(|it| PageAddress { slug: it.slug.clone(), updated_at: it.updated_at() })
            .collect())
    }

    async fn campaigns(&self) -> Result<Vec<Campaign>, StoreError> {
        Ok(self.facts().campaigns_by_day())
    }

    fn campaigns_shown(&self) -> Arc<[Campaign]> {
        self.facts().campaigns_by_day().into()
    }

    fn generation(&self) -> u64 {
        self.facts().version
    }
}
