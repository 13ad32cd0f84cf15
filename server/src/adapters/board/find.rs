//! One pass over the board: what a filter lets through, and the counts of the next choice.

use application::{
    catalogue::{Occasion, Room, Weeks, Window},
    copenhagen,
    ports::Matches,
};
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    catalogue::{Slug, way_km},
    pact::{CampaignKey, Municipalities, Region},
    search::{Filter, Sort},
};

use super::{
    Board, Date, Fact, facet,
    fact::{audience_bit, level_bit, sector_bit, topic_bit},
    tally::Tally,
};

/// A region as occurrences are compared with it.
pub(super) struct RegionScope {
    pub region: Region,
    pub municipalities: Municipalities,
    pub existing: Window,
    /// Whether it exists now or comes later.
    pub is_ahead: bool,
}

/// A filter, made ready for many comparisons.
pub(super) struct Wish<'a> {
    pub(super) filter: &'a Filter,
    now: DateTime<Utc>,
    window: Window,
    topics: u32,
    levels: u32,
    audience: u8,
    sectors: u8,
    municipalities: Municipalities,
    partners: Vec<u32>,
    campaigns: Vec<u16>,
    /// Every region there is or will be; the chosen ones are in the filter.
    pub(super) regions: Vec<RegionScope>,
    /// The months that can be chosen.
    pub(super) months: Vec<(NaiveDate, Window)>,
    chosen_weeks: Weeks,
    /// The weeks that can be chosen.
    pub(super) weeks: Weeks,
}

/// What one activity has to do with a wish.
#[derive(Clone, Copy)]
pub(super) struct Meeting {
    /// The facets in whose counts it is: those whose choice alone stands between it and
    /// the wish; all of them where nothing does.
    pub counts_in: u16,
    pub room: Room,
    /// The first date that was asked for and how many of them are not over; none for
    /// those that are agreed one by one.
    pub dates: Option<(u32, u32)>,
    /// How far it is from the place that was asked for.
    pub km: Option<u16>,
}

impl Meeting {
    pub(super) fn is_hit(&self) -> bool {
        self.counts_in == facet::ALL
    }
}

/// What a date has to do with a wish.
pub(super) struct DateMeeting {
    pub room: Room,
    pub is_in_window: bool,
    pub is_in_weeks: bool,
    pub is_in_region: bool,
}

impl<'a> Wish<'a> {
    pub(super) fn new(board: &Board, filter: &'a Filter, now: DateTime<Utc>) -> Self {
        let today = copenhagen::day(now);
        let regions = Region::all().iter().map(|region| RegionScope {
            region: *region,
            municipalities: region.municipalities(),
            existing: Window::existing(region.first_day(), region.last_day()),
            is_ahead: region.last_day().is_none_or(|last| today <= last),
        });
        let partner = |slug: &Slug| board.partners.iter().position(|it| it.slug == *slug);
        let campaign = |key: &CampaignKey| board.campaigns.iter().position(|it| it == key);
        Self {
            filter,
            now,
            window: Window::of(filter),
            topics: filter.topics.iter().fold(0, |bits, it| bits | topic_bit(*it)),
            levels: filter.levels.iter().fold(0, |bits, it| bits | level_bit(*it)),
            audience: filter.audiences.iter().fold(0, |bits, it| bits | audience_bit(*it)),
            sectors: filter.sectors.iter().fold(0, |bits, it| bits | sector_bit(*it)),
            municipalities: filter.municipalities.iter().copied().collect(),
            partners: filter
                .partners
                .iter()
                .filter_map(partner)
                .filter_map(|it| u32::try_from(it).ok())
                .collect(),
            campaigns: filter
                .campaigns
                .iter()
                .filter_map(campaign)
                .filter_map(|it| u16::try_from(it).ok())
                .collect(),
            regions: regions.collect(),
            months: Window::months(now),
            chosen_weeks: Weeks::chosen(filter),
            weeks: Weeks::to_choose_from(filter, now),
        }
    }

