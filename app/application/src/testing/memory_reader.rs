//! The readers' questions, answered in the plainest way there is.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    catalogue::{
        Activity, ActivityId, Audience, Capacity, Format, Kind, Language, Level, Occurrence, Slug,
        State, Topic,
    },
    pact::{Campaign, Region},
    search::{Filter, Query},
};

use super::{MemoryStore, memory_store::Facts};
use crate::{
    catalogue::Window,
    copenhagen,
    partners::by_danish_alphabet,
    ports::{
        ActivityDetails, ActivitySummary, CatalogueReader, Facets, Found, OccurrenceSummary,
        PageAddress, PartnerLink, PartnerReader, PartnerSummary, StoreError,
    },
};

/// The dates of an activity that were asked for; none where nothing fits, an empty list
/// where dates are agreed one by one.
fn asked(activity: &Activity, filter: &Filter, now: DateTime<Utc>) -> Option<Vec<Occurrence>> {
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
    let has_room = |date: &Occurrence, seats: u16| {
        date.capacity()
            .is_none_or(|capacity| date.closes_at() > now && capacity.seats() >= u32::from(seats))
    };
    let happens_in = |date: &Occurrence, region: &Region| {
        region.exists_on(copenhagen::day(date.start())) && region.municipalities().meets(it.reach())
    };
    let window = Window::of(filter, now);
    let dates = activity.occurrences().iter().filter(|date| {
        window.meets(date.start(), date.end())
            && filter.seats.is_none_or(|seats| has_room(date, seats))
            && (filter.regions.is_empty()
                || filter.regions.iter().any(|region| happens_in(date, region)))
    });
    let dates: Vec<Occurrence> = dates.cloned().collect();
    (!dates.is_empty()).then_some(dates)
}

fn fits(facts: &Facts, activity: &Activity, filter: &Filter) -> bool {
    let it = activity.particulars();
    let partner = &facts.partners[&activity.partner];
    let text = language::folded(&format!("{}\n{}\n{}", it.title, it.summary, partner.name));
    let homes: domain::pact::Municipalities = filter.municipalities.iter().copied().collect();
    activity.state() == State::Published
        && filter
            .words
            .as_ref()
            .is_none_or(|words| words.split(' ').all(|word| text.contains(&language::folded(word))))
        && (filter.topics.is_empty() || filter.topics.iter().any(|topic| it.topics.contains(topic)))
        && (filter.levels.is_empty() || filter.levels.iter().any(|level| it.levels.contains(level)))
        && filter.age.is_none_or(|age| it.suits_age(age))
        && (filter.kinds.is_empty() || filter.kinds.contains(&it.kind))
        && (filter.audiences.is_empty()
            || filter.audiences.iter().any(|audience| it.audience.contains(audience)))
        && (filter.municipalities.is_empty() || it.reach().meets(homes))
        && (filter.formats.is_empty() || filter.formats.contains(&it.format))
        && (filter.languages.is_empty() || filter.languages.contains(&it.language))
        && (!filter.free || it.price.is_free())
        && (!filter.girls || it.girls_focus)
        && filter.seats.is_none_or(|seats| it.group.admits(seats))
        && (filter.partners.is_empty() || filter.partners.contains(&partner.slug))
        && (filter.campaigns.is_empty()
            || it.campaign.as_ref().is_some_and(|key| filter.campaigns.contains(key)))
}

/// What the filter lets through, sorted, with the dates that were asked for.
fn sorted(facts: &Facts, filter: &Filter, now: DateTime<Utc>) -> Vec<(Activity, Vec<Occurrence>)> {
    let hits = facts.activities.values().filter(|it| fits(facts, it, filter));
    let mut hits: Vec<(Activity, Vec<Occurrence>)> =
        hits.filter_map(|it| Some((it.clone(), asked(it, filter, now)?))).collect();
    hits.sort_by_key(|(it, dates)| {
        (dates.first().map_or(i64::MAX, |date| date.start().timestamp()), it.id)
    });
    hits
}

fn occurrence(date: &Occurrence) -> OccurrenceSummary {
    let capacity = date.capacity().map(Capacity::seats);
    let (start, end, closes_at) = (date.start(), date.end(), date.closes_at());
    OccurrenceSummary { id: date.id, start, end, closes_at, capacity, seats_left: capacity }
}

