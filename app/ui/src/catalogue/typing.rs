//! Answers to those who are still typing.

use std::sync::Arc;

use application::{
    Ports,
    ports::Found,
    search::{Suggestions, count_choices, offer, search_while_typing, take_placeless},
};
use domain::search::{PageNumber, Query};
use leptos::prelude::use_context;

use super::{
    api::{Counts, Results, Suggested},
    boxes::Boxes,
    catalogue_page::{found, title},
};
use crate::{Ask, Locale, Place, Problem, Site, frame};

/// Who asks, in the language of their page.
pub(super) fn ask(language: &str) -> Result<Ask, Problem> {
    let broken = || Problem::Broken;
    let ports = use_context::<Arc<Ports>>().ok_or_else(broken)?;
    let site = use_context::<Arc<Site>>().ok_or_else(broken)?;
    let locale = Locale::ALL.into_iter().find(|it| it.code() == language).unwrap_or_default();
    Ok(Ask { locale, ports, site })
}

/// The form as it stands; what nobody can have meant is told once the form is sent.
fn read(query: &str) -> Query {
    let (query, _) = Query::parse_leniently(&crate::routes::decode_query(query));
    Query { page: PageNumber::FIRST, ..query }
}

pub(super) async fn counts(ask: &Ask, query: &str) -> Result<Counts, Problem> {
    let query = read(query);
    let found = count_choices(&ask.ports, &query.filter).await?;
    Ok(counted(ask, &query, &found))
}

fn counted(ask: &Ask, query: &Query, found: &Found) -> Counts {
    let label = ask.speech().tell("catalogue-show", &[("n", found.total.into())]);
    Boxes::of(ask, &query.filter, &found.facets).counts(label)
}

pub(super) async fn suggested(ask: &Ask, query: &str) -> Result<Suggested, Problem> {
    let query = read(query);
    if query.filter.words.is_none() {
        return Ok(Suggested::default());
    }
    let offers = application::search::suggest(&ask.ports, &query.filter).await?;
    Ok(offered(ask, offers))
}

fn offered(ask: &Ask, offers: Suggestions) -> Suggested {
    let activities = offers.activities.into_iter().map(|(title, slug, language)| {
        (title, ask.path(&Place::Activity(slug)), ask.foreign(language))
    });
    let sentence = ask.speech().tell("catalogue-count", &[("n", offers.total.into())]);
    Suggested { searches: offers.searches, activities: activities.collect(), sentence }
}

pub(super) async fn results(ask: &Ask, query: &str) -> Result<Results, Problem> {
    let mut query = read(query);
    let place = Place::Catalogue(query.clone());
    // The place may be typed yet; until then nothing is said of how far from it.
    let _ = Box::pin(take_placeless(&ask.ports, &mut query)).await?;
    let search = search_while_typing(&ask.ports, &query).await?;
    let offers = if query.filter.words.is_some() {
        offered(ask, offer(&ask.ports, &query, &search).await?)
    } else {
        // Nothing is offered then, but it is still told how much the list holds.
        offered(ask, Suggestions { total: search.found.total, ..Suggestions::default() })
    };
    let counts = counted(ask, &query, &search.found);
    let (path, title) = (ask.path(&place), frame::title(ask, title(ask, &query)));
    let translations = frame::translations(&place).map(|(of, path)| (of.to_owned(), path)).into();
    let html = found(ask, query, search).await?;
    Ok(Results { offers, counts, html, path, title, translations })
}
