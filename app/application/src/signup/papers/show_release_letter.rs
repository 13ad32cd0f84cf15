//! What a class hands in at its school before it leaves, for whoever has its link.

use domain::{
    identity::{PersonName, Secret},
    signup::{ClassName, Contact, Party, SchoolName},
};

use super::{ComingParty, coming_party};
use crate::{
    ports::{ActivityDetails, OccurrenceSummary, Ports},
    signup::SignUpError,
};

/// What a school is told of a class that goes somewhere. No pupil is named in it: nobody has told
/// the portal their names.
#[derive(Clone, Debug)]
pub struct ShownReleaseLetter {
    pub details: ActivityDetails,
    pub date: OccurrenceSummary,
    pub class: ReleasedClass,
}

/// Who goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReleasedClass {
    pub school: SchoolName,
    pub name: ClassName,
    pub pupils: u16,
    /// Grown-ups who come along.
    pub adults: u16,
    pub teacher: PersonName,
    /// Where the teacher is reached.
    pub contact: Contact,
}

/// The letter of a class that comes to a date.
///
/// # Errors
///
/// [`SignUpError::DeadLink`] where the link opens nothing, [`SignUpError::Unknown`] where the party
/// has no seat or is no class that leaves its school for it.
pub async fn show_release_letter(
    ports: &Ports,
    secret: &Secret,
) -> Result<ShownReleaseLetter, SignUpError> {
    let ComingParty { details, date, sign_up } = coming_party(ports, secret).await?;
    if !sign_up.party.leaves_school(details.activity.particulars()) {
        return Err(SignUpError::Unknown);
    }
    let Party::Class { school, class, adults, contact: teacher, .. } = sign_up.party else {
        return Err(SignUpError::Unknown);
    };
    let class = ReleasedClass {
        school,
        name: class,
        pupils: sign_up.entry.seats,
        adults,
        teacher,
        contact: sign_up.contact,
    };
    Ok(ShownReleaseLetter { details, date, class })
}
