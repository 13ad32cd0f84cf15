//! When accounts were last used, until the test ends.

use async_trait::async_trait;
use chrono::NaiveDate;
use domain::identity::{Account, AccountId, Idleness};

use super::{MemoryStore, memory_identity::Doors};
use crate::{
    copenhagen,
    ports::{IdleReader, IdlenessRepository, StoreError},
};

impl Doors {
    fn idleness_of(&self, it: &Account) -> Idleness {
        let made = Idleness { last_came: copenhagen::day(it.created_at), warned_on: None };
        self.idleness.get(&it.id).copied().unwrap_or(made)
    }

    fn note(&mut self, id: AccountId, day: NaiveDate) {
        let is_later = self.idleness.get(&id).is_none_or(|it| it.last_came < day);
        if is_later && self.accounts.contains_key(&id) {
            self.idleness.insert(id, Idleness { last_came: day, warned_on: None });
        }
    }
}

#[async_trait]
impl IdlenessRepository for Doors {
    async fn of_account(&mut self, id: AccountId) -> Result<Option<Idleness>, StoreError> {
        Ok(self.accounts.get(&id).map(|it| self.idleness_of(it)))
    }

    async fn came(&mut self, id: AccountId, day: NaiveDate) -> Result<(), StoreError> {
        self.note(id, day);
        Ok(())
    }

    async fn warned(&mut self, id: AccountId, day: NaiveDate) -> Result<(), StoreError> {
        if let Some(account) = self.accounts.get(&id) {
            let told = Idleness { warned_on: Some(day), ..self.idleness_of(account) };
            self.idleness.insert(id, told);
        }
        Ok(())
    }
}

#[async_trait]
impl IdleReader for MemoryStore {
    async fn idle_accounts(
        &self,
        until: NaiveDate,
        behind: Option<AccountId>,
        n: u64,
    ) -> Result<Vec<(AccountId, Idleness)>, StoreError> {
        let facts = self.facts();
        let open = facts.doors.accounts.values().filter(|it| !it.is_suspended());
        let idle = open.map(|it| (it.id, facts.doors.idleness_of(it)));
        let idle = idle.filter(|(id, it)| it.last_came <= until && Some(*id) > behind);
        Ok(idle.take(usize::try_from(n).unwrap_or(usize::MAX)).collect())
    }

    async fn saw_owner(&self, id: AccountId, day: NaiveDate) -> Result<(), StoreError> {
        self.facts().doors.note(id, day);
        Ok(())
    }

    async fn forget_warnings(&self) -> Result<(), StoreError> {
        for it in self.facts().doors.idleness.values_mut() {
            it.warned_on = None;
        }
        Ok(())
    }
}
