//! The sockets: what the portal needs from the world, in its own words.

mod catalogue_reader;
mod clock;
mod ids;
mod partner_reader;
mod read_models;
mod store;

use std::sync::Arc;

pub use catalogue_reader::CatalogueReader;
pub use clock::Clock;
pub use ids::Ids;
pub use partner_reader::PartnerReader;
pub use read_models::{
    ActivityDetails, ActivitySummary, Facets, Found, OccurrenceSummary, PageAddress, PartnerLink,
    PartnerSummary,
};
pub use store::{ActivityRepository, PartnerRepository, Store, StoreError, Transaction};

/// Every socket, plugged.
#[derive(Clone)]
pub struct Ports {
    pub clock: Arc<dyn Clock>,
    pub ids: Arc<dyn Ids>,
    pub store: Arc<dyn Store>,
    pub catalogue: Arc<dyn CatalogueReader>,
    pub partners: Arc<dyn PartnerReader>,
}
