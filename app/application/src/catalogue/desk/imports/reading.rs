//! Reading a sheet of a partner's own, and what each activity in it would become by the rules of
//! the editor.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use domain::{
    catalogue::{Activity, ActivityId, ColumnMeaning, ExternalId, Former, State},
    identity::DeedKind,
    partners::{Partner, PartnerName},
};

use super::{MOST_ROWS_AT_A_DESK, touching::Turned};
use crate::{
    catalogue::{
        Column, Fault, ImportError, ImportReport, Sheet, WholeSheet,
        desk::send_draft::{sent, step_of_revised},
        import_activities::{Campaigns, Group, read_rows},
    },
    ports::{Ports, Transaction},
};

/// A sheet that was read.
pub(super) struct Reading {
    /// What is taken, in the order in which it first appears.
    pub(super) judged: Vec<Judged>,
    pub(super) report: ImportReport,
}

impl Reading {
    /// What is changed, before and after.
    pub(super) fn turned(&self) -> Vec<Turned<'_>> {
        let turned = self.judged.iter().filter_map(|it| match (&it.before, &it.fate) {
            (Some(before), Fate::Changed(_, after, _)) => Some(Turned { before, after }),
            _ => None,
        });
        turned.collect()
    }
}

/// What an activity of a sheet becomes.
pub(super) struct Judged {
    pub(super) lines: Vec<u64>,
    /// What it was, where it is changed.
    pub(super) before: Option<Activity>,
    pub(super) fate: Fate,
}

#[expect(clippy::large_enum_variant, reason = "most of them are the large ones")]
pub(super) enum Fate {
    New(Activity, DeedKind),
    Changed(Former, Activity, DeedKind),
    Unchanged,
}

/// Reads a sheet, and holds the activities that it names.
pub(super) async fn read(
    ports: &Ports,
    tx: &mut dyn Transaction,
    partner: &Partner,
    (sheet, columns): (&WholeSheet, &[ColumnMeaning]),
    campaigns: &Campaigns,
) -> Result<Reading, ImportError> {
    let mut report = ImportReport::default();
    let sheet = named(sheet, columns, &partner.name);
    let limits = (MOST_ROWS_AT_A_DESK, campaigns.clone());
    let groups = read_rows(ports, sheet, limits, &mut report, &mut |_| {})?;
    let is_own = |group: &Group| group.partner.key() == partner.name.key();
    let (mut own, others): (Vec<Group>, Vec<Group>) = groups.into_iter().partition(is_own);
    let mut elsewhere = HashSet::new();
    for group in others {
        report.reject_each(&group.lines, Column::Partner, &Fault::OtherPartner);
        elsewhere.insert(group.external_id);
    }
    // A slip in the name of the partner rejects a row of their own.
    for group in own.iter_mut().filter(|it| elsewhere.contains(&it.external_id)) {
        group.is_whole = false;
    }
    let keys: Vec<_> = own.iter().map(|it| (partner.id, it.external_id.clone())).collect();
    let known = tx.activities().lock(&keys).await?;
    let mut known: HashMap<ExternalId, Activity> =
        known.into_iter().map(|it| (it.external_id.clone(), it)).collect();
    let gone = tx.former_keys().named(&keys).await?;
    let gone: HashSet<ExternalId> = gone.into_iter().map(|it| it.key).collect();

    let (mut judged, now) = (Vec::with_capacity(own.len()), ports.clock.now());
    for mut group in own {
        let lines = std::mem::take(&mut group.lines);
        let known = known.remove(&group.external_id);
        let before = known.clone();
        let id = ActivityId(ports.ids.next());
        let has = known.as_ref().and_then(|it| it.particulars().campaign.as_ref());
        let is_gone = known.is_none() && gone.contains(&group.external_id);
        let fate = if is_gone {
            Err((Column::ExternalId, Fault::HandedOver))
        } else if let Some(fault) = campaigns.fault_of(group.particulars.campaign.as_ref(), has) {
            Err((Column::Campaign, fault))
        } else {
            let fate = judge(known, group, partner, (id, now));
            fate.map_err(|fault| (Column::ExternalId, fault))
        };
        match fate {
            Ok(fate) => {
                *match fate {
                    Fate::New(..) => &mut report.activities_new,
                    Fate::Changed(..) => &mut report.activities_changed,
                    Fate::Unchanged => &mut report.activities_unchanged,
                } += 1;
                let before = before.filter(|_| matches!(fate, Fate::Changed(..)));
                judged.push(Judged { lines, before, fate });
            }
            Err((column, fault)) => report.reject_each(&lines, column, &fault),
        }
    }
    report.finish();
    Ok(Reading { judged, report })
}

/// The sheet under the names of our columns; who does not say whose it is means their own.
fn named<'a>(sheet: &'a WholeSheet, columns: &[ColumnMeaning], partner: &PartnerName) -> Sheet<'a> {
    let mut header: Vec<String> = columns.iter().map(|it| it.column.clone()).collect();
    let place = header.iter().position(|it| it == Column::Partner.name());
    if place.is_none() {
        header.push(Column::Partner.name().to_owned());
    }
    let partner = partner.to_string();
    let rows = sheet.rows.iter().map(move |row| {
        let mut row = row.clone();
        match place {
            Some(place) => match row.cells.get_mut(place) {
                Some(cell) if cell.trim().is_empty() => cell.clone_from(&partner),
                _ => {}
            },
            None => row.cells.push(partner.clone()),
        }
        Ok(row)
    });
    Sheet { header, rows: Box::new(rows) }
}

fn judge(
    known: Option<Activity>,
    group: Group,
    partner: &Partner,
    (id, now): (ActivityId, DateTime<Utc>),
) -> Result<Fate, Fault> {
    let Some(mut activity) = known else {
        let (said, dates) = (group.particulars, group.occurrences);
        let new = Activity::draft(id, partner.id, group.external_id, said, dates, now);
        let (new, deed) = sent(new, partner, now).map_err(|_| Fault::Archived)?;
        return Ok(Fate::New(new, deed));
    };
    let former = Former::of(&activity);
    if !group.revise(&mut activity, now) {
        return Ok(Fate::Unchanged);
    }
    match activity.state() {
        State::Cancelled => Err(Fault::Cancelled),
        State::Archived => Err(Fault::Archived),
        State::Draft | State::Submitted | State::Published => {
            let (activity, deed) =
                step_of_revised(activity, partner, now).map_err(|_| Fault::Archived)?;
            Ok(Fate::Changed(former, activity, deed))
        }
    }
}
