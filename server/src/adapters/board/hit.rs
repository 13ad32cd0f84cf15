//! What was found, and in which order.

use application::catalogue::Room;
use domain::search::Sort;

use super::find::Meeting;

/// What a hit is sorted by, which begins with what it costs that it only comes near, and
/// ends with its place on the board.
pub(super) type Order = (u32, Room, i64, i64, u32);

/// A hit.
pub(super) struct Hit {
    pub order: Order,
    pub found: Meeting,
}

impl Hit {
    pub(super) fn place(&self) -> u32 {
        self.order.4
    }
}

/// When what is agreed day by day begins.
const NO_DATE: i64 = i64::MAX;
/// What is added to put something behind all that fits worse.
const AFTER_ALL_RANKS: i64 = 1 << 16;

/// Where a hit stands among others; where a time is asked for, what takes place then comes first
/// by relevance.
pub(super) fn order(
    (room, start): (Room, i64),
    km: Option<u16>,
    rank: u16,
    place: u32,
    (sort, asks_for_days): (Sort, bool),
) -> Order {
    let first = match sort {
        Sort::Relevance if asks_for_days && start == NO_DATE => AFTER_ALL_RANKS - i64::from(rank),
        Sort::Relevance => -i64::from(rank),
        Sort::Date => 0,
        Sort::Distance => km.map_or(i64::MAX, i64::from),
    };
    (0, room, first, start, place)
}

/// The first of many, without keeping all of them.
pub(super) struct First {
    most: usize,
    orders: Vec<Order>,
    /// What does not come before this is not among the first.
    bar: Option<Order>,
}

impl First {
    pub(super) fn of(most: usize) -> Self {
        Self { most, orders: Vec::new(), bar: None }
    }

    /// Whether so many come before this that it is not among the first.
    pub(super) fn is_beyond(&self, order: Order) -> bool {
        self.bar.is_some_and(|bar| order >= bar)
    }

    pub(super) fn push(&mut self, order: Order) {
        if self.is_beyond(order) {
            return;
        }
        self.orders.push(order);
        if self.orders.len() >= self.most.saturating_mul(2).max(256) {
            let (_, last, _) = self.orders.select_nth_unstable(self.most - 1);
            self.bar = Some(*last);
            self.orders.truncate(self.most);
        }
    }

    pub(super) fn sorted(mut self) -> Vec<Order> {
        self.orders.sort_unstable();
        self.orders.truncate(self.most);
        self.orders
    }
}
