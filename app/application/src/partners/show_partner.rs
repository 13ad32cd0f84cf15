//! One partner and what it offers.

use domain::{
    catalogue::Slug,
    pact::Region,
    partners::{Partner, Standing},
    search::{Filter, PageNumber, Query},
};

use crate::{
    copenhagen,
    ports::{Found, Lookup, PartnerSummary, Ports, StoreError},
};

/// A partner and one page of its activities.
#[derive(Clone, Debug)]
pub struct PartnerPage {
    pub partner: PartnerSummary,
    /// What it tells of itself.
    pub profile: Option<Partner>,
    /// The region in which it is at home.
    pub region: Option<Region>,
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
    // What nobody has looked at is told to nobody.
    let profile = ports.partners.profile(slug).await?;
    let profile = profile.filter(|it| it.standing == Standing::Approved);
    let home = profile.as_ref().and_then(|it| it.postcode?.area()?.municipality);
    let region = home.and_then(|it| it.region_on(copenhagen::day(now)));
    Ok(Some(PartnerPage { partner, profile, region, found, query }))
}
