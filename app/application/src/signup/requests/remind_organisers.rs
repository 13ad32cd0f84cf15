//! Organisers are reminded of whoever waits for an answer.

use chrono::{DateTime, Utc};
use domain::{
    identity::{Letter, Role},
    signup::{Request, RequestPatience, RequestStage},
};

use super::{SignUpError, has_waited, tell_organisers};
use crate::{
    identity::tell,
    pact::may_write_at,
    ports::{ActivityDetails, Ports, StoreError, Transaction},
};

/// So many are reminded of in one go, as late as each other.
const AT_ONCE: u64 = 100;

/// Writes to those who act for a partner about each request that has waited for two working days,
/// and again after four; after five to the partner's administrators. Each is told of once as that,
/// however many servers ask, and neither at night nor while they do not work; what was not told of
/// in time is told of as late as it is by then. Answers of how many.
///
/// # Errors
///
/// Where the store fails; what was told before stays so.
pub async fn remind_organisers(ports: &Ports) -> Result<usize, SignUpError> {
    let now = ports.clock.now();
    if !may_write_at(now) {
        return Ok(0);
    }
    let mut told = 0;
    for patience in [RequestPatience::Overdue, RequestPatience::LateAgain, RequestPatience::Late] {
        // Working days are never shorter than days, so that nobody else can be as late.
        let before = now - patience.begins_after();
        for seen in ports.requests.late_requests(patience, before, AT_ONCE).await? {
            if RequestPatience::after(has_waited(&seen, now)) == patience
                && remind(ports, &seen, patience, now).await?
            {
                told += 1;
            }
        }
    }
    Ok(told)
}

/// Tells of one; answers whether nobody else has.
async fn remind(
    ports: &Ports,
    seen: &Request,
    patience: RequestPatience,
    now: DateTime<Utc>,
) -> Result<bool, SignUpError> {
    let details = ports.desk.activity_by_id(seen.activity).await?;
    let Some(details) = details else { return Ok(false) };
    let mut tx = ports.store.begin().await?;
    let request = tx.requests().by_id(seen.id).await?;
    let is_waiting = request.is_some_and(|it| it.stage == RequestStage::Waiting);
    if !is_waiting || !tx.requests().note_told(seen.id, patience).await? {
        return Ok(false);
    }
    let (title, activity) = (details.activity.particulars().title.clone(), details.activity.id);
    if patience == RequestPatience::Overdue {
        let letter = Letter::RequestOverdue { title, activity };
        tell_administrators(ports, &mut *tx, &details, &letter).await?;
    } else {
        let is_again = patience == RequestPatience::LateAgain;
        let letter = Letter::RequestLate { title, activity, is_again };
        tell_organisers(ports, &mut *tx, &details, &letter).await?;
    }
    tx.commit().await?;
    tracing::info!(request = %seen.id.0, %patience, at = %now, "a request waits too long");
    Ok(true)
}

/// Writes to everybody who says who acts for the partner of an activity; where nobody does, to
/// everybody who acts for it.
async fn tell_administrators(
    ports: &Ports,
    tx: &mut dyn Transaction,
    details: &ActivityDetails,
    letter: &Letter,
) -> Result<(), StoreError> {
    let administers = Role::PartnerAdministrator(details.activity.partner);
    let all = tx.accounts().members_of(details.activity.partner).await?;
    let mut told = all.iter().filter(|it| !it.is_suspended() && it.roles.contains(&administers));
    let Some(first) = told.next() else {
        return tell_organisers(ports, tx, details, letter).await;
    };
    for account in std::iter::once(first).chain(told) {
        tell(ports, tx, account, letter.clone()).await?;
    }
    Ok(())
}
