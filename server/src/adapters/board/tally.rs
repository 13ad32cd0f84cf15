//! The counts of the next choice: *or* inside a facet, *and* between them.

use application::ports::{Facets, MapDot};
use domain::{
    catalogue::{Audience, Format, Kind, Language, Level, Topic},
    pact::{Area, Municipality, Region},
    partners::Sector,
};

use super::{
    Board,
    bits::Bits,
    block::Row,
    facet,
    fact::language_of,
    find::{Meeting, Wish},
};

/// How often each choice would lead somewhere.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Tally {
    topics: [u32; Topic::ALL.len()],
    levels: [u32; Level::ALL.len()],
    kinds: [u32; Kind::ALL.len()],
    audiences: [u32; Audience::ALL.len()],
    formats: [u32; Format::ALL.len()],
    regions: Vec<u32>,
    municipalities: Vec<u32>,
    languages: Vec<(u16, u32)>,
    sectors: [u32; Sector::ALL.len()],
    campaigns: Vec<u32>,
    months: Vec<u32>,
    weeks: Vec<u32>,
    /// How many hits take place in each area.
    areas: [u32; Area::ALL.len()],
    free: u32,
    girls: u32,
    pub(super) full: u32,
    pub(super) past: u32,
}

impl Tally {
    /// Counts an activity: in every facet when it meets all, else in the one that it fails.
    pub(super) fn count(&mut self, wish: &Wish<'_>, row: Row<'_>, found: &Meeting) {
        let counts_in = |facet: u16| found.counts_in & facet != 0;
        row.fact().choices(row.reach(), |facet, value| {
            if counts_in(facet) {
                self.add(facet, value, 1);
            }
        });
        if found.is_hit() {
            self.count_area(row);
        } else {
            self.full += u32::from(counts_in(facet::FULL));
            self.past += u32::from(counts_in(facet::PAST));
        }
        if counts_in(facet::PERIOD) {
            self.count_months(wish, row, found.dates.is_dated());
            self.count_weeks(wish, row, found.dates.is_dated());
        }
        if counts_in(facet::REGION) {
            self.count_regions(wish, row, found.dates.is_dated());
        }
    }

    /// Adds `n` that are found under a choice of a facet.
    pub(super) fn add(&mut self, facet: u16, value: u16, n: u32) {
        let place = usize::from(value);
        match facet {
            facet::TOPIC => self.topics[place] += n,
            facet::LEVEL => self.levels[place] += n,
            facet::KIND => self.kinds[place] += n,
            facet::AUDIENCE => self.audiences[place] += n,
            facet::FORMAT => self.formats[place] += n,
            facet::SECTOR => self.sectors[place] += n,
            facet::MUNICIPALITY => *at(&mut self.municipalities, place) += n,
            facet::CAMPAIGN => *at(&mut self.campaigns, place) += n,
            facet::FREE => self.free += n,
            facet::GIRLS => self.girls += n,
            facet::LANGUAGE => match self.languages.iter_mut().find(|(it, _)| *it == value) {
                Some((_, known)) => *known += n,
                None => self.languages.push((value, n)),
            },
            _ => {}
        }
    }

    /// Notes where a hit takes place.
    pub(super) fn count_area(&mut self, row: Row<'_>) {
        if let Some(area) = row.area() {
            self.areas[area as usize] += 1;
        }
    }

    pub(super) fn count_regions(&mut self, wish: &Wish<'_>, row: Row<'_>, is_dated: bool) {
        wish.each_region(row, is_dated, |region| *at(&mut self.regions, region) += 1);
    }

    pub(super) fn count_months(&mut self, wish: &Wish<'_>, row: Row<'_>, is_dated: bool) {
        wish.each_month(row, is_dated, |month| *at(&mut self.months, month) += 1);
    }

    pub(super) fn count_weeks(&mut self, wish: &Wish<'_>, row: Row<'_>, is_dated: bool) {
        wish.each_week(row, is_dated, |week| *at(&mut self.weeks, week) += 1);
    }

    /// Counts those of some rows that are in each of the regions.
    pub(super) fn add_regions(&mut self, regions: &[Bits], rows: &Bits) {
        add_all(&mut self.regions, regions, rows);
    }

    /// Counts those of some rows that are in each of the months.
    pub(super) fn add_months(&mut self, months: &[Bits], rows: &Bits) {
        add_all(&mut self.months, months, rows);
    }

    /// Counts one that is in some of the weeks.
    pub(super) fn add_to_weeks(&mut self, weeks: std::ops::Range<usize>) {
        weeks.for_each(|week| *at(&mut self.weeks, week) += 1);
    }

    /// Counts those of some rows that are in each of the weeks.
    pub(super) fn add_weeks(&mut self, weeks: &[Bits], rows: &Bits) {
        add_all(&mut self.weeks, weeks, rows);
    }

    /// The counts as readers get them: without the choices that lead to nothing.
    pub(super) fn facets(self, board: &Board, wish: &Wish<'_>) -> Facets {
        let languages = self.languages.into_iter();
        let mut languages: Vec<(Language, u32)> =
            languages.filter_map(|(value, n)| Some((language_of(value)?, n))).collect();
        languages.sort_unstable();
        let mut campaigns = named(&board.campaigns, &self.campaigns);
        campaigns.sort_unstable();
        let months: Vec<_> = wish.months.iter().map(|(month, _)| *month).collect();
        let weeks: Vec<_> = wish.weeks.iter().collect();
        Facets {
            topics: named(Topic::ALL, &self.topics),
            levels: named(Level::ALL, &self.levels),
            kinds: named(Kind::ALL, &self.kinds),
            audiences: named(Audience::ALL, &self.audiences),
            formats: named(Format::ALL, &self.formats),
            regions: named(Region::all(), &self.regions),
            municipalities: named(Municipality::all(), &self.municipalities),
            languages,
            sectors: named(Sector::ALL, &self.sectors),
            campaigns,
            months: named(&months, &self.months),
            weeks: named(&weeks, &self.weeks),
            free: self.free,
            girls: self.girls,
            full: self.full,
            past: self.past,
        }
    }

    /// Where the hits take place.
    pub(super) fn map(&self) -> Vec<MapDot> {
        let dots = named(Area::ALL, &self.areas).into_iter();
        dots.map(|(area, activities)| MapDot { area, activities }).collect()
    }
}

/// A count of a list that grows as far as it is counted.
fn at<T: Clone + Default>(counts: &mut Vec<T>, place: usize) -> &mut T {
    if counts.len() <= place {
        counts.resize(place + 1, T::default());
    }
    &mut counts[place]
}

fn add_all(counts: &mut Vec<u32>, sets: &[Bits], rows: &Bits) {
    for (place, set) in sets.iter().enumerate() {
        let n = set.count_with(rows);
        if n > 0 {
            *at(counts, place) += n;
        }
    }
}

fn named<T: Clone>(all: &[T], counts: &[u32]) -> Vec<(T, u32)> {
    all.iter().cloned().zip(counts.iter().copied()).filter(|(_, n)| *n > 0).collect()
}
