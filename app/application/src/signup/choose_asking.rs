//! The organiser says how those who come are asked whether they still do.

use domain::{
    catalogue::OccurrenceId,
    identity::{Action, DeedKind},
    signup::{ComingRule, Field, FieldFault, FieldFaults, InvalidComingRule},
};

use super::{
    SignUpError,
    keep::{About, keep},
    show_roster::theirs,
};
use crate::{
    deeds::{Doing, write_down},
    identity::Viewer,
    ports::Ports,
};

/// What an organiser chose, days in figures; nothing where it is not to be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedAsking {
    /// How many days before one is asked.
    pub asks: String,
    /// How many days before the seats of the silent are freed.
    pub frees: String,
}

impl TypedAsking {
    fn read(&self) -> Result<ComingRule, FieldFaults> {
        let days = |typed: &str, field| match typed.trim() {
            "" => Ok(None),
            typed => typed.parse().map(Some).map_err(|_| vec![(field, FieldFault::NoNumber)]),
        };
        let (asks, frees) = (days(&self.asks, Field::Asks)?, days(&self.frees, Field::Frees)?);
        ComingRule::new(asks, frees).map_err(|invalid| {
            let field = match invalid {
                InvalidComingRule::Asks => Field::Asks,
                InvalidComingRule::Frees => Field::Frees,
            };
            vec![(field, FieldFault::Missing)]
        })
    }
}

/// Says how many days before a date that is their partner's those who come are asked whether they
/// still do, and whether the seats of the silent are freed.
///
/// # Errors
///
/// [`SignUpError::Fields`] where the days do not fit each other, [`SignUpError::Unknown`] where
/// the date is not theirs.
pub async fn choose_asking(
    ports: &Ports,
    viewer: &Viewer,
    date: OccurrenceId,
    typed: &TypedAsking,
) -> Result<(), SignUpError> {
    let details = theirs(ports, viewer, Action::AskWhetherComing, date).await?;
    let rule = typed.read().map_err(SignUpError::Fields)?;
    let now = ports.clock.now();
    let mut tx = ports.store.begin().await?;
    let account = viewer.lock(&mut *tx).await.map_err(|_| SignUpError::Unknown)?;
    let mut roster = tx.rosters().lock(date).await?.ok_or(SignUpError::Unknown)?;
    roster.ask_by(rule, now);
    keep(ports, &mut *tx, &roster, &About::of(&details)).await?;
    let doing = Doing::of_owner(&account, &details.activity, DeedKind::ComingRuleChanged);
    write_down(ports, &mut *tx, doing).await?;
    tx.commit().await?;
    Ok(())
}
