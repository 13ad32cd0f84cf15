//! Who is expected at a date, who is here, and who is missing.

use chrono::{DateTime, Utc};
use domain::{
    catalogue::OccurrenceId,
    signup::{Arriving, CheckIn, PartyKind, Said, SignUp, Stage, WalkInId},
};

use super::{CheckInError, door};
use crate::{
    copenhagen,
    identity::Viewer,
    ports::{ActivityDetails, OccurrenceSummary, Ports},
};

/// Who is expected at a date, and who is here.
#[derive(Clone, Debug)]
pub struct ShownCheckIn {
    pub details: ActivityDetails,
    pub date: OccurrenceSummary,
    /// Those who have a seat, and those who came without one; the missing first, each in the
    /// order of the alphabet.
    pub parties: Vec<Expected>,
    /// Who came without a sign-up, in the order they came.
    pub walk_ins: Vec<WalkedIn>,
    /// All that was said, for phones that put it beside what they know.
    pub check_in: CheckIn,
    /// Whether anybody can be ticked off now.
    pub is_open: bool,
    /// When the day is over, and phones forget what they keep of it.
    pub day_ends: DateTime<Utc>,
}

/// A party at the door.
#[derive(Clone, Debug)]
pub struct Expected {
    pub sign_up: SignUp,
    /// Nothing where nobody has said anything of it.
    pub said: Option<Said>,
}

/// Some who came without a sign-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WalkedIn {
    pub id: WalkInId,
    pub kind: PartyKind,
    pub said: Said,
}

impl Expected {
    #[must_use]
    pub fn here(&self) -> u16 {
        self.said.map_or(0, |it| it.here)
    }

    /// Whether it has a seat.
    #[must_use]
    pub const fn is_expected(&self) -> bool {
        matches!(self.sign_up.entry.stage, Stage::Confirmed)
    }
}

impl ShownCheckIn {
    /// How many are here, those without a sign-up included.
    #[must_use]
    pub fn here(&self) -> u32 {
        let parties: u32 = self.parties.iter().map(|it| u32::from(it.here())).sum();
        parties + self.walk_ins.iter().map(|it| u32::from(it.said.here)).sum::<u32>()
    }

    /// How many seats those have who are expected.
    #[must_use]
    pub fn expected(&self) -> u32 {
        let expected = self.parties.iter().filter(|it| it.is_expected());
        expected.map(|it| u32::from(it.sign_up.entry.seats)).sum()
    }
}

/// Who is expected at a date of which they may see who comes, and who is here: those who have a
/// seat, those who wait for one, and whoever came although they had cancelled.
///
/// # Errors
///
/// [`CheckInError::Unknown`] where they may not.
pub async fn show_check_in(
    ports: &Ports,
    viewer: &Viewer,
    id: OccurrenceId,
) -> Result<ShownCheckIn, CheckInError> {
    let door = door(ports, viewer, id).await?;
    let is_open = door.is_open(ports);
    let check_in = ports.sign_ups.check_in_of(id).await?;
    let standing = check_in.standing();
    let shows_emergency = SignUp::shows_emergency(door.date.start, ports.clock.now());
    let mut parties = Vec::new();
    for mut sign_up in ports.sign_ups.sign_ups_of(id).await? {
        let said = standing.get(&Arriving::Party(sign_up.id)).copied();
        let has_come = said.is_some_and(|it| it.here > 0);
        if !shows_emergency {
            sign_up.kin.emergency = None;
        }
        if sign_up.entry.stage.is_sure() || has_come {
            parties.push(Expected { sign_up, said });
        }
    }
    parties.sort_by_cached_key(|it| {
        let title = it.sign_up.party.title().to_lowercase();
        (it.here() > 0, !it.is_expected(), title, it.sign_up.entry.turn)
    });
    let mut walk_ins: Vec<WalkedIn> = standing
        .iter()
        .filter_map(|(about, said)| match *about {
            Arriving::WalkIn { id, kind } if said.here > 0 => {
                Some(WalkedIn { id, kind, said: *said })
            }
            _ => None,
        })
        .collect();
    walk_ins.sort_by_key(|it| (it.said.at, it.id));
    let day_ends = copenhagen::end_of(copenhagen::day(door.date.end));
    let (details, date) = (door.details, door.date);
    Ok(ShownCheckIn { details, date, parties, walk_ins, check_in, is_open, day_ends })
}
