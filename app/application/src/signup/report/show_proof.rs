//! The proof that somebody took part, for whoever has the link to their sign-up's page.

use domain::identity::Secret;

use super::papers::{PaperDate, Proof, took_part};
use crate::{
    ports::Ports,
    signup::{SignUpError, show_sign_up::opened},
};

/// The proof of a sign-up whose party took part in a date that was reported. It names nobody.
///
/// # Errors
///
/// [`SignUpError::DeadLink`] where the link opens no sign-up, [`SignUpError::Unknown`] where it is
/// not known that the party took part.
pub async fn show_proof(ports: &Ports, secret: &Secret) -> Result<Proof, SignUpError> {
    let sign_up = opened(ports, secret).await?;
    if !took_part(ports, &sign_up).await? {
        return Err(SignUpError::Unknown);
    }
    let details = ports.sign_ups.activity_at(sign_up.occurrence).await?;
    let details = details.ok_or(SignUpError::Unknown)?;
    let date = details.occurrences.iter().find(|it| it.id == sign_up.occurrence);
    Ok(Proof { of: PaperDate::of(&details, date.ok_or(SignUpError::Unknown)?) })
}
