//! The day itself: who has come to a date, ticked off at its door.

mod merge_check_in;
mod show_check_in;
mod tick_off;

use domain::{
    catalogue::OccurrenceId,
    identity::{Account, Action, DeedKind, Subject},
    partners::PartnerId,
    signup::{CheckIn, DeviceId},
};

pub use merge_check_in::merge_check_in;
pub use show_check_in::{Expected, ShownCheckIn, WalkedIn, show_check_in};
pub use tick_off::{Ticked, TypedTick, tick_off};

use crate::{
    deeds::{Doing, write_down},
    identity::{Viewer, may_for_partner, sees_rosters},
    ports::{ActivityDetails, OccurrenceSummary, Ports, StoreError, Transaction},
};

/// Why nobody is ticked off.
#[derive(Debug, thiserror::Error)]
pub enum CheckInError {
    /// Look elsewhere: there is no such date, or it is not theirs.
    #[error("there is no such date")]
    Unknown,
    /// Come back when it is time.
    #[error("it is not the time to tick anybody off")]
    NotNow,
    /// Say how many there are.
    #[error("that is no number of people")]
    Number,
    /// Look at the clocks and the programs of the phones: nobody ticks so much.
    #[error("a date has no room for so many ticks")]
    TooMuch,
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// A date at whose door somebody stands.
pub(super) struct Door {
    pub(super) details: ActivityDetails,
    pub(super) date: OccurrenceSummary,
}

/// The date, for whoever may see who comes to it.
pub(super) async fn door(
    ports: &Ports,
    viewer: &Viewer,
    id: OccurrenceId,
) -> Result<Door, CheckInError> {
    let details = ports.sign_ups.activity_at(id).await?.ok_or(CheckInError::Unknown)?;
    if !sees_rosters(&viewer.account, &details) {
        return Err(CheckInError::Unknown);
    }
    let date = details.occurrences.iter().find(|it| it.id == id).copied();
    Ok(Door { date: date.ok_or(CheckInError::Unknown)?, details })
}

impl Door {
    fn is_open(&self, ports: &Ports) -> bool {
        CheckIn::is_open(self.date.start, self.date.end, ports.clock.now())
    }

    /// On whose behalf somebody does something there: the lead's, or that of a partner which was
    /// let in.
    pub(super) fn partner_of(&self, account: &Account, action: Action) -> Option<PartnerId> {
        let let_in = self.details.co_owners.iter().filter(|it| it.sees_rosters).map(|it| it.id);
        let mut owners = std::iter::once(self.details.activity.partner).chain(let_in);
        owners.find(|it| may_for_partner(account, action, *it).is_ok())
    }

    /// Writes down that somebody began to tick off with a device; each tick would be too much.
    async fn began(
        &self,
        ports: &Ports,
        tx: &mut dyn Transaction,
        account: &Account,
        (before, device): (&CheckIn, DeviceId),
    ) -> Result<(), StoreError> {
        if before.knows(device) {
            return Ok(());
        }
        let doing = Doing {
            by: Some(account.id),
            on_behalf_of: self.partner_of(account, Action::CheckIn),
            kind: DeedKind::CheckedIn,
            about: Subject::Activity(self.details.activity.id),
            remark: None,
        };
        write_down(ports, tx, doing).await
    }
}
