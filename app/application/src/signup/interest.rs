//! Pupils answer two questions about a date, by a link that says nothing of them.

mod answer_interest;
mod ask_interest;
mod forget_old_links;
mod show_question;
mod show_sheet;

use domain::{
    catalogue::OccurrenceId,
    identity::Secret,
    signup::{FieldFaults, Interest, InterestFigures, InterestTime},
};

pub use answer_interest::answer_interest;
pub use ask_interest::ask_interest;
pub use forget_old_links::forget_old_links;
pub use show_question::{ShownQuestion, show_question};
pub use show_sheet::{ShownSheet, show_sheet};

use super::check_in::CheckInError;
use crate::ports::{ActivityDetails, OccurrenceSummary, Ports, StoreError};

/// Why nobody is asked, or nothing is counted.
#[derive(Debug, thiserror::Error)]
pub enum InterestError {
    /// Look elsewhere: there is no such date, or it is not theirs.
    #[error("there is no such date")]
    Unknown,
    /// Ask the organiser for another link: there is a newer one, or it never was.
    #[error("the link does not work")]
    DeadLink,
    /// Come back when it is time, or not at all.
    #[error("it is not the time to answer")]
    NotNow(InterestTime),
    /// Choose an answer.
    #[error("{} questions are not answered", .0.len())]
    Fields(FieldFaults),
    /// Nothing: as many have answered as came, and some more.
    #[error("as many have answered as came")]
    Full,
    /// Wait a minute.
    #[error("too many answer at once")]
    TooOften,
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<CheckInError> for InterestError {
    fn from(error: CheckInError) -> Self {
        match error {
            CheckInError::Store(error) => Self::Store(error),
            _ => Self::Unknown,
        }
    }
}

/// The date to which a link leads, and whether it is time to answer.
async fn opened(
    ports: &Ports,
    secret: &Secret,
) -> Result<(ActivityDetails, OccurrenceSummary, InterestTime), InterestError> {
    let link = ports.interest.interest_link(&secret.mark()).await?;
    let id = link.ok_or(InterestError::DeadLink)?.occurrence;
    let details = ports.sign_ups.activity_at(id).await?.ok_or(InterestError::DeadLink)?;
    let date = details.occurrences.iter().find(|it| it.id == id).copied();
    let date = date.ok_or(InterestError::DeadLink)?;
    let time = Interest::time(date.start, date.end, ports.clock.now());
    Ok((details, date, time))
}

/// What is told of the answers to a date.
pub(super) async fn interest_figures(
    ports: &Ports,
    id: OccurrenceId,
) -> Result<Option<InterestFigures>, StoreError> {
    Ok(ports.interest.interest_of(&[id]).await?.get(&id).and_then(Interest::figures))
}

/// How many can answer to a date: those who are here, or who have seats, and some more.
async fn room(ports: &Ports, id: OccurrenceId) -> Result<u32, StoreError> {
    let seats = ports.sign_ups.roster(id).await?.map_or(0, |it| it.taken());
    let standing = ports.sign_ups.check_in_of(id).await?.standing();
    let here: u32 = standing.values().map(|it| u32::from(it.here)).sum();
    Ok(Interest::room(seats.max(here)))
}
