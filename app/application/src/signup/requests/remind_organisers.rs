//! Organisers are reminded of whoever waits for an answer.

use domain::{
    identity::Letter,
    signup::{Request, RequestStage},
};

use super::{SignUpError, tell_organisers};
use crate::{
    pact::{may_write_at, waited},
    ports::Ports,
};

/// So many are reminded of in one go.
const AT_ONCE: u64 = 100;

/// Writes to those who act for a partner about each request that has waited for two working days,
/// once, and neither at night nor while they do not work. Answers of how many.
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
    // Working days are never shorter than days, so that nobody else can be late.
    for seen in ports.requests.late_requests(now - Request::ANSWERED_WITHIN, AT_ONCE).await? {
        let since = seen.sent_at.unwrap_or(seen.changed_at);
        if waited(since, now) < Request::ANSWERED_WITHIN {
            continue;
        }
        let Some(details) = ports.desk.activity_by_id(seen.activity).await? else { continue };
        let mut tx = ports.store.begin().await?;
        let request = tx.requests().by_id(seen.id).await?;
        let is_waiting = request.is_some_and(|it| it.stage == RequestStage::Waiting);
        if !is_waiting || !tx.requests().note_reminded(seen.id).await? {
            continue;
        }
        let title = details.activity.particulars().title.clone();
        let letter = Letter::RequestLate { title, activity: details.activity.id };
        tell_organisers(ports, &mut *tx, &details, &letter).await?;
        tx.commit().await?;
        told += 1;
    }
    Ok(told)
}
