//! Somebody hands in a sheet.

use std::collections::HashSet;

use domain::{
    catalogue::{ColumnMeaning, Import, ImportFigures, ImportId, ImportStage},
    identity::Action,
    partners::{PartnerId, Standing},
};

use crate::{
    catalogue::{Column, DeskError, WholeSheet},
    identity::{Viewer, may_for_partner},
    ports::Ports,
};

/// How many earlier imports are asked what a header means.
const LOOKED_BACK: u64 = 20;

/// Keeps a sheet until somebody has looked at what it would do. What a header means is taken
/// from the format, or else from what the partner said of the same header before. Whatever the
/// same person has open for the partner gives way.
///
/// # Errors
///
/// [`DeskError::Unknown`] where the partner is not theirs; [`DeskError::PartnerNotApproved`]
/// where a moderator has refused it.
pub async fn hand_in_sheet(
    ports: &Ports,
    viewer: &Viewer,
    partner: PartnerId,
    (file_name, sheet): (&str, WholeSheet),
) -> Result<ImportId, DeskError> {
    let before = ports.imports.imports_of(partner, LOOKED_BACK).await?;
    let now = ports.clock.now();
    let mut tx = ports.store.begin().await?;
    let account = viewer.lock(&mut *tx).await?;
    may_for_partner(&account, Action::ImportSheet, partner)?;
    let known = tx.partners().by_id(partner).await?.ok_or(DeskError::Unknown)?;
    if known.standing == Standing::Refused {
        return Err(DeskError::PartnerNotApproved);
    }
    let import = Import {
        id: ImportId(ports.ids.next()),
        partner,
        by: account.id,
        file_name: Import::file_name(file_name),
        columns: meanings(&sheet.header, &before),
        stage: ImportStage::Open,
        figures: ImportFigures::default(),
        handed_in_at: now,
        changed_at: now,
    };
    tx.imports().forget_open(account.id, partner).await?;
    tx.imports().add(&import, &sheet).await?;
    tx.commit().await?;
    Ok(import.id)
}

/// What each header means, as far as it is known; no two mean the same.
fn meanings(header: &[String], before: &[Import]) -> Vec<ColumnMeaning> {
    let said = |header: &str| {
        let all = before.iter().flat_map(|it| &it.columns);
        let mut same = all.filter(|it| it.header.trim() == header.trim());
        same.find_map(|it| Column::named(&it.column))
    };
    // What the format knows goes before what was said of another word.
    let named: HashSet<Column> = header.iter().filter_map(|it| Column::find(it)).collect();
    let mut taken = HashSet::new();
    let meaning = |header: &String| {
        let column = Column::find(header).or_else(|| said(header).filter(|it| !named.contains(it)));
        let column = column.filter(|it| taken.insert(*it)).map_or("", Column::name);
        ColumnMeaning { header: header.clone(), column: column.to_owned() }
    };
    header.iter().map(meaning).collect()
}
