//! What is most like an activity.

use chrono::{DateTime, Utc};
use domain::{
    Uuid,
    search::{Filter, Sort},
};

use super::{
    Board, Fact,
    fact::topic_bit,
    find::{Meeting, Wish},
    survey::{Hit, order},
};

/// How many are looked at closely.
const CANDIDATES: usize = 200;

impl Board {
    /// At most `n` others that can be seen, most alike first.
    pub(super) fn related(&self, to: Uuid, n: usize, now: DateTime<Utc>) -> Vec<Hit> {
        let Some(place) = self.find(to.as_u128()) else { return Vec::new() };
        let model = self.row(place).fact();
        let filter = Filter::default();
        let wish = Wish::new(self, &filter, now);
        // What is cheap to compare is compared for all, the rest for the most alike only.
        let mut alike: Vec<(i64, u32)> = self
            .rows()
            .map(|(other, row)| (other, row.fact()))
            .filter(|(other, fact)| *other != place && fact.topics & model.topics != 0)
            .map(|(other, fact)| (-likeness(model, fact), other))
            .collect();
        if alike.len() > CANDIDATES {
            alike.select_nth_unstable(CANDIDATES);
            alike.truncate(CANDIDATES);
        }
        let mut scored: Vec<(i64, Hit)> = alike
            .into_iter()
            .filter_map(|(score, other)| {
                let row = self.row(other);
                let found = wish.compare(row).filter(Meeting::is_hit)?;
                let (room, start) = (found.dates.room, found.dates.start(row));
                let order = order(room, start, found.km, 0, other, Sort::Date);
                Some((score - nearness(model, row.fact()), Hit { order, found }))
            })
            .collect();
        let key = |it: &(i64, Hit)| (it.0, it.1.order);
        if scored.len() > n && n > 0 {
            scored.select_nth_unstable_by_key(n - 1, key);
            scored.truncate(n);
        }
        scored.sort_unstable_by_key(key);
        scored.into_iter().take(n).map(|it| it.1).collect()
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
