//! Rows of the database, made into what a block keeps.

use std::{collections::HashMap, sync::Arc};

use domain::{
    Uuid,
    catalogue::{Audience, Format, Kind, Level, SignUpMode, Topic, TravelDistance, Venue},
    pact::{Campaign, CampaignKey, Municipalities},
    partners::{Partner, Sector},
};

use super::{
    Board, Date, Fact, PartnerFact,
    bits::ROWS,
    block::{Block, Entry},
    fact::{audience_bit, level_bit, topic_bit},
};
use crate::adapters::database::{Columns, DateRow, FactRow, RowError};

/// Makes entries, and gives numbers to what they name. What has a number keeps it.
pub(super) struct Maker {
    partners: Vec<PartnerFact>,
    partner_places: HashMap<Uuid, u32>,
    groups: Vec<Box<[u32]>>,
    /// Who owns the activities that come next beside their leads.
    co_owners: HashMap<Uuid, Vec<Uuid>>,
    cities: Vec<Arc<str>>,
    city_places: HashMap<Arc<str>, u32>,
    campaigns: Vec<CampaignKey>,
}

impl Maker {
    /// One that goes on where a board was made.
    pub(super) fn of(board: &Board) -> Self {
        let partners = (0u32..).zip(&board.partners);
        let cities = (0u32..).zip(&board.cities);
        Self {
            partner_places: partners.map(|(n, partner)| (partner.id, n)).collect(),
            partners: board.partners.clone(),
            groups: board.groups.clone(),
            co_owners: HashMap::new(),
            city_places: cities.map(|(n, city)| (Arc::clone(city), n)).collect(),
            cities: board.cities.clone(),
            campaigns: board.campaigns.clone(),
        }
    }

    /// Takes partners as they are now; answers whether what was known of one is wrong.
    pub(super) fn meet(&mut self, partners: Vec<Partner>) -> bool {
        let mut is_another = false;
        for it in partners {
            let (id, name) = (it.id.0, it.name.to_string());
            let partner = PartnerFact { id, name, slug: it.slug, sector: it.sector };
            if let Some(n) = self.partner_places.get(&id) {
                let known = &mut self.partners[*n as usize];
                is_another |= *known != partner;
                *known = partner;
            } else {
                self.partner_places.insert(id, number(self.partners.len()));
                self.partners.push(partner);
            }
        }
        is_another
    }

    /// Takes who owns the activities that come next beside their leads.
    pub(super) fn share(&mut self, co_owners: HashMap<Uuid, Vec<Uuid>>) {
        self.co_owners = co_owners;
    }

    /// Whether a partner was there when the partners were read. What is of a newer one has
    /// a number that is higher than the board's, and comes with the next look.
    pub(super) fn knows(&self, partner: Uuid) -> bool {
        self.partner_places.contains_key(&partner)
    }

    /// The board of some blocks.
    pub(super) fn board(
        self,
        version: i64,
        blocks: Vec<Arc<Block>>,
        known_campaigns: Vec<Campaign>,
    ) -> Board {
        let Self { partners, groups, cities, campaigns, .. } = self;
        let known_campaigns = known_campaigns.into();
        Board { version, blocks, partners, groups, cities, campaigns, known_campaigns }
    }

