//! Activities of every sort, made from a number: the same number always makes the same.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    Uuid,
    catalogue::{
        Accessibility, Activity, ActivityId, AgeRange, Audience, Capacity, Coordinates, Format,
        GroupSize, Kind, Language, Level, Occurrence, OccurrenceId, Particulars, Price, SignUpMode,
        State, Topic, TravelDistance, Venue,
    },
    partners::{Partner, PartnerId, Sector},
};

/// The n-th partner's id.
#[must_use]
pub fn partner_id(n: usize) -> PartnerId {
    PartnerId(Uuid::from_u128(n as u128 + 1))
}

/// The n-th partner.
///
/// # Panics
///
/// Never: the names are short.
#[must_use]
pub fn partner(n: usize) -> Partner {
    let names = ["Ærø Værft", "Ålborg Robotter", "Zoo", "andet hus", "Skolen på Øen"];
    let name = format!("{} {n}", names[n % names.len()]);
    let sector = Sector::ALL[n % Sector::ALL.len()];
    Partner::found(partner_id(n), name.try_into().expect("a name"), sector, noon(0))
}

fn noon(day: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_796_040_000, 0).unwrap_or_default() + TimeDelta::days(day)
}

/// The n-th activity, published, of the n-th of five partners; around New Year 2027.
///
/// # Panics
///
/// Never: what is made is checked by the tests that use it.
#[must_use]
pub fn an_activity(n: usize) -> Activity {
    let pick = |step: usize, of: usize| (n * step + n / 7) % of;
    let format = Format::ALL[pick(3, 5)];
    let sign_up = SignUpMode::ALL[pick(1, 4)];
    let kind = Kind::ALL[pick(7, Kind::ALL.len())];
    let audience = Audience::ALL[pick(2, 5)];
    let level = pick(5, Level::ALL.len());
    let levels = if audience.has_levels() {
        Level::ALL[level..(level + 3).min(24)].to_vec()
    } else {
        Vec::new()
    };
    let postcodes = ["8800", "5000", "9000", "1050", "4000", "3700", "6700"];
    let needs_place = format.has_venue() || n.is_multiple_of(3);
    let venue = Venue {
        name: (n.is_multiple_of(2)).then(|| "Hallen & »Loftet«".try_into().expect("a name")),
        street: None,
        postcode: needs_place.then(|| postcodes[pick(1, 7)].parse().expect("a postcode")),
        city: needs_place.then(|| "Byen".try_into().expect("a town")),
        coordinates: (n.is_multiple_of(5))
            .then(|| Coordinates::new(55.123_456, 10.654_321).expect("a point")),
    };
    let particulars = Particulars {
        kind,
        title: format!("Aktivitet nummer {n} med æ, ø og å").try_into().expect("a title"),
        summary: format!("Prøv noget nyt, som du ikke kan i skolen: nummer {n}.")
            .try_into()
            .expect("a summary"),
        description: "x"
            .repeat(if n == 1 { 10_000 } else { 20 })
            .try_into()
            .expect("a description"),
        topics: if n.is_multiple_of(2) {
            vec![Topic::ALL[pick(4, 25)]]
        } else {
            vec![Topic::ALL[pick(4, 24) + 1], Topic::Robotics]
        },
        audience: vec![audience],
        levels,
        ages: if n.is_multiple_of(4) {
            AgeRange::new(Some(9), Some(15)).expect("ages")
        } else {
            AgeRange::default()
        },
        girls_focus: n.is_multiple_of(6),
        campaign: (n.is_multiple_of(6)).then(|| "girlsday-2027".try_into().expect("a key")),
        format,
        venue,
        travel: if format == Format::AtSchool && n.is_multiple_of(2) {
            TravelDistance::new(60)
        } else {
            None
        },
        price: if n.is_multiple_of(3) { "49.50".parse().expect("a price") } else { Price::FREE },
        language: if n.is_multiple_of(8) { Language::ENGLISH } else { Language::DANISH },
        accessibility: Accessibility::ALL[..n % 7].to_vec(),
        sign_up,
        sign_up_url: (sign_up == SignUpMode::External)
            .then(|| "https://a.example/x".try_into().expect("an address")),
        group: if n.is_multiple_of(5) {
            GroupSize::new(Some(5), Some(28)).expect("a size")
        } else {
            GroupSize::default()
        },
        contact: "hej@partner.example".try_into().expect("an address"),
    };
    let particulars =
        if particulars.topics.len() == 2 && particulars.topics[0] == particulars.topics[1] {
            Particulars { topics: vec![Topic::Robotics], ..particulars }
        } else {
            particulars
        };
    let particulars = particulars.checked().expect("what goes together");
    let how_many = if particulars.needs_occurrence() { 1 + n % 3 } else { n % 2 };
    let dates = (0..how_many).map(|k| occurrence(n, k, sign_up)).collect();
    let id = ActivityId(Uuid::from_u128(10_000 + n as u128));
    let key = format!("K-{n}").try_into().expect("a key");
    Activity::draft(id, partner_id(n % 5), key, particulars, dates, noon(-100))
        .kept(State::Published, noon(-100))
}

fn occurrence(n: usize, k: usize, sign_up: SignUpMode) -> Occurrence {
    let day = i64::try_from((n * 13 + k * 40) % 120).unwrap_or_default() - 20;
    let start = noon(day) + TimeDelta::minutes(i64::try_from(n).unwrap_or_default());
    let seats = u32::try_from(5 + n % 40).unwrap_or(5);
    let capacity =
        (sign_up == SignUpMode::Portal).then(|| Capacity::try_from(seats).expect("seats"));
    let deadline = (n.is_multiple_of(2)).then(|| start - TimeDelta::days(3));
    let id = OccurrenceId(Uuid::from_u128(1_000_000 + (n * 10 + k) as u128));
    Occurrence::new(id, (start, start + TimeDelta::hours(3)), capacity, deadline).expect("a date")
}
