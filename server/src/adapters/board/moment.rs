//! What of a block can be joined at a moment, kept for as long as that stays so.

use application::copenhagen;
use chrono::{DateTime, Utc};
use domain::pact::Region;

use super::{
    Date,
    bits::Bits,
    block::{Block, Row},
    facet,
    find::Wish,
};

/// What wishes that say nothing about time and room have to do with a block's dates, from
/// one change of any date's room to the next.
pub(super) struct Moment {
    from: DateTime<Utc>,
    until: DateTime<Utc>,
    /// What one can join.
    pub open: Bits,
    /// What is full or over, where it cannot be joined.
    pub full: Bits,
    pub past: Bits,
    /// What has one date and no more, which is all that can be asked for of it.
    pub alone: Bits,
    /// What has no date, since dates are agreed one by one.
    pub undated: Bits,
    /// What one can join in each region; of what is alone, also what one cannot.
    pub regions: Vec<Bits>,
    /// The same in each month that can be chosen.
    pub months: Vec<Bits>,
    /// The same in each of the coming weeks that can be chosen.
    pub weeks: Vec<Bits>,
    /// The second at which the first date of each row begins that one can join, or the only
    /// one; the last there is where dates are agreed one by one.
    pub starts: Vec<i64>,
}

impl Moment {
    pub(super) fn of(block: &Block, wish: &Wish<'static>) -> Self {
        let today = copenhagen::day(wish.now);
        let mut moment = Self {
            from: copenhagen::start_of(today),
            until: copenhagen::end_of(today),
            open: Bits::NONE,
            full: Bits::NONE,
            past: Bits::NONE,
            alone: Bits::NONE,
            undated: Bits::NONE,
            regions: vec![Bits::NONE; Region::all().len()],
            months: vec![Bits::NONE; wish.months.len()],
            weeks: vec![Bits::NONE; wish.weeks.len()],
            starts: vec![i64::MAX; block.len()],
        };
        for row in block.rows() {
            row.dates()
                .iter()
                .for_each(|date| moment.lasts_between(date.closes_at, date.end, wish.now));
            match row.dates() {
                _ if wish.is_undated(row) => moment.undated.add(row.n),
                [date] => moment.note_alone(wish, row, date),
                _ => {}
            }
            let Some(dates) = wish.compare_dates(row) else { continue };
            match dates.alternatives {
                None => moment.open.add(row.n),
                Some(facets) => {
                    if facets & facet::FULL != 0 {
                        moment.full.add(row.n);
                    }
                    if facets & facet::PAST != 0 {
                        moment.past.add(row.n);
                    }
                    continue;
                }
            }
            if moment.alone.has(row.n) {
                continue;
            }
            moment.starts[row.n] = dates.start(row);
            wish.each_region(row, dates.is_dated(), |region| moment.regions[region].add(row.n));
            wish.each_month(row, dates.is_dated(), |month| moment.months[month].add(row.n));
            wish.each_week(row, dates.is_dated(), |week| moment.weeks[week].add(row.n));
        }
        moment
    }

    fn note_alone(&mut self, wish: &Wish<'static>, row: Row<'_>, date: &Date) {
        self.alone.add(row.n);
        self.starts[row.n] = date.start.timestamp();
        let there = row.regions() & wish.existing_at(date.start);
        let regions = self.regions.iter_mut().enumerate();
        regions.filter(|(n, _)| there >> n & 1 == 1).for_each(|(_, rows)| rows.add(row.n));
        for ((_, month), rows) in wish.months.iter().zip(&mut self.months) {
            if month.meets(date.start, date.end) {
                rows.add(row.n);
            }
        }
        let weeks = wish.weeks.met_by(date.start, date.end);
        self.weeks[weeks].iter_mut().for_each(|rows| rows.add(row.n));
    }

    /// Nothing changes between the last of the instants that have been and the first to come.
    fn lasts_between(&mut self, closes_at: DateTime<Utc>, end: DateTime<Utc>, now: DateTime<Utc>) {
        for at in [closes_at, end] {
            if at <= now {
                self.from = self.from.max(at);
            } else {
                self.until = self.until.min(at);
            }
        }
    }

    pub(super) fn holds_at(&self, now: DateTime<Utc>) -> bool {
        self.from <= now && now < self.until
    }
}
