//! Synonyms, as those look after them who run the portal: lines that are written here stand on top
//! of the operator's list, are tried, and are put in force.

mod follow_synonyms;
mod put_synonyms;
mod show_synonyms;
mod try_synonyms;

use domain::{
    identity::{Account, Action, Outcome, Scope},
    search::SynonymList,
};
use language::{Group, Synonyms, SynonymsError, read_groups};

use super::SearchError;
use crate::{
    identity::DoorError,
    ports::{IndexError, StoreError},
};

pub use follow_synonyms::follow_synonyms;
pub use put_synonyms::{put_synonyms, take_synonyms_back};
pub use show_synonyms::{SynonymsPage, show_synonyms};
pub use try_synonyms::{Effect, SynonymsTrial, compare_lists, try_synonyms};

/// Why nothing changes about synonyms.
#[derive(Debug, thiserror::Error)]
pub enum SynonymsFault {
    /// Look elsewhere: it is not theirs to do.
    #[error("there are no such synonyms")]
    Unknown,
    /// Correct these lines.
    #[error("some lines are not understood")]
    Lines(Vec<SynonymsError>),
    /// Write less.
    #[error("the list has more than {max} bytes", max = SynonymList::MOST_BYTES)]
    TooLong,
    /// Look again: somebody else has put another list in force since.
    #[error("another list is in force by now")]
    LookAgain,
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Index(#[from] IndexError),
}

impl From<DoorError> for SynonymsFault {
    fn from(error: DoorError) -> Self {
        if let DoorError::Store(error) = error { Self::Store(error) } else { Self::Unknown }
    }
}

impl From<SearchError> for SynonymsFault {
    fn from(error: SearchError) -> Self {
        match error {
            SearchError::Store(error) => Self::Store(error),
            SearchError::Index(error) => Self::Index(error),
        }
    }
}

fn may(account: &Account, action: Action) -> bool {
    account.may(action, Scope::Anybodys) == Outcome::Yes
}

/// Everything that is in force where `lines` stand on top of `base`, group by group and as
/// searches use it.
///
/// # Errors
///
/// What is wrong with the lines, counted from their own first.
pub fn on_top_of(base: &str, lines: &str) -> Result<(Vec<Group>, Synonyms), SynonymsFault> {
    if lines.len() > SynonymList::MOST_BYTES {
        return Err(SynonymsFault::TooLong);
    }
    let own = read_groups(lines).map_err(SynonymsFault::Lines)?;
    let whole = format!("{}\n{lines}", base.trim_end());
    let synonyms = Synonyms::parse(&whole).map_err(|error| SynonymsFault::Lines(vec![error]))?;
    let mut groups = read_groups(base).unwrap_or_default();
    groups.extend(own);
    Ok((groups, synonyms))
}

#[cfg(test)]
mod tests;
