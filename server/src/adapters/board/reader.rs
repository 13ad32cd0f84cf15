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
        ActivityDetails, ActivitySummary, CatalogueReader, Found, Lookup, Nearly, PageAddress,
        PartnerReader, PartnerSummary, StoreError,
    },
};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    Uuid,
    catalogue::{ActivityId, Slug},
    pact::Campaign,
    partners::Partner,
    search::{Filter, Sort},
};

use super::{Board, find::Wish, hit::Hit, summaries::Summaries, survey::Pass};
use crate::adapters::database::Database;

/// Answers readers' questions from a board that follows the database.
#[derive(Clone)]
pub struct BoardReader {
    database: Database,
    shown: Arc<RwLock<Arc<Board>>>,
    summaries: Summaries,
    /// The count of this process's changes when the board was last made.
    seen_changes: Arc<AtomicU64>,
    refreshing: Arc<tokio::sync::Mutex<()>>,
}

impl BoardReader {
    /// An empty board, which is filled as soon as somebody looks at it.
    #[must_use]
    pub fn new(database: Database) -> Self {
        Self {
            database,
            shown: Arc::new(RwLock::new(Arc::new(Board::empty()))),
            summaries: Summaries::default(),
            // No count of changes is ever this high, so the first look fills the board.
            seen_changes: Arc::new(AtomicU64::new(u64::MAX)),
            refreshing: Arc::default(),
        }
    }

    /// Shows the catalogue as it is now; answers whether it had changed.
    ///
    /// # Errors
    ///
    /// Where the database fails; the old board stays up.
    pub async fn refresh_if_changed(&self) -> Result<bool, StoreError> {
        let _turn = self.refreshing.lock().await;
        let changes = self.database.changes();
        let version = self.database.catalogue_version().await?;
        let old = self.shown();
        let is_new = version != old.version;
        if is_new {
            let board = old.follow(&self.database).await?;
            if !board.partners.starts_with(&old.partners) {
                self.summaries.clear();
            }
            *self.shown.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(board);
        }
        self.seen_changes.store(changes, Ordering::Release);
        Ok(is_new)
    }

    /// Looks ahead to what can be joined at `now`, so that whoever asks need not wait.
    pub fn look_at(&self, now: DateTime<Utc>) {
        let board = self.shown();
        let wish = Wish::nothing(&board, now);
        board.blocks.iter().for_each(|block| drop(block.moment(&wish)));
    }

    /// How many activities are on the board.
    #[must_use]
    pub fn size(&self) -> usize {
        self.shown().size()
    }

