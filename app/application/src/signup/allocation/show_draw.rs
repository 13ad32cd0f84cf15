//! The draw of a date, as everybody may see it.

use domain::{
    catalogue::OccurrenceId,
    signup::{DateDraw, Draw, Drawn, DrawnParty, Outcome, Ranked, Room},
};

use super::{DrawSheets, draw_sheets};
use crate::{
    ports::{ActivityDetails, OccurrenceSummary, Ports},
    signup::{SignUpError, show_form::date_at},
};

/// The draw of a date. Before it took place nothing is known but what was promised.
#[derive(Clone, Debug)]
pub struct ShownDraw {
    pub details: ActivityDetails,
    pub date: OccurrenceSummary,
    pub draw: DateDraw,
    /// What it gave, without names.
    pub drawn: Vec<Drawn>,
}

/// The draw of a date that everybody can see.
///
/// # Errors
///
/// [`SignUpError::Unknown`] where there is no such date, or nothing is drawn there.
pub async fn show_draw(ports: &Ports, id: OccurrenceId) -> Result<ShownDraw, SignUpError> {
    let (details, date) = date_at(ports, id).await?;
    let roster = ports.sign_ups.roster(id).await?.ok_or(SignUpError::Unknown)?;
    let draw = roster.kept().draw.ok_or(SignUpError::Unknown)?;
    let drawn = match draw.done {
        Some(_) => ports.sign_ups.drawn(id).await?,
        None => Vec::new(),
    };
    Ok(ShownDraw { details, date, draw, drawn })
}

/// What is published of a draw that took place, so that anybody can do it again.
///
/// # Errors
///
/// As of [`show_draw()`]; and [`SignUpError::Unknown`] before it took place.
pub async fn publish_draw(ports: &Ports, id: OccurrenceId) -> Result<DrawSheets, SignUpError> {
    let shown = show_draw(ports, id).await?;
    let done = shown.draw.done.ok_or(SignUpError::Unknown)?;
    let parties = shown.drawn.iter().map(|it| DrawnParty {
        number: it.number,
        seats: it.seats,
        ranking: vec![Ranked { date: 0, class: it.standing.class }],
    });
    let outcomes = shown.drawn.iter().map(|it| Outcome {
        number: it.number,
        lot: it.standing.lot,
        given: it.is_in.then_some(0),
        refused: Vec::new(),
    });
    let outcomes: Vec<Outcome> = outcomes.collect();
    let draw = Draw::new(vec![Room::Seats(done.seats)], parties.collect());
    let draw = draw.map_err(|_| SignUpError::Unknown)?;
    Ok(draw_sheets(&draw, &[id.0.to_string()], &outcomes))
}
