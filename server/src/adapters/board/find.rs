//! What an activity has to do with a filter.

use std::sync::LazyLock;

use application::{
    catalogue::{Occasion, Room, Weeks, Window},
    copenhagen,
};
use chrono::{DateTime, Utc};
use domain::{
    catalogue::{Slug, way_km},
    pact::Region,
    search::{Filter, Month},
};

use super::{
    Board, Date,
    block::Row,
    choice::{Choice, asks_for_nothing_of_dates, choices},
    facet,
};

/// A region as occurrences are compared with it.
pub(super) struct RegionScope {
    pub existing: Window,
    /// Whether it exists now or comes later.
    pub is_ahead: bool,
}

/// A filter, made ready for many comparisons.
pub(super) struct Wish<'a> {
    pub(super) filter: &'a Filter,
    pub(super) now: DateTime<Utc>,
    window: Window,
    /// The choices that have nothing to do with dates.
    pub(super) choices: Vec<Choice>,
    partners: Vec<u32>,
    /// The groups of co-owners in which one of them is.
    groups: Vec<u32>,
    /// Every region there is or will be.
    regions: Vec<RegionScope>,
    /// Those that are chosen, a bit each.
    pub(super) chosen_regions: u8,
    /// The months that can be chosen.
    pub(super) months: Vec<(Month, Window)>,
    chosen_months: Vec<Window>,
    chosen_weeks: Weeks,
    /// The weeks that can be chosen.
    pub(super) weeks: Weeks,
    /// Whether it asks for nothing but what one can join, whenever and wherever.
    pub(super) is_timeless: bool,
}

/// What one activity has to do with a wish.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Meeting {
    /// The facets in whose counts it is: those whose choice alone stands between it and
    /// the wish; all of them where nothing does.
    pub counts_in: u16,
    pub dates: Dates,
    /// How far it is from the place that was asked for.
    pub km: Option<u16>,
}

impl Meeting {
    pub(super) fn is_hit(&self) -> bool {
        self.counts_in == facet::ALL
    }
}

/// What the dates of an activity have to do with a wish.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Dates {
    /// The first date that was asked for, among those of the activity, and how many of them
    /// are not over; none for those that are agreed one by one.
    pub asked: Option<(u32, u32)>,
    pub room: Room,
    /// Where none is asked for, the facets of which another choice would give some.
    pub alternatives: Option<u16>,
}

impl Dates {
    pub(super) fn is_dated(&self) -> bool {
        self.asked.is_some()
    }

    /// The second at which the first begins; the last there is where there is none.
    pub(super) fn start(&self, row: Row<'_>) -> i64 {
        self.asked.map_or(i64::MAX, |(first, _)| row.dates()[first as usize].start.timestamp())
    }
}

/// What a date has to do with a wish.
pub(super) struct DateMeeting {
    pub room: Room,
    pub is_in_window: bool,
    pub is_in_periods: bool,
    pub is_in_region: bool,
}

static NOTHING: LazyLock<Filter> = LazyLock::new(Filter::default);

impl Wish<'static> {
    /// The wish of somebody who asks for nothing.
    pub(super) fn nothing(board: &Board, now: DateTime<Utc>) -> Self {
        Self::new(board, &NOTHING, now)
    }
}

impl<'a> Wish<'a> {
    pub(super) fn new(board: &Board, filter: &'a Filter, now: DateTime<Utc>) -> Self {
        let today = copenhagen::day(now);
        let regions = Region::all().iter().map(|region| RegionScope {
            existing: Window::existing(region.first_day(), region.last_day()),
            is_ahead: region.last_day().is_none_or(|last| today <= last),
        });
        let chosen = Region::all().iter().enumerate();
        let chosen = chosen.filter(|(_, region)| filter.regions.contains(region));
        let partner = |slug: &Slug| board.partners.iter().position(|it| it.slug == *slug);
        let partners = filter.partners.iter().filter_map(partner);
        let partners: Vec<u32> = partners.filter_map(|it| u32::try_from(it).ok()).collect();
        let groups = (0u32..).zip(&board.groups);
        let has_one = |group: &[u32]| group.iter().any(|it| partners.contains(it));
        let groups = groups.filter(|(_, group)| has_one(group)).map(|(n, _)| n).collect();
        Self {
            filter,
            now,
            window: Window::of(filter),
            choices: choices(board, filter),
            partners,
            groups,
            regions: regions.collect(),
            chosen_regions: chosen.fold(0, |bits, (n, _)| bits | 1 << n),
            months: Window::months(filter, now),
            chosen_months: filter.months.iter().map(|it| Window::month(*it)).collect(),
            chosen_weeks: Weeks::chosen(filter),
            weeks: Weeks::to_choose_from(filter, now),
            is_timeless: asks_for_nothing_of_dates(filter),
        }
    }

