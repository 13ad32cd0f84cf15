//! The months and weeks in which something happens.

use application::ports::Facets;
use domain::search::{Filter, Parameter};
use leptos::prelude::*;

use super::boxes::{group, tick};
use crate::Speech;

/// Each month and each week as a box; one of them is enough.
pub(super) fn when(t: &'static Speech, filter: &Filter, facets: &Facets) -> AnyView {
    let months = with_chosen(&facets.months, &filter.months).into_iter().map(|(month, n)| {
        let is_chosen = filter.months.contains(&month);
        let label = t.month(month.first_day());
        tick(t, Parameter::Month, month.to_string(), label, is_chosen, n)
    });
    let weeks = with_chosen(&facets.weeks, &filter.weeks).into_iter().map(|(week, n)| {
        let is_chosen = filter.weeks.contains(&week);
        tick(t, Parameter::Week, week.to_string(), t.week(week), is_chosen, n)
    });
    view! {
        {group(t.say("filter-month").to_owned(), months.collect())}
        {group(t.say("filter-week").to_owned(), weeks.collect())}
    }
    .into_any()
}

/// What leads somewhere and what is chosen, in the order of time.
fn with_chosen<T: Copy + Ord>(counted: &[(T, u32)], chosen: &[T]) -> Vec<(T, u32)> {
    let mut all = counted.to_vec();
    all.extend(chosen.iter().map(|it| (*it, 0)));
    all.sort_by_key(|(it, n)| (*it, std::cmp::Reverse(*n)));
    all.dedup_by_key(|(it, _)| *it);
    all
}
