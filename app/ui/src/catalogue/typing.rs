//! Answers to those who are still typing.

use std::sync::Arc;

use domain::search::{PageNumber, Query};
use leptos::prelude::use_context;

use super::{
    api::{Results, Suggested},
    catalogue_page::found,
};
use crate::{Ask, Locale, Place, Problem, Site};

/// Who asks, in the language of their page.
pub(super) fn ask(language: &str) -> Result<Ask, Problem> {
    let broken = || Problem::Broken { reference: String::new() };
    let ports = use_context::<application::Ports>().ok_or_else(broken)?;
    let site = use_context::<Arc<Site>>().ok_or_else(broken)?;
    let locale = Locale::ALL.into_iter().find(|it| it.code() == language).unwrap_or_default();
    Ok(Ask { locale, ports: ports.into(), site })
}

fn read(query: &str) -> Result<Query, Problem> {
    let pairs = crate::routes::decode_query(query);
    let query = Query::parse(&pairs).map_err(|_| Problem::Misunderstood)?;
    Ok(Query { page: PageNumber::FIRST, ..query })
}

pub(super) async fn suggested(ask: &Ask, query: &str) -> Result<Suggested, Problem> {
    let query = read(query)?;
    if query.filter.words.is_none() {
        return Ok(Suggested::default());
    }
    let offers = application::search::suggest(&ask.ports, &query.filter).await?;
    let path = |slug| ask.path(&Place::Activity(slug));
    let activities = offers.activities.into_iter().map(|(title, slug)| (title, path(slug)));
    let sentence = ask.speech().tell("catalogue-count", &[("n", offers.total.into())]);
    Ok(Suggested { searches: offers.searches, activities: activities.collect(), sentence })
}

pub(super) async fn results(ask: &Ask, query: &str) -> Result<Results, Problem> {
    let query = read(query)?;
    let path = ask.path(&Place::Catalogue(query.clone()));
    Ok(Results { html: found(ask, query).await?, path })
}
