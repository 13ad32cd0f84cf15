//! An organiser has the seats of a date drawn.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use domain::{
    catalogue::OccurrenceId,
    identity::{Action, DeedKind},
    signup::{DateDraw, Field, FieldFault, FieldFaults, Priority, Seed},
};

use crate::{
    copenhagen,
    deeds::{Doing, write_down},
    identity::Viewer,
    ports::Ports,
    signup::{
        SignUpError,
        keep::{About, keep},
        show_roster::theirs,
    },
};

/// What an organiser typed about how seats are given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedDraw {
    /// [`Self::DRAW`], or anything else for whoever comes first.
    pub by: String,
    /// When it is drawn, in Danish time.
    pub day: String,
    pub time: String,
    /// The key of a priority; of none where it is nothing of ours.
    pub priority: String,
}

impl TypedDraw {
    /// The word for a draw.
    pub const DRAW: &'static str = "draw";

    fn read(&self) -> Result<Option<(DateTime<Utc>, Priority)>, FieldFaults> {
        if self.by != Self::DRAW {
            return Ok(None);
        }
        let day = self.day.trim().parse::<NaiveDate>();
        let time = NaiveTime::parse_from_str(self.time.trim(), "%H:%M");
        let missing = |field, is_missing: bool| is_missing.then_some((field, FieldFault::Missing));
        match (day, time) {
            (Ok(day), Ok(time)) => {
                let at = copenhagen::instant(day.and_time(time));
                let at = at.map_err(|_| vec![(Field::Time, FieldFault::Missing)])?;
                Ok(Some((at, self.priority.parse().unwrap_or(Priority::ByLot))))
            }
            (day, time) => {
                let faults =
                    [missing(Field::Day, day.is_err()), missing(Field::Time, time.is_err())];
                Err(faults.into_iter().flatten().collect())
            }
        }
    }
}

/// Says that the seats of a date that is their partner's are drawn, when, and who comes before the
/// lots; or that they go to whoever comes first. What the seed is, is settled and promised now.
///
/// # Errors
///
/// [`SignUpError::Fields`] where a time is missing, [`SignUpError::Refused`] where it is too late,
/// [`SignUpError::Unknown`] where the date is not theirs.
pub async fn have_drawn(
    ports: &Ports,
    viewer: &Viewer,
    date: OccurrenceId,
    typed: &TypedDraw,
) -> Result<(), SignUpError> {
    let details = theirs(ports, viewer, Action::HaveDrawn, date).await?;
    let wanted = typed.read().map_err(SignUpError::Fields)?;
    let now = ports.clock.now();
    let mut chance = [0; 32];
    ports.chance.fill(&mut chance);
    let seed = Seed::of(chance);
    let draw = wanted.map(|(draws_at, priority)| DateDraw { seed, priority, draws_at, done: None });
    let mut tx = ports.store.begin().await?;
    let account = viewer.lock(&mut *tx).await.map_err(|_| SignUpError::Unknown)?;
    let mut roster = tx.rosters().lock(date).await?.ok_or(SignUpError::Unknown)?;
    roster.have_drawn(draw, now)?;
    keep(ports, &mut *tx, &roster, &About::of(&details)).await?;
    let doing = Doing::of_owner(&account, &details.activity, DeedKind::DrawChosen);
    write_down(ports, &mut *tx, doing).await?;
    tx.commit().await?;
    tracing::info!(occurrence = %date.0, is_drawn = draw.is_some(), "how seats are given was chosen");
    Ok(())
}
