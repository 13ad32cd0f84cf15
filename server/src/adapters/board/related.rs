//! What is most like an activity.

use application::catalogue::Room;
use chrono::{DateTime, Utc};
use domain::{Uuid, search::Sort};

use super::{
    Board, Fact, facet,
    fact::topic_bit,
    find::Wish,
    hit::{Hit, Order, order},
};

/// How many are looked at closely.
const CANDIDATES: usize = 200;

impl Board {
    /// At most `n` others that one can join, most alike first.
    pub(super) fn related(&self, to: Uuid, n: usize, now: DateTime<Utc>) -> Vec<Hit> {
        let Some(place) = self.find(to.as_u128()) else { return Vec::new() };
        let model = self.row(place).fact();
        let wish = Wish::nothing(self, now);
        let mut scored: Vec<(i64, Order)> = self
            .most_alike(place, model, &wish)
            .into_iter()
            .map(|(score, start, other)| {
                let order = order(Room::Open, start, None, 0, other, Sort::Date);
                (score - nearness(model, self.row(other).fact()), order)
            })
            .collect();
        scored.sort_unstable();
        let first = scored.into_iter().take(n);
        first
            .filter_map(|(_, order)| Some(Hit { order, found: wish.compare(self.row(order.4))? }))
            .collect()
    }

    /// What shares a topic with an activity and can be joined: what is cheap to compare is
    /// compared for all, and the most alike are given with their score, the less the better,
    /// the second at which they begin and their place.
    fn most_alike(&self, place: u32, model: &Fact, wish: &Wish<'static>) -> Vec<(i64, i64, u32)> {
        let topics: Vec<u16> = (0..32).filter(|bit| model.topics >> bit & 1 == 1).collect();
        let mut alike: Vec<(i64, i64, u32)> = Vec::with_capacity(2 * CANDIDATES);
        let mut bar = i64::MAX;
        for (n, block) in self.blocks.iter().enumerate() {
            let moment = block.moment(wish);
            for row in block.under(facet::TOPIC, &topics).and(&moment.open).rows() {
                let score = -likeness(model, block.row(row).fact());
                let other = Self::place(n, row);
                if score >= bar || other == place {
                    continue;
                }
                alike.push((score, moment.starts[row], other));
                if alike.len() == 2 * CANDIDATES {
                    bar = alike.select_nth_unstable(CANDIDATES).1.0;
                    alike.truncate(CANDIDATES);
                }
            }
        }
        alike
    }
}

/// How much alike two activities are: topics first, then for whom and what sort.
fn likeness(a: &Fact, b: &Fact) -> i64 {
    let topics = i64::from((a.topics & b.topics).count_ones()) * 20;
    let first = if b.topics & topic_bit(a.first_topic) != 0 { 20 } else { 0 };
    let levels = i64::from((a.levels & b.levels).count_ones().min(4)) * 6;
    let kind = if a.kind == b.kind { 8 } else { 0 };
    let partner = if a.partner == b.partner { -10 } else { 0 };
    topics + first + levels + kind + partner
}

/// How near to each other they are.
fn nearness(a: &Fact, b: &Fact) -> i64 {
    a.point.zip(b.point).map_or(0, |(a, b)| match a.km_to(b) {
        km if km < 15.0 => 24,
        km if km < 40.0 => 16,
        km if km < 80.0 => 8,
        _ => 0,
    })
}
