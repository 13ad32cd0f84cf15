//! Somebody says what the columns of their sheet mean.

use domain::{
    catalogue::{ImportId, ImportStage},
    identity::Action,
};

use super::held_import;
use crate::{
    catalogue::{Column, DeskError},
    identity::Viewer,
    ports::Ports,
};

/// Keeps what each column means, from the first to the last; what is no column of ours means
/// nothing. Only a sheet that is still open has its columns said anew.
///
/// # Errors
///
/// [`DeskError::Unknown`] where the import is not theirs.
pub async fn mean_columns(
    ports: &Ports,
    viewer: &Viewer,
    id: ImportId,
    said: &[String],
) -> Result<(), DeskError> {
    let mut tx = ports.store.begin().await?;
    let (_, mut import) = held_import(&mut *tx, viewer, Action::ImportSheet, id).await?;
    if import.stage != ImportStage::Open {
        return Ok(());
    }
    for (meaning, said) in import.columns.iter_mut().zip(said) {
        let column = Column::named(said).map_or("", Column::name);
        column.clone_into(&mut meaning.column);
    }
    import.changed_at = ports.clock.now();
    tx.imports().save(&import).await?;
    Ok(tx.commit().await?)
}
