//! Identities and errands that are forgotten when the test ends.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::identity::{AccountId, Errand, Identity, IdentityId, JoinedIdentity, Mark};

use super::{MemoryStore, memory_identity::Doors};
use crate::ports::{IdentityReader, IdentityRepository, StoreError};

impl Doors {
    fn joined(&self, identity: &Identity) -> Option<&JoinedIdentity> {
        self.identities.values().find(|it| it.identity == *identity)
    }

    fn joined_to(&self, account: AccountId) -> Vec<JoinedIdentity> {
        let mut all: Vec<JoinedIdentity> =
            self.identities.values().filter(|it| it.account == account).cloned().collect();
        all.sort_by_key(|it| (it.joined_at, it.id));
        all
    }
}

#[async_trait]
impl IdentityRepository for Doors {
    async fn by_identity(
        &mut self,
        identity: &Identity,
    ) -> Result<Option<JoinedIdentity>, StoreError> {
        Ok(self.joined(identity).cloned())
    }

    async fn of_account(&mut self, account: AccountId) -> Result<Vec<JoinedIdentity>, StoreError> {
        Ok(self.joined_to(account))
    }

    async fn add(&mut self, it: &JoinedIdentity) -> Result<(), StoreError> {
        let same = |known: &JoinedIdentity| {
            known.account == it.account && known.identity.issuer() == it.identity.issuer()
        };
        if self.joined(&it.identity).is_some() || self.identities.values().any(same) {
            return Err(StoreError::new("the identity or its like is joined already"));
        }
        self.identities.insert(it.id, it.clone());
        Ok(())
    }

    async fn save(&mut self, it: &JoinedIdentity) -> Result<(), StoreError> {
        self.identities.insert(it.id, it.clone());
        Ok(())
    }

    async fn remove(&mut self, id: IdentityId) -> Result<(), StoreError> {
        self.identities.remove(&id);
        Ok(())
    }

    async fn add_errand(&mut self, errand: &Errand) -> Result<(), StoreError> {
        self.errands.insert(errand.mark.clone(), errand.clone());
        Ok(())
    }

    async fn take_errand(&mut self, mark: &Mark) -> Result<Option<Errand>, StoreError> {
        Ok(self.errands.remove(mark))
    }
}

#[async_trait]
impl IdentityReader for MemoryStore {
    async fn identities_of(&self, account: AccountId) -> Result<Vec<JoinedIdentity>, StoreError> {
        Ok(self.facts().doors.joined_to(account))
    }

    async fn identity(&self, identity: &Identity) -> Result<Option<JoinedIdentity>, StoreError> {
        Ok(self.facts().doors.joined(identity).cloned())
    }

    async fn errand(&self, mark: &Mark) -> Result<Option<Errand>, StoreError> {
        Ok(self.facts().doors.errands.get(mark).cloned())
    }

    async fn forget_errands(&self, before: DateTime<Utc>) -> Result<(), StoreError> {
        self.facts().doors.errands.retain(|_, it| it.begun_at >= before);
        Ok(())
    }
}
