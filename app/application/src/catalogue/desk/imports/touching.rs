//! What a sheet means to those who are signed up: how many are told of it, and the telling.

use std::collections::HashSet;

use domain::catalogue::{Activity, ActivityId, OccurrenceId};

use crate::{
    catalogue::{Consequence, desk::consequences::touched},
    ports::{Ports, StoreError, Transaction},
    signup::tell_of_change,
};

/// An activity before and after a sheet.
pub(crate) struct Turned<'a> {
    pub(crate) before: &'a Activity,
    pub(crate) after: &'a Activity,
}

/// The parties of an activity who are told that it is otherwise than they know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TouchedParties {
    pub activity: ActivityId,
    pub title: String,
    /// Their date is not named any more: it is called off for them.
    pub dropped: u64,
    /// Place, end or price are others.
    pub changed: u64,
}

/// How many parties are told of what becomes of their activities, those alone who are.
pub(crate) async fn parties_touched(
    ports: &Ports,
    tx: &mut dyn Transaction,
    turned: &[Turned<'_>],
) -> Result<Vec<TouchedParties>, StoreError> {
    let ids: Vec<ActivityId> = turned.iter().map(|it| it.before.id).collect();
    let dates = tx.sign_ups().dates_of(&ids).await?;
    let mut found = Vec::new();
    for it in turned {
        let mut parties = TouchedParties {
            activity: it.after.id,
            title: it.after.particulars().title.to_string(),
            dropped: 0,
            changed: 0,
        };
        for (date, consequence) in touched(it.before, it.after, ports.clock.now()) {
            let n = match consequence {
                _ if !dates.contains(&date) => 0,
                _ => sure_at(ports, date).await?,
            };
            match consequence {
                Consequence::Dropped => parties.dropped += n,
                Consequence::Changed => parties.changed += n,
            }
        }
        if parties.dropped + parties.changed > 0 {
            found.push(parties);
        }
    }
    Ok(found)
}

/// How many parties come to a date, or stand in line for it.
async fn sure_at(ports: &Ports, date: OccurrenceId) -> Result<u64, StoreError> {
    let there = ports.sign_ups.sign_ups_of(date).await?;
    Ok(there.iter().filter(|it| it.entry.stage.is_sure()).count() as u64)
}

/// Writes to the parties whose date is otherwise than they know, in the transaction that makes it
/// so. Those whose date is dropped hear of it from its roster.
pub(crate) async fn tell_touched(
    ports: &Ports,
    tx: &mut dyn Transaction,
    turned: &[Turned<'_>],
) -> Result<(), StoreError> {
    let ids: Vec<ActivityId> = turned.iter().map(|it| it.before.id).collect();
    let dates: HashSet<OccurrenceId> = tx.sign_ups().dates_of(&ids).await?;
    for it in turned {
        let touched = touched(it.before, it.after, ports.clock.now()).into_iter();
        let changed = touched.filter(|it| it.1 == Consequence::Changed && dates.contains(&it.0));
        let changed: Vec<OccurrenceId> = changed.map(|it| it.0).collect();
        if !changed.is_empty() {
            tell_of_change(ports, tx, it.after, changed).await?;
        }
    }
    Ok(())
}
