//! What the dates of a block have to do with a wish.
//!
//! Most activities have one date. Of those it is asked with sets of rows whether the date
//! has the room, the days, the weeks and the regions that are wished for; whatever has
//! several dates is looked at date by date, since one of them must meet all at once.

use application::catalogue::Room;

use super::{
    bits::Bits,
    block::{Block, Row},
    facet,
    find::{Dates, Wish},
    moment::Moment,
    tally::Tally,
};

/// What the dates of a block have to do with a wish.
pub(super) struct DatesMet {
    /// Those of which a date is asked for.
    pub asked: Bits,
    /// What another choice of one of these facets would give: full, past, region, period.
    beside: [(u16, Bits); 4],
    /// What can be told of all at once: those with one date, or with none.
    simple: Bits,
    /// Of these, what is full or over, where that is asked for.
    full: Bits,
    past: Bits,
    /// Of the others, room and first second of what is asked for, by row; none where there
    /// are no others.
    several: Vec<(Room, i64)>,
    /// Of the others, those that have a date.
    dated: Bits,
}

impl DatesMet {
    pub(super) fn of(wish: &Wish<'_>, block: &Block, alive: &Bits, moment: &Moment) -> Self {
        let known = moment.alone.or(&moment.undated);
        let mut met = Self::of_simple(wish, block, &alive.and(&known), moment);
        for row in alive.without(&known).rows().map(|n| block.row(n)) {
            if let Some(dates) = wish.compare_dates(row) {
                met.note(block, row, &dates);
            }
        }
        met
    }

    fn of_simple(wish: &Wish<'_>, block: &Block, simple: &Bits, moment: &Moment) -> Self {
        let (alone, undated) = (simple.and(&moment.alone), simple.and(&moment.undated));
        let (open, full, past) = rooms(wish, block, &alone, moment);
        let mut has_room = undated.or(&open);
        if wish.filter.full {
            has_room = has_room.or(&full);
        }
        if wish.filter.past {
            has_room = has_room.or(&past);
        }
        // What is agreed one by one suits every day.
        let of_date = |is_met: &dyn Fn(Row<'_>) -> bool| {
            let mut rows = undated;
            alone.rows().map(|n| block.row(n)).filter(|row| is_met(*row)).for_each(|row| {
                rows.add(row.n);
            });
            rows
        };
        let filter = wish.filter;
        let window = if filter.from.is_some() || filter.to.is_some() {
            of_date(&|row| row.dates().iter().any(|date| wish.is_in_window(date)))
        } else {
            *simple
        };
        let periods = if filter.asks_for_periods() {
            of_date(&|row| row.dates().iter().any(|date| wish.is_in_periods(date)))
        } else {
            *simple
        };
        let mut there = if wish.chosen_regions == 0 { *simple } else { Bits::NONE };
        let regions = moment.regions.iter().enumerate();
        for (_, rows) in regions.filter(|(n, _)| wish.chosen_regions >> n & 1 == 1) {
            there = there.or(&rows.and(simple));
        }
        let in_time = window.and(&periods);
        let closed = in_time.and(&there).without(&has_room);
        let with_room = in_time.and(&has_room);
        Self {
            asked: with_room.and(&there),
            beside: [
                (facet::FULL, closed.and(&full)),
                (facet::PAST, closed.and(&past)),
                (facet::REGION, with_room.without(&there)),
                (facet::PERIOD, window.and(&there).and(&has_room).without(&periods)),
            ],
            simple: *simple,
            full,
            past,
            several: Vec::new(),
            dated: Bits::NONE,
        }
    }

    fn note(&mut self, block: &Block, row: Row<'_>, dates: &Dates) {
        if self.several.is_empty() {
            self.several.resize(block.len(), (Room::Open, i64::MAX));
        }
        if dates.is_dated() {
            self.dated.add(row.n);
        }
        match dates.alternatives {
            None => {
                self.asked.add(row.n);
                self.several[row.n] = (dates.room, dates.start(row));
            }
            Some(facets) => {
                for (facet, rows) in &mut self.beside {
                    if facets & *facet != 0 {
                        rows.add(row.n);
                    }
                }
            }
        }
    }

