//! One pass over the board: what a filter lets through, and the counts of the next choice.
//!
//! Where a block has many candidates, sets of rows are compared, sixty-four rows at once;
//! where it has few, one row after the other. Both say the same (tested).

use application::{
    catalogue::Room,
    ports::{Match, Matches},
};
use domain::search::Sort;

use super::{
    Board,
    bits::{Bits, ROWS},
    block::{Block, Row},
    dates::DatesMet,
    find::Wish,
    hit::{First, Hit, Order, order},
    tally::Tally,
};

/// What is asked of a pass.
#[derive(Clone, Copy)]
pub(super) struct Pass<'a> {
    pub sort: Sort,
    /// Where what comes near is wanted: what it may lack.
    pub wished: Option<&'a Wish<'a>>,
    /// How many of the first hits are wanted.
    pub most: usize,
    /// Whether the counts of the next choice are wanted.
    pub counts: bool,
    /// Up to so many candidates of a block are looked at one by one.
    pub few: usize,
}

impl<'a> Pass<'a> {
    /// From here on it is quicker to compare sets.
    const FEW: usize = 48;

    /// The first `most` hits and the counts of the next choice.
    pub(super) fn first(most: usize, sort: Sort) -> Self {
        Self { sort, wished: None, most, counts: true, few: Self::FEW }
    }

    /// How many hits there are, and nothing else.
    pub(super) fn number() -> Self {
        Self { sort: Sort::Date, wished: None, most: 0, counts: false, few: Self::FEW }
    }

    /// The `most` hits that lack the least of what else is wished for, but lack something.
    pub(super) fn nearly(wished: &'a Wish<'a>, most: usize) -> Self {
        let sort = Sort::Relevance;
        Self { sort, wished: Some(wished), most, counts: false, few: Self::FEW }
    }
}

/// What came of a pass.
pub(super) struct Survey {
    pub total: usize,
    pub tally: Tally,
    first: First,
}

impl Survey {
    /// Where the first hits stand, in their order.
    pub(super) fn orders(self) -> Vec<Order> {
        self.first.sorted()
    }

    /// The counts, and the hits of a page in their order.
    pub(super) fn page(
        self,
        board: &Board,
        wish: &Wish<'_>,
        page: u32,
        per_page: u32,
    ) -> (Tally, Vec<Hit>) {
        let from = (page as usize - 1).saturating_mul(per_page as usize);
        let orders = self.first.sorted().into_iter().skip(from).take(per_page as usize);
        let hits = orders.filter_map(|order| {
            let found = wish.compare(board.row(order.4))?;
            Some(Hit { order, found })
        });
        (self.tally, hits.collect())
    }
}

impl Board {
    /// Compares everything that is a candidate with a wish.
    pub(super) fn survey(
        &self,
        wish: &Wish<'_>,
        matches: Option<&Matches>,
        pass: Pass<'_>,
    ) -> Survey {
        let mut surveyor = Surveyor {
            wish,
            nothing: Wish::nothing(self, wish.now),
            pass,
            has_words: matches.is_some(),
            ranks: [0; ROWS],
            survey: Survey { total: 0, tally: Tally::default(), first: First::of(pass.most) },
        };
        let mut rest = matches.map(|it| it.found.as_slice());
        for (n, block) in self.blocks.iter().enumerate() {
            let candidates = match &mut rest {
                None => Bits::first(block.len()),
                Some([]) => break,
                Some(rest) => held(block, rest, pass.wished.is_some(), &mut surveyor.ranks),
            };
            surveyor.block(n, block, &candidates);
        }
        surveyor.survey
    }
}

/// What tells the rank of a row that holds only some of the words.
pub(super) const PARTIAL: u16 = 1 << 15;

/// The rows of a block that hold all words, or `some` of them, how well they do, and what is
/// left for later blocks.
fn held(block: &Block, rest: &mut &[Match], some: bool, ranks: &mut [u16; ROWS]) -> Bits {
    let mut bits = Bits::NONE;
    let ids = block.ids();
    let Some(last) = ids.last() else { return bits };
    let (here, later) = rest.split_at(rest.partition_point(|it| it.id.0.as_u128() <= *last));
    *rest = later;
    // Both are in the order of ids, so each look-up begins where the last one ended.
    let is_sparse = here.len() * 16 < ids.len();
    let mut from = 0;
    for it in here.iter().filter(|it| some || it.is_whole) {
        let id = it.id.0.as_u128();
        from += if is_sparse {
            ids[from..].partition_point(|other| *other < id)
        } else {
            ids[from..].iter().take_while(|other| **other < id).count()
        };
        if ids.get(from) == Some(&id) {
            bits.add(from);
            ranks[from] = if it.is_whole { it.rank } else { it.rank | PARTIAL };
        }
    }
    bits
}

/// Goes through the blocks.
struct Surveyor<'a> {
    wish: &'a Wish<'a>,
    /// What moments are made for, whatever the wish asks for.
    nothing: Wish<'static>,
    pass: Pass<'a>,
    has_words: bool,
    /// How well the words fit each row of the block that is looked at.
    ranks: [u16; ROWS],
    survey: Survey,
}

