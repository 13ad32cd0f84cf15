//! What comes near to a wish without meeting all of it.

use application::ports::{Match, Matches};
use domain::search::{Filter, Parameter, Sort};

use super::{
    Board, Fact, facet,
    find::{Hit, Meeting, Wish},
};

/// Something that comes near: what it costs, and what it does not meet.
struct Near {
    cost: u32,
    hit: Hit,
    misses: Vec<Parameter>,
}

/// What a missed wish costs; a word that is not held costs [`WORDS`] as a whole.
const WORDS: u32 = 3_000;
const DEAR: u32 = 1_000;
const CHEAP: u32 = 500;

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
        let mut near: Vec<Near> = Vec::new();
        let mut look = |place: usize, fact: &Fact, word: Option<&Match>| {
            let Some(found) = wish.compare(self, fact).filter(Meeting::is_hit) else { return };
            let (mut cost, mut misses) = (0, Vec::new());
            if let Some(word) = word {
                cost += u32::from(Match::BEST - word.rank.min(Match::BEST)) * WORDS
                    / u32::from(Match::BEST);
                if !word.is_whole {
                    misses.push(Parameter::Words);
                }
            }
            self.miss(wished, fact, &mut |parameter, price| {
                cost += price;
                misses.push(parameter);
            });
            if misses.is_empty() {
                return;
            }
            let place = u32::try_from(place).unwrap_or(u32::MAX);
            // Where a place is wished for, how far away it is tells more than the date.
            let found = Meeting { km: wished.km_to(fact).or(found.km), ..found };
            let hit = self.hit(place, found, 0, Sort::Relevance);
            near.push(Near { cost, hit, misses });
        };
        match matches {
            Some(matches) => {
                for word in &matches.found {
                    if let Ok(place) = self.facts.binary_search_by_key(&word.id.0, |fact| fact.id) {
                        look(place, &self.facts[place], Some(word));
                    }
                }
            }
            None => self.facts.iter().enumerate().for_each(|(n, fact)| look(n, fact, None)),
        }
        let key = |it: &Near| (it.cost, it.hit.order());
        if near.len() > n && n > 0 {
            near.select_nth_unstable_by_key(n - 1, key);
            near.truncate(n);
        }
        near.sort_unstable_by_key(key);
        near.into_iter().take(n).map(|it| (it.hit, it.misses)).collect()
    }

    /// Tells what of the wish an activity does not meet, and what that costs.
    fn miss(&self, wished: &Wish<'_>, fact: &Fact, tell: &mut impl FnMut(Parameter, u32)) {
        let filter = wished.filter;
        let fails = wished.fails(self, fact);
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
            tell(Parameter::Level, level_price(filter, fact));
        }
        if filter.age.is_some_and(|age| fact.ages >> age & 1 == 0) {
            tell(Parameter::Age, DEAR);
        }
        if filter.seats.is_some_and(|seats| !fact.group.admits(seats)) {
            tell(Parameter::Seats, CHEAP);
        }
        if let Some(most) = filter.radius_km() {
            match wished.km_to(fact) {
                Some(km) if km <= most => {}
                // Twice as far is half as bad as nowhere near.
                Some(km) => {
                    let beyond = u32::from(km - most) * CHEAP / u32::from(most.max(20));
                    tell(Parameter::Near, (200 + beyond).min(2 * DEAR));
                }
                None => tell(Parameter::Near, CHEAP),
            }
        }
        self.miss_dates(wished, fact, tell);
    }

    fn miss_dates(&self, wished: &Wish<'_>, fact: &Fact, tell: &mut impl FnMut(Parameter, u32)) {
        let filter = wished.filter;
        let asks_for_time =
            filter.from.is_some() || filter.to.is_some() || !filter.weeks.is_empty();
        if !asks_for_time && filter.regions.is_empty() && filter.seats.is_none() {
            return;
        }
        let dates = self.dates_of(fact);
        if dates.is_empty() {
            let is_there = filter.regions.is_empty()
                || wished.flexible_regions(fact).any(|it| filter.regions.contains(&it));
            if !is_there {
                tell(Parameter::Region, DEAR);
            }
            return;
        }
        let met: Vec<_> = dates
            .iter()
            .filter_map(|date| wished.meet(fact, date))
            .filter(|it| it.room.is_asked_for(filter))
            .collect();
        if met.is_empty() {
            tell(Parameter::Seats, CHEAP);
        } else if !met.iter().any(|it| it.is_in_window && it.is_in_weeks) {
            let asked = match (filter.weeks.is_empty(), filter.from) {
                (false, _) => Parameter::Week,
                (true, Some(_)) => Parameter::From,
                (true, None) => Parameter::To,
            };
            tell(asked, DEAR);
        } else if !met.iter().any(|it| it.is_in_region) {
            tell(Parameter::Region, DEAR);
        }
    }
}

/// A neighbouring grade is nearer than one far away.
fn level_price(filter: &Filter, fact: &Fact) -> u32 {
    let steps = filter.levels.iter().map(|wished| {
        let wished = *wished as i32;
        let levels = (0..32).filter(|bit| fact.levels >> bit & 1 == 1);
        levels.map(|level: i32| (level - wished).unsigned_abs()).min().unwrap_or(u32::MAX)
    });
    match steps.min().unwrap_or(u32::MAX) {
        0 | 1 => 400,
        2 => 700,
        _ => DEAR,
    }
}
