//! What cannot be of draws: a result that does not follow from the seed, or from nothing at all.

use application::ports::StoreError;
use domain::{
    catalogue::OccurrenceId,
    signup::{Draw, DrawnParty, Ranked, Room},
};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};

use super::super::{Database, draws::draw_of, entity::roster};

use super::super::failures::failed;

impl Database {
    /// Everything that is wrong with draws, one sentence each: every draw is done once more.
    pub(super) async fn verify_draws(&self) -> Result<Vec<String>, StoreError> {
        let mut faults = Vec::new();
        let rows = roster::Entity::find()
            .filter(roster::Column::DrawSeed.is_not_null())
            .all(&self.reader)
            .await
            .map_err(failed)?;
        for row in rows {
            let id = row.occurrence_id;
            let told = match draw_of(&row) {
                Err(fault) => Some(fault.to_string()),
                Ok(None) => Some("its draw is not told whole".to_owned()),
                Ok(Some(draw)) => {
                    let drawn = self.drawn_at(OccurrenceId(id)).await?;
                    let Some(done) = draw.done else {
                        if !drawn.is_empty() {
                            faults.push(format!("draw {id}: it gave seats before it took place"));
                        }
                        continue;
                    };
                    let parties = drawn.iter().map(|it| DrawnParty {
                        number: it.number,
                        seats: it.seats,
                        ranking: vec![Ranked { date: 0, class: it.standing.class }],
                    });
                    let again = Draw::new(vec![Room::Seats(done.seats)], parties.collect());
                    let is_so = again.is_ok_and(|again| {
                        again.run(&draw.seed).iter().zip(&drawn).all(|(outcome, it)| {
                            (outcome.lot, outcome.given.is_some()) == (it.standing.lot, it.is_in)
                        })
                    });
                    (!is_so).then(|| "it gave something else than its seed says".to_owned())
                }
            };
            faults.extend(told.map(|it| format!("draw {id}: {it}")));
        }
        Ok(faults)
    }
}
