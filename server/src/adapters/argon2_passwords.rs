//! Passwords, hashed with Argon2id (RFC 9106) at the strength that OWASP names.

use std::sync::Arc;

use application::ports::{Chance as _, Passwords, PasswordsError};
use argon2::{
    Argon2,
    password_hash::{PasswordHasher as _, PasswordVerifier as _, phc},
};
use async_trait::async_trait;
use domain::identity::{Password, PasswordHash};
use tokio::sync::{Semaphore, TryAcquireError};

use super::SystemChance;

/// How many are hashed at once: 19 MiB and one core each, so the other core stays with the pages.
const AT_ONCE: usize = 1;
/// How many may wait; each waits for some hundredths of a second for each one before it.
const MOST_WAITING: usize = 64;

/// Salt and hash of chance: to be compared, for the same work, where there is no password.
const NOBODYS: &str = "$argon2id$v=19$m=19456,t=2,p=1$5pKwcLmLNPXsxywTVTbXGg$7E+cV74tiyOOOKA1njXky7n4ztqAf6JyXogh+BpHwY4";

/// Hashes one password at a time; others wait, and too many are turned away.
#[derive(Clone)]
pub struct Argon2Passwords {
    hands: Arc<Semaphore>,
    room: Arc<Semaphore>,
}

impl Default for Argon2Passwords {
    fn default() -> Self {
        Self {
            hands: Arc::new(Semaphore::new(AT_ONCE)),
            room: Arc::new(Semaphore::new(AT_ONCE + MOST_WAITING)),
        }
    }
}

impl Argon2Passwords {
    /// Does slow work once it is its turn, away from the threads that answer.
    async fn in_turn<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, PasswordsError> + Send + 'static,
    ) -> Result<T, PasswordsError> {
        let place = self.room.clone().try_acquire_owned().map_err(|full| match full {
            TryAcquireError::NoPermits => PasswordsError::Busy,
            TryAcquireError::Closed => PasswordsError::Failed(full.into()),
        })?;
        let hand = self.hands.clone().acquire_owned().await;
        let hand = hand.map_err(|closed| PasswordsError::Failed(closed.into()))?;
        // Whoever stops waiting does not free the hand before the work is done.
        let done = tokio::task::spawn_blocking(move || {
            let done = work();
            drop((hand, place));
            done
        });
        done.await.map_err(|error| PasswordsError::Failed(error.into()))?
    }
}

fn hash(password: &[u8]) -> Result<String, PasswordsError> {
    let mut salt = [0; 16];
    SystemChance.fill(&mut salt);
    let hash: Result<phc::PasswordHash, _> =
        Argon2::default().hash_password_with_salt(password, &salt);
    hash.map(|hash| hash.to_string()).map_err(|error| PasswordsError::Failed(error.into()))
}

#[async_trait]
impl Passwords for Argon2Passwords {
    async fn hash(&self, password: &Password) -> Result<PasswordHash, PasswordsError> {
        let password = password.clone();
        self.in_turn(move || hash(password.as_bytes()).map(PasswordHash::kept)).await
    }

    async fn fits(
        &self,
        password: &Password,
        kept: Option<&PasswordHash>,
    ) -> Result<bool, PasswordsError> {
        let (password, kept) = (password.clone(), kept.map(|it| it.as_str().to_owned()));
        self.in_turn(move || {
            let text = kept.as_deref().unwrap_or(NOBODYS);
            let parsed = phc::PasswordHash::new(text)
                .map_err(|error| PasswordsError::Failed(error.into()))?;
            let fits = Argon2::default().verify_password(password.as_bytes(), &parsed).is_ok();
            Ok(fits && kept.is_some())
        })
        .await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_fits_its_own_hash_and_no_other() {
        let passwords = Argon2Passwords::default();
        let (right, wrong) = (Password::typed("tre blå køer"), Password::typed("to blå køer"));
        let hash = passwords.hash(&right).await.unwrap();
        assert!(hash.as_str().starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{}", hash.as_str());
        assert_ne!(hash, passwords.hash(&right).await.unwrap(), "two have the same salt");
        assert!(passwords.fits(&right, Some(&hash)).await.unwrap());
        assert!(!passwords.fits(&wrong, Some(&hash)).await.unwrap());
    }

    #[tokio::test]
    async fn where_there_is_no_hash_nothing_fits_for_the_same_work() {
        let passwords = Argon2Passwords::default();
        assert!(!passwords.fits(&Password::typed(""), None).await.unwrap());
        let nobodys = phc::PasswordHash::new(NOBODYS).unwrap();
        let somebodys = passwords.hash(&Password::typed("tre blå køer")).await.unwrap();
        let somebodys = phc::PasswordHash::new(somebodys.as_str()).unwrap();
        assert_eq!(nobodys.params, somebodys.params);
        assert_eq!(nobodys.algorithm, somebodys.algorithm);
    }

    #[tokio::test]
    async fn who_comes_when_too_many_wait_is_turned_away() {
        let passwords = Argon2Passwords::default();
        let password = Password::typed("tre blå køer");
        let all = (0..2 * MOST_WAITING).map(|_| passwords.fits(&password, None));
        let answers = futures_util::future::join_all(all).await;
        let busy = answers.iter().filter(|it| matches!(it, Err(PasswordsError::Busy))).count();
        assert_eq!(busy, MOST_WAITING - AT_ONCE);
    }
}