    /// The facets of which an activity is no choice that is made, whatever its dates.
    pub(super) fn fails(&self, row: Row<'_>) -> u16 {
        let (fact, reach) = (row.fact(), row.reach());
        let failed = self.choices.iter().filter(|choice| {
            !choice.values.iter().any(|value| fact.is_under(reach, choice.facet, *value))
        });
        failed.fold(0, |facets, choice| facets | choice.facet)
    }

    /// Compares an activity with the wish; none where something is not met that is no facet,
    /// or where more than one facet is not.
    pub(super) fn compare(&self, row: Row<'_>) -> Option<Meeting> {
        let fails = self.fails(row);
        if fails.count_ones() > 1 || !self.meets_the_rest(row) {
            return None;
        }
        let km = self.km_to(row);
        if !self.is_near_enough(km) {
            return None;
        }
        let dates = self.compare_dates(row)?;
        let counts_in = match (fails, dates.alternatives) {
            (0, None) => facet::ALL,
            (0, Some(facets)) => facets,
            (fails, None) => fails,
            (_, Some(_)) => return None,
        };
        Some(Meeting { counts_in, dates, km })
    }

    /// Whether it has no date that is not over and is of use without one, since dates are
    /// agreed one by one.
    pub(super) fn is_undated(&self, row: Row<'_>) -> bool {
        row.fact().is_flexible && row.dates().iter().all(|date| date.end <= self.now)
    }

    /// The dates that were asked for and their room.
    pub(super) fn compare_dates(&self, row: Row<'_>) -> Option<Dates> {
        let dates = row.dates();
        if self.is_undated(row) {
            let is_there = self.chosen_regions == 0 || self.can_be_agreed_on_there(row);
            let alternatives = (!is_there).then_some(facet::REGION);
            return Some(Dates { asked: None, room: Room::Open, alternatives });
        }
        let mut asked: Option<(u32, Room)> = None;
        let (mut coming, mut alternatives) = (0, 0);
        let mut beside: Option<(u32, Room)> = None;
        for (n, date) in (0u32..).zip(dates) {
            let Some(found) = self.meet(row, date) else { continue };
            let is_allowed = found.room.is_asked_for(self.filter);
            let better = |best: Option<(u32, Room)>| best.is_none_or(|(_, room)| found.room < room);
            match (found.is_in_window, found.is_in_periods, found.is_in_region, is_allowed) {
                (true, true, true, true) => {
                    coming += u32::from(found.room != Room::Past);
                    if better(asked) {
                        asked = Some((n, found.room));
                    }
                    continue;
                }
                (true, true, true, false) if found.room == Room::Full => {
                    alternatives |= facet::FULL;
                }
                (true, true, true, false) => alternatives |= facet::PAST,
                (true, true, false, true) => alternatives |= facet::REGION,
                (true, false, true, true) => alternatives |= facet::PERIOD,
                _ => continue,
            }
            if better(beside) {
                beside = Some((n, found.room));
            }
        }
        match (asked, beside) {
            (Some((first, room)), _) => {
                Some(Dates { asked: Some((first, coming)), room, alternatives: None })
            }
            (None, Some((first, room))) => {
                Some(Dates { asked: Some((first, 1)), room, alternatives: Some(alternatives) })
            }
            (None, None) => None,
        }
    }

    /// What a date has to do with the wish; none where it never had the room.
    pub(super) fn meet(&self, row: Row<'_>, date: &Date) -> Option<DateMeeting> {
        let there = row.regions() & self.chosen_regions;
        Some(DateMeeting {
            room: self.room_of(row, date)?,
            is_in_window: self.is_in_window(date),
            is_in_periods: self.is_in_periods(date),
            is_in_region: self.chosen_regions == 0
                || (there != 0 && there & self.existing_at(date.start) != 0),
        })
    }

    /// The room of a date; none where it never had enough.
    pub(super) fn room_of(&self, row: Row<'_>, date: &Date) -> Option<Room> {
        let occasion = Occasion {
            end: date.end,
            closes_at: date.closes_at,
            seats: date.seats,
            is_free_to_come: row.fact().is_free_to_come,
        };
        occasion.room(self.filter, self.now)
    }

    /// Whether a part of a date is in a month or a week that is chosen.
    pub(super) fn is_in_periods(&self, date: &Date) -> bool {
        (self.chosen_weeks.is_empty() && self.chosen_months.is_empty())
            || !self.chosen_weeks.met_by(date.start, date.end).is_empty()
            || self.chosen_months.iter().any(|month| month.meets(date.start, date.end))
    }

    pub(super) fn is_in_window(&self, date: &Date) -> bool {
        self.window.meets(date.start, date.end)
    }

    /// The regions that exist at an instant, a bit each.
    pub(super) fn existing_at(&self, start: DateTime<Utc>) -> u8 {
        let regions = self.regions.iter().enumerate();
        regions.fold(0, |bits, (n, it)| bits | u8::from(it.existing.has_start(start)) << n)
    }

