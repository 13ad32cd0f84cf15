//! One region and what happens there.

use domain::{
    pact::{Municipality, Region},
    search::{Filter, Query},
};

use crate::{
    copenhagen,
    ports::{Found, Lookup, Ports, StoreError},
};

/// A region and what comes there first.
#[derive(Clone, Debug)]
pub struct RegionPage {
    pub region: Region,
    /// What has taken its place, where it is no more.
    pub successor: Option<Region>,
    /// Its municipalities in Danish alphabetical order, with how many activities each has.
    pub municipalities: Vec<(Municipality, u32)>,
    pub found: Found,
}

/// One region and what comes there first; `None` where there is and was no such region.
///
/// # Errors
///
/// Where the store fails.
pub async fn show_region(ports: &Ports, key: &str) -> Result<Option<RegionPage>, StoreError> {
    let Some(region) = Region::find(key) else {
        return Ok(None);
    };
    let now = ports.clock.now();
    let filter = Filter { regions: vec![region], ..Filter::default() };
    let query = Query { filter, per_page: 12, ..Query::default() };
    let found = ports.catalogue.find(Lookup { query: &query, matches: None, now }).await?;

    let counted = |it: Municipality| {
        found.facets.municipalities.iter().find(|(home, _)| *home == it).map_or(0, |it| it.1)
    };
    let mut municipalities: Vec<(Municipality, u32)> =
        region.municipalities().iter().map(|it| (it, counted(it))).collect();
    municipalities
        .sort_by(|(a, _), (b, _)| crate::partners::by_danish_alphabet(a.name(), b.name()));

    let successor = region.successor_on(copenhagen::day(now));
    Ok(Some(RegionPage { region, successor, municipalities, found }))
}
