//! What waits too long is told, once.

use chrono::NaiveDate;
use domain::{
    identity::{Account, Action, Letter, Outcome, Role, Scope},
    pact::{CaseName, Patience, Region, Reminder},
};

use super::{
    waiting_cases::{WaitingCase, waiting_cases},
    working_time::may_write_at,
};
use crate::{
    copenhagen,
    identity::tell,
    ports::{Ports, StoreError, Transaction},
};

/// How many cases were told of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reminded {
    /// To the moderators of their regions.
    pub late: usize,
    /// To the national desk.
    pub escalated: usize,
}

/// Writes to the moderators of a region about what has waited a working day there, and to the
/// national desk about what has waited two; one letter to each, however many cases there are. A
/// case is told of once for each time that it waits, however many servers ask and however often
/// they start anew: it is noted in the transaction of the letters. Nobody is written to at night
/// or while they do not work.
///
/// # Errors
///
/// Where the store fails.
pub async fn remind_moderators(ports: &Ports) -> Result<Reminded, StoreError> {
    let now = ports.clock.now();
    if !may_write_at(now) {
        return Ok(Reminded::default());
    }
    let day = copenhagen::day(now);
    let told = ports.queue.reminders().await?;
    let mut cases = waiting_cases(ports, (now, day)).await?;
    // Rows are always noted in this order, so that two servers never wait for each other.
    cases.sort_by_key(WaitingCase::id);
    let late = untold(&cases, Patience::Late, &told);
    let escalated = untold(&cases, Patience::Escalated, &told);
    if late.is_empty() && escalated.is_empty() {
        return Ok(Reminded::default());
    }
    let staff = ports.people.staff().await?;
    let mut tx = ports.store.begin().await?;
    let late = claim(&mut *tx, late, Patience::Late).await?;
    let escalated = claim(&mut *tx, escalated, Patience::Escalated).await?;
    for it in staff.iter().filter(|it| !it.is_suspended()) {
        let theirs = late.iter().copied().filter(|case| reminds(it, case, &staff, day));
        if let Some((n, first)) = count(theirs) {
            tell(ports, &mut *tx, it, Letter::CasesLate { n, first }).await?;
        }
        let all = escalated.iter().copied().filter(|_| it.roles.contains(&Role::Administrator));
        if let Some((n, first)) = count(all) {
            tell(ports, &mut *tx, it, Letter::CasesEscalated { n, first }).await?;
        }
    }
    let reminded = Reminded { late: late.len(), escalated: escalated.len() };
    tx.commit().await?;
    if reminded != Reminded::default() {
        tracing::info!(late = reminded.late, escalated = reminded.escalated, "cases wait too long");
    }
    Ok(reminded)
}

fn reminder(it: &WaitingCase, patience: Patience) -> Reminder {
    Reminder { case: it.id(), since: it.since, patience }
}

/// What has waited so long, or longer, and nobody was told of as that.
fn untold<'a>(
    cases: &'a [WaitingCase],
    patience: Patience,
    told: &std::collections::HashSet<Reminder>,
) -> Vec<&'a WaitingCase> {
    let is_due =
        |it: &&WaitingCase| it.patience >= patience && !told.contains(&reminder(it, patience));
    cases.iter().filter(is_due).collect()
}

/// Notes that cases are told of, and keeps those that nobody else has noted. What is answered in
/// this very moment may still be told of: to hold every case would keep others from answering.
async fn claim<'a>(
    tx: &mut dyn Transaction,
    cases: Vec<&'a WaitingCase>,
    patience: Patience,
) -> Result<Vec<&'a WaitingCase>, StoreError> {
    let mut own = Vec::new();
    for it in cases {
        if tx.reminders().note(&reminder(it, patience)).await? {
            own.push(it);
        }
    }
    Ok(own)
}

fn moderates(it: &Account, region: Option<Region>, day: NaiveDate) -> bool {
    it.roles.iter().any(|role| role.region().is_some())
        && it.scope_of_region(region, day) == Scope::OwnRegion
        && it.may(Action::ApproveActivity, Scope::OwnRegion) == Outcome::Yes
}

/// Whether somebody hears of a case that is late: the moderators of its region, or where a region
/// has none, the national desk.
fn reminds(it: &Account, case: &WaitingCase, staff: &[Account], day: NaiveDate) -> bool {
    if moderates(it, case.region, day) {
        return true;
    }
    let has_own =
        || staff.iter().any(|other| !other.is_suspended() && moderates(other, case.region, day));
    it.roles.contains(&Role::Administrator) && !has_own()
}

/// How many cases there are, and what the first is called.
fn count<'a>(cases: impl Iterator<Item = &'a WaitingCase>) -> Option<(usize, CaseName)> {
    let mut cases: Vec<_> = cases.collect();
    cases.sort_by_key(|it| it.since);
    let first = cases.first()?.name()?;
    Some((cases.len(), first))
}
