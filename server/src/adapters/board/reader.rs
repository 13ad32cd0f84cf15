//! The readers' door: questions answered from the board and, for the texts, from the database.

use std::{
    collections::HashMap,
    sync::{
        Arc, PoisonError, RwLock,
        atomic::{AtomicU64, Ordering},
    },
};

use application::{
    partners::by_danish_alphabet,
    ports::{
        ActivityDetails, ActivitySummary, CatalogueReader, Found, Lookup, Nearly,
        OccurrenceSummary, PageAddress, PartnerLink, PartnerReader, PartnerSummary, StoreError,
    },
};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    Uuid,
    catalogue::{ActivityId, OccurrenceId, Slug, Venue},
    pact::{Campaign, CampaignKey},
    search::{Filter, Sort},
};
use moka::sync::Cache;

use super::{
    Board,
    find::{Hit, Wish, page_of},
};
use crate::adapters::database::{Columns, Database, FactRow, RowError};

/// How many activities' short forms are kept ready.
const KEPT_SUMMARIES: u64 = 5_000;

/// Answers readers' questions from a board that follows the database.
#[derive(Clone)]
pub struct BoardReader {
    database: Database,
    shown: Arc<RwLock<Shown>>,
    /// The count of this process's changes when the board was last made.
    seen_changes: Arc<AtomicU64>,
    refreshing: Arc<tokio::sync::Mutex<()>>,
}

/// A board with the short forms that were asked for while it was up.
#[derive(Clone)]
struct Shown {
    board: Arc<Board>,
    summaries: Cache<Uuid, Arc<ActivitySummary>>,
}

impl Shown {
    fn of(board: Board) -> Self {
        Self { board: Arc::new(board), summaries: Cache::new(KEPT_SUMMARIES) }
    }
}

impl BoardReader {
    /// An empty board, which is filled as soon as somebody looks at it.
    #[must_use]
    pub fn new(database: Database) -> Self {
        Self {
            database,
            shown: Arc::new(RwLock::new(Shown::of(Board::empty()))),
            // No count of changes is ever this high, so the first look fills the board.
            seen_changes: Arc::new(AtomicU64::new(u64::MAX)),
            refreshing: Arc::default(),
        }
    }

    /// Makes a new board where the catalogue has changed; answers whether it had.
    ///
    /// # Errors
    ///
    /// Where the database fails; the old board stays up.
    pub async fn refresh_if_changed(&self) -> Result<bool, StoreError> {
        let _turn = self.refreshing.lock().await;
        let changes = self.database.changes();
        let version = self.database.catalogue_version().await?;
        let is_new = version != self.shown().board.version;
        if is_new {
            let board = Board::read(&self.database).await?;
            *self.shown.write().unwrap_or_else(PoisonError::into_inner) = Shown::of(board);
        }
        self.seen_changes.store(changes, Ordering::Release);
        Ok(is_new)
    }

    /// How many activities are on the board.
    #[must_use]
    pub fn size(&self) -> usize {
        self.shown().board.facts.len()
    }

