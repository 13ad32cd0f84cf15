//! A portal in memory with people at its doors.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    Email,
    identity::{Addressed, FactorKey, Letter, LetterLanguage, PersonName, Secret},
};

use super::super::*;
use crate::{
    Ports,
    outbox::deliver_letters,
    ports::Clock as _,
    testing::{KeptPost, MemoryStore, PlainPasswords, StoppedClock, ports},
};

/// A long password that is nobody's name.
pub(super) const LONG: &str = "tre blå køer ved åen";

pub(super) struct House {
    pub(super) ports: Ports,
    pub(super) clock: StoppedClock,
    pub(super) post: KeptPost,
    pub(super) passwords: PlainPasswords,
}

impl House {
    pub(super) fn new() -> Self {
        let (store, clock) = (MemoryStore::default(), StoppedClock::at("2026-12-01T08:00:00Z"));
        let passwords = PlainPasswords::default();
        let mut ports = ports(&store);
        ports.clock = Arc::new(clock.clone());
        ports.passwords = Arc::new(passwords.clone());
        Self { ports, clock, post: KeptPost::default(), passwords }
    }

    pub(super) fn passes(&self, time: TimeDelta) -> DateTime<Utc> {
        self.clock.set(self.clock.now() + time);
        self.clock.now()
    }

    /// The letters that were sent since the last look.
    pub(super) async fn letters(&self) -> Vec<Addressed> {
        let before = self.post.letters().len();
        while deliver_letters(&self.ports, &self.post).await.unwrap().sent > 0 {}
        self.post.letters().split_off(before)
    }

    pub(super) async fn letter(&self) -> Letter {
        let mut letters = self.letters().await;
        assert_eq!(letters.len(), 1, "{letters:?}");
        letters.remove(0).letter
    }

    pub(super) async fn link(&self) -> Secret {
        self.letter().await.secret().cloned().expect("a link")
    }

    pub(super) async fn ask(&self, who: &str, wanted: Wanted) {
        let language = LetterLanguage::Danish;
        ask_for_letter(&self.ports, &email(who), wanted, language, None).await.unwrap();
    }

    /// Somebody with an account, signed in a moment ago.
    pub(super) async fn member(&self, who: &str) -> Viewer {
        let language = LetterLanguage::Danish;
        register(&self.ports, &email(who), name("Lone"), language, None).await.unwrap();
        let secret = self.link().await;
        let browser = Browser::default();
        let came = confirm_registration(&self.ports, &secret, None, &browser).await.unwrap();
        self.viewer(&came.secret).await.unwrap()
    }

    pub(super) async fn viewer(&self, secret: &Secret) -> Option<Viewer> {
        who_asks(&self.ports, secret).await.unwrap()
    }

    pub(super) async fn try_password(
        &self,
        who: &str,
        password: &str,
    ) -> Result<SignedIn, DoorError> {
        sign_in_by_password(&self.ports, &email(who), password, &Browser::default()).await
    }

    pub(super) async fn with_password(&self, viewer: &Viewer) -> Viewer {
        let came = change_password(&self.ports, viewer, "", LONG, &Browser::default()).await;
        let viewer = self.viewer(&came.unwrap().secret).await.unwrap();
        assert_eq!(self.letter().await, Letter::PasswordChanged);
        viewer
    }

    pub(super) async fn with_factor(&self, viewer: &Viewer) -> (Viewer, FactorKey, Vec<String>) {
        let key = propose_second_factor(&self.ports, viewer).await.unwrap();
        let code = key.code_at(self.clock.now());
        let browser = Browser::default();
        let (came, codes) =
            confirm_second_factor(&self.ports, viewer, &code, &browser).await.unwrap();
        assert_eq!(self.letter().await, Letter::FactorOn);
        (self.viewer(&came.secret).await.unwrap(), key, codes)
    }
}

pub(super) fn email(text: &str) -> Email {
    text.try_into().unwrap()
}

pub(super) fn name(text: &str) -> PersonName {
    text.try_into().unwrap()
}
