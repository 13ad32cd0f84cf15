//! A sign-up's own page, for whoever has its link.

use domain::{
    identity::Secret,
    signup::{Position, SignUp, SignUpLink, SignUpPurpose, WaitingRule},
};

use super::SignUpError;
use crate::ports::{ActivityDetails, Ports};

/// A sign-up as its own page shows it.
#[derive(Clone, Debug)]
pub struct ShownSignUp {
    pub sign_up: SignUp,
    pub details: ActivityDetails,
    /// Where it stands, where it stands in line.
    pub position: Option<Position>,
    pub rule: WaitingRule,
    /// How many seats are free.
    pub free: u32,
    pub is_open: bool,
}

/// The sign-up that a link opens.
///
/// # Errors
///
/// [`SignUpError::DeadLink`] where it opens none.
pub async fn show_sign_up(ports: &Ports, secret: &Secret) -> Result<ShownSignUp, SignUpError> {
    let sign_up = opened(ports, secret).await?;
    let details = ports.desk.activity_by_id(sign_up.activity).await?;
    let details = details.ok_or(SignUpError::DeadLink)?;
    let roster = ports.sign_ups.roster(sign_up.occurrence).await?;
    let roster = roster.ok_or(SignUpError::DeadLink)?;
    Ok(ShownSignUp {
        position: roster.position(sign_up.id),
        rule: roster.kept().rule,
        free: roster.free(),
        is_open: roster.is_open_at(ports.clock.now()),
        details,
        sign_up,
    })
}

/// The sign-up that a link to a page opens.
pub(super) async fn opened(ports: &Ports, secret: &Secret) -> Result<SignUp, SignUpError> {
    let link = ports.sign_ups.sign_up_link(&secret.mark()).await?;
    let opens =
        |it: &SignUpLink| matches!(it.purpose, SignUpPurpose::Page | SignUpPurpose::SecondPage);
    let link = link.filter(opens);
    let id = link.ok_or(SignUpError::DeadLink)?.sign_up;
    ports.sign_ups.sign_up(id).await?.ok_or(SignUpError::DeadLink)
}
