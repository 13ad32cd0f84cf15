//! Writing what was taken, a few hundred activities in one transaction.

use std::collections::{HashMap, HashSet};

use domain::{
    catalogue::{Activity, ActivityId, ExternalId, State},
    partners::{NameKey, Partner, PartnerId},
};

use super::{Campaigns, Column, Fault, ImportMode, ImportReport, Progress, RowFault, group::Group};
use crate::{
    catalogue::desk::imports::touching::{Turned, parties_touched, tell_touched},
    ports::{Ports, StoreError, Transaction},
};

/// Activities in one transaction: enough to be quick, few enough that others need not wait long.
const BATCH: usize = 500;

pub(super) async fn write(
    ports: &Ports,
    groups: Vec<Group>,
    mode: ImportMode,
    report: &mut ImportReport,
    progress: &mut (dyn FnMut(Progress) + Send),
) -> Result<(), StoreError> {
    let of = groups.len() as u64;
    let mut written = 0;
    // Partners that an earlier batch of a dry run would have made.
    let mut imagined = HashMap::new();
    let mut rest = groups.into_iter().peekable();
    while rest.peek().is_some() {
        let batch: Vec<Group> = rest.by_ref().take(BATCH).collect();
        written += batch.len() as u64;
        write_batch(ports, batch, mode, &mut imagined, report).await?;
        progress(Progress::Written { activities: written, of });
    }
    Ok(())
}

async fn write_batch(
    ports: &Ports,
    groups: Vec<Group>,
    mode: ImportMode,
    imagined: &mut HashMap<NameKey, PartnerId>,
    report: &mut ImportReport,
) -> Result<(), StoreError> {
    let now = ports.clock.now();
    let mut tx = ports.store.begin().await?;
    let campaigns = Campaigns::of_sheet(tx.campaigns().all().await?);
    // Nobody introduces one of them between the look and the writing.
    if mode == ImportMode::Write && groups.iter().any(|group| group.sector.is_some()) {
        tx.partners().lock_all().await?;
    }
    let (partners, mut founded) = partners(ports, &mut *tx, &groups, imagined).await?;

    let mut owned = Vec::with_capacity(groups.len());
    for group in groups {
        match partners.get(&group.partner.key()) {
            Some(partner) => owned.push((*partner, group)),
            None => {
                report.reject_all(&group, Column::PartnerSector, Fault::NewPartnerWithoutSector);
            }
        }
    }
    let keys: Vec<(PartnerId, ExternalId)> =
        owned.iter().map(|(partner, group)| (*partner, group.external_id.clone())).collect();
    let known = tx.activities().lock(&keys).await?;
    let mut known: HashMap<(PartnerId, ExternalId), Activity> =
        known.into_iter().map(|it| ((it.partner, it.external_id.clone()), it)).collect();

    let gone = tx.former_keys().named(&keys).await?;
    let gone: HashSet<(PartnerId, ExternalId)> =
        gone.into_iter().map(|it| (it.partner, it.key)).collect();

    let (mut new, mut changed, mut before) = (Vec::new(), Vec::new(), Vec::new());
    for (partner, group) in owned {
        let key = (partner, group.external_id.clone());
        let old = known.remove(&key);
        if old.is_none() && gone.contains(&key) {
            report.reject_all(&group, Column::ExternalId, Fault::HandedOver);
            continue;
        }
        let has = old.as_ref().and_then(|it| it.particulars().campaign.as_ref());
        if let Some(fault) = campaigns.fault_of(group.particulars.campaign.as_ref(), has) {
            report.reject_all(&group, Column::Campaign, fault);
            continue;
        }
        if let Some(mut activity) = old {
            let was = activity.clone();
            if group.revise(&mut activity, now) {
                changed.push(activity);
                before.push(was);
            } else {
                report.activities_unchanged += 1;
            }
        } else {
            let id = ActivityId(ports.ids.next());
            let mut activity = Activity::draft(
                id,
                partner,
                group.external_id,
                group.particulars,
                group.occurrences,
                now,
            );
            // A draft that an operator imports is published; there is no rule against that step.
            if activity.step_to(State::Published, now).is_ok() {
                new.push(activity);
            }
        }
    }
    // A partner comes with what it offers, or not at all.
    let offering: HashSet<PartnerId> = new.iter().map(|it| it.partner).collect();
    founded.retain(|it| offering.contains(&it.id));
    report.partners_new += founded.len() as u64;
    report.activities_new += new.len() as u64;
    report.activities_changed += changed.len() as u64;
    let turned: Vec<Turned<'_>> =
        before.iter().zip(&changed).map(|(before, after)| Turned { before, after }).collect();
    let touched = parties_touched(ports, &mut *tx, &turned).await?;
    report.parties_told += touched.iter().map(|it| it.dropped + it.changed).sum::<u64>();
    if mode == ImportMode::DryRun {
        imagined.extend(founded.iter().map(|it| (it.name.key(), it.id)));
    }
    if mode == ImportMode::DryRun || (new.is_empty() && changed.is_empty()) {
        return Ok(());
    }
    tx.partners().add(&founded).await?;
    tx.activities().add(&new).await?;
    tx.activities().save(&changed).await?;
    tell_touched(ports, &mut *tx, &turned).await?;
    tx.commit().await
}

/// The partners of a batch by name, and those among them that would be new.
async fn partners(
    ports: &Ports,
    tx: &mut dyn Transaction,
    groups: &[Group],
    imagined: &HashMap<NameKey, PartnerId>,
) -> Result<(HashMap<NameKey, PartnerId>, Vec<Partner>), StoreError> {
    let names: HashSet<NameKey> = groups.iter().map(|group| group.partner.key()).collect();
    let names: Vec<NameKey> = names.into_iter().collect();
    let found = tx.partners().by_name(&names).await?;
    let mut known: HashMap<NameKey, PartnerId> =
        found.into_iter().map(|it| (it.name.key(), it.id)).collect();
    known.extend(imagined.iter().map(|(name, id)| (name.clone(), *id)));

    let mut new = Vec::new();
    for group in groups {
        let name = group.partner.key();
        let Some(sector) = group.sector.filter(|_| !known.contains_key(&name)) else { continue };
        let id = PartnerId(ports.ids.next());
        new.push(Partner::found(id, group.partner.clone(), sector, ports.clock.now()));
        known.insert(name, id);
    }
    Ok((known, new))
}

impl ImportReport {
    /// Rejects all rows of an activity for one reason, told at its first.
    fn reject_all(&mut self, group: &Group, column: Column, fault: Fault) {
        self.reject(vec![RowFault { line: group.line, column, fault }]);
        self.rows_rejected += group.lines.len() as u64 - 1;
    }
}
