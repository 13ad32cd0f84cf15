//! Some days before a date, parties are asked whether they still come.

use chrono::{DateTime, Utc};
use domain::signup::{ComingDue, ComingStand, Gone, Roster, SignUp, SignUpId, SignUpNews};

use super::{
    SignUpError,
    keep::{about, keep, write},
    quiet::is_quiet,
};
use crate::ports::{Ports, StoreError, Transaction};

/// So many are asked, asked once more or freed in one go.
const AT_ONCE: u64 = 100;

/// Asks those whose time it is, tells the silent once more, and frees the seats of whoever stayed
/// silent where the organiser chose so: each once however many processes do it, and nothing of it
/// at night. Answers to how many something happened.
///
/// # Errors
///
/// Where the store fails; what was done before stays so.
pub async fn ask_whether_coming(ports: &Ports) -> Result<usize, SignUpError> {
    let now = ports.clock.now();
    if is_quiet(now) {
        return Ok(0);
    }
    let mut done = 0;
    for (date, id) in ports.sign_ups.to_ask(now, AT_ONCE).await? {
        let mut tx = ports.store.begin().await?;
        let Some(mut roster) = tx.rosters().lock(date).await? else { continue };
        // Whatever ran out meanwhile is over first.
        roster.settle(now);
        let Some(sign_up) = tx.sign_ups().by_id(id).await? else { continue };
        let Some(due) = due(ports, &roster, &sign_up, now).await? else { continue };
        let about = about(ports, roster.date()).await?;
        if due == ComingDue::Free {
            if roster.leave(id, Gone::NotHeardFrom, now).is_err() {
                continue;
            }
            keep(ports, &mut *tx, &roster, &about).await?;
        } else {
            keep(ports, &mut *tx, &roster, &about).await?;
            let sign_up = note(&mut *tx, sign_up, due, now).await?;
            let news = news(&roster, &sign_up, due);
            write(ports, &mut *tx, (&roster, &about), &sign_up, news, now).await?;
        }
        tx.commit().await?;
        done += 1;
        tracing::info!(sign_up = %id.0, ?due, "it was asked whether a party still comes");
    }
    Ok(done)
}

/// What there is to do about a party: it may have left, answered or changed since it was found.
async fn due(
    ports: &Ports,
    roster: &Roster,
    sign_up: &SignUp,
    now: DateTime<Utc>,
) -> Result<Option<ComingDue>, StoreError> {
    let Some(entry) = roster.entry(sign_up.id) else { return Ok(None) };
    let steps = ports.sign_ups.steps_of(sign_up.id).await?;
    let Some(stepped_at) = steps.iter().map(|it| it.at).max() else { return Ok(None) };
    let rule = roster.kept().coming;
    Ok(sign_up.coming.due((rule, roster.date()), (entry.stage, stepped_at), now))
}

async fn note(
    tx: &mut dyn Transaction,
    sign_up: SignUp,
    due: ComingDue,
    now: DateTime<Utc>,
) -> Result<SignUp, StoreError> {
    let coming = sign_up.coming.noting(due, now);
    let id: SignUpId = sign_up.id;
    tx.sign_ups().note_coming(id, coming).await?;
    Ok(SignUp { coming, ..sign_up })
}

fn news(roster: &Roster, sign_up: &SignUp, due: ComingDue) -> SignUpNews {
    let stand = sign_up.coming.stand(roster.kept().coming, roster.date());
    match (due, stand) {
        (ComingDue::Remind, _) => SignUpNews::StillComingLast,
        (_, Some(ComingStand::Silent { until: Some(_), .. })) => SignUpNews::StillComingBy,
        _ => SignUpNews::StillComing,
    }
}
