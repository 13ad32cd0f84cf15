//! The counts of the next choice: *or* inside a facet, *and* between them.

use application::ports::{Facets, Found, MapDot};
use domain::{
    catalogue::{Audience, Format, Kind, Language, Level, Topic},
    pact::{Municipality, Region},
    partners::Sector,
};

use super::{
    Board, Fact, facet,
    find::{Meeting, Wish},
};

/// How often each choice would lead somewhere.
#[derive(Default)]
pub(super) struct Tally {
    topics: [u32; Topic::ALL.len()],
    levels: [u32; Level::ALL.len()],
    kinds: [u32; Kind::ALL.len()],
    audiences: [u32; Audience::ALL.len()],
    formats: [u32; Format::ALL.len()],
    regions: Vec<(Region, u32)>,
    municipalities: Vec<u32>,
    languages: Vec<(Language, u32)>,
    sectors: [u32; Sector::ALL.len()],
    campaigns: Vec<u32>,
    months: Vec<u32>,
    weeks: Vec<u32>,
    /// How many happen in each of the board's cities.
    cities: Vec<u32>,
    free: u32,
    girls: u32,
    full: u32,
    past: u32,
}

impl Tally {
    /// Counts an activity: in every facet when it meets all, else in the one that it fails.
    pub(super) fn count(&mut self, board: &Board, wish: &Wish<'_>, fact: &Fact, found: &Meeting) {
        let counts_in = |facet: u16| found.counts_in & facet != 0;
        if counts_in(facet::TOPIC) {
            each_bit(fact.topics, &mut self.topics);
        }
        if counts_in(facet::LEVEL) {
            each_bit(fact.levels, &mut self.levels);
        }
        if counts_in(facet::AUDIENCE) {
            each_bit(u32::from(fact.audience), &mut self.audiences);
        }
        if counts_in(facet::KIND) {
            self.kinds[fact.kind as usize] += 1;
        }
        if counts_in(facet::FORMAT) {
            self.formats[fact.format as usize] += 1;
        }
        if counts_in(facet::FREE) && fact.free {
            self.free += 1;
        }
        if counts_in(facet::GIRLS) && fact.girls {
            self.girls += 1;
        }
        if counts_in(facet::LANGUAGE) {
            match self.languages.iter_mut().find(|(language, _)| *language == fact.language) {
                Some((_, n)) => *n += 1,
                None => self.languages.push((fact.language, 1)),
            }
        }
        if counts_in(facet::MUNICIPALITY) {
            self.municipalities.resize(Municipality::all().len(), 0);
            for index in fact.reach.indexes() {
                self.municipalities[usize::from(index)] += 1;
            }
        }
        if counts_in(facet::SECTOR) {
            self.sectors[board.partners[fact.partner as usize].sector as usize] += 1;
        }
        if let Some(campaign) = fact.campaign
            && counts_in(facet::CAMPAIGN)
        {
            self.campaigns.resize(board.campaigns.len(), 0);
            self.campaigns[usize::from(campaign)] += 1;
        }
        self.full += u32::from(!found.is_hit() && counts_in(facet::FULL));
        self.past += u32::from(!found.is_hit() && counts_in(facet::PAST));
        if found.is_hit()
            && fact.format.has_venue()
            && let Some(city) = fact.city
        {
            self.cities.resize(board.cities.len(), 0);
            self.cities[city as usize] += 1;
        }
        if counts_in(facet::MONTH) {
            self.count_months(board, wish, fact, found);
        }
        if counts_in(facet::WEEK) {
            self.count_weeks(board, wish, fact, found);
        }
        if counts_in(facet::REGION) && !fact.reach.is_empty() {
            self.count_regions(board, wish, fact, found);
        }
    }

    fn count_regions(&mut self, board: &Board, wish: &Wish<'_>, fact: &Fact, found: &Meeting) {
        if self.regions.is_empty() {
            self.regions = Region::all().iter().map(|region| (*region, 0)).collect();
        }
        let dates = board.dates_of(fact);
        for (region, n) in &mut self.regions {
            let happens_there = match found.dates {
                None => wish.flexible_regions(fact).any(|it| it == *region),
                Some(_) => dates.iter().any(|date| {
                    let is_asked_for = wish.meet(fact, date).is_some_and(|it| {
                        it.is_in_window && it.is_in_weeks && it.room.is_asked_for(wish.filter)
                    });
                    is_asked_for && wish.regions_of(fact, date).any(|it| it == *region)
                }),
            };
            *n += u32::from(happens_there);
        }
    }

