//! Parties are reminded: a guardian of the consent, whoever comes of the date.

use domain::signup::{SignUpNews, Stage};

use super::{
    SignUpError,
    keep::{about, write},
    quiet::is_quiet,
};
use crate::ports::Ports;

/// So many are reminded of each thing in one go.
const AT_ONCE: u64 = 100;

/// Reminds those whose time it is, each once of each thing however many processes do it, and
/// nobody at night or of what they have only just done. Answers how many were written to.
///
/// # Errors
///
/// Where the store fails; who was reminded before stays so.
pub async fn remind_parties(ports: &Ports) -> Result<usize, SignUpError> {
    let now = ports.clock.now();
    if is_quiet(now) {
        return Ok(0);
    }
    let mut written = 0;
    for it in ports.sign_ups.to_remind(now, AT_ONCE).await? {
        let mut tx = ports.store.begin().await?;
        let Some(roster) = tx.rosters().lock(it.sign_up.occurrence).await? else { continue };
        let Some(sign_up) = tx.sign_ups().by_id(it.sign_up.id).await? else { continue };
        let start = roster.date().start;
        // It may have left or answered since.
        let is_time = roster.date().is_on && sign_up.reminder_at(start, now) == Some(it.of);
        if !is_time || !tx.sign_ups().note_reminded(sign_up.id, it.of).await? {
            continue;
        }
        if sign_up.may_have_forgotten(it.of, start) {
            let about = about(ports, roster.date()).await?;
            let is_queued = matches!(sign_up.entry.stage, Stage::Queued { .. });
            let news = if is_queued { SignUpNews::ConsentReminderUnkept } else { it.of };
            write(ports, &mut *tx, (&roster, &about), &sign_up, news, now).await?;
            written += 1;
        }
        tx.commit().await?;
    }
    Ok(written)
}
