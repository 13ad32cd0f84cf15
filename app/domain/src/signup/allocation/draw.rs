//! The draw: deferred acceptance in which parties propose (Gale & Shapley 1962).
//!
//! A party asks for its first wish, then for the next one where it is refused. A date keeps those
//! who stand first there, by priority and then by lot, and refuses whom it has no room for. Where
//! one order holds everywhere and parties ask in that order, nobody who was kept is refused later,
//! so each party simply takes the best of what is left when its turn comes (serial dictatorship,
//! Abdulkadiroğlu & Sönmez 1998); that is exact to the seat for parties of any size. Where dates
//! order parties differently, a date must count visits instead of seats: with sizes, a stable
//! result need not exist (McDermid & Manlove 2010), and no party could be sure that it does best
//! by telling the truth.

use std::collections::{BinaryHeap, HashSet};

use super::{LotNumber, PriorityClass, PublicNumber, Seed};

/// How much one date can take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// So many seats, whatever the sizes of those who share them.
    Seats(u32),
    /// So many visits, each of one party of `largest` at the most.
    Visits { count: u32, largest: u16 },
}

/// One wish of a party.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ranked {
    /// Which of the draw's dates, counted from 0.
    pub date: usize,
    /// Where the date's priority puts the party.
    pub class: PriorityClass,
}

/// A party in a draw, without its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DrawnParty {
    pub number: PublicNumber,
    /// So many come, all of them or none.
    pub seats: u16,
    /// What it wishes, best first.
    pub ranking: Vec<Ranked>,
}

/// Dates and parties that can be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draw {
    pub(super) rooms: Vec<Room>,
    pub(super) parties: Vec<DrawnParty>,
}

/// Where a party stands at a date: by priority, then by lot. Less is first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Standing {
    pub class: PriorityClass,
    pub lot: LotNumber,
}

/// What one party got, and why nothing better.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    pub number: PublicNumber,
    pub lot: LotNumber,
    /// Which of its wishes it got, counted from 0; nothing where it got none.
    pub given: Option<usize>,
    /// Why it did not get each wish before that one, best first.
    pub refused: Vec<Refused>,
}

/// Why a party did not get a wish: beside all who stand before it there, too little was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Where the party stands at that date.
    pub standing: Standing,
    /// The last of those before it that got in; nothing where nobody did.
    pub last_in: Option<Standing>,
    /// How many seats, or visits, those before it left.
    pub left: u32,
    pub room: Room,
}

/// Why something cannot be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidDraw {
    #[error("two parties are number {}", .0.0)]
    SameNumber(PublicNumber),
    #[error("party {} has nobody", .0.0)]
    Nobody(PublicNumber),
    #[error("party {} ranks none, more than {}, or one twice", .0.0, Draw::MOST_WISHES)]
    Ranking(PublicNumber),
    #[error("party {} wishes a date that is not in the draw", .0.0)]
    UnknownDate(PublicNumber),
    /// Dates that order parties differently must count visits.
    #[error("dates order parties differently, and one of them counts seats")]
    TwoOrders,
}

impl Draw {
    /// How many dates a party ranks at most.
    pub const MOST_WISHES: usize = 5;

    /// What can be drawn.
    ///
    /// # Errors
    ///
    /// [`InvalidDraw`] with the first thing that is wrong.
    pub fn new(rooms: Vec<Room>, parties: Vec<DrawnParty>) -> Result<Self, InvalidDraw> {
        let mut numbers = HashSet::with_capacity(parties.len());
        for party in &parties {
            let number = party.number;
            if !numbers.insert(number) {
                return Err(InvalidDraw::SameNumber(number));
            }
            if party.seats == 0 {
                return Err(InvalidDraw::Nobody(number));
            }
            if party.ranking.iter().any(|it| it.date >= rooms.len()) {
                return Err(InvalidDraw::UnknownDate(number));
            }
            let dates: HashSet<usize> = party.ranking.iter().map(|it| it.date).collect();
            let (different, ranked) = (dates.len(), party.ranking.len());
            if !(1..=Self::MOST_WISHES).contains(&ranked) || different < ranked {
                return Err(InvalidDraw::Ranking(number));
            }
        }
        let draw = Self { rooms, parties };
        let counts_visits = draw.rooms.iter().all(|it| matches!(it, Room::Visits { .. }));
        if draw.has_one_order() || counts_visits { Ok(draw) } else { Err(InvalidDraw::TwoOrders) }
    }

    #[must_use]
    pub fn rooms(&self) -> &[Room] {
        &self.rooms
    }

    #[must_use]
    pub fn parties(&self) -> &[DrawnParty] {
        &self.parties
    }

