//! One partner and what it offers.

use domain::{
    catalogue::Slug,
    search::{Filter, PageNumber, Query},
};

use crate::ports::{Found, Lookup, PartnerSummary, Ports, StoreError};

/// A partner and one page of its activities.
#[derive(Clone, Debug)]
pub struct PartnerPage {
    pub partner: PartnerSummary,
    pub found: Found,
    pub query: Query,
}

/// One partner and what it offers now; `None` where nobody has that name.
///
/// # Errors
///
/// Where the store fails.
pub async fn show_partner(
    ports: &Ports,
    slug: &Slug,
    page: PageNumber,
) -> Result<Option<PartnerPage>, StoreError> {
    let now = ports.clock.now();
    let Some(partner) = ports.partners.partner(slug, now).await? else {
        return Ok(None);
    };
    let filter = Filter { partners: vec![slug.clone()], ..Filter::default() };
    let query = Query { filter, page, ..Query::default() };
    let found = ports.catalogue.find(Lookup { query: &query, matches: None, now }).await?;
    Ok(Some(PartnerPage { partner, found, query }))
}
