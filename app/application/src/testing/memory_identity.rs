//! Accounts, sessions, links and letters that are forgotten when the test ends.

use std::{
    collections::BTreeMap,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    Email,
    identity::{
        Account, AccountId, Addressed, Errand, IdentityId, Idleness, Invitation, InvitationId,
        JoinedIdentity, LetterId, Link, Mark, Password, PasswordHash, Session, Tally, Target,
    },
    partners::PartnerId,
};

use super::MemoryStore;
use crate::ports::{
    AccountReader, AccountRepository, Chance, Forgotten, LinkRepository, Outbox, OutboxFigures,
    OutboxQueue, Passwords, PasswordsError, Post, PostError, SessionRepository, StoreError,
    Waiting,
};

/// Who is known, and what waits at the doors.
#[derive(Clone, Default)]
pub(super) struct Doors {
    pub(super) accounts: BTreeMap<AccountId, Account>,
    pub(super) idleness: BTreeMap<AccountId, Idleness>,
    sessions: BTreeMap<Mark, Session>,
    links: BTreeMap<Mark, Link>,
    tallies: BTreeMap<Mark, Tally>,
    letters: Vec<Kept>,
    pub(super) invitations: BTreeMap<InvitationId, Invitation>,
    pub(super) identities: BTreeMap<IdentityId, JoinedIdentity>,
    pub(super) errands: BTreeMap<Mark, Errand>,
}

#[derive(Clone)]
struct Kept {
    letter: Addressed,
    tries: u32,
    next_at: Option<DateTime<Utc>>,
    done: Option<(DateTime<Utc>, bool)>,
}

impl Doors {
    fn with_email(&self, email: &Email) -> Option<&Account> {
        self.accounts.values().find(|it| it.email.key() == email.key())
    }

    /// Erases an address and its account; answers whether there was one, and how much else.
    pub(super) fn erase(&mut self, email: &Email) -> (bool, u64) {
        let id = self.with_email(email).map(|it| it.id);
        let before = self.links.len() + self.letters.len() + self.sessions.len();
        self.links.retain(|_, it| it.email.key() != email.key());
        self.letters.retain(|it| it.letter.to.key() != email.key());
        self.sessions.retain(|_, it| Some(it.account) != id);
        let after = self.links.len() + self.letters.len() + self.sessions.len();
        self.idleness.retain(|it, _| Some(*it) != id);
        let had_one = id.is_some_and(|id| self.accounts.remove(&id).is_some());
        (had_one, (before - after) as u64)
    }

    pub(super) fn account(&self, id: AccountId) -> Option<&Account> {
        self.accounts.get(&id)
    }

    pub(super) fn name_of(&self, account: AccountId) -> Option<String> {
        self.accounts.get(&account).map(|it| it.name.to_string())
    }

    fn sessions_of(&self, account: AccountId) -> Vec<Session> {
        let mut own: Vec<Session> =
            self.sessions.values().filter(|it| it.account == account).cloned().collect();
        own.sort_by_key(|it| (std::cmp::Reverse(it.seen_at), it.id));
        own
    }
}

#[async_trait]
impl AccountRepository for Doors {
    async fn by_email(&mut self, email: &Email) -> Result<Option<Account>, StoreError> {
        Ok(self.with_email(email).cloned())
    }

    async fn by_id(&mut self, id: AccountId) -> Result<Option<Account>, StoreError> {
        Ok(self.accounts.get(&id).cloned())
    }

    async fn members_of(&mut self, partner: PartnerId) -> Result<Vec<Account>, StoreError> {
        Ok(self.people(|it| it.membership(partner).is_some()))
    }

    async fn add(&mut self, account: &Account) -> Result<(), StoreError> {
        if self.with_email(&account.email).is_some() {
            return Err(StoreError::new("the address has an account already"));
        }
        self.accounts.insert(account.id, account.clone());
        Ok(())
    }

    async fn save(&mut self, account: &Account) -> Result<(), StoreError> {
        if self.with_email(&account.email).is_some_and(|it| it.id != account.id) {
            return Err(StoreError::new("the address has an account already"));
        }
        self.accounts.insert(account.id, account.clone());
        Ok(())
    }

    async fn drop_factor(&mut self, email: &Email) -> Result<Option<AccountId>, StoreError> {
        let id = self.with_email(email).map(|it| it.id);
        if let Some(account) = id.and_then(|id| self.accounts.get_mut(&id)) {
            account.drop_factor();
        }
        Ok(id)
    }