    /// The facets of which an activity is no choice that is made, whatever its dates.
    pub(super) fn fails(&self, board: &Board, fact: &Fact) -> u16 {
        let filter = self.filter;
        let mut fails = 0u16;
        let mut expect = |is_met: bool, facet: u16| {
            if !is_met {
                fails |= facet;
            }
        };
        expect(self.topics == 0 || fact.topics & self.topics != 0, facet::TOPIC);
        expect(self.levels == 0 || fact.levels & self.levels != 0, facet::LEVEL);
        expect(self.audience == 0 || fact.audience & self.audience != 0, facet::AUDIENCE);
        expect(filter.kinds.is_empty() || filter.kinds.contains(&fact.kind), facet::KIND);
        expect(filter.formats.is_empty() || filter.formats.contains(&fact.format), facet::FORMAT);
        expect(
            filter.languages.is_empty() || filter.languages.contains(&fact.language),
            facet::LANGUAGE,
        );
        expect(
            self.municipalities.is_empty() || fact.reach.meets(self.municipalities),
            facet::MUNICIPALITY,
        );
        expect(
            self.sectors == 0
                || self.sectors & sector_bit(board.partners[fact.partner as usize].sector) != 0,
            facet::SECTOR,
        );
        expect(
            filter.campaigns.is_empty()
                || fact.campaign.is_some_and(|it| self.campaigns.contains(&it)),
            facet::CAMPAIGN,
        );
        expect(!filter.free || fact.free, facet::FREE);
        expect(!filter.girls || fact.girls, facet::GIRLS);
        fails
    }

    /// Compares an activity with the wish; none where something is not met that is no facet,
    /// or where more than one facet is not.
    pub(super) fn compare(&self, board: &Board, fact: &Fact) -> Option<Meeting> {
        let fails = self.fails(board, fact);
        if fails.count_ones() > 1 || !self.meets_the_rest(fact) {
            return None;
        }
        let km = self.km_to(fact);
        if let Some(most) = self.filter.radius_km()
            && km.is_none_or(|km| km > most)
        {
            return None;
        }
        let (dates, room, alternatives) = self.compare_dates(board, fact)?;
        let counts_in = match (fails, alternatives) {
            (0, None) => facet::ALL,
            (0, Some(facets)) => facets,
            (fails, None) => fails,
            (_, Some(_)) => return None,
        };
        Some(Meeting { counts_in, room, dates, km })
    }

    /// The dates that were asked for and their room; where there are none, the facets of
    /// which another choice would give some.
    #[expect(clippy::type_complexity, reason = "it is taken apart at once")]
    fn compare_dates(
        &self,
        board: &Board,
        fact: &Fact,
    ) -> Option<(Option<(u32, u32)>, Room, Option<u16>)> {
        let dates = board.dates_of(fact);
        if fact.is_flexible && dates.iter().all(|date| date.end <= self.now) {
            let regions = &self.filter.regions;
            let is_there = regions.is_empty()
                || self.flexible_regions(fact).any(|region| regions.contains(&region));
            return Some((None, Room::Open, (!is_there).then_some(facet::REGION)));
        }
        let mut asked: Option<(u32, Room)> = None;
        let (mut coming, mut alternatives) = (0, 0);
        let mut beside: Option<(u32, Room)> = None;
        for (n, date) in (fact.dates.start..).zip(dates) {
            let Some(found) = self.meet(fact, date) else { continue };
            let is_allowed = found.room.is_asked_for(self.filter);
            let better = |best: Option<(u32, Room)>| best.is_none_or(|(_, room)| found.room < room);
            match (found.is_in_window, found.is_in_weeks, found.is_in_region, is_allowed) {
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
                (true, false, true, true) => alternatives |= facet::WEEK,
                (false, true, true, true) => alternatives |= facet::MONTH,
                _ => continue,
            }
            if better(beside) {
                beside = Some((n, found.room));
            }
        }
        match (asked, beside) {
            (Some((first, room)), _) => Some((Some((first, coming)), room, None)),
            (None, Some((first, room))) => Some((Some((first, 1)), room, Some(alternatives))),
            (None, None) => None,
        }
    }

    /// What a date has to do with the wish; none where it never had the room.
    pub(super) fn meet(&self, fact: &Fact, date: &Date) -> Option<DateMeeting> {
        let occasion = Occasion {
            end: date.end,
            closes_at: date.closes_at,
            seats: date.seats,
            is_free_to_come: fact.is_free_to_come,
        };
        let regions = &self.filter.regions;
        Some(DateMeeting {
            room: occasion.room(self.filter, self.now)?,
            is_in_window: self.window.meets(date.start, date.end),
            is_in_weeks: self.chosen_weeks.is_empty()
                || !self.chosen_weeks.met_by(date.start, date.end).is_empty(),
            is_in_region: regions.is_empty()
                || self.regions_of(fact, date).any(|it| regions.contains(&it)),
        })
    }

    pub(super) fn meets_the_rest(&self, fact: &Fact) -> bool {
        let filter = self.filter;
        filter.age.is_none_or(|age| fact.ages >> age & 1 == 1)
            && filter.seats.is_none_or(|seats| fact.group.admits(seats))
            && (filter.partners.is_empty() || self.partners.contains(&fact.partner))
    }

