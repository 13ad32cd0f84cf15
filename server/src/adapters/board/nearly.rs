//! What comes near to a wish without meeting all of it.

use application::ports::{Match, Matches};
use domain::search::{Filter, Parameter};

use super::{
    Board,
    block::Row,
    facet,
    find::{Meeting, Wish},
    hit::Hit,
    survey::{PARTIAL, Pass},
};

/// What a missed wish costs; a word that is not held costs [`WORDS`] as a whole.
const WORDS: u32 = 3_000;
const DEAR: u32 = 1_000;
const CHEAP: u32 = 500;
const NEAR: u32 = 200;

impl Board {
    /// At most `n` that meet `wish` and come nearest to what else is wished for, with what
    /// they do not meet.
    pub(super) fn nearly(
        &self,
        wish: &Wish<'_>,
        wished: &Wish<'_>,
        matches: Option<&Matches>,
        n: usize,
    ) -> Vec<(Hit, Vec<Parameter>)> {
        let survey = self.survey(wish, matches, Pass::nearly(wished, n));
        let near = survey.orders().into_iter().filter_map(|order| {
            let row = self.row(order.4);
            let found = wish.compare(row)?;
            // Where a place is wished for, how far away it is tells more than the date.
            let found = Meeting { km: wished.km_to(row).or(found.km), ..found };
            let mut misses = Vec::new();
            if matches.is_some_and(|matches| !holds_all(matches, row)) {
                misses.push(Parameter::Words);
            }
            let mut tell = |parameter, _| misses.push(parameter);
            miss_choices(wished, row, &mut tell);
            miss_the_rest(wished, row, &mut tell);
            Some((Hit { order, found }, misses))
        });
        near.collect()
    }
}

fn holds_all(matches: &Matches, row: Row<'_>) -> bool {
    let place = matches.found.binary_search_by_key(&row.id(), |it| it.id.0.as_u128());
    place.is_ok_and(|place| matches.found[place].is_whole)
}

impl Wish<'_> {
    /// What it costs that an activity that meets `must` lacks some of what is wished for;
    /// none where it lacks nothing, or where `is_in_vain` says so of the least it can cost.
    pub(super) fn price(
        &self,
        must: &Wish<'_>,
        row: Row<'_>,
        rank: Option<u16>,
        is_in_vain: impl Fn(u32) -> bool,
    ) -> Option<u32> {
        let best = Match::BEST;
        let lacks_words = rank.is_some_and(|rank| rank & PARTIAL != 0);
        let rank = rank.map_or(best, |rank| (rank & !PARTIAL).min(best));
        let words = u32::from(best - rank) * WORDS / u32::from(best);
        let mut price = 0;
        miss_choices(self, row, &mut |_, more| price += more);
        let least = if lacks_words || price > 0 { price } else { self.least_price(must, row) };
        if is_in_vain(words.saturating_add(least)) {
            return None;
        }
        miss_the_rest(self, row, &mut |_, more| price += more);
        (lacks_words || price > 0).then_some(words + price)
    }

    /// What lacking anything but a choice costs at the least.
    fn least_price(&self, must: &Wish<'_>, row: Row<'_>) -> u32 {
        let filter = self.filter;
        if filter.near.is_some() {
            NEAR
        } else if filter.seats.is_some()
            || filter.price_max.is_some()
            || !must.is_timeless
            || row.fact().is_flexible
        {
            CHEAP
        } else {
            // One can join it, so that it is only another day, region or age.
            DEAR
        }
    }
}

