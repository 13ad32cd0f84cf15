//! Whoever was erased is erased again, where a backup was put back that knew them.

use domain::privacy::Tombstone;

use super::{DataError, erase_data::erase};
use crate::ports::Ports;

/// Erases everybody whom tombstones are of; answers how many there were. No letter tells them:
/// they have heard already.
///
/// # Errors
///
/// Where the store fails.
pub async fn erase_again(ports: &Ports, under: &[Tombstone]) -> Result<usize, DataError> {
    let buried = ports.held.buried(under).await?;
    for email in &buried {
        erase(ports, email, None).await?;
        ports.kept_letters.forget_kept_to(email).await?;
    }
    Ok(buried.len())
}
