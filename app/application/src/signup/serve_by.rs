//! The organiser says by which rule the waiting list is served.

use domain::{
    catalogue::OccurrenceId,
    identity::{Action, DeedKind},
    signup::WaitingRule,
};

use super::{
    SignUpError,
    keep::{About, keep},
    show_roster::theirs,
};
use crate::{
    deeds::{Doing, write_down},
    identity::Viewer,
    ports::Ports,
};

/// Says by which rule the waiting list of a date is served from now on; everybody can read it.
///
/// # Errors
///
/// [`SignUpError::Unknown`] where the date is not theirs.
pub async fn serve_by(
    ports: &Ports,
    viewer: &Viewer,
    date: OccurrenceId,
    rule: WaitingRule,
) -> Result<(), SignUpError> {
    let details = theirs(ports, viewer, Action::SetWaitingRule, date).await?;
    let now = ports.clock.now();
    let mut tx = ports.store.begin().await?;
    let account = viewer.lock(&mut *tx).await.map_err(|_| SignUpError::Unknown)?;
    let mut roster = tx.rosters().lock(date).await?.ok_or(SignUpError::Unknown)?;
    roster.serve_by(rule, now);
    keep(ports, &mut *tx, &roster, &About::of(&details)).await?;
    let doing = Doing::of_owner(&account, &details.activity, DeedKind::WaitingRuleChanged);
    write_down(ports, &mut *tx, doing).await?;
    tx.commit().await?;
    Ok(())
}
