//! What somebody sees before they sign up for a date.

use domain::{
    catalogue::{OccurrenceId, SignUpMode, State},
    signup::{DateDraw, Line, PartyKind, WaitingRule},
};

use super::SignUpError;
use crate::ports::{ActivityDetails, OccurrenceSummary, Ports};

/// A date that one can sign up for.
#[derive(Clone, Debug)]
pub struct DateShown {
    pub details: ActivityDetails,
    pub date: OccurrenceSummary,
    pub line: Line,
    pub rule: WaitingRule,
    /// Where its seats are drawn.
    pub draw: Option<DateDraw>,
    pub is_open: bool,
    /// As what one can come.
    pub kinds: Vec<PartyKind>,
}

/// A date with who may come and how many seats are free.
///
/// # Errors
///
/// [`SignUpError::Unknown`] where nobody sees such a date; [`SignUpError::ElsewhereKept`] where
/// its seats are not the portal's.
pub async fn show_form(ports: &Ports, id: OccurrenceId) -> Result<DateShown, SignUpError> {
    let (details, date) = date_at(ports, id).await?;
    let roster = ports.sign_ups.roster(id).await?.ok_or(SignUpError::ElsewhereKept)?;
    let is_published = details.activity.state() == State::Published;
    let particulars = details.activity.particulars();
    let kinds = PartyKind::ALL.iter().copied().filter(|it| it.is_for(particulars)).collect();
    Ok(DateShown {
        is_open: is_published && roster.is_open_at(ports.clock.now()),
        line: roster.line(),
        rule: roster.kept().rule,
        draw: roster.kept().draw,
        date,
        details,
        kinds,
    })
}

/// A date that the public may see and whose seats are the portal's, with its activity.
pub(super) async fn date_at(
    ports: &Ports,
    id: OccurrenceId,
) -> Result<(ActivityDetails, OccurrenceSummary), SignUpError> {
    let details = ports.sign_ups.activity_at(id).await?;
    let details =
        details.filter(|it| it.activity.state().is_public()).ok_or(SignUpError::Unknown)?;
    if details.activity.particulars().sign_up != SignUpMode::Portal {
        return Err(SignUpError::ElsewhereKept);
    }
    let date = details.occurrences.iter().find(|it| it.id == id).copied();
    Ok((details, date.ok_or(SignUpError::Unknown)?))
}
