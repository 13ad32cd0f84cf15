//! What is known already of who came to a date.

use domain::{
    catalogue::{Level, OccurrenceId},
    signup::{Arriving, Came, Party, Stage},
};

use crate::ports::{ActivityDetails, Ports, StoreError};

/// What is known already of who came to a date.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FilledIn {
    pub came: Came,
    /// From which levels, as far as classes have told theirs; the youngest first.
    pub levels: Vec<Level>,
    /// Whether somebody was ticked off at the door; where nobody was, those with a seat count.
    pub is_ticked: bool,
}

/// Counts who came to a date: those who were ticked off, or where nobody was, those who had a seat.
pub(super) async fn fill_in(
    ports: &Ports,
    details: &ActivityDetails,
    id: OccurrenceId,
) -> Result<FilledIn, StoreError> {
    let meant = &details.activity.particulars().levels;
    let standing = ports.sign_ups.check_in_of(id).await?.standing();
    let is_ticked = standing.values().any(|it| it.here > 0);
    let (mut came, mut levels) = (Came::default(), Vec::new());
    for it in ports.sign_ups.sign_ups_of(id).await? {
        let here = match it.entry.stage {
            _ if is_ticked => standing.get(&Arriving::Party(it.id)).map_or(0, |said| said.here),
            Stage::Confirmed => it.entry.seats,
            _ => 0,
        };
        came = came.and_party(&it.party, here, meant);
        if let Party::Class { grade: Some(grade), .. } = it.party
            && here > 0
        {
            levels.push(grade);
        }
    }
    for (about, said) in standing {
        if let Arriving::WalkIn { kind, .. } = about {
            came = came.and_walk_ins(kind, said.here, meant);
        }
    }
    levels.sort_unstable();
    levels.dedup();
    Ok(FilledIn { came, levels, is_ticked })
}