    fn shown(&self) -> Shown {
        self.shown.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The board that shows at least what this process has acknowledged.
    async fn current(&self) -> Result<Shown, StoreError> {
        if self.database.changes() != self.seen_changes.load(Ordering::Acquire) {
            self.refresh_if_changed().await?;
        }
        Ok(self.shown())
    }

    /// The short forms of some hits, in their order.
    async fn summaries(
        &self,
        shown: &Shown,
        hits: &[Hit],
    ) -> Result<Vec<ActivitySummary>, StoreError> {
        let board = &shown.board;
        let mut known: HashMap<Uuid, Arc<ActivitySummary>> = HashMap::new();
        let mut missing = Vec::new();
        for hit in hits {
            let id = board.facts[hit.place as usize].id;
            match shown.summaries.get(&id) {
                Some(summary) => drop(known.insert(id, summary)),
                None => missing.push(id),
            }
        }
        if !missing.is_empty() {
            for row in self.database.facts_of(missing).await? {
                let id = row.id;
                let Ok(place) = board.facts.binary_search_by_key(&id, |fact| fact.id) else {
                    continue;
                };
                let partner = &board.partners[board.facts[place].partner as usize];
                let link = PartnerLink { name: partner.name.clone(), slug: partner.slug.clone() };
                let summary = Arc::new(summary_of(row, link).map_err(StoreError::new)?);
                shown.summaries.insert(id, Arc::clone(&summary));
                known.insert(id, summary);
            }
        }
        let dated = hits.iter().filter_map(|hit| {
            // An activity that was taken down a moment ago is not shown any more.
            let summary = known.get(&board.facts[hit.place as usize].id)?;
            let mut summary = ActivitySummary::clone(summary);
            summary.next = hit.found.dates.map(|(first, _)| board.occurrence(first));
            summary.upcoming = hit.found.dates.map_or(0, |(_, n)| n);
            summary.distance_km = hit.found.km;
            Some(summary)
        });
        Ok(dated.collect())
    }
}

impl Board {
    fn occurrence(&self, place: u32) -> OccurrenceSummary {
        let date = self.dates[place as usize];
        OccurrenceSummary {
            id: OccurrenceId(date.id),
            start: date.start,
            end: date.end,
            closes_at: date.closes_at,
            capacity: date.seats.map(|(capacity, _)| capacity),
            seats_left: date.seats.map(|(_, left)| left),
        }
    }

    /// Partners with how many of their activities can be seen and where these are.
    fn partner_summaries(&self, now: DateTime<Utc>, only: Option<u32>) -> Vec<PartnerSummary> {
        let filter = Filter::default();
        let wish = Wish::new(self, &filter, now);
        let mut tallies: Vec<(u32, Vec<(u32, u32)>)> = vec![(0, Vec::new()); self.partners.len()];
        for fact in &self.facts {
            if only.is_some_and(|only| only != fact.partner)
                || !wish.compare(self, fact).is_some_and(|it| it.is_hit())
            {
                continue;
            }
            let (n, cities) = &mut tallies[fact.partner as usize];
            *n += 1;
            if let Some(city) = fact.city {
                match cities.iter_mut().find(|(it, _)| *it == city) {
                    Some((_, n)) => *n += 1,
                    None => cities.push((city, 1)),
                }
            }
        }
        let summaries = (0u32..).zip(&self.partners).zip(tallies).map(
            |((n, partner), (activities, mut cities))| {
                cities.sort_unstable_by_key(|(city, n)| (std::cmp::Reverse(*n), *city));
                let cities = cities
                    .into_iter()
                    .take(3)
                    .map(|(city, _)| self.cities[city as usize].name.clone())
                    .collect();
                let (name, slug, sector) =
                    (partner.name.clone(), partner.slug.clone(), partner.sector);
                (n, PartnerSummary { name, slug, sector, activities, cities })
            },
        );
        match only {
            Some(only) => summaries.filter(|(n, _)| *n == only).map(|(_, it)| it).collect(),
            None => summaries.map(|(_, it)| it).filter(|it| it.activities > 0).collect(),
        }
    }
}

fn summary_of(row: FactRow, partner: PartnerLink) -> Result<ActivitySummary, RowError> {
    let columns = Columns("activity");
    let postcode = row.postcode.as_deref().map(|it| columns.key("postcode", it)).transpose()?;
    let venue =
        Venue { postcode, coordinates: columns.point(row.lat, row.lon)?, ..Venue::default() };
    Ok(ActivitySummary {
        id: ActivityId(row.id),
        external_id: row.external_id,
        slug: Slug::kept(row.slug),
        title: row.title,
        summary: row.summary,
        kind: columns.key("kind", &row.kind)?,
        topics: columns.keys("topics", &row.topics)?,
        levels: columns.keys("levels", &row.levels)?,
        audience: columns.keys("audience", &row.audience)?,
        ages: columns.ages(row.age_min, row.age_max)?,
        girls_focus: row.girls_focus,
        campaign: row.campaign.and_then(|key| CampaignKey::try_from(key).ok()),
        format: columns.key("format", &row.format)?,
        postcode,
        city: row.city,
        point: venue.point(),
        distance_km: None,
        price: columns.price(row.price_oere)?,
        language: columns.key("language", &row.language)?,
        sign_up: columns.key("sign_up", &row.sign_up)?,
        group: columns.group(row.group_min, row.group_max)?,
        partner,
        next: None,
        upcoming: 0,
    })
}

#[async_trait]
impl CatalogueReader for BoardReader {
    async fn find(&self, lookup: Lookup<'_>) -> Result<Found, StoreError> {
        let shown = self.current().await?;
        let (board, query) = (&shown.board, lookup.query);
        let wish = Wish::new(board, &query.filter, lookup.now);
        let sort = query.sort.unwrap_or(match lookup.matches {
            Some(_) => Sort::Relevance,
            None => Sort::Date,
        });
        let (hits, tally) = board.hits(&wish, lookup.matches, sort);
        let total = u32::try_from(hits.len()).unwrap_or(u32::MAX);
        let map = tally.map(board);
        let facets = tally.facets(board, &wish);
        let page = page_of(hits, query.page.get(), query.per_page);
        let hits = self.summaries(&shown, &page).await?;
        Ok(Found { total, hits, facets, map })
    }

