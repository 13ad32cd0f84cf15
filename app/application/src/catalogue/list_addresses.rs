//! Everything that search engines may visit.

use domain::catalogue::Slug;

use crate::ports::{PageAddress, Ports, StoreError};

/// The pages that come and go by what is in the catalogue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageAddresses {
    /// Partners with something to see now.
    pub partners: Vec<Slug>,
    pub activities: Vec<PageAddress>,
}

/// The pages of all activities that can be seen now, and of whose they are.
///
/// # Errors
///
/// Where the store fails.
pub async fn list_addresses(ports: &Ports) -> Result<PageAddresses, StoreError> {
    let now = ports.clock.now();
    let partners = ports.partners.partners(now).await?;
    Ok(PageAddresses {
        partners: partners.into_iter().map(|it| it.slug).collect(),
        activities: ports.catalogue.addresses(now).await?,
    })
}
