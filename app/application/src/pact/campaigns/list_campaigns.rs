//! All campaigns, as everybody sees them.

use std::cmp::Reverse;

use domain::{
    pact::{Campaign, Season},
    search::Query,
};

use crate::{
    copenhagen,
    ports::{Lookup, Ports, StoreError},
};

/// A campaign in a list.
#[derive(Clone, Debug)]
pub struct CampaignRow {
    pub campaign: Campaign,
    pub season: Season,
    /// How many of its activities can be joined.
    pub activities: u32,
}

/// All campaigns: those that run, those that come, those that have been; the next day first, and
/// of what has been the latest.
///
/// # Errors
///
/// Where the store fails.
pub async fn list_campaigns(ports: &Ports) -> Result<Vec<CampaignRow>, StoreError> {
    let now = ports.clock.now();
    let today = copenhagen::day(now);
    let query = Query { per_page: 1, ..Query::default() };
    let found = ports.catalogue.find(Lookup { query: &query, matches: None, now }).await?;
    let size = |it: &Campaign| {
        let counted = found.facets.campaigns.iter().find(|(key, _)| *key == it.key);
        counted.map_or(0, |(_, n)| *n)
    };
    let campaigns = ports.catalogue.campaigns().await?.into_iter();
    let mut rows: Vec<CampaignRow> = campaigns
        .map(|it| CampaignRow { season: it.season_on(today), activities: size(&it), campaign: it })
        .collect();
    rows.sort_by_key(|it| {
        let first = (it.season != Season::Over).then_some(it.campaign.first_day);
        (it.season, first, Reverse(it.campaign.last_day))
    });
    Ok(rows)
}