    /// Whether somebody meant, of such a number, at such a price, there and of such a partner, is.
    pub(super) fn meets_the_rest(&self, row: Row<'_>) -> bool {
        let filter = self.filter;
        filter.age.is_none_or(|age| row.ages() >> age & 1 == 1)
            && filter.seats.is_none_or(|seats| row.fact().group.admits(seats))
            && filter.price_max.is_none_or(|most| row.fact().price.is_within(most))
            && (filter.areas.is_empty() || row.area().is_some_and(|it| filter.areas.contains(&it)))
            && (filter.partners.is_empty()
                || self.partners.contains(&row.fact().partner)
                || self.groups.contains(&row.fact().co_owners))
    }

    /// Whether it asks for more than what [`Block::sets`](super::block::Block::sets) tell.
    pub(super) fn asks_for_the_rest(&self) -> bool {
        let filter = self.filter;
        let asks = filter.age.is_some() || filter.seats.is_some() || filter.near.is_some();
        asks || filter.price_max.is_some()
            || !filter.areas.is_empty()
            || !filter.partners.is_empty()
    }

    pub(super) fn is_near_enough(&self, km: Option<u16>) -> bool {
        self.filter.radius_km().is_none_or(|most| km.is_some_and(|km| km <= most))
    }

    /// How far it is from the place that was asked for, in whole kilometres.
    pub(super) fn km_to(&self, row: Row<'_>) -> Option<u16> {
        let (place, fact) = (self.filter.near.as_ref()?, row.fact());
        let km = way_km(fact.format, fact.point, fact.travel, place.middle())?;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "no way on Earth is longer than 20,100 km"
        )]
        Some(km.round() as u16)
    }

    /// Whether what has no date can be agreed on in a region that is chosen.
    pub(super) fn can_be_agreed_on_there(&self, row: Row<'_>) -> bool {
        row.regions() & self.chosen_regions & self.ahead() != 0
    }

    fn ahead(&self) -> u8 {
        let regions = self.regions.iter().enumerate();
        regions.fold(0, |bits, (n, it)| bits | u8::from(it.is_ahead) << n)
    }

    /// Calls `each` with the place of every region in which it happens as it was asked for,
    /// whichever regions are chosen.
    pub(super) fn each_region(&self, row: Row<'_>, is_dated: bool, each: impl FnMut(usize)) {
        let there = row.regions();
        if there == 0 {
            return;
        }
        let happens = if is_dated {
            let asked = row.dates().iter().filter(|date| {
                let found = self.meet(row, date);
                found.is_some_and(|it| {
                    it.is_in_window && it.is_in_periods && it.room.is_asked_for(self.filter)
                })
            });
            asked.fold(0, |bits, date| bits | self.existing_at(date.start))
        } else {
            self.ahead()
        };
        let happens = happens & there;
        (0..self.regions.len()).filter(|n| happens >> n & 1 == 1).for_each(each);
    }

    /// Calls `each` with the place of every month in which it happens as it was asked for,
    /// whichever months and weeks are chosen. What is agreed one by one suits every month.
    pub(super) fn each_month(&self, row: Row<'_>, is_dated: bool, each: impl FnMut(usize)) {
        let mut happens = u32::MAX;
        if is_dated {
            let asked = row.dates().iter().filter(|date| {
                let found = self.meet(row, date);
                found.is_some_and(|it| {
                    it.is_in_window && it.is_in_region && it.room.is_asked_for(self.filter)
                })
            });
            happens = asked.fold(0, |bits, date| {
                let months = self.months.iter().enumerate();
                months.fold(bits, |bits, (n, (_, month))| {
                    bits | u32::from(month.meets(date.start, date.end)) << n
                })
            });
        }
        (0..self.months.len()).filter(|n| happens >> n & 1 == 1).for_each(each);
    }

    /// Calls `each` with the place of every week in which it happens as it was asked for,
    /// whichever months and weeks are chosen. What is agreed one by one suits every week.
    pub(super) fn each_week(&self, row: Row<'_>, is_dated: bool, mut each: impl FnMut(usize)) {
        if !is_dated {
            (0..self.weeks.len()).for_each(each);
            return;
        }
        // Dates are in the order of their starts, so a week that was told is not met again
        // by a later date in any place before the first one that was not.
        let mut untold = 0;
        for date in row.dates() {
            let met = self.weeks.met_by(date.start, date.end);
            let met = met.start.max(untold)..met.end;
            if met.is_empty() {
                continue;
            }
            let is_asked_for = self.meet(row, date).is_some_and(|it| {
                it.is_in_window && it.is_in_region && it.room.is_asked_for(self.filter)
            });
            if is_asked_for {
                untold = met.end;
                met.for_each(&mut each);
            }
        }
    }
}
