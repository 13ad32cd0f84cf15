//! Where a sheet is handed in, and what was handed in before.

use domain::{
    catalogue::Import,
    identity::Action,
    partners::{Partner, PartnerId},
};

use crate::{
    catalogue::desk::{DeskError, partner as partner_named},
    identity::{Viewer, may_for_partner},
    ports::Ports,
};

/// Where a sheet is handed in, and what was handed in before.
#[derive(Clone, Debug)]
pub struct ImportsPage {
    pub partner: Partner,
    /// The newest first.
    pub imports: Vec<Import>,
}

const SHOWN: u64 = 50;

/// The imports of a partner, the newest first.
///
/// # Errors
///
/// [`DeskError::Unknown`] where the partner is not theirs.
pub async fn show_imports(
    ports: &Ports,
    viewer: &Viewer,
    partner: PartnerId,
) -> Result<ImportsPage, DeskError> {
    may_for_partner(&viewer.account, Action::SeeImports, partner)?;
    let imports = ports.imports.imports_of(partner, SHOWN).await?;
    Ok(ImportsPage { partner: partner_named(ports, partner).await?, imports })
}
