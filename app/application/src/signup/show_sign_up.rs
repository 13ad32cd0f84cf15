//! A sign-up's own page, for whoever has its link.

use domain::{
    identity::Secret,
    signup::{
        ComingStand, DateDraw, Drawn, Position, PublicNumber, SignUp, SignUpLink, SignUpPurpose,
        WaitingRule, WhyDrawn,
    },
};

use super::{SignUpError, report::took_part};
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
    /// How it stands with the question whether it still comes, where it was asked.
    pub coming: Option<ComingStand>,
    /// Where the seats are drawn.
    pub draw: Option<DateDraw>,
    /// What it is called in the draw.
    pub number: PublicNumber,
    /// Why it got what it got, where it was in the draw.
    pub why: Option<WhyDrawn>,
    /// Whether there is a proof that it took part.
    pub has_proof: bool,
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
    let draw = roster.kept().draw;
    let number = PublicNumber::of(&sign_up.entry);
    let why = match draw.and_then(|it| it.done) {
        Some(done) => Drawn::why(&ports.sign_ups.drawn(sign_up.occurrence).await?, done, number),
        None => None,
    };
    let has_proof = took_part(ports, &sign_up).await?;
    Ok(ShownSignUp {
        has_proof,
        draw,
        number,
        why,
        position: roster.position(sign_up.id),
        coming: sign_up.coming.stand(roster.kept().coming, roster.date()),
        rule: roster.kept().rule,
        free: roster.free(),
        is_open: roster.is_open_at(ports.clock.now()),
        details,
        sign_up,
    })
}

/// The sign-up that a link to a page opens.
pub(super) async fn opened(ports: &Ports, secret: &Secret) -> Result<SignUp, SignUpError> {
    let pages = [SignUpPurpose::Page, SignUpPurpose::SecondPage];
    Ok(opened_as(ports, secret, &pages).await?.0)
}

/// The sign-up that a link of one of these purposes opens, and which it is.
pub(super) async fn opened_as(
    ports: &Ports,
    secret: &Secret,
    purposes: &[SignUpPurpose],
) -> Result<(SignUp, SignUpPurpose), SignUpError> {
    let link = ports.sign_ups.sign_up_link(&secret.mark()).await?;
    let link = link.filter(|it: &SignUpLink| purposes.contains(&it.purpose));
    let SignUpLink { sign_up, purpose, .. } = link.ok_or(SignUpError::DeadLink)?;
    let sign_up = ports.sign_ups.sign_up(sign_up).await?.ok_or(SignUpError::DeadLink)?;
    Ok((sign_up, purpose))
}
