//! The same once more, as plainly as it can be said, and everything that can be wrong with what
//! was given.

use super::super::{Draw, PublicNumber, Room, Seed, Standing};

/// Which wish each party got, in the order of the draw.
type Given = Vec<Option<usize>>;

struct Plain<'a> {
    draw: &'a Draw,
    lots: Vec<super::LotNumber>,
}

impl<'a> Plain<'a> {
    fn of(draw: &'a Draw, seed: &Seed) -> Self {
        let numbers: Vec<PublicNumber> = draw.parties.iter().map(|it| it.number).collect();
        Self { draw, lots: seed.lots(&numbers) }
    }

    fn standing(&self, party: usize, wish: usize) -> Standing {
        let class = self.draw.parties[party].ranking[wish].class;
        Standing { class, lot: self.lots[party] }
    }

    /// Who asks a date for a wish, first to last.
    fn at(&self, date: usize, wishes: &[Option<usize>]) -> Vec<usize> {
        let mut here: Vec<(Standing, usize)> = Vec::new();
        for (party, wish) in wishes.iter().enumerate() {
            if let Some(wish) = *wish
                && self.draw.parties[party].ranking[wish].date == date
            {
                here.push((self.standing(party, wish), party));
            }
        }
        here.sort_unstable();
        here.into_iter().map(|it| it.1).collect()
    }

    /// How much some parties take of a room; nothing where one of them is too large.
    fn taken(&self, room: Room, parties: &[usize]) -> Option<u32> {
        parties.iter().map(|it| room.needs(self.draw.parties[*it].seats)).sum()
    }

    fn has_room(&self, room: Room, parties: &[usize]) -> bool {
        self.taken(room, parties).is_some_and(|it| it <= room.size())
    }
}

/// What is wrong: more than there is room for, or a party that could have a better wish beside all
/// who stand before it there.
pub(super) fn fault(draw: &Draw, seed: &Seed, given: &[Option<usize>]) -> Option<String> {
    let plain = Plain::of(draw, seed);
    for (date, room) in draw.rooms.iter().enumerate() {
        if !plain.has_room(*room, &plain.at(date, given)) {
            return Some(format!("date {date} has too many"));
        }
    }
    for (party, wish) in given.iter().enumerate() {
        let ranking = &draw.parties[party].ranking;
        for (better, ranked) in ranking.iter().enumerate().take(wish.unwrap_or(ranking.len())) {
            let date = ranked.date;
            let mut asked = given.to_vec();
            asked[party] = Some(better);
            let mut beside = plain.at(date, &asked);
            let last = beside.iter().position(|it| *it == party)?;
            beside.truncate(last + 1);
            if plain.has_room(draw.rooms[date], &beside) {
                return Some(format!("party {party} could have its wish {better}"));
            }
        }
    }
    None
}

/// Every allocation that has no fault.
pub(super) fn all_stable(draw: &Draw, seed: &Seed) -> Vec<Given> {
    let mut all: Vec<Given> = vec![vec![]];
    for party in &draw.parties {
        let wishes = || (0..party.ranking.len()).map(Some).chain([None]);
        all = all
            .iter()
            .flat_map(|some| wishes().map(move |wish| some.iter().copied().chain([wish]).collect()))
            .collect();
    }
    all.retain(|given| fault(draw, seed, given).is_none());
    all
}

/// All who are not seated ask at once, round after round. Where one order holds everywhere, only
/// the first of them asks: a party takes what is left when its turn comes.
pub(super) fn in_rounds(draw: &Draw, seed: &Seed) -> Given {
    let plain = Plain::of(draw, seed);
    let mut next = vec![0; draw.parties.len()];
    let mut given: Given = vec![None; draw.parties.len()];
    loop {
        let mut asking: Vec<usize> = (0..given.len())
            .filter(|it| given[*it].is_none() && next[*it] < draw.parties[*it].ranking.len())
            .collect();
        if draw.has_one_order() {
            asking.sort_by_key(|it| plain.standing(*it, 0));
            asking.truncate(1);
        }
        if asking.is_empty() {
            return given;
        }
        for party in asking {
            given[party] = Some(next[party]);
        }
        for (date, room) in draw.rooms.iter().enumerate() {
            let mut kept = Vec::new();
            for party in plain.at(date, &given) {
                kept.push(party);
                if !plain.has_room(*room, &kept) {
                    kept.pop();
                    given[party] = None;
                    next[party] += 1;
                }
            }
        }
    }
}

/// Another method, which many schools have used: all first wishes are settled before any second
/// one (Abdulkadiroğlu & Sönmez 2003 call it the Boston mechanism).
pub(super) fn first_wishes_first(draw: &Draw, seed: &Seed) -> Given {
    let plain = Plain::of(draw, seed);
    let mut given: Given = vec![None; draw.parties.len()];
    for wish in 0..Draw::MOST_WISHES {
        let mut asking: Vec<usize> = (0..given.len())
            .filter(|it| given[*it].is_none() && wish < draw.parties[*it].ranking.len())
            .collect();
        asking.sort_by_key(|it| plain.standing(*it, wish));
        for party in asking {
            let date = draw.parties[party].ranking[wish].date;
            let mut with = plain.at(date, &given);
            with.push(party);
            if plain.has_room(draw.rooms[date], &with) {
                given[party] = Some(wish);
            }
        }
    }
    given
}