    /// Whether parties stand in the same order at every date.
    pub(super) fn has_one_order(&self) -> bool {
        let has_one_class =
            |party: &DrawnParty| party.ranking.windows(2).all(|two| two[0].class == two[1].class);
        self.parties.iter().all(has_one_class)
    }

    /// Gives the seats of all dates; answers what became of each party, in the order in which they
    /// were handed in. It does not depend on that order.
    #[must_use]
    pub fn run(&self, seed: &Seed) -> Vec<Outcome> {
        let numbers: Vec<PublicNumber> = self.parties.iter().map(|it| it.number).collect();
        let lots = seed.lots(&numbers);
        let standing = |party: usize, wish: usize| Standing {
            class: self.parties[party].ranking[wish].class,
            lot: lots[party],
        };
        let mut turns: Vec<usize> = (0..self.parties.len()).collect();
        turns.sort_unstable_by_key(|party| standing(*party, 0));
        let mut dates: Vec<Kept> = self.rooms.iter().map(|room| Kept::nobody(*room)).collect();
        let mut asked = vec![0; self.parties.len()];
        for first in turns {
            let mut turn = Some(first);
            while let Some(party) = turn {
                let wish = asked[party];
                let DrawnParty { seats, ranking, .. } = &self.parties[party];
                let Some(ranked) = ranking.get(wish) else { break };
                turn = dates[ranked.date].ask(standing(party, wish), *seats, party);
                if let Some(refused) = turn {
                    asked[refused] += 1;
                }
            }
        }
        let dates: Vec<Order> = dates.into_iter().map(Order::of).collect();
        (0..self.parties.len())
            .map(|party| {
                let DrawnParty { number, ranking, .. } = &self.parties[party];
                let given = Some(asked[party]).filter(|wish| *wish < ranking.len());
                let refused = (0..asked[party])
                    .map(|wish| dates[ranking[wish].date].why_not(standing(party, wish)))
                    .collect();
                Outcome { number: *number, lot: lots[party], given, refused }
            })
            .collect()
    }
}

/// Whom a date keeps while others still ask, whoever stands last on top.
struct Kept {
    room: Room,
    taken: u32,
    parties: BinaryHeap<(Standing, u16, usize)>,
}

impl Kept {
    fn nobody(room: Room) -> Self {
        Self { room, taken: 0, parties: BinaryHeap::new() }
    }

    /// A party asks; answers who is refused for it, the party itself or another.
    fn ask(&mut self, standing: Standing, seats: u16, party: usize) -> Option<usize> {
        let needs = self.room.needs(seats);
        let fits = needs.is_some_and(|it| it <= self.room.size() - self.taken);
        if fits {
            self.taken += needs.unwrap_or_default();
            self.parties.push((standing, seats, party));
            return None;
        }
        // Only visits are ever given up for another party: each is as good as any other.
        let is_visit = matches!(self.room, Room::Visits { .. }) && needs.is_some();
        match self.parties.peek() {
            Some((last, ..)) if is_visit && standing < *last => {
                let refused = self.parties.pop().map(|(.., party)| party);
                self.parties.push((standing, seats, party));
                refused
            }
            _ => Some(party),
        }
    }
}

impl Room {
    /// How many seats, or visits, there are.
    #[must_use]
    pub const fn size(self) -> u32 {
        match self {
            Self::Seats(seats) => seats,
            Self::Visits { count, .. } => count,
        }
    }

    /// How many of them a party takes; nothing where it is too large for a visit.
    #[must_use]
    pub fn needs(self, seats: u16) -> Option<u32> {
        match self {
            Self::Seats(_) => Some(seats.into()),
            Self::Visits { largest, .. } => (seats <= largest).then_some(1),
        }
    }
}

/// Whom a date kept in the end, in order, each with what was taken up to it.
struct Order {
    room: Room,
    parties: Vec<(Standing, u32)>,
}

impl Order {
    fn of(kept: Kept) -> Self {
        let (room, mut taken) = (kept.room, 0);
        let parties = kept.parties.into_sorted_vec().into_iter().map(|(standing, seats, _)| {
            taken += room.needs(seats).unwrap_or_default();
            (standing, taken)
        });
        Self { room, parties: parties.collect() }
    }

    fn why_not(&self, standing: Standing) -> Refused {
        let before = self.parties.partition_point(|(it, _)| *it < standing);
        let last = before.checked_sub(1).map(|it| self.parties[it]);
        let left = self.room.size() - last.map_or(0, |(_, taken)| taken);
        Refused { standing, last_in: last.map(|(it, _)| it), left, room: self.room }
    }
}
