//! What programs get when they search: the same for the interface and the command line.

use std::{collections::BTreeMap, time::Duration};

use application::{
    copenhagen,
    ports::{ActivitySummary, Facets, OccurrenceSummary},
    search::Search,
};
use chrono::{DateTime, SecondsFormat, Utc};
use domain::{
    catalogue::Coordinates,
    pact::{Postcode, Region},
    search::Query,
};
use serde::Serialize;
use ui::{Ask, Place};
use utoipa::ToSchema;

/// One page of a search.
#[derive(Serialize, ToSchema)]
pub struct SearchAnswer {
    /// How many there are on all pages: those that meet everything and, where these are
    /// few, those that come near.
    pub total: u32,
    /// How many of them meet everything; the others tell in `misses` what they do not.
    pub total_met: u32,
    pub page: u32,
    pub per_page: u32,
    /// How long the answer took inside the portal, in milliseconds, to the microsecond.
    pub took_ms: f64,
    pub understood: UnderstoodAnswer,
    pub hits: Vec<HitAnswer>,
    /// By parameter and value: how many one would see with this choice too.
    pub facets: BTreeMap<String, BTreeMap<String, u32>>,
}

/// How the words of `q` were taken.
#[derive(Serialize, ToSchema)]
pub struct UnderstoodAnswer {
    /// What was looked for as words, folded.
    pub words: Vec<String>,
    pub parts: Vec<PartAnswer>,
    /// Parts that mean other than a parameter that was given, which counts; as they were typed.
    pub overruled: Vec<String>,
    /// Parts that say what is not wanted, which is not looked for; as they were typed.
    pub denied: Vec<String>,
    /// How many words behind `words` were left out, since they were too many.
    pub left_out: usize,
    pub corrections: Vec<CorrectionAnswer>,
}

/// A part of `q` that was taken for a choice of the filter.
#[derive(Serialize, ToSchema)]
pub struct PartAnswer {
    /// As it was typed.
    pub text: String,
    /// The parameters that say the same.
    pub means: BTreeMap<String, Vec<String>>,
}

/// A word that nothing holds, and what was looked for instead.
#[derive(Serialize, ToSchema)]
pub struct CorrectionAnswer {
    pub typed: String,
    pub meant: String,
}

/// An activity.
#[derive(Serialize, ToSchema)]
pub struct HitAnswer {
    pub id: String,
    pub partner: String,
    /// The partner's own key.
    pub external_id: String,
    pub slug: String,
    /// Its page.
    pub url: String,
    pub title: String,
    pub summary: String,
    pub kind: String,
    pub topics: Vec<String>,
    pub levels: Vec<String>,
    pub audience: Vec<String>,
    pub age_min: Option<u8>,
    pub age_max: Option<u8>,
    pub format: String,
    pub postcode: Option<String>,
    pub city: Option<String>,
    /// The official code of the municipality; an estimate by postcode.
    pub municipality: Option<String>,
    /// The region on the day of the next occurrence.
    pub region: Option<String>,
    /// Degrees north, WGS 84.
    pub lat: Option<f64>,
    /// Degrees east, WGS 84.
    pub lon: Option<f64>,
    /// As the bird flies from the place that was asked for; 0 where the partner comes there.
    pub distance_km: Option<u16>,
    /// For each participant; 0 is free.
    pub price_dkk: f64,
    /// ISO 639-1.
    pub language: String,
    pub girls_focus: bool,
    pub campaign: Option<String>,
    /// None where dates are agreed one by one.
    pub next_occurrence: Option<OccurrenceAnswer>,
    /// How many of the occurrences that were asked for are still to come.
    pub occurrences: u32,
    /// The parameters that it does not meet; empty for all that meet everything.
    pub misses: Vec<String>,
}

/// One date of an activity; instants are RFC 3339 in UTC.
#[derive(Serialize, ToSchema)]
pub struct OccurrenceAnswer {
    pub id: String,
    pub start: String,
    pub end: String,
    /// Seats in all, where the portal keeps them.
    pub capacity: Option<u32>,
    pub seats_left: Option<u32>,
    /// The last moment for sign-up.
    pub deadline: String,
}

