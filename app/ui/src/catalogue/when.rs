//! The months and weeks in which something happens.

use application::ports::Facets;
use chrono::Months;
use domain::search::{Filter, PageNumber, Parameter, Query};
use leptos::prelude::*;

use super::boxes::{group, tick};
use crate::{Ask, Place};

/// Each month as a link to the list of that month, which then offers its weeks; each week as a box.
pub(super) fn when(ask: &Ask, query: &Query, facets: &Facets) -> AnyView {
    let t = ask.speech();
    let links: Vec<_> = facets
        .months
        .iter()
        .map(|(first, n)| {
            let last = first.checked_add_months(Months::new(1)).and_then(|next| next.pred_opt());
            let filter = Filter {
                from: Some(*first),
                to: last,
                // Weeks of another month would leave nothing.
                weeks: Vec::new(),
                ..query.filter.clone()
            };
            let path = ask.path(&Place::Catalogue(Query {
                filter,
                page: PageNumber::FIRST,
                ..query.clone()
            }));
            let is_current =
                (query.filter.from == Some(*first) && query.filter.to == last).then_some("true");
            view! {
                <li class="tick">
                    <a href=path aria-current=is_current>{t.month(*first)}</a>
                    <span class="n">{t.number(*n)}</span>
                </li>
            }
        })
        .collect();
    let (chosen, mut weeks) = (&query.filter.weeks, facets.weeks.clone());
    weeks.extend(chosen.iter().map(|it| (*it, 0)));
    weeks.sort_by_key(|(week, n)| (*week, std::cmp::Reverse(*n)));
    weeks.dedup_by_key(|(week, _)| *week);
    let weeks = weeks.into_iter().map(|(week, n)| {
        tick(t, Parameter::Week, week.to_string(), t.week(week), chosen.contains(&week), n)
    });
    view! {
        <ul class="months">{links}</ul>
        {group(t.say("filter-week").to_owned(), weeks.collect())}
    }
    .into_any()
}
