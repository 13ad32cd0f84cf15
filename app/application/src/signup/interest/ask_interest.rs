//! An organiser makes the link by which the pupils of a date answer.

use domain::{
    catalogue::OccurrenceId,
    identity::{Action, DeedKind, Secret, Subject},
    signup::{Interest, InterestLink, InterestTime},
};

use super::InterestError;
use crate::{
    deeds::{Doing, write_down},
    identity::{Viewer, secret},
    ports::Ports,
    signup::check_in::door,
};

/// Makes the link by which the pupils of a date answer, for whoever may see who comes to it; one
/// that was made before leads nowhere from now on. It is handed out once: only its mark is kept.
///
/// # Errors
///
/// [`InterestError::Unknown`] where they may not, [`InterestError::NotNow`] where it is too late.
pub async fn ask_interest(
    ports: &Ports,
    viewer: &Viewer,
    id: OccurrenceId,
) -> Result<Secret, InterestError> {
    let door = door(ports, viewer, id).await?;
    let now = ports.clock.now();
    let time = Interest::time(door.date.start, door.date.end, now);
    if time == InterestTime::Closed {
        return Err(InterestError::NotNow(time));
    }
    let secret = secret(ports);
    let mut tx = ports.store.begin().await?;
    let account = viewer.lock(&mut *tx).await.map_err(|_| InterestError::Unknown)?;
    tx.rosters().lock(id).await?.ok_or(InterestError::Unknown)?;
    let link = InterestLink { mark: secret.mark(), occurrence: id, made_at: now };
    tx.interest().keep_link(&link).await?;
    let doing = Doing {
        by: Some(account.id),
        on_behalf_of: door.partner_of(&account, Action::AskInterest),
        kind: DeedKind::InterestAsked,
        about: Subject::Activity(door.details.activity.id),
        remark: None,
    };
    write_down(ports, &mut *tx, doing).await?;
    tx.commit().await?;
    Ok(secret)
}