    async fn drop_unopened_factors(&mut self) -> Result<Vec<AccountId>, StoreError> {
        // Nothing is sealed in memory.
        Ok(Vec::new())
    }

    async fn tally(&mut self, target: Target<'_>) -> Result<Tally, StoreError> {
        Ok(self.tallies.get(&target.mark()).copied().unwrap_or_default())
    }

    async fn keep_tally(&mut self, target: Target<'_>, tally: Tally) -> Result<(), StoreError> {
        self.tallies.insert(target.mark(), tally);
        Ok(())
    }
}

#[async_trait]
impl SessionRepository for Doors {
    async fn add(&mut self, session: &Session) -> Result<(), StoreError> {
        self.sessions.insert(session.mark.clone(), session.clone());
        Ok(())
    }

    async fn find(&mut self, mark: &Mark) -> Result<Option<Session>, StoreError> {
        Ok(self.sessions.get(mark).cloned())
    }

    async fn of_account(&mut self, account: AccountId) -> Result<Vec<Session>, StoreError> {
        Ok(self.sessions_of(account))
    }

    async fn end(&mut self, mark: &Mark) -> Result<(), StoreError> {
        self.sessions.remove(mark);
        Ok(())
    }

    async fn end_all_of(
        &mut self,
        account: AccountId,
        except: Option<&Mark>,
    ) -> Result<(), StoreError> {
        self.sessions.retain(|mark, it| it.account != account || Some(mark) == except);
        Ok(())
    }
}

#[async_trait]
impl LinkRepository for Doors {
    async fn add(&mut self, link: &Link) -> Result<(), StoreError> {
        self.links.insert(link.mark.clone(), link.clone());
        Ok(())
    }

    async fn take(&mut self, mark: &Mark) -> Result<Option<Link>, StoreError> {
        Ok(self.links.remove(mark))
    }

    async fn forget_all_of(&mut self, account: AccountId) -> Result<(), StoreError> {
        self.links.retain(|_, it| it.account != Some(account));
        Ok(())
    }
}

#[async_trait]
impl Outbox for Doors {
    async fn push_for(
        &mut self,
        letter: &Addressed,
        leaves_at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let next_at = Some(leaves_at);
        self.letters.push(Kept { letter: letter.clone(), tries: 0, next_at, done: None });
        Ok(())
    }
}

#[async_trait]
impl AccountReader for MemoryStore {
    async fn session(&self, mark: &Mark) -> Result<Option<(Session, Account)>, StoreError> {
        let facts = self.facts();
        let Some(session) = facts.doors.sessions.get(mark) else { return Ok(None) };
        let account = facts.doors.accounts.get(&session.account);
        Ok(account.map(|account| (session.clone(), account.clone())))
    }

    async fn sessions_of(&self, account: AccountId) -> Result<Vec<Session>, StoreError> {
        Ok(self.facts().doors.sessions_of(account))
    }

    async fn account(&self, email: &Email) -> Result<Option<Account>, StoreError> {
        Ok(self.facts().doors.with_email(email).cloned())
    }

    async fn link(&self, mark: &Mark) -> Result<Option<Link>, StoreError> {
        Ok(self.facts().doors.links.get(mark).cloned())
    }

    async fn saw(&self, mark: &Mark, now: DateTime<Utc>) -> Result<(), StoreError> {
        if let Some(session) = self.facts().doors.sessions.get_mut(mark) {
            session.seen_at = now;
        }
        Ok(())
    }

    async fn forget(&self, before: Forgotten) -> Result<(), StoreError> {
        let doors = &mut self.facts().doors;
        doors.links.retain(|_, it| it.created_at >= before.links);
        doors.sessions.retain(|_, it| it.started_at >= before.sessions);
        doors.tallies.retain(|_, it| it.at.is_some_and(|at| at >= before.tallies));
        Ok(())
    }
}

impl MemoryStore {
    fn with_letter(&self, id: LetterId, change: impl FnOnce(&mut Kept)) {
        if let Some(kept) = self.facts().doors.letters.iter_mut().find(|it| it.letter.id == id) {
            change(kept);
        }
    }
}