    /// How far it is from the place that was asked for, in whole kilometres.
    pub(super) fn km_to(&self, fact: &Fact) -> Option<u16> {
        let place = self.filter.near.as_ref()?;
        let km = way_km(fact.format, fact.point, fact.travel, place.middle())?;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "no way on Earth is longer than 20,100 km"
        )]
        Some(km.round() as u16)
    }

    /// The regions in which a date of an activity happens.
    pub(super) fn regions_of(&self, fact: &Fact, date: &Date) -> impl Iterator<Item = Region> {
        let (reach, start) = (fact.reach, date.start);
        self.regions
            .iter()
            .filter(move |it| it.municipalities.meets(reach) && it.existing.has_start(start))
            .map(|it| it.region)
    }

    /// The regions in which an activity can be agreed on.
    pub(super) fn flexible_regions(&self, fact: &Fact) -> impl Iterator<Item = Region> {
        let reach = fact.reach;
        self.regions
            .iter()
            .filter(move |it| it.is_ahead && it.municipalities.meets(reach))
            .map(|it| it.region)
    }
}

/// A hit: what it is sorted by, which ends with its place among the facts.
pub(super) struct Hit {
    key: (Room, i64, i64, u32),
    pub(super) place: u32,
    pub(super) found: Meeting,
}

impl Hit {
    /// Where it stands among others.
    pub(super) fn order(&self) -> (Room, i64, i64, u32) {
        self.key
    }
}

impl Board {
    /// The dates of an activity, in the order of time.
    pub(super) fn dates_of(&self, fact: &Fact) -> &[Date] {
        &self.dates[fact.dates.start as usize..fact.dates.end as usize]
    }

    /// Calls `each` with every activity that is looked at, and how well the words fit it.
    fn candidates(&self, matches: Option<&Matches>, mut each: impl FnMut(u32, &Fact, u16)) {
        let Some(matches) = matches else {
            for (n, fact) in (0u32..).zip(&self.facts) {
                each(n, fact, 0);
            }
            return;
        };
        let mut from = 0;
        for it in matches.found.iter().filter(|it| it.is_whole) {
            // Both are in the order of ids, so each look-up begins where the last one ended.
            match self.facts[from..].binary_search_by_key(&it.id.0, |fact| fact.id) {
                Ok(ahead) => {
                    from += ahead;
                    each(u32::try_from(from).unwrap_or(u32::MAX), &self.facts[from], it.rank);
                }
                Err(ahead) => from += ahead,
            }
        }
    }

    /// All that meets the wish, in no particular order, and the counts of the next choice.
    pub(super) fn hits(
        &self,
        wish: &Wish<'_>,
        matches: Option<&Matches>,
        sort: Sort,
    ) -> (Vec<Hit>, Tally) {
        let mut hits = Vec::new();
        let mut tally = Tally::default();
        self.candidates(matches, |n, fact, rank| {
            let Some(found) = wish.compare(self, fact) else { return };
            tally.count(self, wish, fact, &found);
            if found.is_hit() {
                hits.push(self.hit(n, found, rank, sort));
            }
        });
        (hits, tally)
    }

    pub(super) fn hit(&self, place: u32, found: Meeting, rank: u16, sort: Sort) -> Hit {
        let start =
            found.dates.map_or(i64::MAX, |(first, _)| self.dates[first as usize].start.timestamp());
        let first = match sort {
            Sort::Relevance => -i64::from(rank),
            Sort::Date => 0,
            Sort::Distance => found.km.map_or(i64::MAX, i64::from),
        };
        Hit { key: (found.room, first, start, place), place, found }
    }

    /// How many meet the wish.
    pub(super) fn count(&self, wish: &Wish<'_>, matches: Option<&Matches>) -> usize {
        let mut n = 0;
        self.candidates(matches, |_, fact, _| {
            n += usize::from(wish.compare(self, fact).is_some_and(|it| it.is_hit()));
        });
        n
    }
}

/// One page of hits, sorted; the others are not.
pub(super) fn page_of(mut hits: Vec<Hit>, page: u32, per_page: u32) -> Vec<Hit> {
    let key = |hit: &Hit| hit.key;
    let from = (page as usize - 1).saturating_mul(per_page as usize);
    if from >= hits.len() {
        return Vec::new();
    }
    let to = hits.len().min(from + per_page as usize);
    if to < hits.len() {
        hits.select_nth_unstable_by_key(to, key);
        hits.truncate(to);
    }
    if from > 0 {
        hits.select_nth_unstable_by_key(from, key);
        hits.drain(..from);
    }
    hits.sort_unstable_by_key(key);
    hits
}
