//! What was found, as a sheet.

use domain::{catalogue::Slug, search::Query};

use super::{Followed, SearchError, follow_search};
use crate::{
    catalogue::{Column, SheetRow, WholeSheet, guarded, row_telling},
    ports::Ports,
};

/// What a sheet of a search tells, in the words of the import format: what lists tell, not whole
/// descriptions, and nobody's address.
const COLUMNS: [Column; 31] = [
    Column::ExternalId,
    Column::Partner,
    Column::Kind,
    Column::Title,
    Column::Summary,
    Column::Topics,
    Column::Audience,
    Column::Levels,
    Column::AgeMin,
    Column::AgeMax,
    Column::GirlsFocus,
    Column::Campaign,
    Column::Format,
    Column::Venue,
    Column::Street,
    Column::Postcode,
    Column::City,
    Column::Lat,
    Column::Lon,
    Column::TravelKm,
    Column::PriceDkk,
    Column::Language,
    Column::Accessibility,
    Column::SignUp,
    Column::SignUpUrl,
    Column::GroupMin,
    Column::GroupMax,
    Column::Start,
    Column::End,
    Column::Capacity,
    Column::Deadline,
];
/// Where the page of an activity is.
const URL: &str = "url";

/// One page of what meets all of `query`, a row for each activity with the first of the dates
/// that were asked for; `url` says where its page is. No cell is a formula.
///
/// # Errors
///
/// Where the store or the index fails.
pub async fn export_search(
    ports: &Ports,
    query: &Query,
    url: impl Fn(&Slug) -> String,
) -> Result<WholeSheet, SearchError> {
    let followed = follow_search(ports, query).await?;
    let rows = (2..).zip(&followed).map(|(line, it)| {
        let mut cells = cells_of(it);
        cells.push(url(&it.activity.slug));
        SheetRow { line, cells: cells.iter().map(|cell| guarded(cell)).collect() }
    });
    let header = COLUMNS.iter().map(|column| column.name()).chain([URL]).map(str::to_owned);
    Ok(WholeSheet { header: header.collect(), rows: rows.collect() })
}

fn cells_of(Followed { hit, activity }: &Followed) -> Vec<String> {
    let next = hit.next.and_then(|next| activity.occurrences().iter().find(|it| it.id == next.id));
    let mut row = row_telling(activity, next);
    row[Column::ExternalId as usize] = activity.external_id.to_string();
    row[Column::Partner as usize].clone_from(&hit.partner.name);
    COLUMNS.iter().map(|column| std::mem::take(&mut row[*column as usize])).collect()
}
