//! A provider that knows whom it was told of.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    SafeUrl,
    identity::{Challenge, Identity, ProviderName, Vouched},
};

use crate::ports::{Provider, ProviderError};

/// A provider that knows whom it was told of, each behind a code that is of use once.
#[derive(Clone)]
pub struct KnownProvider {
    name: ProviderName,
    codes: Arc<Mutex<BTreeMap<String, Vouched>>>,
}

impl KnownProvider {
    pub const ISSUER: &str = "https://login.example";

    /// One that knows nobody yet.
    ///
    /// # Panics
    ///
    /// Never: its name is one.
    #[must_use]
    pub fn new() -> Self {
        let name = "UNI-Login".try_into().expect("a name");
        Self { name, codes: Arc::default() }
    }

    /// Whoever comes back with a code is somebody of whom this is said.
    pub fn knows(&self, code: &str, vouched: Vouched) {
        let mut codes = self.codes.lock().unwrap_or_else(PoisonError::into_inner);
        codes.insert(code.to_owned(), vouched);
    }

    /// Somebody of whom nothing is said but who it is.
    ///
    /// # Panics
    ///
    /// Where the subject is none.
    #[must_use]
    pub fn somebody(subject: &str) -> Vouched {
        Vouched {
            identity: Identity::of(Self::ISSUER, subject).expect("an identity"),
            email: None,
            email_is_trusted: false,
            name: None,
            roles: Vec::new(),
            has_second_factor: false,
        }
    }
}

impl Default for KnownProvider {
    fn default() -> Self {
        Self::new()
    }
}

#[async_trait]
impl Provider for KnownProvider {
    fn name(&self) -> &ProviderName {
        &self.name
    }

    fn issuer(&self) -> &str {
        Self::ISSUER
    }

    async fn way_there(&self, challenge: &Challenge) -> Result<SafeUrl, ProviderError> {
        let way = format!("{}/auth?state={}", Self::ISSUER, challenge.state);
        SafeUrl::try_from(way.as_str()).map_err(ProviderError::wrong)
    }

    async fn vouch(
        &self,
        code: &str,
        _challenge: &Challenge,
        _now: DateTime<Utc>,
    ) -> Result<Vouched, ProviderError> {
        let mut codes = self.codes.lock().unwrap_or_else(PoisonError::into_inner);
        codes.remove(code).ok_or(ProviderError::DeadCode)
    }

    async fn sends(&self, issuer: Option<&str>) -> Result<bool, ProviderError> {
        Ok(issuer.is_none_or(|it| it == Self::ISSUER))
    }

    async fn way_out(&self) -> Option<SafeUrl> {
        SafeUrl::try_from("https://login.example/ud").ok()
    }
}
