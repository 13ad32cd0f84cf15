//! Making a board from the database.

use std::collections::HashMap;

use application::ports::StoreError;
use domain::{
    Uuid,
    catalogue::{Audience, Format, Kind, Level, SignUpMode, Topic, TravelDistance, Venue},
    pact::{CampaignKey, Municipalities},
};

use super::{
    Board, City, Date, Fact, PartnerFact,
    fact::{audience_bit, level_bit, topic_bit},
};
use crate::adapters::database::{Columns, Database, DateRow, FactRow, RowError};

/// So many rows are held while the board is made; their texts are long.
const ROWS_AT_ONCE: u64 = 500;

impl Board {
    /// A board with nothing on it, older than any catalogue.
    pub(super) fn empty() -> Self {
        Self {
            version: -1,
            facts: Vec::new(),
            dates: Vec::new(),
            partners: Vec::new(),
            cities: Vec::new(),
            campaigns: Vec::new(),
        }
    }

    /// Reads the catalogue as it is.
    pub(super) async fn read(database: &Database) -> Result<Self, StoreError> {
        // The version first: what changes while we read makes us read again.
        let version = database.catalogue_version().await?;
        let partners = database.all_partners().await?;

        let mut board = Self { version, ..Self::empty() };
        let mut index = HashMap::new();
        for (n, partner) in (0u32..).zip(partners) {
            index.insert(partner.id.0, n);
            let name = partner.name.to_string();
            board.partners.push(PartnerFact { name, slug: partner.slug, sector: partner.sector });
        }
        let mut cities = HashMap::new();
        let mut last = Uuid::nil();
        loop {
            let rows = database.facts_after(last, ROWS_AT_ONCE).await?;
            let Some(end) = rows.last().map(|row| row.id) else { break };
            let dates = database.dates_within(last, end).await?;
            last = end;
            for row in &rows {
                let partner = index.get(&row.partner_id).copied().unwrap_or_default();
                let from = dates.partition_point(|date| date.activity_id < row.id);
                let of_row = dates[from..].iter().take_while(|date| date.activity_id == row.id);
                board
                    .take(row, partner, of_row.map(date_of), &mut cities)
                    .map_err(StoreError::new)?;
            }
        }
        board.facts.shrink_to_fit();
        board.dates.shrink_to_fit();
        Ok(board)
    }

    fn take(
        &mut self,
        row: &FactRow,
        partner: u32,
        dates: impl Iterator<Item = Date>,
        cities: &mut HashMap<String, u32>,
    ) -> Result<(), RowError> {
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

        let first_date = self.dates.len();
        self.dates.extend(dates);
        let city = row.city.as_ref().map(|city| {
            if let Some(n) = cities.get(city) {
                *n
            } else {
                let n = position(self.cities.len());
                self.cities.push(City { name: city.clone(), point: venue.point() });
                cities.insert(city.clone(), n);
                n
            }
        });
        let campaign = row.campaign.as_deref().and_then(|key| CampaignKey::try_from(key).ok());
        let campaign = campaign.map(|key| self.campaign_index(key));

        self.facts.push(Fact {
            id: row.id,
            partner,
            topics: topics.iter().fold(0, |bits, it| bits | topic_bit(*it)),
            first_topic: topics.first().copied().unwrap_or(Topic::Engineering),
            levels: levels.iter().fold(0, |bits, it| bits | level_bit(*it)),
            audience: audience.iter().fold(0, |bits, it| bits | audience_bit(*it)),
            kind,
            format,
            language: columns.key("language", &row.language)?,
            campaign,
            girls: row.girls_focus,
            free: row.price_oere == 0,
            ages: domain::catalogue::ages_meant(ages, &levels),
            group: columns.group(row.group_min, row.group_max)?,
            reach: Municipalities::reached(format, &venue, travel),
            point: venue.point(),
            city,
            is_free_to_come: sign_up == SignUpMode::None,
            travel,
            is_flexible: !kind.has_set_times() || sign_up == SignUpMode::Request,
            dates: position(first_date)..position(self.dates.len()),
        });
        Ok(())
    }

    fn campaign_index(&mut self, key: CampaignKey) -> u16 {
        let known = self.campaigns.iter().position(|it| *it == key);
        let index = known.unwrap_or_else(|| {
            self.campaigns.push(key);
            self.campaigns.len() - 1
        });
        u16::try_from(index).unwrap_or(u16::MAX)
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

/// A place on the board; four thousand million are more than any catalogue has.
fn position(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
