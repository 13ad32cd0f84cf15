//! One pass over the board: what a filter lets through, and the counts of the next choice.

use application::{catalogue::Window, copenhagen};
use chrono::{DateTime, Utc};
use domain::{
    catalogue::Slug,
    pact::{CampaignKey, Municipalities, Region},
    search::Filter,
};

use super::{
    Board, Date, Fact,
    fact::{audience_bit, level_bit, topic_bit},
    tally::Tally,
};

/// The facets, each a bit.
pub(super) mod facet {
    pub const TOPIC: u16 = 1;
    pub const LEVEL: u16 = 1 << 1;
    pub const KIND: u16 = 1 << 2;
    pub const AUDIENCE: u16 = 1 << 3;
    pub const REGION: u16 = 1 << 4;
    pub const MUNICIPALITY: u16 = 1 << 5;
    pub const FORMAT: u16 = 1 << 6;
    pub const LANGUAGE: u16 = 1 << 7;
    pub const FREE: u16 = 1 << 8;
    pub const GIRLS: u16 = 1 << 9;
}

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
    filter: &'a Filter,
    now: DateTime<Utc>,
    window: Window,
    topics: u32,
    levels: u32,
    audience: u8,
    words: Vec<String>,
    municipalities: Municipalities,
    partners: Vec<u32>,
    campaigns: Vec<u16>,
    /// Every region there is or will be; the chosen ones are in the filter.
    pub(super) regions: Vec<RegionScope>,
}

/// What one activity has to do with a wish.
pub(super) struct Match {
    /// The facets whose choice it does not meet.
    pub fails: u16,
    /// The first date that was asked for and how many there are; none for flexible ones.
    pub dates: Option<(u32, u32)>,
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
            window: Window::of(filter, now),
            topics: filter.topics.iter().fold(0, |bits, it| bits | topic_bit(*it)),
            levels: filter.levels.iter().fold(0, |bits, it| bits | level_bit(*it)),
            audience: filter.audiences.iter().fold(0, |bits, it| bits | audience_bit(*it)),
            words: filter.words.iter().flat_map(|it| it.split(' ')).map(language::folded).collect(),
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
        }
    }

    /// Compares an activity with the wish; none where something is not met that is no facet,
    /// or where more than one facet fails.
    pub(super) fn compare(&self, board: &Board, fact: &Fact) -> Option<Match> {
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
        expect(!filter.free || fact.free, facet::FREE);
        expect(!filter.girls || fact.girls, facet::GIRLS);
        if fails.count_ones() > 1 || !self.meets_the_rest(board, fact) {
            return None;
        }

        let dates = &board.dates[fact.dates.start as usize..fact.dates.end as usize];
        let is_flexible = fact.is_flexible && dates.iter().all(|date| date.end <= self.now);
        if is_flexible {
            if !filter.regions.is_empty()
                && !self.flexible_regions(fact).any(|it| filter.regions.contains(&it))
            {
                fails |= facet::REGION;
            }
            return (fails.count_ones() <= 1).then_some(Match { fails, dates: None });
        }

        let mut asked = (0u32..).zip(dates).filter(|(_, date)| self.asks_for(date)).peekable();
        asked.peek()?;
        let chosen = |date: &Date| {
            filter.regions.is_empty()
                || self.regions_of(fact, date).any(|it| filter.regions.contains(&it))
        };
        let first_asked = asked.clone().next().map(|(n, _)| n)?;
        let mut in_region = asked.clone().filter(|(_, date)| chosen(date));
        let (first, n) = if let Some((first, _)) = in_region.next() {
            (first, 1 + in_region.count())
        } else {
            fails |= facet::REGION;
            (first_asked, 1)
        };
        let n = u32::try_from(n).unwrap_or(u32::MAX);
        (fails.count_ones() <= 1)
            .then_some(Match { fails, dates: Some((fact.dates.start + first, n)) })
    }

    fn meets_the_rest(&self, board: &Board, fact: &Fact) -> bool {
        let filter = self.filter;
        filter.age.is_none_or(|age| fact.ages >> age & 1 == 1)
            && filter.seats.is_none_or(|seats| fact.group.admits(seats))
            && (filter.partners.is_empty() || self.partners.contains(&fact.partner))
            && (filter.campaigns.is_empty()
                || fact.campaign.is_some_and(|it| self.campaigns.contains(&it)))
            && self.words.iter().all(|word| {
                board.words[fact.words.start as usize..fact.words.end as usize]
                    .contains(word.as_str())
            })
    }

    /// Whether a date lies in the time that was asked for and has the room.
    pub(super) fn asks_for(&self, date: &Date) -> bool {
        let has_room = |seats: u16| match date.seats {
            Some((_, left)) => date.closes_at > self.now && left >= u32::from(seats),
            None => true,
        };
        self.window.meets(date.start, date.end) && self.filter.seats.is_none_or(has_room)
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

/// A hit: its first date and its place among the facts, by which hits are sorted.
pub(super) type Hit = (i64, u32, Match);

impl Board {
    /// All that meets the wish, in no particular order, and the counts of the next choice.
    pub(super) fn hits(&self, wish: &Wish<'_>) -> (Vec<Hit>, Tally) {
        let mut hits = Vec::new();
        let mut tally = Tally::default();
        for (n, fact) in (0u32..).zip(&self.facts) {
            let Some(found) = wish.compare(self, fact) else { continue };
            tally.count(self, wish, fact, &found);
            if found.fails == 0 {
                let start = found
                    .dates
                    .map_or(i64::MAX, |(first, _)| self.dates[first as usize].start.timestamp());
                hits.push((start, n, found));
            }
        }
        (hits, tally)
    }

    /// How many meet the wish.
    pub(super) fn count(&self, wish: &Wish<'_>) -> usize {
        self.facts
            .iter()
            .filter(|fact| wish.compare(self, fact).is_some_and(|it| it.fails == 0))
            .count()
    }
}

/// One page of hits, sorted; the others are not.
pub(super) fn page_of(mut hits: Vec<Hit>, page: u32, per_page: u32) -> Vec<Hit> {
    let key = |hit: &Hit| (hit.0, hit.1);
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