    /// Room and first second of what is asked for of a row.
    pub(super) fn room(&self, moment: &Moment, row: usize) -> (Room, i64) {
        if !self.simple.has(row) {
            return self.several.get(row).copied().unwrap_or((Room::Open, i64::MAX));
        }
        let room = match (self.full.has(row), self.past.has(row)) {
            (true, _) => Room::Full,
            (_, true) => Room::Past,
            (false, false) => Room::Open,
        };
        (room, moment.starts[row])
    }

    fn beside(&self, facet: u16) -> &Bits {
        let rows = self.beside.iter().find(|(it, _)| *it == facet);
        rows.map_or(&Bits::NONE, |(_, rows)| rows)
    }

    /// Counts the facets that dates decide, for rows that have `met` all other choices.
    pub(super) fn count(
        &self,
        wish: &Wish<'_>,
        block: &Block,
        moment: &Moment,
        met: &Bits,
        tally: &mut Tally,
    ) {
        let (hits, closed) = (met.and(&self.asked), met.without(&self.asked));
        let beside = |facet: u16| self.beside(facet).and(&closed);
        tally.full += beside(facet::FULL).count();
        tally.past += beside(facet::PAST).count();
        let several = |rows: &Bits, count: &mut dyn FnMut(Row<'_>, bool)| {
            for row in rows.without(&self.simple).rows() {
                count(block.row(row), self.dated.has(row));
            }
        };
        let rows = hits.or(&beside(facet::REGION));
        tally.add_regions(&moment.regions, &rows.and(&self.simple));
        several(&rows, &mut |row, is_dated| tally.count_regions(wish, row, is_dated));

        let rows = hits.or(&beside(facet::PERIOD));
        let simple = rows.and(&self.simple);
        count_months(wish, block, moment, &simple, tally);
        count_weeks(wish, block, moment, &simple, tally);
        several(&rows, &mut |row, is_dated| {
            tally.count_months(wish, row, is_dated);
            tally.count_weeks(wish, row, is_dated);
        });
    }
}

/// Of rows with one date, what is open, what is full and what is over.
fn rooms(wish: &Wish<'_>, block: &Block, alone: &Bits, moment: &Moment) -> (Bits, Bits, Bits) {
    let of_all = |rows: &Bits| alone.and(rows);
    if wish.filter.seats.is_none() {
        return (of_all(&moment.open), of_all(&moment.full), of_all(&moment.past));
    }
    let (mut open, mut full, mut past) = (Bits::NONE, Bits::NONE, Bits::NONE);
    for row in alone.rows().map(|n| block.row(n)) {
        match row.dates().first().and_then(|date| wish.room_of(row, date)) {
            Some(Room::Open) => open.add(row.n),
            Some(Room::Full) => full.add(row.n),
            Some(Room::Past) => past.add(row.n),
            None => {}
        }
    }
    (open, full, past)
}

/// Counts the months of rows that have one date, or none.
fn count_months(wish: &Wish<'_>, block: &Block, moment: &Moment, rows: &Bits, tally: &mut Tally) {
    if wish.months.len() == moment.months.len() {
        tally.add_months(&moment.months, rows);
        return;
    }
    // Others than the coming months can be chosen.
    for row in rows.rows() {
        tally.count_months(wish, block.row(row), moment.alone.has(row));
    }
}

/// Counts the weeks of rows that have one date, or none.
fn count_weeks(wish: &Wish<'_>, block: &Block, moment: &Moment, rows: &Bits, tally: &mut Tally) {
    let filter = wish.filter;
    if filter.from.is_none() && filter.to.is_none() && filter.weeks.is_empty() {
        tally.add_weeks(&moment.weeks, rows);
        return;
    }
    // Other weeks than the coming ones can be chosen.
    for row in rows.rows() {
        match block.row(row).dates() {
            [date] if moment.alone.has(row) => {
                tally.add_to_weeks(wish.weeks.met_by(date.start, date.end));
            }
            _ => tally.add_to_weeks(0..wish.weeks.len()),
        }
    }
}