#[async_trait]
impl OutboxQueue for MemoryStore {
    async fn claim(
        &self,
        now: DateTime<Utc>,
        lease_ends: DateTime<Utc>,
        n: u64,
    ) -> Result<Vec<Waiting>, StoreError> {
        let mut facts = self.facts();
        let is_due = |it: &&mut Kept| it.done.is_none() && it.next_at.is_some_and(|at| at <= now);
        let n = usize::try_from(n).unwrap_or(usize::MAX);
        let due = facts.doors.letters.iter_mut().filter(is_due).take(n);
        let claim = |it: &mut Kept| {
            it.tries += 1;
            it.next_at = Some(lease_ends);
            Waiting { letter: it.letter.clone(), tries: it.tries }
        };
        Ok(due.map(claim).collect())
    }

    async fn sent(&self, id: LetterId, now: DateTime<Utc>) -> Result<(), StoreError> {
        self.with_letter(id, |it| it.done = Some((now, true)));
        Ok(())
    }

    async fn put_off(&self, id: LetterId, until: DateTime<Utc>) -> Result<(), StoreError> {
        self.with_letter(id, |it| it.next_at = Some(until));
        Ok(())
    }

    async fn give_up(&self, id: LetterId, now: DateTime<Utc>) -> Result<(), StoreError> {
        self.with_letter(id, |it| it.done = Some((now, false)));
        Ok(())
    }

    async fn figures(&self) -> Result<OutboxFigures, StoreError> {
        let facts = self.facts();
        let letters = &facts.doors.letters;
        let waits = |it: &&Kept| it.done.is_none();
        Ok(OutboxFigures {
            waiting: letters.iter().filter(waits).count() as u64,
            dead: letters.iter().filter(|it| it.done.is_some_and(|(_, sent)| !sent)).count() as u64,
            oldest: letters.iter().filter(waits).map(|it| it.letter.written_at).min(),
        })
    }

    async fn forget(&self, before: DateTime<Utc>) -> Result<(), StoreError> {
        self.facts().doors.letters.retain(|it| it.done.is_none_or(|(at, _)| at >= before));
        Ok(())
    }
}

/// Chance that is counted, so that no two throws are alike and a test can repeat them.
#[derive(Default)]
pub struct CountedChance(AtomicU64);

impl Chance for CountedChance {
    fn fill(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(8) {
            let n = self.0.fetch_add(0x9e37_79b9_7f4a_7c15, Ordering::Relaxed);
            let mixed = (n ^ (n >> 31)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            chunk.copy_from_slice(&mixed.to_be_bytes()[..chunk.len()]);
        }
    }
}

/// Passwords that are not hashed, and how often somebody asked whether one fits.
#[derive(Clone, Default)]
pub struct PlainPasswords(Arc<AtomicU64>);

impl PlainPasswords {
    /// How often a password was compared.
    #[must_use]
    pub fn compared(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

#[async_trait]
impl Passwords for PlainPasswords {
    async fn hash(&self, password: &Password) -> Result<PasswordHash, PasswordsError> {
        Ok(PasswordHash::kept(String::from_utf8_lossy(password.as_bytes())))
    }

    async fn fits(
        &self,
        password: &Password,
        hash: Option<&PasswordHash>,
    ) -> Result<bool, PasswordsError> {
        self.0.fetch_add(1, Ordering::Relaxed);
        Ok(hash.is_some_and(|hash| hash.as_str().as_bytes() == password.as_bytes()))
    }
}

/// A post that keeps what it was given, and fails as often as it is told to.
#[derive(Clone, Default)]
pub struct KeptPost {
    letters: Arc<Mutex<Vec<Addressed>>>,
    failures: Arc<AtomicU64>,
}

impl KeptPost {
    /// Everything that was sent, the oldest first.
    #[must_use]
    pub fn letters(&self) -> Vec<Addressed> {
        self.letters.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Refuses the next `n` letters for now.
    pub fn fail(&self, n: u64) {
        self.failures.store(n, Ordering::Relaxed);
    }
}

#[async_trait]
impl Post for KeptPost {
    async fn send(&self, letter: &Addressed) -> Result<(), PostError> {
        let fewer = |n: u64| n.checked_sub(1);
        if self.failures.fetch_update(Ordering::Relaxed, Ordering::Relaxed, fewer).is_ok() {
            return Err(PostError::Later("the post is closed".into()));
        }
        self.letters.lock().unwrap_or_else(PoisonError::into_inner).push(letter.clone());
        Ok(())
    }
}
