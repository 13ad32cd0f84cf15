//! What a search shows in one portal and in another, such as the same with other synonyms.

use std::collections::BTreeSet;

use domain::{
    catalogue::ActivityId,
    search::{Filter, PageNumber, Query},
};

use super::{SearchError, search_activities};
use crate::ports::Ports;

/// What a search shows before and after a change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// How many activities are found.
    pub before: u32,
    pub after: u32,
    /// The titles of those that are found afterwards only, those that fit best first.
    pub come: Vec<String>,
    /// The titles of those that are found before only, likewise.
    pub gone: Vec<String>,
}

/// So many pages of hits are compared with each other, of a hundred each.
const MOST_PAGES: u32 = 20;

/// Looks for `words` in both, as somebody would who types them.
///
/// # Errors
///
/// Where a store or an index fails.
pub async fn compare_searches(
    before: &Ports,
    after: &Ports,
    words: &str,
) -> Result<Comparison, SearchError> {
    let (n_before, hits_before) = hits(before, words).await?;
    let (n_after, hits_after) = hits(after, words).await?;
    let beside = |hits: &[(ActivityId, String)], others: &[(ActivityId, String)]| {
        let others: BTreeSet<ActivityId> = others.iter().map(|(id, _)| *id).collect();
        let mine = hits.iter().filter(|(id, _)| !others.contains(id));
        mine.map(|(_, title)| title.clone()).collect()
    };
    Ok(Comparison {
        before: n_before,
        after: n_after,
        come: beside(&hits_after, &hits_before),
        gone: beside(&hits_before, &hits_after),
    })
}

/// How many there are, and the names of those on the first pages.
async fn hits(ports: &Ports, words: &str) -> Result<(u32, Vec<(ActivityId, String)>), SearchError> {
    let filter = Filter { words: Some(words.to_owned()), ..Filter::default() };
    let (mut total, mut hits) = (0, Vec::new());
    for page in (1..=MOST_PAGES).filter_map(PageNumber::new) {
        let query =
            Query { filter: filter.clone(), page, per_page: Query::MAX_PER_PAGE, sort: None };
        let found = search_activities(ports, &query).await?.found;
        total = found.total;
        hits.extend(found.hits.into_iter().map(|hit| (hit.id, hit.title)));
        if page.get() * Query::MAX_PER_PAGE >= total {
            break;
        }
    }
    Ok((total, hits))
}
