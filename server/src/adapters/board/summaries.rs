//! The short forms of activities: their texts, from the database by id.

use std::{collections::HashMap, sync::Arc};

use application::ports::{ActivitySummary, OccurrenceSummary, PartnerLink, StoreError};
use domain::{
    Uuid,
    catalogue::{ActivityId, OccurrenceId, Slug, Venue},
    pact::CampaignKey,
};
use moka::sync::Cache;

use super::{Board, block::Row, hit::Hit};
use crate::adapters::database::{Columns, Database, RowError, SummaryRow};

/// How many activities' short forms are kept ready.
const KEPT: u64 = 5_000;

/// The short forms that were asked for lately, each with the version of its activity: what
/// has changed since is read anew.
#[derive(Clone)]
pub(super) struct Summaries(Cache<Uuid, (i64, Arc<ActivitySummary>)>);

impl Default for Summaries {
    fn default() -> Self {
        Self(Cache::new(KEPT))
    }
}

impl Summaries {
    /// Forgets all of them.
    pub(super) fn clear(&self) {
        self.0.invalidate_all();
    }

    /// The short forms of some hits, in their order.
    pub(super) async fn of(
        &self,
        database: &Database,
        board: &Board,
        hits: &[Hit],
    ) -> Result<Vec<ActivitySummary>, StoreError> {
        let mut known: HashMap<Uuid, Arc<ActivitySummary>> = HashMap::with_capacity(hits.len());
        let mut missing = Vec::new();
        for row in hits.iter().map(|hit| board.row(hit.place())) {
            let id = Uuid::from_u128(row.id());
            match self.0.get(&id).filter(|(version, _)| *version == row.fact().version) {
                Some((_, summary)) => drop(known.insert(id, summary)),
                None => missing.push(id),
            }
        }
        if !missing.is_empty() {
            for row in database.summaries_of(missing).await? {
                let (id, version) = (row.id, row.version);
                let Some(place) = board.find(id.as_u128()) else { continue };
                let link = |partner: &u32| {
                    let partner = &board.partners[*partner as usize];
                    PartnerLink { name: partner.name.clone(), slug: partner.slug.clone() }
                };
                let fact = board.row(place).fact();
                let owners = (link(&fact.partner), board.co_owners(fact).iter().map(link));
                let owners = (owners.0, owners.1.collect());
                let summary = Arc::new(summary_of(row, owners).map_err(StoreError::new)?);
                self.0.insert(id, (version, Arc::clone(&summary)));
                known.insert(id, summary);
            }
        }
        let dated = hits.iter().filter_map(|hit| {
            let row = board.row(hit.place());
            // An activity that was taken down a moment ago is not shown any more.
            let mut summary = ActivitySummary::clone(known.get(&Uuid::from_u128(row.id()))?);
            let asked = hit.found.dates.asked;
            summary.next = asked.map(|(first, _)| occurrence(row, first));
            summary.upcoming = asked.map_or(0, |(_, n)| n);
            summary.distance_km = hit.found.km;
            Some(summary)
        });
        Ok(dated.collect())
    }
}

fn occurrence(row: Row<'_>, n: u32) -> OccurrenceSummary {
    let date = row.dates()[n as usize];
    OccurrenceSummary {
        id: OccurrenceId(date.id),
        start: date.start,
        end: date.end,
        closes_at: date.closes_at,
        capacity: date.seats.map(|(capacity, _)| capacity),
        seats_left: date.seats.map(|(_, left)| left),
    }
}

fn summary_of(
    row: SummaryRow,
    (partner, co_owners): (PartnerLink, Vec<PartnerLink>),
) -> Result<ActivitySummary, RowError> {
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
        co_owners,
        next: None,
        upcoming: 0,
    })
}