    /// What a block keeps of an activity with its dates, which are in the order of time.
    pub(super) fn entry<'a>(
        &mut self,
        row: &FactRow,
        dates: impl Iterator<Item = &'a DateRow>,
    ) -> Result<Entry, RowError> {
        let columns = Columns("activity");
        let topics: Vec<Topic> = columns.keys("topics", &row.topics)?;
        let levels: Vec<Level> = columns.keys("levels", &row.levels)?;
        let audience: Vec<Audience> = columns.keys("audience", &row.audience)?;
        let format: Format = columns.key("format", &row.format)?;
        let kind: Kind = columns.key("kind", &row.kind)?;
        let sign_up: SignUpMode = columns.key("sign_up", &row.sign_up)?;
        let ages = columns.ages(row.age_min, row.age_max)?;
        let postcode = row.postcode.as_deref().map(|it| columns.key("postcode", it)).transpose()?;
        let coordinates = columns.point(row.lat, row.lon)?;
        let venue = Venue { postcode, coordinates, ..Venue::default() };
        let travel =
            columns.numbers::<u16>("travel_km", row.travel_km)?.and_then(TravelDistance::new);
        let campaign = row.campaign.as_deref().and_then(|key| CampaignKey::try_from(key).ok());
        let partner = self.partner_places.get(&row.partner_id).copied().unwrap_or_default();
        let sector = self.partners.get(partner as usize).map_or(Sector::ALL[0], |it| it.sector);
        let fact = Fact {
            version: row.version,
            partner,
            co_owners: self.group(row.id),
            sector,
            topics: topics.iter().fold(0, |bits, it| bits | topic_bit(*it)),
            first_topic: topics.first().copied().unwrap_or(Topic::Engineering),
            levels: levels.iter().fold(0, |bits, it| bits | level_bit(*it)),
            audience: audience.iter().fold(0, |bits, it| bits | audience_bit(*it)),
            kind,
            format,
            language: columns.key("language", &row.language)?,
            campaign: campaign.map(|key| self.campaign(key)),
            girls: row.girls_focus,
            price: columns.price(row.price_oere)?,
            group: columns.group(row.group_min, row.group_max)?,
            point: venue.point(),
            city: row.city.as_deref().map(|city| self.city(city)),
            is_flexible: !kind.has_set_times() || sign_up == SignUpMode::Request,
            is_free_to_come: sign_up == SignUpMode::None,
            travel,
        };
        Ok(Entry {
            id: row.id.as_u128(),
            ages: domain::catalogue::ages_meant(ages, &levels),
            reach: Municipalities::reached(format, &venue, travel),
            dates: dates.map(date_of).collect(),
            fact,
        })
    }

    /// The number of those who own an activity beside its lead.
    fn group(&mut self, activity: Uuid) -> u32 {
        let Some(owners) = self.co_owners.get(&activity) else { return 0 };
        let group: Box<[u32]> =
            owners.iter().filter_map(|it| self.partner_places.get(it).copied()).collect();
        let known = self.groups.iter().position(|it| *it == group);
        number(known.unwrap_or_else(|| {
            self.groups.push(group);
            self.groups.len() - 1
        }))
    }

    fn city(&mut self, city: &str) -> u32 {
        if let Some(n) = self.city_places.get(city) {
            return *n;
        }
        let (n, city) = (number(self.cities.len()), Arc::<str>::from(city));
        self.cities.push(Arc::clone(&city));
        self.city_places.insert(city, n);
        n
    }

    fn campaign(&mut self, key: CampaignKey) -> u16 {
        let known = self.campaigns.iter().position(|it| *it == key);
        let place = known.unwrap_or_else(|| {
            self.campaigns.push(key);
            self.campaigns.len() - 1
        });
        u16::try_from(place).unwrap_or(u16::MAX)
    }
}

/// Blocks of entries that come in the order of ids.
#[derive(Default)]
pub(super) struct Blocks {
    done: Vec<Arc<Block>>,
    pending: Vec<Entry>,
}

impl Blocks {
    /// New blocks keep some room, so that a new entry does not split them at once.
    const FILLED: usize = ROWS * 3 / 4;

    /// An entry that follows those before.
    pub(super) fn push(&mut self, entry: Entry) {
        self.pending.push(entry);
        if self.pending.len() >= Self::FILLED {
            let entries = std::mem::take(&mut self.pending);
            self.done.push(Arc::new(Block::of(entries)));
        }
    }

    /// Entries that follow those before; a few of them join their neighbours.
    pub(super) fn add(&mut self, mut entries: Vec<Entry>) {
        if entries.is_empty() {
            return;
        }
        let is_small = |n: usize| n < ROWS / 4;
        if let Some(before) = self.done.last()
            && is_small(before.len().min(entries.len()))
            && before.len() + entries.len() <= ROWS
        {
            entries = before.entries().chain(entries).collect();
            self.done.pop();
        }
        let n = entries.len();
        // As many as are needed, and all of one size.
        let size = n.div_ceil(n.div_ceil(ROWS));
        while !entries.is_empty() {
            let rest = entries.split_off(size.min(entries.len()));
            self.done.push(Arc::new(Block::of(entries)));
            entries = rest;
        }
    }

    /// Takes over a block as it is.
    pub(super) fn keep(&mut self, block: &Arc<Block>) {
        self.done.push(Arc::clone(block));
    }

    pub(super) fn finish(mut self) -> Vec<Arc<Block>> {
        let rest = std::mem::take(&mut self.pending);
        self.add(rest);
        self.done
    }
}

fn date_of(row: &DateRow) -> Date {
    let seats = row.capacity.map(|capacity| {
        let capacity = capacity.unsigned_abs();
        (capacity, capacity.saturating_sub(row.taken.unsigned_abs()))
    });
    let closes_at = row.deadline_at.unwrap_or(row.start_at);
    Date { id: row.id, start: row.start_at, end: row.end_at, closes_at, seats }
}

fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
