//! What comes nearest where nothing meets a search: the nearest date, and the nearest place.

use chrono::{Days, NaiveDate};
use domain::{
    pact::Locality,
    search::{Filter, PageNumber, Parameter, Query, Sort},
};

use super::{Search, SearchError, Understanding, search_activities::strict};
use crate::{
    copenhagen,
    ports::{ActivitySummary, Lookup, Matches, Ports},
};

/// The nearest date and the nearest place of a search that found nothing, each where a time
/// or a place was asked for and another one leads somewhere. Where a time and a place were
/// asked for and neither gives way alone, the nearest place at whatever time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Nearest {
    pub date: Option<Offer>,
    pub place: Option<Offer>,
}

/// Something that nearly meets a search.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// What finds it: the search with another time or place.
    pub filter: Filter,
    /// The first of what is found so.
    pub first: ActivitySummary,
    /// The day of its first date; none where dates are agreed one by one.
    pub day: Option<NaiveDate>,
}

const TIMES: [Parameter; 4] = [Parameter::From, Parameter::To, Parameter::Month, Parameter::Week];
const PLACES: [Parameter; 5] = [
    Parameter::Near,
    Parameter::WithinKm,
    Parameter::Municipality,
    Parameter::Area,
    Parameter::Region,
];

/// What comes nearest to a `search` for `chosen` that found nothing.
///
/// # Errors
///
/// Where the store or the index fails.
pub async fn nearest(
    ports: &Ports,
    chosen: &Filter,
    search: &Search,
) -> Result<Nearest, SearchError> {
    let understanding = &search.understanding;
    if chosen.words.as_deref().is_some_and(|words| language::words(words).is_empty()) {
        // Words that nothing can hold find nothing on any day either.
        return Ok(Nearest::default());
    }
    let look = Look { ports, chosen, understanding, matches: search.matches.as_ref() };
    let wished = strict(chosen, understanding);
    let date = look.date().await?;
    let mut place = look.place(&wished, &PLACES).await?;
    if date.is_none() && place.is_none() && asked_days(&wished).is_some() {
        let times_and_places = [TIMES.as_slice(), &PLACES].concat();
        place = look.place(&without_time(&wished), &times_and_places).await?;
    }
    Ok(Nearest { date, place })
}

struct Look<'a> {
    ports: &'a Ports,
    chosen: &'a Filter,
    understanding: &'a Understanding,
    matches: Option<&'a Matches>,
}

