//! What could be left out of a search that found nothing.

use domain::search::{Filter, Parameter, Query};

use super::{Search, SearchError, Understood, search_activities::count_beside, without_placeless};
use crate::ports::Ports;

/// Something that is left out of a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// A part of the words that was understood as a choice.
    Part(Understood),
    /// A choice.
    Choice((Parameter, String)),
}

/// A search with less in it, which leads somewhere.
#[derive(Clone, Debug, PartialEq)]
pub struct WayOut {
    /// One thing, or two where no single one stands in the way.
    pub left_out: Vec<LeftOut>,
    pub filter: Filter,
    /// How many activities meet the rest.
    pub hits: u32,
}

/// The most things that are left out on trial: each is a question of its own.
const MOST: usize = 8;
/// The most of which two are left out together.
const MOST_OF_TWO: usize = 6;
/// How many pairs are told of.
const MOST_PAIRS: usize = 3;

/// The ways out of a search that found nothing, the most hits first: what leaving out each
/// single thing leads to, or each two where no single one does.
///
/// # Errors
///
/// Where the store or the index fails.
pub async fn ways_out(
    ports: &Ports,
    filter: &Filter,
    search: &Search,
) -> Result<Vec<WayOut>, SearchError> {
    let things = things(filter, search);
    let mut ways = Vec::new();
    for thing in things.iter().take(MOST) {
        ways.extend(way(ports, filter, search, &[thing]).await?);
    }
    if ways.is_empty() {
        let things = &things[..things.len().min(MOST_OF_TWO)];
        for (n, first) in things.iter().enumerate() {
            for second in &things[n + 1..] {
                ways.extend(way(ports, filter, search, &[first, second]).await?);
            }
        }
    }
    ways.sort_by_key(|way| std::cmp::Reverse(way.hits));
    if ways.first().is_some_and(|way| way.left_out.len() > 1) {
        ways.truncate(MOST_PAIRS);
    }
    Ok(ways)
}

/// What can be left out, in the order in which it is read.
fn things(filter: &Filter, search: &Search) -> Vec<LeftOut> {
    let parts = search.understanding.parts.iter().cloned().map(LeftOut::Part);
    parts.chain(filter.pairs().into_iter().map(LeftOut::Choice)).collect()
}

async fn way(
    ports: &Ports,
    filter: &Filter,
    search: &Search,
    left_out: &[&LeftOut],
) -> Result<Option<WayOut>, SearchError> {
    let mut rest = filter.clone();
    for thing in left_out {
        rest = match thing {
            LeftOut::Choice(pair) => rest.without(pair),
            // Of words that were corrected, a part is one of the words that were meant.
            LeftOut::Part(part) if rest.words == filter.words => with_words(&rest, &part.without),
            LeftOut::Part(part) => {
                let words = rest.words.as_deref().unwrap_or_default();
                with_words(&rest, &words.replacen(&part.text, " ", 1))
            }
        };
    }
    let is_place = |thing: &LeftOut| match thing {
        LeftOut::Part(part) => part.pairs.iter().any(|(it, _)| *it == Parameter::Near),
        LeftOut::Choice(_) => false,
    };
    if left_out.iter().any(|thing| is_place(thing)) {
        // Without the place, nobody can ask how far from it.
        let query = Query { filter: rest, ..Query::default() };
        rest = without_placeless(query, ports.clock.now()).filter;
    }
    // Everything is no way out, and what is the same leads nowhere else.
    if rest.is_empty() || rest == *filter {
        return Ok(None);
    }
    let hits = count_beside(ports, search, &rest).await?;
    let left_out = left_out.iter().map(|it| (*it).clone()).collect();
    Ok((hits > 0).then_some(WayOut { left_out, filter: rest, hits }))
}

fn with_words(filter: &Filter, words: &str) -> Filter {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    Filter { words: Some(words).filter(|it| !it.is_empty()), ..filter.clone() }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::{
        search::search_activities,
        testing::{MemoryStore, StoppedClock, contract::fill, ports},
    };

    /// The ways out of an address, on the first of December 2026.
    async fn ways_out_of(pairs: &[(&str, &str)]) -> (Ports, Filter, Vec<WayOut>) {
        let store = MemoryStore::default();
        fill(&store, 50).await;
        let clock = Arc::new(StoppedClock::at("2026-12-01T08:00:00Z"));
        let ports = Ports { clock, ..ports(&store) };
        let query = Query::parse(pairs).unwrap();
        let search = search_activities(&ports, &query).await.unwrap();
        assert_eq!(search.found.total, 0, "{pairs:?}");
        let ways = ways_out(&ports, &query.filter, &search).await.unwrap();
        for way in &ways {
            let query = Query { filter: way.filter.clone(), ..Query::default() };
            let found = search_activities(&ports, &query).await.unwrap().found;
            assert_eq!(found.total, way.hits, "{way:?}");
        }
        (ports, query.filter, ways)
    }

    #[tokio::test]
    async fn a_single_thing_that_stands_in_the_way_is_named_alone() {
        let (_, _, ways) = ways_out_of(&[("kind", "camp"), ("from", "2031-01-01")]).await;
        assert!(!ways.is_empty() && ways.iter().all(|way| way.left_out.len() == 1), "{ways:?}");
        assert!(ways.is_sorted_by_key(|way| std::cmp::Reverse(way.hits)));
    }

    #[tokio::test]
    async fn where_no_single_thing_stands_in_the_way_two_are_named_together() {
        let there = [("near", "skagen"), ("within_km", "1"), ("kind", "camp")];
        let pairs = [there.as_slice(), &[("format", "on_site"), ("from", "2031-01-01")]].concat();
        let (_, _, ways) = ways_out_of(&pairs).await;
        assert!(!ways.is_empty() && ways.iter().all(|way| way.left_out.len() == 2), "{ways:?}");
        assert!(ways.len() <= MOST_PAIRS);
    }
}
