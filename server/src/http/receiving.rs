//! Who may send a file now, and whose file is unpacked: whoever sends slowly keeps nobody else
//! waiting, and what takes up memory is done one at a time.

use std::{
    collections::HashSet,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use domain::identity::AccountId;
use tokio::{
    sync::{Notify, OwnedSemaphorePermit, Semaphore},
    time::timeout,
};

/// How many files are on their way at once, one of each account; they lie on the disk.
const MOST: usize = 20;
/// How long somebody waits until they can send theirs, and until it is looked at.
const PATIENCE: Duration = Duration::from_secs(15);

/// The files that are on their way.
#[derive(Default)]
pub(super) struct Receiving {
    whose: Mutex<HashSet<AccountId>>,
    one_is_done: Notify,
}

/// A file of somebody's is on its way, for as long as this is there.
pub(super) struct OnItsWay<'a> {
    receiving: &'a Receiving,
    whose: AccountId,
}

impl Receiving {
    /// Room for a file of somebody's; none where they send one already, or too many do, and it
    /// takes too long.
    pub(super) async fn room_for(&self, whose: AccountId) -> Option<OnItsWay<'_>> {
        self.room_within(whose, PATIENCE).await
    }

    async fn room_within(&self, whose: AccountId, patience: Duration) -> Option<OnItsWay<'_>> {
        let room = async {
            loop {
                // Asked for before it is looked, so that nobody is done unheard in between.
                let one_is_done = self.one_is_done.notified();
                if self.takes(whose) {
                    return OnItsWay { receiving: self, whose };
                }
                one_is_done.await;
            }
        };
        timeout(patience, room).await.ok()
    }

    fn takes(&self, who: AccountId) -> bool {
        let mut whose = self.whose.lock().unwrap_or_else(PoisonError::into_inner);
        whose.len() < MOST && whose.insert(who)
    }
}

impl Drop for OnItsWay<'_> {
    fn drop(&mut self) {
        let mut whose = self.receiving.whose.lock().unwrap_or_else(PoisonError::into_inner);
        whose.remove(&self.whose);
        drop(whose);
        self.receiving.one_is_done.notify_waiters();
    }
}

/// One at a time.
pub(super) struct Turn(Arc<Semaphore>);

impl Default for Turn {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(1)))
    }
}

impl Turn {
    /// One's turn, until what comes back is dropped; nothing where it takes too long.
    pub(super) async fn come(&self) -> Option<OwnedSemaphorePermit> {
        self.come_within(PATIENCE).await
    }

    async fn come_within(&self, patience: Duration) -> Option<OwnedSemaphorePermit> {
        timeout(patience, self.0.clone().acquire_owned()).await.ok()?.ok()
    }
}

#[cfg(test)]
mod tests {
    use domain::Uuid;

    use super::*;

    const SHORT: Duration = Duration::from_millis(20);
    const LONG: Duration = Duration::from_secs(10);

    fn account(n: u128) -> AccountId {
        AccountId(Uuid::from_u128(n))
    }

    #[tokio::test]
    async fn one_file_of_each_account_is_on_its_way() {
        let receiving = Receiving::default();
        let first = receiving.room_within(account(1), SHORT).await;
        assert!(first.is_some());
        assert!(receiving.room_within(account(1), SHORT).await.is_none());
        assert!(receiving.room_within(account(2), SHORT).await.is_some(), "others do not wait");
        let next = receiving.room_within(account(1), LONG);
        let frees = async {
            tokio::time::sleep(SHORT).await;
            drop(first);
        };
        let (next, ()) = tokio::join!(next, frees);
        assert!(next.is_some(), "whoever waited comes next");
    }

    #[tokio::test]
    async fn twenty_files_are_on_their_way() {
        let receiving = Receiving::default();
        let mut on_their_way = Vec::new();
        for n in 0..20 {
            on_their_way.push(receiving.room_within(account(n), SHORT).await.expect("room"));
        }
        assert!(receiving.room_within(account(20), SHORT).await.is_none());
        on_their_way.pop();
        assert!(receiving.room_within(account(20), SHORT).await.is_some());
    }

    #[tokio::test]
    async fn a_turn_comes_when_the_one_before_is_over() {
        let turn = Turn::default();
        let first = turn.come_within(SHORT).await;
        assert!(first.is_some());
        assert!(turn.come_within(SHORT).await.is_none());
        drop(first);
        assert!(turn.come_within(SHORT).await.is_some());
    }
}