impl Look<'_> {
    /// The nearest date before or after the days that were asked for.
    async fn date(&self) -> Result<Option<Offer>, SearchError> {
        let wished = strict(self.chosen, self.understanding);
        let Some((first, last)) = asked_days(&wished) else { return Ok(None) };
        let today = copenhagen::day(self.ports.clock.now());
        let yesterday = today.pred_opt().unwrap_or(today);
        let after = self.first_after(&wished, last.max(yesterday)).await?;
        let before = self.last_before(&wished, today, first).await?;
        let days_to = |day: NaiveDate, from: NaiveDate| (day - from).num_days().unsigned_abs();
        let nearest = [
            after.map(|day| (days_to(day, last), day)),
            before.map(|day| (days_to(day, first), day)),
        ];
        let Some((_, day)) = nearest.into_iter().flatten().min() else { return Ok(None) };
        let on_that_day =
            |filter: &Filter| Filter { from: Some(day), to: Some(day), ..without_time(filter) };
        let found = self.first(&on_that_day(&wished), Sort::Date).await?;
        let filter = on_that_day(&self.without(&TIMES));
        Ok(found.map(|first| Offer { filter, first, day: Some(day) }))
    }

    /// The first day after `last` on which something meets the rest.
    async fn first_after(
        &self,
        wished: &Filter,
        last: NaiveDate,
    ) -> Result<Option<NaiveDate>, SearchError> {
        let from = last.checked_add_days(Days::new(1));
        let found = self.first(&Filter { from, ..without_time(wished) }, Sort::Date).await?;
        let start = found.and_then(|it| it.next).map(|next| copenhagen::day(next.start));
        // What has begun already is on as soon as it is asked for.
        Ok(start.and_then(|day| from.map(|from| day.max(from))))
    }

    /// The last day from `today` and before `first` on which something meets the rest: halving
    /// what is left of the days.
    async fn last_before(
        &self,
        wished: &Filter,
        today: NaiveDate,
        first: NaiveDate,
    ) -> Result<Option<NaiveDate>, SearchError> {
        let Some(last) = first.pred_opt().filter(|last| today <= *last) else { return Ok(None) };
        let (mut low, mut high) = (today, last);
        if !self.leads_somewhere(wished, low, last).await? {
            return Ok(None);
        }
        while low < high {
            let half = (high - low).num_days().unsigned_abs().div_ceil(2);
            let Some(middle) = low.checked_add_days(Days::new(half)) else { break };
            if self.leads_somewhere(wished, middle, last).await? {
                low = middle;
            } else {
                high = middle.pred_opt().unwrap_or(low);
            }
        }
        Ok(Some(low))
    }

    async fn leads_somewhere(
        &self,
        wished: &Filter,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<bool, SearchError> {
        let filter = Filter { from: Some(from), to: Some(to), ..without_time(wished) };
        let query = Query { filter, ..Query::default() };
        Ok(self.ports.catalogue.count(self.lookup(&query)).await? > 0)
    }

    /// What is nearest to the place that was asked for, however far away, and meets the rest
    /// of what is `wished`: the search without what says something of `parameters`.
    async fn place(
        &self,
        wished: &Filter,
        parameters: &[Parameter],
    ) -> Result<Option<Offer>, SearchError> {
        let town = wished.municipalities.first().and_then(|home| Locality::find(home.name()));
        let area = wished.areas.first().and_then(|area| area.town().cloned());
        let Some(near) = wished.near.clone().or(town).or(area) else { return Ok(None) };
        let anywhere = Filter {
            near: Some(near.clone()),
            within_km: Some(Filter::MAX_KM),
            municipalities: Vec::new(),
            areas: Vec::new(),
            regions: Vec::new(),
            ..wished.clone()
        };
        let Some(first) = self.first(&anywhere, Sort::Distance).await? else { return Ok(None) };
        let km = first.distance_km.unwrap_or(Filter::MAX_KM);
        // A round number that takes it in.
        let within_km = Some(((km / 5 + 1) * 5).min(Filter::MAX_KM));
        let filter = Filter { near: Some(near), within_km, ..self.without(parameters) };
        let day = first.next.map(|next| copenhagen::day(next.start));
        Ok(Some(Offer { filter, first, day }))
    }

    async fn first(
        &self,
        filter: &Filter,
        sort: Sort,
    ) -> Result<Option<ActivitySummary>, SearchError> {
        let page = PageNumber::FIRST;
        let query = Query { filter: filter.clone(), page, per_page: 1, sort: Some(sort) };
        Ok(self.ports.catalogue.find(self.lookup(&query)).await?.hits.pop())
    }

    fn lookup<'a>(&'a self, query: &'a Query) -> Lookup<'a> {
        Lookup { query, matches: self.matches, now: self.ports.clock.now() }
    }

    /// The search as it was typed and chosen, without what says something of `parameters`.
    fn without(&self, parameters: &[Parameter]) -> Filter {
        let mut filter = self.chosen.clone();
        for pair in filter.pairs() {
            if parameters.contains(&pair.0) {
                filter = filter.without(&pair);
            }
        }
        let mut words = filter.words.take().unwrap_or_default();
        for part in &self.understanding.parts {
            if part.pairs.iter().any(|(parameter, _)| parameters.contains(parameter)) {
                words = words.replacen(&part.text, " ", 1);
            }
        }
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        Filter { words: Some(words).filter(|it| !it.is_empty()), ..filter }
    }
}

fn without_time(filter: &Filter) -> Filter {
    Filter { from: None, to: None, months: Vec::new(), weeks: Vec::new(), ..filter.clone() }
}