    async fn nearly(
        &self,
        lookup: Lookup<'_>,
        wished: &Filter,
        n: usize,
    ) -> Result<Vec<Nearly>, StoreError> {
        let shown = self.current().await?;
        let board = &shown.board;
        let wish = Wish::new(board, &lookup.query.filter, lookup.now);
        let wished = Wish::new(board, wished, lookup.now);
        let (hits, misses): (Vec<Hit>, Vec<_>) =
            board.nearly(&wish, &wished, lookup.matches, n).into_iter().unzip();
        let summaries = self.summaries(&shown, &hits).await?;
        let mut misses: HashMap<Uuid, _> =
            hits.iter().map(|hit| board.facts[hit.place as usize].id).zip(misses).collect();
        let nearly = summaries.into_iter().map(|activity| Nearly {
            misses: misses.remove(&activity.id.0).unwrap_or_default(),
            activity,
        });
        Ok(nearly.collect())
    }

    async fn count(&self, lookup: Lookup<'_>) -> Result<u32, StoreError> {
        let board = self.current().await?.board;
        let wish = Wish::new(&board, &lookup.query.filter, lookup.now);
        Ok(u32::try_from(board.count(&wish, lookup.matches)).unwrap_or(u32::MAX))
    }

    async fn activity(&self, slug: &Slug) -> Result<Option<ActivityDetails>, StoreError> {
        self.database.details(slug).await
    }

    async fn related(
        &self,
        to: ActivityId,
        n: usize,
        now: DateTime<Utc>,
    ) -> Result<Vec<ActivitySummary>, StoreError> {
        let shown = self.current().await?;
        let hits = shown.board.related(to.0, n, now);
        self.summaries(&shown, &hits).await
    }

    async fn addresses(&self, _now: DateTime<Utc>) -> Result<Vec<PageAddress>, StoreError> {
        self.database.published_pages().await
    }

    async fn campaigns(&self) -> Result<Vec<Campaign>, StoreError> {
        self.database.campaigns().await
    }

    fn generation(&self) -> u64 {
        self.shown().board.version.cast_unsigned() ^ self.database.changes() << 40
    }
}

#[async_trait]
impl PartnerReader for BoardReader {
    async fn partners(&self, now: DateTime<Utc>) -> Result<Vec<PartnerSummary>, StoreError> {
        let mut partners = self.current().await?.board.partner_summaries(now, None);
        partners.sort_by(|a, b| by_danish_alphabet(&a.name, &b.name));
        Ok(partners)
    }

    async fn partner(
        &self,
        slug: &Slug,
        now: DateTime<Utc>,
    ) -> Result<Option<PartnerSummary>, StoreError> {
        let board = self.current().await?.board;
        let Some(place) = board.partners.iter().position(|it| it.slug == *slug) else {
            return Ok(None);
        };
        Ok(board.partner_summaries(now, u32::try_from(place).ok()).pop())
    }
}
