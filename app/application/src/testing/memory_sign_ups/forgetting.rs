//! What time and people take away of parties, in memory.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{
    Email,
    catalogue::OccurrenceId,
    privacy::Headcount,
    signup::{SignUp, Stage},
};

use super::Rosters;
use crate::ports::ForgetBefore;

impl Rosters {
    pub(in crate::testing) fn of_address(&self, email: &Email) -> impl Iterator<Item = &SignUp> {
        let key = email.key();
        let is_theirs =
            move |it: &&SignUp| it.contact.email.as_ref().is_some_and(|by| by.key() == key);
        self.sign_ups.values().filter(is_theirs)
    }

    pub(in crate::testing) fn addresses(&self) -> impl Iterator<Item = Email> {
        self.sign_ups.values().filter_map(|it| it.contact.email.clone())
    }

    pub(in crate::testing) fn erase(&mut self, email: &Email) -> u64 {
        let is_over = |it: &&SignUp| !it.entry.stage.is_active();
        let ids: Vec<_> = self.of_address(email).filter(is_over).map(|it| it.id).collect();
        self.sign_ups.retain(|id, _| !ids.contains(id));
        self.links.retain(|_, it| !ids.contains(&it.sign_up));
        ids.len() as u64
    }

    /// Forgets what is old enough; answers how many had seats where parties were forgotten.
    pub(super) fn forget(&mut self, before: ForgetBefore) -> Vec<Headcount> {
        let ended = |at: DateTime<Utc>| {
            let old = self.kept.iter().filter(move |(_, it)| it.date.end < at);
            old.map(|(id, _)| *id).collect::<Vec<_>>()
        };
        let (needs, all) = (ended(before.needs), ended(before.all));
        for it in self.sign_ups.values_mut().filter(|it| needs.contains(&it.occurrence)) {
            it.needs = None;
            it.answers.clear();
        }
        let called = ended(before.emergency);
        for it in self.sign_ups.values_mut().filter(|it| called.contains(&it.occurrence)) {
            it.kin.emergency = None;
        }
        let counts = self.headcounts(&all);
        self.sign_ups.retain(|_, it| !all.contains(&it.occurrence));
        self.messages.retain(|_, it| !all.contains(&it.occurrence));
        self.check_ins.retain(|id, _| !all.contains(id));
        self.kept.retain(|id, _| !all.contains(id));
        self.drawn.retain(|id, _| !all.contains(id));
        let left = &self.sign_ups;
        self.links.retain(|_, it| left.contains_key(&it.sign_up));
        self.steps.retain(|it| left.contains_key(&it.sign_up));
        self.attempts.retain(|_, it| it.at >= before.forms);
        counts
    }

    /// How many had seats at dates, by kind.
    fn headcounts(&self, dates: &[OccurrenceId]) -> Vec<Headcount> {
        let mut counts: BTreeMap<(OccurrenceId, &str), Headcount> = BTreeMap::new();
        for it in self.sign_ups.values().filter(|it| it.entry.stage == Stage::Confirmed) {
            let Some(kept) = self.kept.get(&it.occurrence) else { continue };
            if dates.contains(&it.occurrence) {
                let (kind, start) = (it.party.kind(), kept.date.start);
                let (occurrence, activity) = (it.occurrence, it.activity);
                let none = Headcount { occurrence, activity, kind, start, parties: 0, seats: 0 };
                let count = counts.entry((occurrence, kind.key())).or_insert(none);
                (count.parties, count.seats) =
                    (count.parties + 1, count.seats + u32::from(it.entry.seats));
            }
        }
        counts.into_values().collect()
    }
}
