//! What a sheet did is taken back.

use std::collections::HashMap;

use domain::{
    catalogue::{Activity, ActivityId, ImportId},
    identity::{Action, DeedKind, Subject},
    pact::CampaignKey,
};

use super::{
    held_import,
    touching::{Turned, tell_touched},
};
use crate::{
    catalogue::{DeskError, desk::did},
    identity::Viewer,
    ports::Ports,
};

/// Takes back what an import did, in one transaction: what was new goes, what was changed says
/// again what it said before. What somebody has changed since, or could have relied on, stays;
/// `staying` is how many of those somebody was told of and agreed to.
///
/// # Errors
///
/// [`DeskError::Unknown`] where the import is not theirs, or was not written, or too long ago;
/// [`DeskError::LookAgain`] where more or fewer stay than they were told.
pub async fn undo_import(
    ports: &Ports,
    viewer: &Viewer,
    id: ImportId,
    staying: usize,
) -> Result<(), DeskError> {
    let now = ports.clock.now();
    let mut tx = ports.store.begin().await?;
    let (account, mut import) = held_import(&mut *tx, viewer, Action::UndoImport, id).await?;
    if !import.can_be_undone_at(now) {
        return Err(DeskError::Unknown);
    }
    let campaigns = tx.campaigns().all().await?;
    let traces = tx.imports().traces(id).await?;
    let keys: Vec<_> = traces.iter().map(|it| (import.partner, it.external_id.clone())).collect();
    let found = tx.activities().lock(&keys).await?;
    let mut found: HashMap<ActivityId, Activity> =
        found.into_iter().map(|it| (it.id, it)).collect();
    let ids: Vec<ActivityId> = found.keys().copied().collect();
    let taken = tx.activities().dates_with_seats_taken(&ids).await?;

    let (mut gone, mut restored, mut stayed) = (Vec::new(), Vec::new(), 0);
    let mut before: Vec<Activity> = Vec::new();
    for trace in traces {
        let activity = found.remove(&trace.activity);
        if trace.stays(activity.as_ref(), &taken, now).is_some() {
            stayed += 1;
            continue;
        }
        match (trace.former, activity) {
            (Some(mut former), Some(activity)) => {
                before.push(activity.clone());
                // A campaign that was taken down since does not come back.
                let is_gone = |key: &mut CampaignKey| campaigns.iter().all(|it| it.key != *key);
                former.particulars.campaign.take_if(is_gone);
                restored.push(former.restored(&activity));
            }
            _ => gone.push(trace.activity),
        }
    }
    if stayed != staying {
        return Err(DeskError::LookAgain);
    }
    tx.activities().remove(&gone).await?;
    tx.activities().save(&restored).await?;
    let turned = before.iter().zip(&restored);
    let turned: Vec<Turned<'_>> = turned.map(|(before, after)| Turned { before, after }).collect();
    tell_touched(ports, &mut *tx, &turned).await?;
    let deed = (DeedKind::ImportUndone, Subject::Partner(import.partner));
    did(ports, &mut *tx, &account, import.partner, deed).await?;
    for it in &restored {
        let deed = (DeedKind::ActivityRestored, Subject::Activity(it.id));
        did(ports, &mut *tx, &account, import.partner, deed).await?;
    }
    import.stage = domain::catalogue::ImportStage::Undone;
    import.figures.stayed = stayed as u64;
    import.changed_at = now;
    tx.imports().save(&import).await?;
    tx.imports().forget_traces(id).await?;
    tx.commit().await?;
    tracing::info!(import = %id.0, gone = gone.len(), restored = restored.len(), stayed, "an import was undone");
    Ok(())
}
