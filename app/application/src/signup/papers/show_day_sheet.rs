//! The day sheet of a date, for those who offer it.

use domain::{
    catalogue::OccurrenceId,
    signup::{PartyKind, SignUp, Stage},
};

use crate::{
    identity::Viewer,
    ports::{ActivityDetails, OccurrenceSummary, Ports},
    signup::{ShownRoster, SignUpError, show_roster},
};

/// A date, and who comes to it.
#[derive(Clone, Debug)]
pub struct ShownDaySheet {
    pub details: ActivityDetails,
    pub date: OccurrenceSummary,
    /// Those who have a seat, in the order of the alphabet.
    pub parties: Vec<SignUp>,
    /// How many seats those need who wait for one.
    pub waiting: u32,
}

impl ShownDaySheet {
    /// How many come, those who come along with a class not counted.
    #[must_use]
    pub fn persons(&self) -> u32 {
        self.parties.iter().map(|it| u32::from(it.entry.seats)).sum()
    }

    /// How many grown-ups come along with classes.
    #[must_use]
    pub fn adults(&self) -> u32 {
        self.parties.iter().map(|it| u32::from(it.party.adults())).sum()
    }

    /// How many parties come in a way.
    #[must_use]
    pub fn parties_as(&self, kind: PartyKind) -> usize {
        self.parties.iter().filter(|it| it.party.kind() == kind).count()
    }
}

/// The day sheet of a date of which they may see who comes. It tells of a party what the roster
/// tells of it, and nothing of those who wait but how many seats they need.
///
/// # Errors
///
/// [`SignUpError::Unknown`] where they may not.
pub async fn show_day_sheet(
    ports: &Ports,
    viewer: &Viewer,
    id: OccurrenceId,
) -> Result<ShownDaySheet, SignUpError> {
    let ShownRoster { details, date, sign_ups, .. } = show_roster(ports, viewer, id).await?;
    let waits = |it: &&SignUp| matches!(it.entry.stage, Stage::Waiting | Stage::Offered { .. });
    let waiting = sign_ups.iter().filter(waits).map(|it| u32::from(it.entry.seats)).sum();
    let mut parties = sign_ups;
    parties.retain(|it| it.entry.stage == Stage::Confirmed);
    parties.sort_by_cached_key(|it| (it.party.title().to_lowercase(), it.entry.turn));
    Ok(ShownDaySheet { details, date, parties, waiting })
}