    fn count_months(&mut self, board: &Board, wish: &Wish<'_>, fact: &Fact, found: &Meeting) {
        self.months.resize(wish.months.len(), 0);
        let mut happens = 0u32;
        if found.dates.is_some() {
            for date in board.dates_of(fact) {
                let is_asked_for = wish.meet(fact, date).is_some_and(|it| {
                    it.is_in_weeks && it.is_in_region && it.room.is_asked_for(wish.filter)
                });
                if is_asked_for {
                    for (n, (_, month)) in wish.months.iter().enumerate() {
                        happens |= u32::from(month.meets(date.start, date.end)) << n;
                    }
                }
            }
        } else {
            // What is agreed one by one suits every month.
            happens = u32::MAX;
        }
        for (n, count) in self.months.iter_mut().enumerate() {
            *count += happens >> n & 1;
        }
    }

    fn count_weeks(&mut self, board: &Board, wish: &Wish<'_>, fact: &Fact, found: &Meeting) {
        self.weeks.resize(wish.weeks.len(), 0);
        if found.dates.is_none() {
            // What is agreed one by one suits every week.
            self.weeks.iter_mut().for_each(|n| *n += 1);
            return;
        }
        // Dates are in the order of their starts, so a week that is counted is not met again
        // by a later date in any place before the first one that is not.
        let mut uncounted = 0;
        for date in board.dates_of(fact) {
            let met = wish.weeks.met_by(date.start, date.end);
            let met = met.start.max(uncounted)..met.end;
            if met.is_empty() {
                continue;
            }
            let is_asked_for = wish.meet(fact, date).is_some_and(|it| {
                it.is_in_window && it.is_in_region && it.room.is_asked_for(wish.filter)
            });
            if is_asked_for {
                uncounted = met.end;
                self.weeks[met].iter_mut().for_each(|n| *n += 1);
            }
        }
    }

    /// The counts as readers get them: without the choices that lead to nothing.
    pub(super) fn facets(self, board: &Board, wish: &Wish<'_>) -> Facets {
        let mut languages = self.languages;
        languages.sort_unstable();
        let municipalities = Municipality::all().iter().copied().zip(self.municipalities);
        Facets {
            topics: named(Topic::ALL, &self.topics),
            levels: named(Level::ALL, &self.levels),
            kinds: named(Kind::ALL, &self.kinds),
            audiences: named(Audience::ALL, &self.audiences),
            formats: named(Format::ALL, &self.formats),
            regions: self.regions.into_iter().filter(|(_, n)| *n > 0).collect(),
            municipalities: municipalities.filter(|(_, n)| *n > 0).collect(),
            languages,
            sectors: named(Sector::ALL, &self.sectors),
            campaigns: named(&board.campaigns, &self.campaigns),
            months: named(
                &wish.months.iter().map(|(first, _)| *first).collect::<Vec<_>>(),
                &self.months,
            ),
            weeks: named(&wish.weeks.iter().collect::<Vec<_>>(), &self.weeks),
            free: self.free,
            girls: self.girls,
            full: self.full,
            past: self.past,
        }
    }

    /// Where the hits happen, the most first.
    pub(super) fn map(&self, board: &Board) -> Vec<MapDot> {
        let dots = board.cities.iter().zip(&self.cities).filter(|(_, n)| **n > 0);
        let dots = dots.filter_map(|(city, n)| {
            Some(MapDot { city: city.name.clone(), point: city.point?, activities: *n })
        });
        let mut dots: Vec<MapDot> = dots.collect();
        dots.sort_by_key(|dot| std::cmp::Reverse(dot.activities));
        dots.truncate(Found::MOST_DOTS);
        dots
    }
}

fn each_bit(mut bits: u32, counts: &mut [u32]) {
    while bits != 0 {
        counts[bits.trailing_zeros() as usize] += 1;
        bits &= bits - 1;
    }
}

fn named<T: Clone>(all: &[T], counts: &[u32]) -> Vec<(T, u32)> {
    all.iter().cloned().zip(counts.iter().copied()).filter(|(_, n)| *n > 0).collect()
}

#[cfg(test)]
mod tests {
    use super::{
        super::fact::{audience_bit, level_bit, topic_bit},
        *,
    };

    #[test]
    fn a_bit_stands_where_the_vocabulary_has_its_word() {
        for (n, topic) in Topic::ALL.iter().enumerate() {
            assert_eq!(topic_bit(*topic), 1 << n);
        }
        for (n, level) in Level::ALL.iter().enumerate() {
            assert_eq!(level_bit(*level), 1 << n);
        }
        for (n, audience) in Audience::ALL.iter().enumerate() {
            assert_eq!(u32::from(audience_bit(*audience)), 1 << n);
        }
    }
}
