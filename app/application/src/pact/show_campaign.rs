//! One campaign and what belongs to it.

use domain::{
    pact::{Campaign, CampaignKey},
    search::{Filter, PageNumber, Query},
};

use crate::{
    copenhagen,
    ports::{Found, Lookup, Ports, StoreError},
};

/// A campaign and one page of its activities.
#[derive(Clone, Debug)]
pub struct CampaignPage {
    pub campaign: Campaign,
    pub is_over: bool,
    pub found: Found,
    pub query: Query,
}

/// One campaign and what belongs to it; `None` where there is none of that key.
///
/// # Errors
///
/// Where the store fails.
pub async fn show_campaign(
    ports: &Ports,
    key: &CampaignKey,
    page: PageNumber,
) -> Result<Option<CampaignPage>, StoreError> {
    let campaigns = ports.catalogue.campaigns().await?;
    let Some(campaign) = campaigns.into_iter().find(|it| it.key == *key) else {
        return Ok(None);
    };
    let now = ports.clock.now();
    let filter = Filter { campaigns: vec![key.clone()], ..Filter::default() };
    let query = Query { filter, page, ..Query::default() };
    let found = ports.catalogue.find(Lookup { query: &query, matches: None, now }).await?;
    let is_over = campaign.is_over_on(copenhagen::day(now));
    Ok(Some(CampaignPage { campaign, is_over, found, query }))
}