    fn shown(&self) -> Arc<Board> {
        Arc::clone(&self.shown.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// The board that shows at least what this process has acknowledged.
    async fn current(&self) -> Result<Arc<Board>, StoreError> {
        if self.database.changes() != self.seen_changes.load(Ordering::Acquire) {
            self.refresh_if_changed().await?;
        }
        Ok(self.shown())
    }

    async fn summaries(
        &self,
        board: &Board,
        hits: &[Hit],
    ) -> Result<Vec<ActivitySummary>, StoreError> {
        self.summaries.of(&self.database, board, hits).await
    }
}

impl Board {
    /// Partners with how many of their activities can be seen and where these are.
    fn partner_summaries(&self, now: DateTime<Utc>, only: Option<u32>) -> Vec<PartnerSummary> {
        let wish = Wish::nothing(self, now);
        let mut tallies: Vec<(u32, Vec<(u32, u32)>)> = vec![(0, Vec::new()); self.partners.len()];
        for block in &self.blocks {
            for n in block.moment(&wish).open.rows() {
                let fact = block.row(n).fact();
                let owners = std::iter::once(&fact.partner).chain(self.co_owners(fact));
                for owner in owners.filter(|it| only.is_none_or(|only| only == **it)) {
                    let (n, cities) = &mut tallies[*owner as usize];
                    *n += 1;
                    let Some(city) = fact.city else { continue };
                    match cities.iter_mut().find(|(it, _)| *it == city) {
                        Some((_, n)) => *n += 1,
                        None => cities.push((city, 1)),
                    }
                }
            }
        }
        let summaries = (0u32..).zip(&self.partners).zip(tallies).map(
            |((n, partner), (activities, mut cities))| {
                let name = |city: u32| &self.cities[city as usize];
                cities.sort_unstable_by_key(|(city, n)| (std::cmp::Reverse(*n), name(*city)));
                let cities = cities.into_iter().take(3);
                let cities = cities.map(|(city, _)| name(city).to_string()).collect();
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

#[async_trait]
impl CatalogueReader for BoardReader {
    async fn find(&self, lookup: Lookup<'_>) -> Result<Found, StoreError> {
        let (board, query) = (self.current().await?, lookup.query);
        let wish = Wish::new(&board, &query.filter, lookup.now);
        let sort = query.sort.unwrap_or(match lookup.matches {
            Some(_) => Sort::Relevance,
            None => Sort::Date,
        });
        let most = (query.page.get() as usize).saturating_mul(query.per_page as usize);
        let survey = board.survey(&wish, lookup.matches, Pass::first(most, sort));
        let total = u32::try_from(survey.total).unwrap_or(u32::MAX);
        let map = survey.tally.map();
        let (tally, page) = survey.page(&board, &wish, query.page.get(), query.per_page);
        let facets = tally.facets(&board, &wish);
        let hits = self.summaries(&board, &page).await?;
        Ok(Found { total, hits, facets, map })
    }

    async fn nearly(
        &self,
        lookup: Lookup<'_>,
        wished: &Filter,
        n: usize,
    ) -> Result<Vec<Nearly>, StoreError> {
        let board = self.current().await?;
        let wish = Wish::new(&board, &lookup.query.filter, lookup.now);
        let wished = Wish::new(&board, wished, lookup.now);
        let (hits, misses): (Vec<Hit>, Vec<_>) =
            board.nearly(&wish, &wished, lookup.matches, n).into_iter().unzip();
        let summaries = self.summaries(&board, &hits).await?;
        let ids = hits.iter().map(|hit| Uuid::from_u128(board.row(hit.place()).id()));
        let mut misses: HashMap<Uuid, _> = ids.zip(misses).collect();
        let nearly = summaries.into_iter().map(|activity| Nearly {
            misses: misses.remove(&activity.id.0).unwrap_or_default(),
            activity,
        });
        Ok(nearly.collect())
    }

    async fn count(&self, lookup: Lookup<'_>) -> Result<u32, StoreError> {
        let board = self.current().await?;
        let wish = Wish::new(&board, &lookup.query.filter, lookup.now);
        let survey = board.survey(&wish, lookup.matches, Pass::number());
        Ok(u32::try_from(survey.total).unwrap_or(u32::MAX))
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
        let board = self.current().await?;
        let hits = board.related(to.0, n, now);
        self.summaries(&board, &hits).await
    }

    async fn addresses(&self, _now: DateTime<Utc>) -> Result<Vec<PageAddress>, StoreError> {
        self.database.published_pages().await
    }

    async fn campaigns(&self) -> Result<Vec<Campaign>, StoreError> {
        // What lists know must not be older than what is told here.
        self.current().await?;
        self.database.campaigns().await
    }

    fn campaigns_shown(&self) -> Arc<[Campaign]> {
        Arc::clone(&self.shown().known_campaigns)
    }

    fn generation(&self) -> u64 {
        self.shown().version.cast_unsigned() ^ self.database.changes() << 40
    }
}

#[async_trait]
impl PartnerReader for BoardReader {
    async fn profile(&self, slug: &Slug) -> Result<Option<Partner>, StoreError> {
        self.database.partner_at(slug).await
    }

    async fn partners(&self, now: DateTime<Utc>) -> Result<Vec<PartnerSummary>, StoreError> {
        let mut partners = self.current().await?.partner_summaries(now, None);
        partners.sort_by(|a, b| by_danish_alphabet(&a.name, &b.name));
        Ok(partners)
    }

    async fn partner(
        &self,
        slug: &Slug,
        now: DateTime<Utc>,
    ) -> Result<Option<PartnerSummary>, StoreError> {
        let board = self.current().await?;
        let Some(place) = board.partners.iter().position(|it| it.slug == *slug) else {
            return Ok(None);
        };
        Ok(board.partner_summaries(now, u32::try_from(place).ok()).pop())
    }

    fn name_shown(&self, slug: &Slug) -> Option<String> {
        self.shown().partners.iter().find(|it| it.slug == *slug).map(|it| it.name.clone())
    }
}