impl Surveyor<'_> {
    fn block(&mut self, n: usize, block: &Block, candidates: &Bits) {
        let how_many = candidates.count() as usize;
        if how_many == 0 {
            return;
        }
        if how_many <= self.pass.few {
            for row in candidates.rows().map(|n| block.row(n)) {
                let Some(found) = self.wish.compare(row) else { continue };
                if self.pass.counts {
                    self.survey.tally.count(self.wish, row, &found);
                }
                if found.is_hit() {
                    self.hit(n, row, found.dates.room, found.dates.start(row), found.km);
                }
            }
            return;
        }
        let (fails, alive, met) = self.choices(block, candidates);
        if alive.is_empty() {
            return;
        }
        if self.wish.is_timeless {
            let moment = block.moment(&self.nothing);
            let hits = met.and(&moment.open);
            if self.pass.counts {
                let asked = alive.and(&moment.open);
                self.count_choices(block, &fails, &asked, &hits);
                let closed = met.without(&moment.open);
                let tally = &mut self.survey.tally;
                tally.full += closed.count_with(&moment.full);
                tally.past += closed.count_with(&moment.past);
                tally.add_regions(&moment.regions, &hits);
                tally.add_months(&moment.months, &hits);
                tally.add_weeks(&moment.weeks, &hits);
            }
            for row in hits.rows() {
                self.hit_in(n, block.row(row), Room::Open, moment.starts[row]);
            }
        } else {
            let moment = block.moment(&self.nothing);
            let dates = DatesMet::of(self.wish, block, &alive, &moment);
            let hits = met.and(&dates.asked);
            if self.pass.counts {
                self.count_choices(block, &fails, &dates.asked, &hits);
                let tally = &mut self.survey.tally;
                dates.count(self.wish, block, &moment, &met, tally);
            }
            for row in hits.rows() {
                let (room, start) = dates.room(&moment, row);
                self.hit_in(n, block.row(row), room, start);
            }
        }
    }

    /// What fails each choice alone, what fails one choice at the most and meets the rest,
    /// and of that what fails none.
    fn choices(&self, block: &Block, candidates: &Bits) -> (Vec<(u16, Bits)>, Bits, Bits) {
        let (mut once, mut twice) = (Bits::NONE, Bits::NONE);
        let mut fails = Vec::with_capacity(self.wish.choices.len());
        for choice in &self.wish.choices {
            let failed = candidates.without(&block.under(choice.facet, &choice.values));
            twice = twice.or(&once.and(&failed));
            once = once.or(&failed);
            fails.push((choice.facet, failed));
        }
        let mut alive = candidates.without(&twice);
        if !self.pass.counts {
            alive = alive.without(&once);
        }
        if self.wish.asks_for_the_rest() {
            let looked_at = alive;
            for row in looked_at.rows().map(|n| block.row(n)) {
                let is_met = self.wish.meets_the_rest(row)
                    && (self.wish.filter.near.is_none()
                        || self.wish.is_near_enough(self.wish.km_to(row)));
                if !is_met {
                    alive.drop(row.n);
                }
            }
        }
        (fails, alive, alive.without(&once))
    }

    /// Counts what is asked for in the facets whose sets the block knows.
    fn count_choices(&mut self, block: &Block, fails: &[(u16, Bits)], asked: &Bits, hits: &Bits) {
        let mut counted: Option<(u16, Bits)> = None;
        for set in block.sets() {
            let rows = match counted {
                Some((facet, rows)) if facet == set.facet => rows,
                _ => {
                    let failed = fails.iter().find(|(facet, _)| *facet == set.facet);
                    // What fails two choices is not asked for, so this is what fails this one alone.
                    failed.map_or(*hits, |(_, failed)| failed.and(asked).or(hits))
                }
            };
            counted = Some((set.facet, rows));
            let n = set.rows.count_with(&rows);
            if n > 0 {
                self.survey.tally.add(set.facet, set.value, n);
            }
        }
    }

    fn hit_in(&mut self, block: usize, row: Row<'_>, room: Room, start: i64) {
        if self.pass.counts {
            self.survey.tally.count_area(row);
        }
        let km = if self.pass.sort == Sort::Distance { self.wish.km_to(row) } else { None };
        self.hit(block, row, room, start, km);
    }

    fn hit(&mut self, block: usize, row: Row<'_>, room: Room, start: i64, km: Option<u16>) {
        self.survey.total += 1;
        if self.pass.most == 0 {
            return;
        }
        let (place, rank) = (Board::place(block, row.n), self.ranks[row.n]);
        let sort = (self.pass.sort, self.wish.filter.asks_for_days());
        let mut order = order((room, start), km, rank, place, sort);
        if let Some(wished) = self.pass.wished {
            // How well the words fit is part of the price.
            order.2 = 0;
            let word = self.has_words.then_some(rank);
            let first = &self.survey.first;
            let is_in_vain = |cost: u32| first.is_beyond((cost, order.1, 0, order.3, order.4));
            let Some(cost) = wished.price(self.wish, row, word, is_in_vain) else { return };
            order.0 = cost;
        }
        self.survey.first.push(order);
    }
}
