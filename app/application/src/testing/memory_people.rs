//! Members and invitations that are forgotten when the test ends.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    Email,
    identity::{Account, AccountId, Invitation, InvitationId, Mark},
    partners::PartnerId,
};

use super::{MemoryStore, memory_identity::Doors};
use crate::ports::{InvitationRepository, PeopleReader, StoreError};

#[async_trait]
impl InvitationRepository for Doors {
    async fn add(&mut self, it: &Invitation) -> Result<(), StoreError> {
        if self.invited(it.partner, &it.email).is_some() {
            return Err(StoreError::new("somebody is invited already"));
        }
        self.invitations.insert(it.id, it.clone());
        Ok(())
    }

    async fn by_id(&mut self, id: InvitationId) -> Result<Option<Invitation>, StoreError> {
        Ok(self.invitations.get(&id).cloned())
    }

    async fn by_mark(&mut self, mark: &Mark) -> Result<Option<Invitation>, StoreError> {
        Ok(self.invitations.values().find(|it| it.mark == *mark).cloned())
    }

    async fn of(
        &mut self,
        partner: PartnerId,
        email: &Email,
    ) -> Result<Option<Invitation>, StoreError> {
        Ok(self.invited(partner, email).cloned())
    }

    async fn to(&mut self, partner: PartnerId) -> Result<Vec<Invitation>, StoreError> {
        Ok(self.invitations_to(partner))
    }

    async fn remove(&mut self, id: InvitationId) -> Result<(), StoreError> {
        self.invitations.remove(&id);
        Ok(())
    }
}

impl Doors {
    fn invited(&self, partner: PartnerId, email: &Email) -> Option<&Invitation> {
        let key = email.key();
        self.invitations.values().find(|it| it.partner == partner && it.email.key() == key)
    }

    fn invitations_to(&self, partner: PartnerId) -> Vec<Invitation> {
        let theirs = self.invitations.values().filter(|it| it.partner == partner);
        let mut theirs: Vec<Invitation> = theirs.cloned().collect();
        theirs.sort_by_key(|it| (it.invited_at, it.id));
        theirs
    }

    /// Accounts that are wanted, the longest here first.
    pub(super) fn people(&self, is_wanted: impl Fn(&Account) -> bool) -> Vec<Account> {
        let mut found: Vec<Account> =
            self.accounts.values().filter(|it| is_wanted(it)).cloned().collect();
        found.sort_by_key(|it| (it.created_at, it.id));
        found
    }
}

#[async_trait]
impl PeopleReader for MemoryStore {
    async fn members_of(&self, partner: PartnerId) -> Result<Vec<Account>, StoreError> {
        Ok(self.facts().doors.people(|it| it.membership(partner).is_some()))
    }

    async fn staff(&self) -> Result<Vec<Account>, StoreError> {
        Ok(self.facts().doors.people(|it| !it.roles.is_empty()))
    }

    async fn person(&self, id: AccountId) -> Result<Option<Account>, StoreError> {
        Ok(self.facts().doors.account(id).cloned())
    }

    async fn invitations_of(&self, partner: PartnerId) -> Result<Vec<Invitation>, StoreError> {
        Ok(self.facts().doors.invitations_to(partner))
    }

    async fn invitation(&self, mark: &Mark) -> Result<Option<Invitation>, StoreError> {
        let facts = self.facts();
        Ok(facts.doors.invitations.values().find(|it| it.mark == *mark).cloned())
    }

    async fn forget_invitations(&self, before: DateTime<Utc>) -> Result<(), StoreError> {
        self.facts().doors.invitations.retain(|_, it| it.invited_at >= before);
        Ok(())
    }
}
