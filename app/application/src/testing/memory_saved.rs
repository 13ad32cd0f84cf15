//! What people keep for later, until the test ends.

use std::{cmp::Reverse, collections::BTreeMap};

use async_trait::async_trait;
use domain::{
    catalogue::{ActivityId, Saved},
    identity::AccountId,
};

use super::MemoryStore;
use crate::ports::{SavedReader, SavedRepository, StoreError};

/// What people keep for later.
#[derive(Clone, Default)]
pub(super) struct SavedThings(BTreeMap<(AccountId, ActivityId), Saved>);

impl SavedThings {
    /// What somebody keeps, the last found first.
    pub(super) fn of(&self, account: AccountId) -> Vec<Saved> {
        let mut theirs: Vec<Saved> =
            self.0.values().filter(|it| it.account == account).copied().collect();
        theirs.sort_by_key(|it| (Reverse(it.saved_at), it.activity));
        theirs
    }

    /// Erases all that somebody keeps; answers how much it was.
    pub(super) fn erase(&mut self, account: AccountId) -> u64 {
        let before = self.0.len();
        self.0.retain(|_, it| it.account != account);
        (before - self.0.len()) as u64
    }
}

#[async_trait]
impl SavedRepository for SavedThings {
    async fn put(&mut self, it: &Saved) -> Result<(), StoreError> {
        self.0.entry((it.account, it.activity)).or_insert(*it);
        Ok(())
    }

    async fn count(&mut self, account: AccountId) -> Result<u64, StoreError> {
        Ok(self.of(account).len() as u64)
    }

    async fn remove(&mut self, account: AccountId, activity: ActivityId) -> Result<(), StoreError> {
        self.0.remove(&(account, activity));
        Ok(())
    }
}

#[async_trait]
impl SavedReader for MemoryStore {
    async fn saved_by(&self, account: AccountId) -> Result<Vec<Saved>, StoreError> {
        Ok(self.facts().saved.of(account))
    }
}
