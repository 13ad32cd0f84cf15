//! Who is on rosters, as far as this process knows: reading a thousand rows for each of a
//! thousand people who want the same seats would be a million.
//!
//! Invariant: every change of those on a roster is a step, and steps are numbered; so what was
//! kept at a number is right for as long as the roster's row says that number. Only what was
//! committed is kept here.

use std::sync::Arc;

use domain::{
    Uuid,
    signup::{Date, Entry, Kept, Roster},
};
use moka::sync::Cache;

/// How many parties are remembered, on all rosters together.
const MOST_PARTIES: u64 = 50_000;

/// Those who have or await a seat, after so many steps.
pub(super) struct KeptRoster {
    pub(super) id: Uuid,
    pub(super) date: Date,
    kept: Kept,
    pub(super) entries: Vec<Entry>,
}

impl KeptRoster {
    pub(super) fn of(roster: &Roster) -> Self {
        let active = roster.entries().iter().filter(|it| it.stage.is_active());
        Self {
            id: roster.date().occurrence.0,
            date: *roster.date(),
            kept: *roster.kept(),
            entries: active.cloned().collect(),
        }
    }

    /// Whether nothing has happened since.
    pub(super) fn is_at(&self, steps: u64) -> bool {
        self.kept.steps == steps
    }

    /// The roster itself, for whoever knows that nothing has happened since.
    pub(super) fn roster(&self) -> Roster {
        Roster::read(self.date, self.kept, self.entries.clone())
    }
}

/// What is remembered of rosters.
#[derive(Clone)]
pub(super) struct KeptRosters(Cache<Uuid, Arc<KeptRoster>>);

impl Default for KeptRosters {
    fn default() -> Self {
        let weigh = |_: &Uuid, it: &Arc<KeptRoster>| {
            u32::try_from(it.entries.len()).unwrap_or(u32::MAX).saturating_add(1)
        };
        Self(Cache::builder().max_capacity(MOST_PARTIES).weigher(weigh).build())
    }
}

impl KeptRosters {
    pub(super) fn get(&self, id: Uuid) -> Option<Arc<KeptRoster>> {
        self.0.get(&id)
    }

    /// Remembers what was committed.
    pub(super) fn keep(&self, rosters: impl IntoIterator<Item = (Uuid, Arc<KeptRoster>)>) {
        for (id, it) in rosters {
            self.0.insert(id, it);
        }
    }

    /// Forgets everything, where rows go without a step.
    pub(super) fn clear(&self) {
        self.0.invalidate_all();
    }
}
