//! The counts of the next choice, and of partners, in the plainest way there is.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    catalogue::{ActivityId, Audience, Format, Kind, Language, Level, Slug, Topic},
    pact::Region,
    partners::{Partner, Sector},
    search::{Filter, Query},
};

use super::{
    MemoryStore,
    memory_reader::{asked, fits, plain, sorted},
    memory_store::Facts,
};
use crate::{
    catalogue::{Weeks, Window},
    partners::by_danish_alphabet,
    ports::{Facets, Lookup, Matches, PartnerReader, PartnerSummary, StoreError},
};

/// Each count is a question of its own: how many, if only this were chosen in its facet?
pub(super) fn facets(facts: &Facts, lookup: Lookup<'_>) -> Facets {
    let filter = &lookup.query.filter;
    let is_held = |id: ActivityId| {
        let held = |matches: &Matches| matches.found.iter().any(|it| it.id == id && it.is_whole);
        lookup.matches.is_none_or(held)
    };
    let count = |filter: &Filter| {
        let hits = facts.activities.values().filter(|it| {
            fits(facts, it, filter) && asked(it, filter, lookup.now).is_some() && is_held(it.id)
        });
        u32::try_from(hits.count()).unwrap_or(u32::MAX)
    };
    let here = count(filter);
    // A month or a week takes the place of all of either.
    let at_any_time = Filter { months: Vec::new(), weeks: Vec::new(), ..filter.clone() };
    let months = Window::months(filter, lookup.now)
        .into_iter()
        .map(|(month, _)| (month, count(&Filter { months: vec![month], ..at_any_time.clone() })));
    let weeks = Weeks::to_choose_from(filter, lookup.now);
    let weeks = weeks
        .iter()
        .map(|week| (week, count(&Filter { weeks: vec![week], ..at_any_time.clone() })));
    let campaigns = facts.campaigns_by_day().into_iter().map(|it| it.key);
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
        sectors: counts!(sectors, Sector::ALL.iter().copied()),
        campaigns: campaigns
            .map(|key| {
                let filter = Filter { campaigns: vec![key.clone()], ..filter.clone() };
                (key, count(&filter))
            })
            .filter(|(_, n)| *n > 0)
            .collect(),
        months: months.filter(|(_, n)| *n > 0).collect(),
        weeks: weeks.filter(|(_, n)| *n > 0).collect(),
        full: count(&Filter { full: true, ..filter.clone() }) - here,
        past: count(&Filter { past: true, ..filter.clone() }) - here,
        free: count(&Filter { free: true, ..filter.clone() }),
        girls: count(&Filter { girls: true, ..filter.clone() }),
    }
}

#[async_trait]
impl PartnerReader for MemoryStore {
    async fn profile(&self, slug: &Slug) -> Result<Option<Partner>, StoreError> {
        Ok(self.facts().partners.values().find(|it| it.slug == *slug).cloned())
    }

    async fn partners(&self, now: DateTime<Utc>) -> Result<Vec<PartnerSummary>, StoreError> {
        let facts = self.facts();
        let mut partners = Vec::new();
        for partner in facts.partners.values() {
            let filter = Filter { partners: vec![partner.slug.clone()], ..Filter::default() };
            let query = Query { filter, ..Query::default() };
            let hits = sorted(&facts, plain(&query, now), &query.filter);
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

    fn name_shown(&self, slug: &Slug) -> Option<String> {
        let facts = self.facts();
        let found = facts.partners.values().find(|it| it.slug == *slug);
        found.map(|it| it.name.to_string())
    }
}
