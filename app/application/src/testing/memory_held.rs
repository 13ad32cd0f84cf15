//! What is held of somebody until the test ends.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    Email,
    catalogue::OccurrenceId,
    identity::Mark,
    privacy::{Erased, Held, Holding, Tombstone},
    signup::SignUpId,
};

use super::{MemoryStore, memory_store::Facts};
use crate::ports::{ErasureRepository, HeldReader, StoreError};

/// In memory nobody looks for an address, so its mark is the address.
fn mark(email: &Email) -> Mark {
    Mark::kept(email.key())
}

#[async_trait]
impl HeldReader for MemoryStore {
    async fn held(&self, email: &Email) -> Result<Vec<Held>, StoreError> {
        let facts = self.facts();
        let mut held = Vec::new();
        let mut add = |holding, of, name: String| {
            held.push(Held {
                holding,
                of,
                said: vec![("email", email.to_string()), ("name", name)],
            });
        };
        for it in facts.rosters.of_address(email) {
            add(Holding::SignUp, "sign_up", it.party.title().to_owned());
        }
        for it in facts.requests.of_address(email) {
            add(Holding::SignUp, "request", it.party.title().to_owned());
        }
        for it in facts.doors.accounts.values().filter(|it| it.email.key() == email.key()) {
            add(Holding::Account, "account", it.name.to_string());
            for saved in facts.saved.of(it.id) {
                add(Holding::Saved, "saved_activity", saved.activity.0.to_string());
            }
        }
        Ok(held)
    }

    async fn tombstones(&self, since: DateTime<Utc>) -> Result<Vec<Tombstone>, StoreError> {
        let facts = self.facts();
        Ok(facts.tombstones.iter().filter(|it| it.erased_at >= since).cloned().collect())
    }

    async fn buried(&self, under: &[Tombstone]) -> Result<Vec<Email>, StoreError> {
        let facts = self.facts();
        let accounts = facts.doors.accounts.values().map(|it| it.email.clone());
        let mut known: Vec<Email> = facts.rosters.addresses().chain(accounts).collect();
        known.retain(|it| under.iter().any(|stone| stone.mark == mark(it)));
        known.sort_by_key(Email::key);
        known.dedup_by_key(|it| it.key());
        Ok(known)
    }

    async fn scrub(&self, _: DateTime<Utc>) -> Result<(), StoreError> {
        Ok(())
    }

    async fn keep_tombstones(&self, stones: &[Tombstone]) -> Result<(), StoreError> {
        let mut facts = self.facts();
        for stone in stones {
            facts.tombstones.retain(|it| it.mark != stone.mark);
            facts.tombstones.push(stone.clone());
        }
        Ok(())
    }

    async fn forget_tombstones(&self, before: DateTime<Utc>) -> Result<(), StoreError> {
        self.facts().tombstones.retain(|it| it.erased_at >= before);
        Ok(())
    }
}

#[async_trait]
impl ErasureRepository for Facts {
    async fn active_of(
        &mut self,
        email: &Email,
    ) -> Result<Vec<(OccurrenceId, SignUpId)>, StoreError> {
        let theirs = self.rosters.of_address(email).filter(|it| it.entry.stage.is_active());
        let mut active: Vec<_> = theirs.map(|it| (it.occurrence, it.id)).collect();
        active.sort();
        Ok(active)
    }

    async fn erase(&mut self, email: &Email) -> Result<Erased, StoreError> {
        let account = self.doors.accounts.values().find(|it| it.email.key() == email.key());
        let saved = account.map(|it| it.id).map_or(0, |id| self.saved.erase(id));
        let (has_account, others) = self.doors.erase(email);
        let others = others + saved;
        Ok(Erased {
            sign_ups: self.rosters.erase(email),
            requests: self.requests.erase(email),
            has_account,
            others,
        })
    }

    async fn bury(&mut self, email: &Email, now: DateTime<Utc>) -> Result<(), StoreError> {
        let mark = mark(email);
        self.tombstones.retain(|it| it.mark != mark);
        self.tombstones.push(Tombstone { mark, erased_at: now });
        Ok(())
    }
}
