//! What is most like an activity.

use std::sync::Arc;

use application::catalogue::Room;
use chrono::{DateTime, Utc};
use domain::{Uuid, search::Sort};

use super::{
    Board, Fact,
    bits::Bits,
    block::Block,
    facet,
    find::Wish,
    hit::{Hit, Order, order},
    moment::Moment,
};

/// How many are looked at closely.
const CANDIDATES: usize = 200;
/// More levels than so many do not make two activities more alike.
const MOST_LEVELS: usize = 4;

impl Board {
    /// At most `n` others that one can join, most alike first.
    pub(super) fn related(&self, to: Uuid, n: usize, now: DateTime<Utc>) -> Vec<Hit> {
        let Some(place) = self.find(to.as_u128()) else { return Vec::new() };
        let model = self.row(place).fact();
        let wish = Wish::nothing(self, now);
        // The best so far, at most n of them: how near they are is not asked in vain.
        let mut best: Vec<(i64, Order)> = Vec::with_capacity(n + 1);
        for (score, start, other) in self.most_alike(place, &wish, CANDIDATES) {
            if best.len() == n && best.last().is_none_or(|it| it.0 < score - NEAREST) {
                continue;
            }
            let order = order((Room::Open, start), None, 0, other, (Sort::Date, false));
            let it = (score - nearness(model, self.row(other).fact()), order);
            best.insert(best.partition_point(|other| *other < it), it);
            best.truncate(n);
        }
        best.into_iter()
            .filter_map(|(_, order)| Some(Hit { order, found: wish.compare(self.row(order.4))? }))
            .collect()
    }

    /// What shares a topic with an activity and can be joined: the most alike, with their score,
    /// the less the better, the second at which they begin and their place. Of equally alike
    /// ones the first are taken.
    pub(super) fn most_alike(
        &self,
        place: u32,
        wish: &Wish<'static>,
        most: usize,
    ) -> Vec<(i64, i64, u32)> {
        let model = self.row(place).fact();
        let blocks: Vec<Alike> = self.blocks.iter().map(|it| Alike::of(it, model, wish)).collect();
        let mut alike: Vec<(i64, i64, u32)> = Vec::with_capacity(most);
        // Whoever else shares a partner is less alike than the rows it was found among.
        let mut others = 0;
        for shares in Shares::most_alike_first(model) {
            for (n, block) in blocks.iter().enumerate() {
                for row in block.rows(shares).rows() {
                    let (fact, other) = (block.block.row(row).fact(), Self::place(n, row));
                    if other == place {
                        continue;
                    }
                    let same = fact.partner == model.partner;
                    alike.push((-shares.likeness(same), block.moment.starts[row], other));
                    others += usize::from(!same);
                    if others == most {
                        return alike;
                    }
                }
            }
        }
        alike
    }
}

/// What an activity shares with another.
#[derive(Clone, Copy)]
struct Shares {
    /// Topics, the first of the model's once more.
    topics: usize,
    /// Levels, more than [`MOST_LEVELS`] counted as so many.
    levels: usize,
    kind: bool,
}

impl Shares {
    /// Everything with a topic that can be shared with a model.
    fn most_alike_first(model: &Fact) -> Vec<Self> {
        let topics = model.topics.count_ones() as usize + 1;
        let levels = (model.levels.count_ones() as usize).min(MOST_LEVELS);
        let mut all: Vec<Self> = (1..=topics)
            .flat_map(|topics| (0..=levels).map(move |levels| (topics, levels)))
            .flat_map(|(topics, levels)| [true, false].map(|kind| Self { topics, levels, kind }))
            .collect();
        all.sort_by_key(|it| std::cmp::Reverse(it.likeness(false)));
        all
    }

    /// How much alike the two are then, and a little less if they are the same partner's.
    fn likeness(self, same_partner: bool) -> i64 {
        let count = |n: usize| i64::try_from(n).unwrap_or_default();
        let kind = if self.kind { 8 } else { 0 };
        let partner = if same_partner { 10 } else { 0 };
        20 * count(self.topics) + 6 * count(self.levels) + kind - partner
    }
}

/// The rows of a block that one can join, by what they share with a model.
struct Alike<'a> {
    block: &'a Block,
    moment: Arc<Moment>,
    /// The n-th: those that share n.
    topics: Vec<Bits>,
    levels: Vec<Bits>,
    kind: Bits,
}

impl<'a> Alike<'a> {
    fn of(block: &'a Block, model: &Fact, wish: &Wish<'static>) -> Self {
        let moment = block.moment(wish);
        let under = |facet: u16| move |value: u16| block.under(facet, &[value]);
        let first = model.first_topic as u16;
        let topics = bits(model.topics).chain([first]).map(under(facet::TOPIC));
        let levels = bits(model.levels).map(under(facet::LEVEL));
        Self {
            topics: by_count(moment.open, topics, model.topics.count_ones() as usize + 1),
            levels: by_count(moment.open, levels, MOST_LEVELS),
            kind: block.under(facet::KIND, &[model.kind as u16]),
            block,
            moment,
        }
    }

    fn rows(&self, shares: Shares) -> Bits {
        let rows = self.topics[shares.topics].and(&self.levels[shares.levels]);
        if shares.kind { rows.and(&self.kind) } else { rows.without(&self.kind) }
    }
}

/// Which of some rows are in none of the sets, in one, and so on; the last is for those that
/// are in `most` or more.
fn by_count(rows: Bits, sets: impl Iterator<Item = Bits>, most: usize) -> Vec<Bits> {
    let mut at_least = vec![Bits::NONE; most + 2];
    at_least[0] = rows;
    for set in sets {
        for n in (1..=most).rev() {
            at_least[n] = at_least[n].or(&at_least[n - 1].and(&set));
        }
    }
    at_least.windows(2).map(|two| two[0].without(&two[1])).collect()
}

fn bits(word: u32) -> impl Iterator<Item = u16> {
    (0..32).filter(move |bit| word >> bit & 1 == 1)
}

/// What most nearness counts for.
const NEAREST: i64 = 24;

/// How near to each other they are.
fn nearness(a: &Fact, b: &Fact) -> i64 {
    const FAR_KM: f64 = 80.0;
    let points = a.point.zip(b.point).filter(|(a, b)| a.km_north_or_south(*b) < FAR_KM);
    points.map_or(0, |(a, b)| match a.km_to(b) {
        km if km < 15.0 => NEAREST,
        km if km < 40.0 => 16,
        km if km < FAR_KM => 8,
        _ => 0,
    })
}
