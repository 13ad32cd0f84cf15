//! A stretch of the board: some two thousand activities that stand together.
//!
//! Invariant: a block never changes. Where one of its activities does, a new block takes
//! its place, and whoever still reads the old one reads it to the end.

use std::{
    collections::HashMap,
    hash::Hash,
    sync::{Arc, Mutex, PoisonError},
};

use domain::pact::{Area, Municipalities, Region};

use super::{
    Date, Fact,
    bits::{Bits, ROWS, Rows},
    find::Wish,
    moment::Moment,
};

/// An activity on its way into a block.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry {
    pub id: u128,
    pub fact: Fact,
    /// Bit n: somebody of n years is meant.
    pub ages: u128,
    pub reach: Municipalities,
    /// In the order of time.
    pub dates: Vec<Date>,
}

/// The rows that are found under one choice of a facet.
pub(super) struct Set {
    pub facet: u16,
    pub value: u16,
    pub rows: Rows,
}

/// A stretch of the board, in the order of ids.
pub(super) struct Block {
    ids: Vec<u128>,
    facts: Vec<Fact>,
    /// What many have in common: the ages and the municipalities of each row.
    ages: Column<u128>,
    reaches: Column<Municipalities>,
    /// The regions that lie in each of `reaches`, a bit each.
    regions: Vec<u8>,
    /// Where each row takes place.
    areas: Vec<Option<Area>>,
    /// Where the dates of each row end; they begin where those of the row before end.
    ends: Vec<u32>,
    dates: Vec<Date>,
    /// In the order of facets and values.
    sets: Vec<Set>,
    moment: Mutex<Option<Arc<Moment>>>,
}

/// A column with few values, each kept once.
struct Column<T> {
    values: Vec<T>,
    rows: Vec<u16>,
}

impl<T: Copy + Eq + Hash> Column<T> {
    fn of(list: impl Iterator<Item = T>) -> Self {
        let (mut values, mut known) = (Vec::new(), HashMap::new());
        let rows = list.map(|value| {
            *known.entry(value).or_insert_with(|| {
                values.push(value);
                u16::try_from(values.len() - 1).unwrap_or(u16::MAX)
            })
        });
        let rows = rows.collect();
        values.shrink_to_fit();
        Self { values, rows }
    }

    fn get(&self, row: usize) -> T {
        self.values[usize::from(self.rows[row])]
    }
}

/// One activity of a block.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    pub block: &'a Block,
    pub n: usize,
}

impl<'a> Row<'a> {
    pub(super) fn id(self) -> u128 {
        self.block.ids[self.n]
    }

    pub(super) fn fact(self) -> &'a Fact {
        &self.block.facts[self.n]
    }

    pub(super) fn ages(self) -> u128 {
        self.block.ages.get(self.n)
    }

    pub(super) fn reach(self) -> Municipalities {
        self.block.reaches.get(self.n)
    }

    /// The regions, of all that are or were or will be, that it is met in; a bit each.
    pub(super) fn regions(self) -> u8 {
        self.block.regions[usize::from(self.block.reaches.rows[self.n])]
    }

    /// Where it takes place.
    pub(super) fn area(self) -> Option<Area> {
        self.block.areas[self.n]
    }

    /// Its dates, in the order of time.
    pub(super) fn dates(self) -> &'a [Date] {
        let ends = &self.block.ends;
        let from = if self.n == 0 { 0 } else { ends[self.n - 1] };
        &self.block.dates[from as usize..ends[self.n] as usize]
    }

    fn entry(self) -> Entry {
        Entry {
            id: self.id(),
            fact: self.fact().clone(),
            ages: self.ages(),
            reach: self.reach(),
            dates: self.dates().to_vec(),
        }
    }
}

impl Block {
    /// A block of at most [`ROWS`] entries in the order of ids.
    pub(super) fn of(entries: Vec<Entry>) -> Self {
        let ages = Column::of(entries.iter().map(|it| it.ages));
        let reaches = Column::of(entries.iter().map(|it| it.reach));
        let regions = reaches.values.iter().map(|reach| regions_of(*reach)).collect();
        let sets = sets(&entries);
        let areas = entries.iter().map(|it| Area::of(it.fact.format, it.fact.point)).collect();
        let mut dates = Vec::with_capacity(entries.iter().map(|it| it.dates.len()).sum());
        let mut ends = Vec::with_capacity(entries.len());
        let mut ids = Vec::with_capacity(entries.len());
        let mut facts = Vec::with_capacity(entries.len());
        for entry in entries {
            dates.extend(entry.dates);
            ends.push(u32::try_from(dates.len()).unwrap_or(u32::MAX));
            ids.push(entry.id);
            facts.push(entry.fact);
        }
        let moment = Mutex::default();
        Self { ids, facts, ages, reaches, regions, areas, ends, dates, sets, moment }
    }

    pub(super) fn len(&self) -> usize {
        self.ids.len()
    }

    pub(super) fn ids(&self) -> &[u128] {
        &self.ids
    }

    pub(super) fn row(&self, n: usize) -> Row<'_> {
        Row { block: self, n }
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        (0..self.len()).map(|n| self.row(n))
    }

    pub(super) fn entries(&self) -> impl Iterator<Item = Entry> + '_ {
        self.rows().map(Row::entry)
    }

    pub(super) fn sets(&self) -> &[Set] {
        &self.sets
    }

    /// The rows that are found under any of some choices of a facet.
    pub(super) fn under(&self, facet: u16, values: &[u16]) -> Bits {
        let mut rows = Bits::NONE;
        for value in values {
            let place = self.sets.binary_search_by_key(&(facet, *value), |it| (it.facet, it.value));
            if let Ok(place) = place {
                self.sets[place].rows.add_to(&mut rows);
            }
        }
        rows
    }

    /// What can be joined at the moment of a wish that asks for nothing.
    pub(super) fn moment(&self, wish: &Wish<'static>) -> Arc<Moment> {
        let mut kept = self.moment.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(moment) = kept.as_ref().filter(|it| it.holds_at(wish.now)) {
            return Arc::clone(moment);
        }
        let moment = Arc::new(Moment::of(self, wish));
        *kept = Some(Arc::clone(&moment));
        moment
    }
}

/// The regions that hold any of some municipalities, a bit each.
fn regions_of(reach: Municipalities) -> u8 {
    let regions = Region::all().iter().enumerate();
    regions.fold(0, |bits, (n, region)| bits | u8::from(region.municipalities().meets(reach)) << n)
}

fn sets(entries: &[Entry]) -> Vec<Set> {
    debug_assert!(entries.len() <= ROWS, "a block has {ROWS} rows");
    let mut sets: HashMap<(u16, u16), Bits> = HashMap::new();
    for (n, entry) in entries.iter().enumerate() {
        entry.fact.choices(entry.reach, |facet, value| {
            sets.entry((facet, value)).or_insert(Bits::NONE).add(n);
        });
    }
    let sets = sets.into_iter();
    let mut sets: Vec<Set> =
        sets.map(|((facet, value), rows)| Set { facet, value, rows: Rows::of(&rows) }).collect();
    sets.sort_unstable_by_key(|it| (it.facet, it.value));
    sets.shrink_to_fit();
    sets
}
