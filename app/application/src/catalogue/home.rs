//! The front page: what is on, and where to go from here.

use domain::{
    pact::Campaign,
    search::{Filter, Query},
};

use crate::{
    copenhagen,
    ports::{Found, Lookup, Ports, StoreError},
};

/// What the front page shows.
#[derive(Clone, Debug)]
pub struct Home {
    /// The soonest, and how much there is of everything.
    pub found: Found,
    /// The campaigns that run or come next, each with how many activities belong to it.
    pub campaigns: Vec<(Campaign, u32)>,
}

/// How many activities the front page shows.
const SOONEST: u32 = 4;
/// How many campaigns it shows.
const CAMPAIGNS: usize = 2;

/// What the front page shows now.
///
/// # Errors
///
/// Where the store fails.
pub async fn home(ports: &Ports) -> Result<Home, StoreError> {
    let now = ports.clock.now();
    let query = Query { per_page: SOONEST, ..Query::default() };
    let found = ports.catalogue.find(Lookup { query: &query, matches: None, now }).await?;

    let today = copenhagen::day(now);
    let all = ports.catalogue.campaigns().await?.into_iter();
    let mut campaigns = Vec::new();
    for campaign in all.filter(|it| !it.is_over_on(today)).take(CAMPAIGNS) {
        let filter = Filter { campaigns: vec![campaign.key.clone()], ..Filter::default() };
        let query = Query { filter, ..Query::default() };
        let size = ports.catalogue.count(Lookup { query: &query, matches: None, now }).await?;
        campaigns.push((campaign, size));
    }
    Ok(Home { found, campaigns })
}
