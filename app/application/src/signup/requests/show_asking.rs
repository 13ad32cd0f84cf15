//! What somebody sees before they ask.

use domain::{
    catalogue::{SignUpMode, Slug, State},
    signup::PartyKind,
};

use super::SignUpError;
use crate::ports::{ActivityDetails, Ports};

/// An activity that one can ask about.
#[derive(Clone, Debug)]
pub struct ShownAsking {
    pub details: ActivityDetails,
    /// As what one can come.
    pub kinds: Vec<PartyKind>,
}

/// An activity whose organiser answers each request.
///
/// # Errors
///
/// [`SignUpError::Unknown`] where nobody sees such an activity; [`SignUpError::ElsewhereKept`]
/// where one gets in otherwise.
pub async fn show_asking(ports: &Ports, slug: &Slug) -> Result<ShownAsking, SignUpError> {
    let details = ports.catalogue.activity(slug).await?;
    let is_there = |it: &ActivityDetails| it.activity.state() == State::Published;
    let details = details.filter(is_there).ok_or(SignUpError::Unknown)?;
    let particulars = details.activity.particulars();
    if particulars.sign_up != SignUpMode::Request {
        return Err(SignUpError::ElsewhereKept);
    }
    let kinds = PartyKind::ALL.iter().copied().filter(|it| it.is_for(particulars)).collect();
    Ok(ShownAsking { details, kinds })
}