fn summary(facts: &Facts, activity: &Activity, dates: &[Occurrence]) -> ActivitySummary {
    let it = activity.particulars().clone();
    let partner = &facts.partners[&activity.partner];
    ActivitySummary {
        id: activity.id,
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
        city: it.venue.city.as_ref().map(ToString::to_string),
        point: it.venue.point(),
        price: it.price,
        language: it.language,
        sign_up: it.sign_up,
        group: it.group,
        partner: PartnerLink { name: partner.name.to_string(), slug: partner.slug.clone() },
        next: dates.first().map(occurrence),
        upcoming: u32::try_from(dates.len()).unwrap_or(u32::MAX),
    }
}

/// Each count is a question of its own: how many, if only this were chosen in its facet?
fn facets(facts: &Facts, filter: &Filter, now: DateTime<Utc>) -> Facets {
    let count =
        |filter: &Filter| u32::try_from(sorted(facts, filter, now).len()).unwrap_or(u32::MAX);
    macro_rules! counts {
        ($field:ident, $all:expr) => {
            $all.into_iter()
                .map(|it| (it, count(&Filter { $field: vec![it], ..filter.clone() })))
                .filter(|(_, n)| *n > 0)
                .collect()
        };
    }
    Facets {
        topics: counts!(topics, Topic::ALL.iter().copied()),
        levels: counts!(levels, Level::ALL.iter().copied()),
        kinds: counts!(kinds, Kind::ALL.iter().copied()),
        audiences: counts!(audiences, Audience::ALL.iter().copied()),
        regions: counts!(regions, Region::all().iter().copied()),
        municipalities: counts!(municipalities, domain::pact::Municipality::all().iter().copied()),
        formats: counts!(formats, Format::ALL.iter().copied()),
        languages: counts!(languages, [Language::DANISH, Language::ENGLISH]),
        free: count(&Filter { free: true, ..filter.clone() }),
        girls: count(&Filter { girls: true, ..filter.clone() }),
    }
}

#[async_trait]
impl CatalogueReader for MemoryStore {
    async fn find(&self, query: &Query, now: DateTime<Utc>) -> Result<Found, StoreError> {
        let facts = self.facts();
        let all = sorted(&facts, &query.filter, now);
        let skipped = (query.page.get() as usize - 1) * query.per_page as usize;
        let page = all.iter().skip(skipped).take(query.per_page as usize);
        Ok(Found {
            total: u32::try_from(all.len()).unwrap_or(u32::MAX),
            hits: page.map(|(it, dates)| summary(&facts, it, dates)).collect(),
            facets: facets(&facts, &query.filter, now),
        })
    }

    async fn count(&self, filter: &Filter, now: DateTime<Utc>) -> Result<u32, StoreError> {
        Ok(u32::try_from(sorted(&self.facts(), filter, now).len()).unwrap_or(u32::MAX))
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
                occurrences: it.occurrences().iter().map(occurrence).collect(),
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
        let others = sorted(&facts, &filter, now).into_iter().filter(|(it, _)| it.id != to);
        Ok(others.take(n).map(|(it, dates)| summary(&facts, &it, &dates)).collect())
    }

    async fn addresses(&self, _now: DateTime<Utc>) -> Result<Vec<PageAddress>, StoreError> {
        let facts = self.facts();
        let public = facts.activities.values().filter(|it| it.state() == State::Published);
        Ok(public
            .map(|it| PageAddress { slug: it.slug.clone(), updated_at: it.updated_at() })
            .collect())
    }

    async fn campaigns(&self) -> Result<Vec<Campaign>, StoreError> {
        Ok(Self::campaigns())
    }

    fn generation(&self) -> u64 {
        self.facts().version
    }
}

#[async_trait]
impl PartnerReader for MemoryStore {
    async fn partners(&self, now: DateTime<Utc>) -> Result<Vec<PartnerSummary>, StoreError> {
        let facts = self.facts();
        let mut partners = Vec::new();
        for partner in facts.partners.values() {
            let filter = Filter { partners: vec![partner.slug.clone()], ..Filter::default() };
            let hits = sorted(&facts, &filter, now);
            if hits.is_empty() {
                continue;
            }
            partners.push(PartnerSummary {
                name: partner.name.to_string(),
                slug: partner.slug.clone(),
                sector: partner.sector,
                activities: u32::try_from(hits.len()).unwrap_or(u32::MAX),
                cities: Vec::new(),
            });
        }
        partners.sort_by(|a, b| by_danish_alphabet(&a.name, &b.name));
        Ok(partners)
    }

    async fn partner(
        &self,
        slug: &Slug,
        now: DateTime<Utc>,
    ) -> Result<Option<PartnerSummary>, StoreError> {
        Ok(self.partners(now).await?.into_iter().find(|it| it.slug == *slug))
    }
}
