//! Seats that are drawn: until then everybody stands in line, and nobody is before anybody.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::{Refusal, Roster};
use crate::signup::{
    DateDraw, Draw, DrawDone, Drawn, DrawnParty, PriorityClass, PublicNumber, Ranked, Reason, Room,
    SignUpId, Stage, Standing,
};

impl Roster {
    /// Says that the seats are drawn, or that they go to whoever comes first after all. The seed
    /// that was promised stays, whatever else is changed.
    ///
    /// # Errors
    ///
    /// [`Refusal::NotEmpty`] once somebody has signed up, [`Refusal::DrawTime`] where the draw
    /// would be in the past or after sign-up has closed, [`Refusal::DateCancelled`].
    pub fn have_drawn(
        &mut self,
        draw: Option<DateDraw>,
        now: DateTime<Utc>,
    ) -> Result<(), Refusal> {
        self.settle(now);
        if !self.date.is_on {
            return Err(Refusal::DateCancelled);
        }
        if self.kept.last_turn > 0 || self.kept.draw.is_some_and(|it| it.done.is_some()) {
            return Err(Refusal::NotEmpty);
        }
        if draw.is_some_and(|it| it.draws_at <= now || self.date.closes_at < it.draws_at) {
            return Err(Refusal::DrawTime);
        }
        let promised = self.kept.draw.map(|it| it.seed);
        let seed = |it: DateDraw| promised.unwrap_or(it.seed);
        self.kept.draw = draw.map(|it| DateDraw { seed: seed(it), done: None, ..it });
        Ok(())
    }

    /// Whether parties are collected for a draw, so that nobody gets a seat by coming early.
    #[must_use]
    pub fn is_collecting(&self) -> bool {
        self.kept.draw.is_some_and(|it| it.is_collecting())
    }

    /// When the seats are drawn: by its time, or when sign-up closes where that was put forward.
    pub(super) fn draws_next_at(&self) -> Option<DateTime<Utc>> {
        let draw = self.kept.draw.filter(|it| it.is_collecting() && self.date.is_on);
        draw.map(|it| it.draws_at.min(self.date.closes_at))
    }

    /// Whether the time for the draw has come.
    #[must_use]
    pub fn is_to_be_drawn(&self, now: DateTime<Utc>) -> bool {
        self.draws_next_at().is_some_and(|at| at <= now)
    }

    /// Draws the seats that are free among those who have answered their letter, and puts whoever
    /// gets none in line by its lot. Where it is not the time, or it was done, nothing happens.
    pub fn draw(&mut self, class: impl Fn(SignUpId) -> PriorityClass, now: DateTime<Utc>) {
        self.settle(now);
        let Some(wanted) = self.kept.draw.filter(|_| self.is_to_be_drawn(now)) else { return };
        let ready = self.entries.iter().filter(|it| it.stage == Stage::Waiting);
        let (ids, parties): (Vec<SignUpId>, Vec<DrawnParty>) = ready
            .map(|it| {
                let number = PublicNumber::of(it);
                let ranking = vec![Ranked { date: 0, class: class(it.id) }];
                (it.id, DrawnParty { number, seats: it.seats, ranking })
            })
            .unzip();
        let seats = self.free();
        // Turns are all different and nobody is nobody, so this can be drawn.
        let Ok(draw) = Draw::new(vec![Room::Seats(seats)], parties) else { return };
        let mut drawn: Vec<(SignUpId, Drawn)> = ids
            .into_iter()
            .zip(draw.parties().iter().zip(draw.run(&wanted.seed)))
            .map(|(id, (party, outcome))| {
                let standing = Standing { class: party.ranking[0].class, lot: outcome.lot };
                let is_in = outcome.given.is_some();
                (id, Drawn { number: party.number, seats: party.seats, standing, is_in })
            })
            .collect();
        drawn.sort_unstable_by_key(|(_, it)| it.standing);
        self.kept.draw = Some(DateDraw { done: Some(DrawDone { at: now, seats }), ..wanted });
        let ranks: HashMap<SignUpId, u32> = drawn.iter().map(|it| it.0).zip(1..).collect();
        for entry in &mut self.entries {
            entry.rank = ranks.get(&entry.id).copied();
        }
        self.entries.sort_by_key(super::Entry::order);
        for (id, it) in &drawn {
            let (to, reason) = if it.is_in {
                (Stage::Confirmed, Reason::Drawn)
            } else {
                (Stage::Waiting, Reason::NotDrawn)
            };
            self.step(*id, to, reason, now);
        }
        self.drawn = drawn.into_iter().map(|it| it.1).collect();
        self.settle(now);
    }
}
