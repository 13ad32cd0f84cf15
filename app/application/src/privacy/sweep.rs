//! What is of no use any more is erased.

use chrono::TimeDelta;
use domain::privacy::Holding;

use super::erase_idle_accounts;
use crate::{
    identity::forget_old_traces,
    ports::{Ports, StoreError},
    signup::{forget_old_links, forget_old_remarks, forget_old_requests, forget_old_sign_ups},
};

/// What became of a sweep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Swept {
    Done,
    /// The clock shows a time that was over already, by so much: nothing was erased.
    ClockWentBack {
        by: TimeDelta,
    },
}

/// Erases everything whose time is over. Nothing where the clock has gone back: nobody knows
/// then what time it is, and what is erased does not come again.
///
/// # Errors
///
/// Where the store fails; what could be erased is gone all the same.
pub async fn sweep(ports: &Ports) -> Result<Swept, StoreError> {
    let now = ports.clock.now();
    let sweep = ports.sweeping.saw_time(now).await?;
    if sweep.is_back(now) {
        return Ok(Swept::ClockWentBack { by: sweep.latest_at - now });
    }
    let done = [
        forget_old_sign_ups(ports).await,
        forget_old_requests(ports).await,
        forget_old_remarks(ports).await,
        forget_old_links(ports).await,
        forget_old_traces(ports).await,
        erase_idle_accounts(ports).await,
        ports.kept_letters.forget_kept(now - Holding::LETTERS).await,
        ports.held.forget_tombstones(now - Holding::TOMBSTONES).await,
        ports.held.scrub(now).await,
    ];
    done.into_iter().collect::<Result<(), _>>()?;
    ports.sweeping.swept(now).await?;
    Ok(Swept::Done)
}

/// Goes by the clock from here on, whatever later time was seen: whoever says so has looked.
///
/// # Errors
///
/// Where the store fails.
pub async fn trust_clock(ports: &Ports) -> Result<(), StoreError> {
    ports.sweeping.trust_time(ports.clock.now()).await
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use chrono::{DateTime, TimeDelta, Utc};
    use domain::{
        Uuid,
        catalogue::ActivityId,
        identity::{Tally, Target},
        privacy::SweepState,
    };

    use super::*;
    use crate::testing::{MemoryStore, StoppedClock, ports, sweep_contract};

    async fn tries(ports: &Ports) -> u32 {
        let mut tx = ports.store.begin().await.unwrap();
        tx.accounts().tally(target()).await.unwrap().n
    }

    fn target() -> Target<'static> {
        Target::Reports(ActivityId(Uuid::nil()))
    }

    fn at(days: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::days(20_000 + days)
    }

    #[tokio::test]
    async fn nothing_goes_early_or_late_or_by_a_clock_that_goes_back() {
        let clock = StoppedClock::at("2026-12-01T08:00:00Z");
        let ports = Ports { clock: Arc::new(clock.clone()), ..ports(&MemoryStore::default()) };
        clock.set(at(0));
        assert_eq!(sweep(&ports).await.unwrap(), Swept::Done);
        let mut tx = ports.store.begin().await.unwrap();
        tx.accounts().keep_tally(target(), Tally { n: 3, at: Some(at(0)) }).await.unwrap();
        tx.commit().await.unwrap();

        clock.set(at(400));
        ports.sweeping.saw_time(at(400)).await.unwrap();
        clock.set(at(399));
        let by = TimeDelta::days(1);
        assert_eq!(sweep(&ports).await.unwrap(), Swept::ClockWentBack { by });
        let stands = ports.sweeping.sweep().await.unwrap().unwrap();
        assert_eq!(stands.state(at(399)), SweepState::ClockWentBack);
        assert_eq!((tries(&ports).await, stands.swept_at), (3, Some(at(0))));

        trust_clock(&ports).await.unwrap();
        clock.set(at(399) + TimeDelta::seconds(1));
        assert_eq!(sweep(&ports).await.unwrap(), Swept::Done);
        assert_eq!(tries(&ports).await, 0);
    }

    #[tokio::test]
    async fn what_is_left_in_memory_is_as_promised() {
        let (time, counts) = (MemoryStore::default(), MemoryStore::default());
        sweep_contract::keeps_the_latest_time(&time).await;
        sweep_contract::counts_who_came(&counts, &counts, &counts).await;
    }
}