impl SearchAnswer {
    #[must_use]
    pub fn of(ask: &Ask, query: &Query, search: Search, took: Duration) -> Self {
        let understanding = &search.understanding;
        let parts = understanding.parts.iter().map(|part| {
            let mut means: BTreeMap<String, Vec<String>> = BTreeMap::new();
            for (parameter, value) in &part.pairs {
                means.entry(parameter.to_string()).or_default().push(value.clone());
            }
            PartAnswer { text: part.text.clone(), means }
        });
        let words = understanding.words.words.iter().map(|word| word.folded.clone());
        let corrections = search.corrections.into_iter();
        let corrections =
            corrections.map(|it| CorrectionAnswer { typed: it.typed, meant: it.meant });
        let understood = UnderstoodAnswer {
            words: words.collect(),
            parts: parts.collect(),
            overruled: understanding.overruled.iter().map(|part| part.text.clone()).collect(),
            denied: understanding.denied.clone(),
            left_out: understanding.left_out,
            corrections: corrections.collect(),
        };
        let met = search.found.hits.into_iter().map(|hit| HitAnswer::of(ask, hit, Vec::new()));
        let near = search.nearly.into_iter().map(|it| {
            HitAnswer::of(ask, it.activity, it.misses.iter().map(ToString::to_string).collect())
        });
        Self {
            total: search.found.total + search.nearly_total,
            total_met: search.found.total,
            page: query.page.get(),
            per_page: query.per_page,
            took_ms: (took.as_secs_f64() * 1e6).round() / 1e3,
            understood,
            hits: met.chain(near).collect(),
            facets: facets(&search.found.facets),
        }
    }
}

impl HitAnswer {
    fn of(ask: &Ask, it: ActivitySummary, misses: Vec<String>) -> Self {
        fn keys<T: ToString>(list: &[T]) -> Vec<String> {
            list.iter().map(ToString::to_string).collect()
        }
        let area = it.postcode.and_then(Postcode::area);
        let municipality = area.and_then(|area| area.municipality);
        let day = it.next.map_or_else(|| ask.today(), |next| copenhagen::day(next.start));
        let ages = it.ages.span();
        Self {
            id: it.id.0.to_string(),
            partner: it.partner.name,
            external_id: it.external_id,
            url: ask.url(&Place::Activity(it.slug.clone()), ask.locale),
            slug: it.slug.to_string(),
            title: it.title,
            summary: it.summary,
            kind: it.kind.to_string(),
            topics: keys(&it.topics),
            levels: keys(&it.levels),
            audience: keys(&it.audience),
            age_min: ages.as_ref().map(|span| *span.start()),
            age_max: ages.as_ref().map(|span| *span.end()),
            format: it.format.to_string(),
            postcode: it.postcode.map(|postcode| postcode.to_string()),
            city: it.city,
            municipality: municipality.map(|it| it.code().to_owned()),
            region: municipality
                .and_then(|it| it.region_on(day))
                .map(|region: Region| region.key().to_owned()),
            lat: it.point.map(Coordinates::lat),
            lon: it.point.map(Coordinates::lon),
            distance_km: it.distance_km,
            price_dkk: f64::from(it.price.oere()) / 100.0,
            language: it.language.code().to_owned(),
            girls_focus: it.girls_focus,
            campaign: it.campaign.map(|key| key.to_string()),
            next_occurrence: it.next.map(OccurrenceAnswer::of),
            occurrences: it.upcoming,
            misses,
        }
    }
}

impl OccurrenceAnswer {
    fn of(it: OccurrenceSummary) -> Self {
        Self {
            id: it.id.0.to_string(),
            start: instant(it.start),
            end: instant(it.end),
            capacity: it.capacity,
            seats_left: it.seats_left,
            deadline: instant(it.closes_at),
        }
    }
}

fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

fn facets(it: &Facets) -> BTreeMap<String, BTreeMap<String, u32>> {
    fn named<T>(list: &[(T, u32)], key: impl Fn(&T) -> String) -> BTreeMap<String, u32> {
        list.iter().map(|(value, n)| (key(value), *n)).collect()
    }
    let flag = |n: u32| BTreeMap::from([("true".to_owned(), n)]);
    let facets = [
        ("topic", named(&it.topics, ToString::to_string)),
        ("level", named(&it.levels, ToString::to_string)),
        ("kind", named(&it.kinds, ToString::to_string)),
        ("audience", named(&it.audiences, ToString::to_string)),
        ("region", named(&it.regions, |region| region.key().to_owned())),
        ("municipality", named(&it.municipalities, |home| home.code().to_owned())),
        ("format", named(&it.formats, ToString::to_string)),
        ("language", named(&it.languages, |language| language.code().to_owned())),
        ("sector", named(&it.sectors, ToString::to_string)),
        ("campaign", named(&it.campaigns, ToString::to_string)),
        ("month", named(&it.months, ToString::to_string)),
        ("week", named(&it.weeks, ToString::to_string)),
        ("free", flag(it.free)),
        ("girls", flag(it.girls)),
        ("full", flag(it.full)),
        ("past", flag(it.past)),
    ];
    facets.into_iter().map(|(name, counts)| (name.to_owned(), counts)).collect()
}
