//! What is taken along on paper: for the party its day sheet and, for a class, the letter to its
//! school; for those who offer the date a day sheet with who comes.

mod show_day_sheet;
mod show_own_day_sheet;
mod show_release_letter;

use domain::{
    identity::Secret,
    signup::{SignUp, Stage},
};

use super::{SignUpError, show_sign_up::opened};
use crate::ports::{ActivityDetails, OccurrenceSummary, Ports};

pub use show_day_sheet::{ShownDaySheet, show_day_sheet};
pub use show_own_day_sheet::show_own_day_sheet;
pub use show_release_letter::{ReleasedClass, ShownReleaseLetter, show_release_letter};

/// A party that has a seat, and what it comes to.
#[derive(Clone, Debug)]
pub struct ComingParty {
    pub details: ActivityDetails,
    pub date: OccurrenceSummary,
    pub sign_up: SignUp,
}

/// The party that a link opens, where it has a seat: whoever does not come takes nothing along.
async fn coming_party(ports: &Ports, secret: &Secret) -> Result<ComingParty, SignUpError> {
    let sign_up = opened(ports, secret).await?;
    if sign_up.entry.stage != Stage::Confirmed {
        return Err(SignUpError::Unknown);
    }
    let details = ports.desk.activity_by_id(sign_up.activity).await?;
    let details = details.ok_or(SignUpError::DeadLink)?;
    let date = details.occurrences.iter().find(|it| it.id == sign_up.occurrence).copied();
    let date = date.ok_or(SignUpError::DeadLink)?;
    Ok(ComingParty { details, date, sign_up })
}
