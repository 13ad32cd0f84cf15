//! The board: what lists are made from, held in memory in a compact form.
//!
//! Invariant: it is a copy. It is made anew beside the old one as soon as the
//! catalogue's version in the database is another.

mod build;
mod facet;
mod fact;
mod find;
mod nearly;
mod reader;
mod related;
mod tally;

use domain::{
    catalogue::{Coordinates, Slug},
    pact::CampaignKey,
    partners::Sector,
};

use fact::{Date, Fact};
pub use reader::BoardReader;

/// Everything that lists are made from, as it was at one version of the catalogue.
pub(super) struct Board {
    version: i64,
    /// In the order of ids.
    facts: Vec<Fact>,
    /// The dates of all activities, each activity's together and in the order of time.
    dates: Vec<Date>,
    partners: Vec<PartnerFact>,
    cities: Vec<City>,
    campaigns: Vec<CampaignKey>,
}

struct PartnerFact {
    name: String,
    slug: Slug,
    sector: Sector,
}

/// A town where something happens, with a point in it.
struct City {
    name: String,
    point: Option<Coordinates>,
}
