//! How far from a place, and what is nearest first, where nothing names a place.

use chrono::{DateTime, Utc};
use domain::search::{InvalidParameter, Parameter, Query, Reason, Sort};

use super::{SearchError, search_activities::ask, understand};
use crate::ports::Ports;

/// Takes out of `query` what needs a place where neither its choices nor its words name one, and
/// tells what that was.
///
/// # Errors
///
/// Where the store or the index fails.
pub async fn take_placeless(
    ports: &Ports,
    query: &mut Query,
) -> Result<Vec<InvalidParameter>, SearchError> {
    if !is_placeless(query, ports.clock.now()) {
        return Ok(Vec::new());
    }
    // A word may be a place that was misspelled.
    if query.filter.words.is_some() && ask(ports, query, false).await?.filter.near.is_some() {
        return Ok(Vec::new());
    }
    Ok(take(query))
}

/// `query` without what needs a place where neither its choices nor its words as they stand name
/// one.
#[must_use]
pub fn without_placeless(mut query: Query, now: DateTime<Utc>) -> Query {
    if is_placeless(&query, now) {
        take(&mut query);
    }
    query
}

fn is_placeless(query: &Query, now: DateTime<Utc>) -> bool {
    let filter = &query.filter;
    let needs_place = filter.within_km.is_some() || query.sort == Some(Sort::Distance);
    needs_place && filter.near.is_none() && {
        let typed = filter.words.as_deref().unwrap_or_default();
        understand(typed, filter, now).wished.near.is_none()
    }
}

fn take(query: &mut Query) -> Vec<InvalidParameter> {
    let km = query.filter.within_km.take().map(|km| (Parameter::WithinKm, km.to_string()));
    let sort = query.sort.take_if(|sort| *sort == Sort::Distance);
    let sort = sort.map(|sort| (Parameter::Sort, sort.to_string()));
    let faults = km.into_iter().chain(sort).map(|(parameter, value)| {
        let name = parameter.key().to_owned();
        InvalidParameter { name, value, reason: Reason::NeedsPlace }
    });
    faults.collect()
}

#[cfg(test)]
mod tests {
    use domain::search::Filter;

    use super::*;
    use crate::testing::{MemoryStore, contract::fill, ports};

    /// What is taken out of an address, by its names, and what is left.
    async fn taken(pairs: &[(&str, &str)]) -> (Vec<String>, Filter) {
        let store = MemoryStore::default();
        fill(&store, 10).await;
        let mut query = Query::parse(pairs).unwrap();
        let faults = take_placeless(&ports(&store), &mut query).await.unwrap();
        assert!(faults.iter().all(|fault| fault.reason == Reason::NeedsPlace));
        (faults.into_iter().map(|fault| fault.name).collect(), query.filter)
    }

    #[tokio::test]
    async fn how_far_is_taken_out_where_the_words_name_no_place() {
        let (names, left) = taken(&[("q", "gratis robot"), ("within_km", "10")]).await;
        assert_eq!((names, left.within_km), (vec!["within_km".to_owned()], None));
        assert!(left.words.is_some());
        let (names, _) = taken(&[("q", "robot"), ("sort", "distance")]).await;
        assert_eq!(names, ["sort"]);
    }

    #[tokio::test]
    async fn how_far_stands_on_a_place_that_is_chosen_or_typed() {
        for place in [("q", "robot viborg"), ("near", "viborg")] {
            let (names, left) = taken(&[place, ("within_km", "10"), ("sort", "distance")]).await;
            assert_eq!((names.len(), left.within_km), (0, Some(10)), "{place:?}");
        }
    }
}
