//! The pact's regions and campaigns.

mod campaign_band;
mod campaign_list_page;
mod campaign_page;
pub mod campaigns;
pub mod moderation;
pub mod people;
mod region_page;
mod report_page;

use domain::pact::{Campaign, Region};

use crate::Speech;

pub(crate) use campaign_band::CampaignBand;
pub use campaign_list_page::campaign_list_page;
pub use campaign_page::campaign_page;
pub use region_page::region_page;
pub use report_page::{ReportTold, TypedReport, report_page};

/// The day of a campaign, or its first and its last.
pub(crate) fn campaign_days(t: &'static Speech, it: &Campaign) -> String {
    if it.first_day == it.last_day {
        t.date(it.first_day)
    } else {
        t.days(it.first_day, it.last_day)
    }
}

/// Where a region's number stands on the map: the middle of its municipalities.
#[must_use]
pub fn map_point(region: Region) -> Option<(f64, f64)> {
    // Bornholm lies so far out that it would pull the middle into the sea.
    let points: Vec<(f64, f64)> = region
        .municipalities()
        .iter()
        .filter_map(domain::pact::Municipality::middle)
        .map(|point| (point.lat(), point.lon()))
        .filter(|(_, lon)| *lon < 14.0)
        .collect();
    #[expect(clippy::cast_precision_loss, reason = "there are a hundred municipalities")]
    let n = points.len() as f64;
    let (lat, lon) =
        points.iter().fold((0.0, 0.0), |sum, point| (sum.0 + point.0, sum.1 + point.1));
    (n > 0.0).then(|| (lat / n, lon / n))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_region_has_a_place_on_the_map() {
        for region in Region::all() {
            let (lat, lon) = map_point(*region).unwrap();
            assert!((54.5..58.0).contains(&lat) && (8.0..13.0).contains(&lon), "{region:?}");
        }
    }
}