/// Tells which choices an activity is not found under, and what that costs.
fn miss_choices(wished: &Wish<'_>, row: Row<'_>, tell: &mut impl FnMut(Parameter, u32)) {
    let filter = wished.filter;
    let fails = wished.fails(row);
    for (facet, parameter, price) in [
        (facet::TOPIC, Parameter::Topic, DEAR),
        (facet::KIND, Parameter::Kind, DEAR),
        (facet::AUDIENCE, Parameter::Audience, DEAR),
        (facet::FORMAT, Parameter::Format, DEAR),
        (facet::LANGUAGE, Parameter::Language, DEAR),
        (facet::MUNICIPALITY, Parameter::Municipality, DEAR),
        (facet::SECTOR, Parameter::Sector, CHEAP),
        (facet::CAMPAIGN, Parameter::Campaign, DEAR),
        (facet::FREE, Parameter::Free, CHEAP),
        (facet::GIRLS, Parameter::Girls, DEAR),
    ] {
        if fails & facet != 0 {
            tell(parameter, price);
        }
    }
    if fails & facet::LEVEL != 0 {
        tell(Parameter::Level, level_price(filter, row));
    }
}

/// Tells what else of the wish an activity does not meet, and what that costs.
fn miss_the_rest(wished: &Wish<'_>, row: Row<'_>, tell: &mut impl FnMut(Parameter, u32)) {
    let filter = wished.filter;
    if filter.age.is_some_and(|age| row.ages() >> age & 1 == 0) {
        tell(Parameter::Age, DEAR);
    }
    if filter.seats.is_some_and(|seats| !row.fact().group.admits(seats)) {
        tell(Parameter::Seats, CHEAP);
    }
    if filter.price_max.is_some_and(|most| !row.fact().price.is_within(most)) {
        tell(Parameter::PriceMax, CHEAP);
    }
    if !filter.areas.is_empty() && row.area().is_none_or(|it| !filter.areas.contains(&it)) {
        tell(Parameter::Area, DEAR);
    }
    if let Some(most) = filter.radius_km() {
        match wished.km_to(row) {
            Some(km) if km <= most => {}
            // Twice as far is half as bad as nowhere near.
            Some(km) => {
                let beyond = u32::from(km - most) * CHEAP / u32::from(most.max(20));
                tell(Parameter::Near, (NEAR + beyond).min(2 * DEAR));
            }
            None => tell(Parameter::Near, CHEAP),
        }
    }
    miss_dates(wished, row, tell);
}

fn miss_dates(wished: &Wish<'_>, row: Row<'_>, tell: &mut impl FnMut(Parameter, u32)) {
    let filter = wished.filter;
    if !filter.asks_for_days() && filter.regions.is_empty() && filter.seats.is_none() {
        return;
    }
    let dates = row.dates();
    if dates.is_empty() {
        if !filter.regions.is_empty() && !wished.can_be_agreed_on_there(row) {
            tell(Parameter::Region, DEAR);
        }
        return;
    }
    let (mut has_room, mut is_in_window, mut is_in_region) = (false, false, false);
    for date in dates {
        let found = wished.meet(row, date).filter(|it| it.room.is_asked_for(filter));
        has_room |= found.is_some();
        is_in_window |= found.as_ref().is_some_and(|it| it.is_in_window && it.is_in_periods);
        is_in_region |= found.is_some_and(|it| it.is_in_region);
    }
    if !has_room {
        tell(Parameter::Seats, CHEAP);
    } else if !is_in_window {
        let asked = match (filter.weeks.is_empty(), filter.months.is_empty(), filter.from) {
            (false, ..) => Parameter::Week,
            (true, false, _) => Parameter::Month,
            (true, true, Some(_)) => Parameter::From,
            (true, true, None) => Parameter::To,
        };
        tell(asked, DEAR);
    } else if !is_in_region {
        tell(Parameter::Region, DEAR);
    }
}

/// A neighbouring grade is nearer than one far away.
fn level_price(filter: &Filter, row: Row<'_>) -> u32 {
    let steps = filter.levels.iter().map(|wished| {
        let wished = *wished as i32;
        let levels = (0..32).filter(|bit| row.fact().levels >> bit & 1 == 1);
        levels.map(|level: i32| (level - wished).unsigned_abs()).min().unwrap_or(u32::MAX)
    });
    match steps.min().unwrap_or(u32::MAX) {
        0 | 1 => 400,
        2 => 700,
        _ => DEAR,
    }
}
