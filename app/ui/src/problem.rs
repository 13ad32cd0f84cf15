//! The one error that crosses the wire, named by what the person can do about it.

#[cfg(feature = "ssr")]
mod pages;

use leptos::server_fn::{
    codec::JsonEncoding,
    error::{FromServerFnError, ServerFnErrorErr},
};
use serde::{Deserialize, Serialize};

#[cfg(feature = "ssr")]
pub use pages::problem_page;

/// What the person in front of the screen can do about it. Holds no sentence and no secret.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum Problem {
    /// Correct the address or the form: what was asked cannot be meant.
    #[error("cannot be understood")]
    Misunderstood,
    /// Look elsewhere: it is not there, or not theirs to see.
    #[error("not found")]
    NotFound,
    /// Look elsewhere: it was there once.
    #[error("gone")]
    Gone,
    /// Use the page's own buttons: the address does not take this.
    #[error("method not allowed")]
    NotAllowed,
    /// Come from our own pages: a write came from somewhere else.
    #[error("foreign origin")]
    ForeignOrigin,
    /// Send less.
    #[error("too large")]
    TooLarge,
    /// Ask shorter: the address is longer than any of ours.
    #[error("too long")]
    TooLong,
    /// Wait some minutes: too much came from where they are.
    #[error("too many")]
    TooMany,
    /// Wait a little, then try again.
    #[error("busy")]
    Busy,
    /// Wait, and quote the reference if it lasts.
    #[error("something broke on our side")]
    Broken,
    /// Look at the connection; the portal was never reached.
    #[error("no connection")]
    Unreachable,
}

impl Problem {
    /// The status of the answer by RFC 9110.
    #[must_use]
    pub fn status(&self) -> u16 {
        match self {
            Self::Misunderstood => 400,
            Self::ForeignOrigin => 403,
            Self::NotFound => 404,
            Self::NotAllowed => 405,
            Self::Gone => 410,
            Self::TooLarge => 413,
            Self::TooLong => 414,
            Self::TooMany => 429,
            Self::Broken => 500,
            Self::Busy | Self::Unreachable => 503,
        }
    }
}

impl FromServerFnError for Problem {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            ServerFnErrorErr::Request(_) | ServerFnErrorErr::Response(_) => Self::Unreachable,
            ServerFnErrorErr::Args(_)
            | ServerFnErrorErr::MissingArg(_)
            | ServerFnErrorErr::Deserialization(_) => Self::Misunderstood,
            _ => Self::Broken,
        }
    }
}

#[cfg(feature = "ssr")]
impl Problem {
    /// What somebody may see, or why they do not.
    ///
    /// # Errors
    ///
    /// [`Problem::NotFound`] where there is nothing to see, [`Problem::Gone`] where there was.
    pub fn unless_seen<T>(shown: application::catalogue::Shown<T>) -> Result<T, Self> {
        match shown {
            application::catalogue::Shown::Page(it) => Ok(*it),
            application::catalogue::Shown::Gone => Err(Self::Gone),
            application::catalogue::Shown::Unknown => Err(Self::NotFound),
        }
    }
}

#[cfg(feature = "ssr")]
impl From<application::ports::StoreError> for Problem {
    fn from(error: application::ports::StoreError) -> Self {
        let broken = Self::broken(&error);
        if error.is_away() { Self::Busy } else { broken }
    }
}

#[cfg(feature = "ssr")]
impl From<application::search::SearchError> for Problem {
    fn from(error: application::search::SearchError) -> Self {
        match error {
            application::search::SearchError::Store(error) => error.into(),
            application::search::SearchError::Index(_) => Self::broken(&error),
        }
    }
}

#[cfg(feature = "ssr")]
impl Problem {
    /// Writes the whole chain of causes into the log, once, here at the edge.
    fn broken(error: &dyn std::error::Error) -> Self {
        let mut causes = Vec::new();
        let mut cause = error.source();
        while let Some(error) = cause {
            causes.push(error.to_string());
            cause = error.source();
        }
        tracing::error!(%error, ?causes, "an answer could not be given");
        Self::Broken
    }
}
