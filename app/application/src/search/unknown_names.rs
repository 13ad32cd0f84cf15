//! Names in an address that nobody has.

use domain::search::{InvalidParameter, Parameter, Query, Reason};

use crate::ports::{Ports, StoreError};

/// How many partners one search may name: each is looked up.
const MOST_PARTNERS: usize = 20;

/// Takes out of `query` the partners and campaigns that do not exist, and tells which they were.
/// A partner that shows nothing at the moment exists; its list is empty.
///
/// # Errors
///
/// Where the store fails.
pub async fn take_unknown_names(
    ports: &Ports,
    query: &mut Query,
) -> Result<Vec<InvalidParameter>, StoreError> {
    let mut faults = Vec::new();
    let mut refuse = |parameter: Parameter, value: &str, reason| {
        let (name, value) = (parameter.key().to_owned(), value.to_owned());
        faults.push(InvalidParameter { name, value, reason });
    };
    let mut known = Vec::new();
    for (n, slug) in std::mem::take(&mut query.filter.partners).into_iter().enumerate() {
        if n >= MOST_PARTNERS {
            let reason = Reason::TooMany { max: MOST_PARTNERS };
            refuse(Parameter::Partner, slug.as_str(), reason);
            break;
        }
        if ports.partners.profile(&slug).await?.is_some() {
            known.push(slug);
        } else {
            refuse(Parameter::Partner, slug.as_str(), Reason::UnknownValue);
        }
    }
    query.filter.partners = known;
    if !query.filter.campaigns.is_empty() {
        let campaigns = ports.catalogue.campaigns_shown();
        query.filter.campaigns.retain(|key| {
            let is_known = campaigns.iter().any(|it| it.key == *key);
            if !is_known {
                refuse(Parameter::Campaign, &key.to_string(), Reason::UnknownValue);
            }
            is_known
        });
    }
    Ok(faults)
}