/// The first and the last day of what was asked for; none where no time was.
fn asked_days(filter: &Filter) -> Option<(NaiveDate, NaiveDate)> {
    let weeks = filter.weeks.iter().map(|week| (week.first_day(), week.last_day()));
    let months = filter.months.iter().map(|month| (month.first_day(), month.last_day()));
    let periods: Vec<(NaiveDate, NaiveDate)> = weeks.chain(months).collect();
    let first = filter.from.or(periods.iter().map(|it| it.0).min());
    let last = filter.to.or(periods.iter().map(|it| it.1).max());
    Some((first.or(last)?, last.or(first)?))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::{
        search::search_activities,
        testing::{MemoryStore, StoppedClock, contract::fill, ports},
    };

    /// What comes nearest to an address, on the first of December 2026.
    async fn nearest_to(pairs: &[(&str, &str)]) -> (Ports, Nearest) {
        let store = MemoryStore::default();
        fill(&store, 50).await;
        let clock = Arc::new(StoppedClock::at("2026-12-01T08:00:00Z"));
        let ports = Ports { clock, ..ports(&store) };
        let query = Query::parse(pairs).unwrap();
        let search = search_activities(&ports, &query).await.unwrap();
        assert_eq!(search.found.total, 0, "{pairs:?}");
        let nearest = nearest(&ports, &query.filter, &search).await.unwrap();
        (ports, nearest)
    }

    async fn total(ports: &Ports, filter: &Filter) -> u32 {
        let query = Query { filter: filter.clone(), ..Query::default() };
        search_activities(ports, &query).await.unwrap().found.total
    }

    #[tokio::test]
    async fn the_nearest_date_before_or_after_is_offered_and_there_is_none_between() {
        for asked in ["2026-12-19", "2027-01-25", "2027-08-01"] {
            let asked_day: NaiveDate = asked.parse().unwrap();
            let pairs = [("kind", "camp"), ("from", asked), ("to", asked)];
            let (ports, nearest) = nearest_to(&pairs).await;
            let offer = nearest.date.expect("a date");
            let day = offer.day.expect("a day");
            assert!(total(&ports, &offer.filter).await > 0, "{asked}: {day}");
            let away = (day - asked_day).num_days().unsigned_abs();
            let around = |n| (asked_day.checked_sub_days(n), asked_day.checked_add_days(n));
            let (from, to) = around(Days::new(away - 1));
            let nearer = Filter { from, to, ..offer.filter.clone() };
            assert_eq!(total(&ports, &nearer).await, 0, "{asked}: {day}");
            assert_eq!(nearest.place, None);
        }
    }

    #[tokio::test]
    async fn words_that_mean_a_time_give_way_to_the_nearest_date() {
        let pairs = [("q", "uge 30"), ("kind", "camp"), ("free", "true")];
        let (ports, nearest) = nearest_to(&pairs).await;
        let offer = nearest.date.expect("a date");
        assert_eq!((&offer.filter.words, offer.filter.free), (&None, true));
        assert!(total(&ports, &offer.filter).await > 0);
    }

    #[tokio::test]
    async fn the_nearest_place_is_offered_with_a_way_that_takes_it_in() {
        let pairs = [("q", "inden for 1 km af Skagen"), ("format", "on_site")];
        let (ports, nearest) = nearest_to(&pairs).await;
        let offer = nearest.place.expect("a place");
        let km = offer.first.distance_km.expect("a way");
        assert!(offer.filter.within_km.is_some_and(|within| within >= km && within <= km + 5));
        assert!(total(&ports, &offer.filter).await > 0);
        assert_eq!(nearest.date, None);
    }

    #[tokio::test]
    async fn where_neither_time_nor_place_gives_way_alone_both_do() {
        let there = [("near", "skagen"), ("within_km", "1"), ("kind", "camp")];
        let pairs = [there.as_slice(), &[("format", "on_site"), ("from", "2031-01-01")]].concat();
        let (ports, nearest) = nearest_to(&pairs).await;
        assert_eq!(nearest.date, None);
        let offer = nearest.place.expect("a place");
        assert!(offer.filter.from.is_none() && offer.filter.within_km > Some(1));
        assert!(total(&ports, &offer.filter).await > 0);
    }

    #[tokio::test]
    async fn what_nothing_holds_has_no_nearest_date() {
        for words in ["xqzzyxq", "😀"] {
            let (_, nearest) = nearest_to(&[("q", words), ("from", "2027-01-01")]).await;
            assert_eq!(nearest, Nearest::default(), "{words}");
        }
    }
}
