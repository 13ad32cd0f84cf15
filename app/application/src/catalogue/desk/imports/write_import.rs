//! What is right in a sheet is written.

use domain::{
    catalogue::{Activity, Former, ImportId, ImportStage, Trace},
    identity::{Account, Action, DeedKind, Subject},
    partners::{PartnerId, Standing},
};

use super::{
    held_import,
    reading::{Fate, Reading, read},
    touching::tell_touched,
};
use crate::{
    catalogue::{
        DeskError, ImportError,
        desk::{
            did,
            sampling::{look_again, sample},
        },
        import_activities::Campaigns,
    },
    identity::Viewer,
    ports::{Ports, StoreError, Transaction},
};

/// Writes what is right in a sheet, all of it in one transaction, by the rules of the editor:
/// what is new waits for a moderator unless the partner is trusted. What it did to each activity
/// is kept, so that it can be undone; parties whose date is otherwise than they know are told. An
/// import that is written already is left as it is.
///
/// # Errors
///
/// [`DeskError::Unknown`] where the import is not theirs, or its sheet is forgotten;
/// [`DeskError::File`] where the columns do not suffice; [`DeskError::PartnerNotApproved`] where
/// a moderator has refused the partner.
pub async fn write_import(ports: &Ports, viewer: &Viewer, id: ImportId) -> Result<(), DeskError> {
    let sheet = ports.imports.sheet(id).await?;
    let mut tx = ports.store.begin().await?;
    let (account, mut import) = held_import(&mut *tx, viewer, Action::ImportSheet, id).await?;
    if import.stage != ImportStage::Open {
        return Ok(());
    }
    let sheet = sheet.ok_or(DeskError::Unknown)?;
    let partner = tx.partners().by_id(import.partner).await?.ok_or(DeskError::Unknown)?;
    if partner.standing == Standing::Refused {
        return Err(DeskError::PartnerNotApproved);
    }
    let campaigns = Campaigns::of_sheet(tx.campaigns().all().await?);
    let said = (&sheet, import.columns.as_slice());
    let reading = read(ports, &mut *tx, &partner, said, &campaigns).await?;
    let Reading { judged, report } = &reading;

    let (mut new, mut changed, mut done) = (Vec::new(), Vec::new(), Vec::new());
    for it in judged {
        match &it.fate {
            Fate::New(activity, deed) => {
                done.push((trace(activity, None), *deed));
                new.push(activity.clone());
            }
            Fate::Changed(former, activity, deed) => {
                done.push((trace(activity, Some(former.clone())), *deed));
                changed.push(activity.clone());
            }
            Fate::Unchanged => {}
        }
    }
    tx.activities().add(&new).await?;
    tx.activities().save(&changed).await?;
    tell_touched(ports, &mut *tx, &reading.turned()).await?;
    write_down_all(ports, &mut *tx, (&account, partner.id), &done).await?;
    for it in judged {
        if let Fate::Changed(former, activity, _) = &it.fate {
            let was = (former.state, &former.particulars);
            look_again(ports, &mut *tx, was, (activity, false), &partner).await?;
        }
    }
    let traces: Vec<Trace> = done.into_iter().map(|(trace, _)| trace).collect();
    tx.imports().add_traces(id, &traces).await?;
    import.stage = ImportStage::Written;
    import.figures = report.figures();
    import.changed_at = ports.clock.now();
    tx.imports().save(&import).await?;
    tx.commit().await?;
    tracing::info!(import = %id.0, rows = report.rows, refused = report.rows_rejected, "a sheet was imported");
    Ok(())
}

fn trace(activity: &Activity, former: Option<Former>) -> Trace {
    Trace {
        activity: activity.id,
        external_id: activity.external_id.clone(),
        former,
        left_at: activity.updated_at(),
    }
}

async fn write_down_all(
    ports: &Ports,
    tx: &mut dyn Transaction,
    (account, partner): (&Account, PartnerId),
    done: &[(Trace, DeedKind)],
) -> Result<(), StoreError> {
    let deed = (DeedKind::SheetImported, Subject::Partner(partner));
    did(ports, tx, account, partner, deed).await?;
    for (trace, kind) in done {
        did(ports, tx, account, partner, (*kind, Subject::Activity(trace.activity))).await?;
        sample(ports, tx, trace.activity, *kind).await?;
    }
    Ok(())
}

impl From<ImportError> for DeskError {
    fn from(error: ImportError) -> Self {
        match error {
            ImportError::File(fault) => Self::File(fault),
            ImportError::Store(error) => Self::Store(error),
        }
    }
}
