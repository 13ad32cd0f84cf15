//! Rosters that are forgotten when the test ends.

mod forgetting;

use std::collections::{BTreeMap, HashSet};

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    Email,
    catalogue::{Activity, ActivityId, OccurrenceId, State},
    identity::Mark,
    signup::{
        Attempt, AttemptKey, CheckIn, Coming, Date, DateDraw, Drawn, Kept, Message, MessageId,
        PartyKey, Roster, SignUp, SignUpId, SignUpLink, SignUpNews, SignUpPurpose, Step, Tick,
        WaitingRule,
    },
};

use super::{
    MemoryStore,
    memory_store::{Facts, MemoryTransaction},
};
use crate::ports::{
    ActivityDetails, CatalogueReader as _, CheckInRepository, ForgetBefore, MessageRepository,
    OwnSignUp, Reminding, RosterRepository, SignUpReader, SignUpRepository, StoreError, Untold,
};

/// Who has or awaits a seat.
#[derive(Clone, Default)]
pub(super) struct Rosters {
    kept: BTreeMap<OccurrenceId, KeptRoster>,
    sign_ups: BTreeMap<SignUpId, SignUp>,
    steps: Vec<Step>,
    links: BTreeMap<Mark, SignUpLink>,
    attempts: BTreeMap<AttemptKey, Attempt>,
    reminded: BTreeMap<SignUpId, SignUpNews>,
    messages: BTreeMap<MessageId, Message>,
    drawn: BTreeMap<OccurrenceId, Vec<Drawn>>,
    check_ins: BTreeMap<OccurrenceId, CheckIn>,
}

#[derive(Clone)]
struct KeptRoster {
    date: Date,
    kept: Kept,
    next_at: Option<DateTime<Utc>>,
    told: u64,
}

impl Rosters {
    pub(super) fn taken(&self, id: OccurrenceId) -> u32 {
        let here = self.sign_ups.values().filter(|it| it.occurrence == id);
        here.map(|it| it.entry.takes()).sum()
    }
}

/// The date of an activity as a roster sees it.
fn date_of(activity: &Activity, id: OccurrenceId) -> Option<Date> {
    let particulars = activity.particulars();
    let date = activity.occurrences().iter().find(|it| it.id == id)?;
    let limit = particulars.sign_up.seats_kept(date.capacity())?;
    Some(Date {
        occurrence: id,
        activity: activity.id,
        start: date.start(),
        end: date.end(),
        closes_at: date.closes_at(),
        limit,
        is_on: !matches!(activity.state(), State::Cancelled | State::Archived),
    })
}

impl Facts {
    fn date(&self, id: OccurrenceId) -> Option<Date> {
        let now = self.activities.values().find_map(|it| date_of(it, id));
        let was = self.rosters.kept.get(&id).map(|it| Date { is_on: false, ..it.date });
        now.or(was)
    }

    fn roster(&self, id: OccurrenceId) -> Option<Roster> {
        let date = self.date(id)?;
        let rosters = &self.rosters;
        Some(match rosters.kept.get(&id) {
            None => Roster::open(date, WaitingRule::StrictOrder),
            Some(it) => {
                let here = rosters.sign_ups.values().filter(|it| it.occurrence == id);
                let active = here.filter(|it| it.entry.stage.is_active());
                Roster::read(date, it.kept, active.map(|it| it.entry.clone()).collect())
            }
        })
    }
}

#[async_trait]
impl RosterRepository for MemoryTransaction {
    async fn lock(&mut self, id: OccurrenceId) -> Result<Option<Roster>, StoreError> {
        Ok(self.draft.roster(id))
    }

    async fn save(&mut self, roster: &Roster) -> Result<(), StoreError> {
        let id = roster.date().occurrence;
        let rosters = &mut self.draft.rosters;
        for entry in roster.entries() {
            if let Some(sign_up) = rosters.sign_ups.get_mut(&entry.id) {
                sign_up.entry = entry.clone();
            }
        }
        rosters.steps.extend(roster.steps());
        if !roster.drawn().is_empty() {
            rosters.drawn.insert(id, roster.drawn().to_vec());
        }
        let told = rosters.kept.get(&id).map_or(0, |it| it.told);
        let (date, kept, next_at) = (*roster.date(), *roster.kept(), roster.next_at());
        rosters.kept.insert(id, KeptRoster { date, kept, next_at, told });
        Ok(())
    }
}

#[async_trait]
impl SignUpRepository for Rosters {
    async fn add(&mut self, sign_up: &SignUp) -> Result<bool, StoreError> {
        let key = &sign_up.entry.key;
        let is_new = SignUpRepository::of(self, sign_up.activity, key).await?.is_none();
        if is_new {
            self.sign_ups.insert(sign_up.id, sign_up.clone());
        }
        Ok(is_new)
    }

    async fn by_id(&mut self, id: SignUpId) -> Result<Option<SignUp>, StoreError> {
        Ok(self.sign_ups.get(&id).cloned())
    }

    async fn of(
        &mut self,
        activity: ActivityId,
        party: &PartyKey,
    ) -> Result<Option<SignUp>, StoreError> {
        let is_it = |it: &&SignUp| {
            it.activity == activity && it.entry.key == *party && it.entry.stage.is_active()
        };
        Ok(self.sign_ups.values().find(is_it).cloned())
    }

    async fn at(&mut self, date: OccurrenceId) -> Result<Vec<SignUp>, StoreError> {
        let is_there = |it: &&SignUp| it.occurrence == date && it.entry.stage.is_active();
        let mut there: Vec<SignUp> = self.sign_ups.values().filter(is_there).cloned().collect();
        there.sort_by_key(|it| it.entry.turn);
        Ok(there)
    }

    async fn dates_of(
        &mut self,
        activities: &[ActivityId],
    ) -> Result<HashSet<OccurrenceId>, StoreError> {
        let there = self.sign_ups.values().filter(|it| it.entry.stage.is_active());
        let there = there.filter(|it| activities.contains(&it.activity));
        Ok(there.map(|it| it.occurrence).collect())
    }

    async fn move_links(&mut self, from: SignUpId, to: SignUpId) -> Result<(), StoreError> {
        for link in self.links.values_mut().filter(|it| it.sign_up == from) {
            link.sign_up = to;
        }
        Ok(())
    }

    async fn save(&mut self, sign_up: &SignUp) -> Result<(), StoreError> {
        if let Some(kept) = self.sign_ups.get_mut(&sign_up.id) {
            let entry = kept.entry.clone();
            *kept = SignUp { entry, coming: kept.coming, ..sign_up.clone() };
        }
        Ok(())
    }

    async fn add_link(&mut self, link: &SignUpLink) -> Result<(), StoreError> {
        self.links.insert(link.mark.clone(), link.clone());
        Ok(())
    }

    async fn take_link(&mut self, mark: &Mark) -> Result<Option<SignUpLink>, StoreError> {
        let taken = self.links.get(mark).cloned();
        if let Some(it) = &taken {
            self.links.retain(|_, link| link.sign_up != it.sign_up || link.purpose != it.purpose);
        }
        Ok(taken)
    }

    async fn drop_links(&mut self, id: SignUpId, of: SignUpPurpose) -> Result<(), StoreError> {
        self.links.retain(|_, link| link.sign_up != id || link.purpose != of);
        Ok(())
    }

    async fn note_reminded(&mut self, id: SignUpId, of: SignUpNews) -> Result<bool, StoreError> {
        Ok(self.reminded.insert(id, of) != Some(of))
    }

    async fn note_coming(&mut self, id: SignUpId, coming: Coming) -> Result<(), StoreError> {
        if let Some(kept) = self.sign_ups.get_mut(&id) {
            kept.coming = coming;
        }
        Ok(())
    }

    async fn attempt(&mut self, key: &AttemptKey) -> Result<Option<Attempt>, StoreError> {
        Ok(self.attempts.get(key).cloned())
    }

    async fn keep_attempt(&mut self, attempt: &Attempt) -> Result<bool, StoreError> {
        let is_first = !self.attempts.contains_key(&attempt.key);
        if is_first {
            self.attempts.insert(attempt.key.clone(), attempt.clone());
        }
        Ok(is_first)
    }
}

#[async_trait]
impl MessageRepository for Rosters {
    async fn by_id(&mut self, id: MessageId) -> Result<Option<Message>, StoreError> {
        Ok(self.messages.get(&id).cloned())
    }

    async fn add(&mut self, message: &Message) -> Result<(), StoreError> {
        self.messages.insert(message.id, message.clone());
        Ok(())
    }
}

#[async_trait]
impl CheckInRepository for Rosters {
    async fn of(&mut self, date: OccurrenceId) -> Result<CheckIn, StoreError> {
        Ok(self.check_ins.get(&date).cloned().unwrap_or_default())
    }

    async fn keep(&mut self, date: OccurrenceId, ticks: &[Tick]) -> Result<(), StoreError> {
        let kept = self.check_ins.remove(&date).unwrap_or_default();
        let named = |tick: &Tick| ticks.iter().any(|it| it.id == tick.id);
        let others = kept.ticks().filter(|it| !named(it)).cloned();
        let all = CheckIn::of(others.chain(ticks.iter().cloned()));
        self.check_ins.insert(date, all);
        Ok(())
    }
}

#[async_trait]
impl SignUpReader for MemoryStore {
    async fn activity_at(&self, id: OccurrenceId) -> Result<Option<ActivityDetails>, StoreError> {
        let slug = {
            let facts = self.facts();
            let has = |it: &&Activity| it.occurrences().iter().any(|date| date.id == id);
            facts.activities.values().find(has).map(|it| it.slug.clone())
        };
        match slug {
            Some(slug) => self.activity(&slug).await,
            None => Ok(None),
        }
    }

    async fn roster(&self, id: OccurrenceId) -> Result<Option<Roster>, StoreError> {
        Ok(self.facts().roster(id))
    }

    async fn sign_up(&self, id: SignUpId) -> Result<Option<SignUp>, StoreError> {
        Ok(self.facts().rosters.sign_ups.get(&id).cloned())
    }

    async fn sign_up_link(&self, mark: &Mark) -> Result<Option<SignUpLink>, StoreError> {
        Ok(self.facts().rosters.links.get(mark).cloned())
    }

    async fn sign_ups_of(&self, id: OccurrenceId) -> Result<Vec<SignUp>, StoreError> {
        let facts = self.facts();
        let here = facts.rosters.sign_ups.values().filter(|it| it.occurrence == id);
        let mut here: Vec<SignUp> = here.cloned().collect();
        here.sort_by_key(|it| it.entry.turn);
        Ok(here)
    }

    async fn sign_ups_by(&self, email: &Email, n: u64) -> Result<Vec<OwnSignUp>, StoreError> {
        let facts = self.facts();
        let is_by =
            |it: &&SignUp| it.contact.email.as_ref().is_some_and(|by| by.key() == email.key());
        let by = facts.rosters.sign_ups.values().filter(is_by).filter_map(|it| {
            let (title, date) = (facts.activities.get(&it.activity)?, facts.date(it.occurrence)?);
            let title = title.particulars().title.clone();
            Some(OwnSignUp { sign_up: it.clone(), title, start: date.start, end: date.end })
        });
        let mut by: Vec<_> = by.collect();
        by.sort_by_key(|it| std::cmp::Reverse((it.start, it.sign_up.id)));
        by.truncate(usize::try_from(n).unwrap_or(usize::MAX));
        Ok(by)
    }

    async fn steps_of(&self, id: SignUpId) -> Result<Vec<Step>, StoreError> {
        let facts = self.facts();
        Ok(facts.rosters.steps.iter().filter(|it| it.sign_up == id).copied().collect())
    }

    async fn draws_of(&self, id: ActivityId) -> Result<Vec<(OccurrenceId, DateDraw)>, StoreError> {
        let facts = self.facts();
        let theirs = facts.rosters.kept.iter().filter(|(_, it)| it.date.activity == id);
        Ok(theirs.filter_map(|(date, it)| Some((*date, it.kept.draw?))).collect())
    }

    async fn drawn(&self, id: OccurrenceId) -> Result<Vec<Drawn>, StoreError> {
        Ok(self.facts().rosters.drawn.get(&id).cloned().unwrap_or_default())
    }

    async fn check_in_of(&self, id: OccurrenceId) -> Result<CheckIn, StoreError> {
        Ok(self.facts().rosters.check_ins.get(&id).cloned().unwrap_or_default())
    }

    async fn messages_of(&self, id: OccurrenceId) -> Result<Vec<Message>, StoreError> {
        let facts = self.facts();
        let here = facts.rosters.messages.values().filter(|it| it.occurrence == id);
        let mut here: Vec<Message> = here.cloned().collect();
        here.sort_by_key(|it| std::cmp::Reverse(it.written_at));
        Ok(here)
    }

    async fn due_rosters(
        &self,
        now: DateTime<Utc>,
        n: u64,
    ) -> Result<Vec<OccurrenceId>, StoreError> {
        let facts = self.facts();
        let is_due = |(id, it): &(&OccurrenceId, &KeptRoster)| {
            let date = facts.date(**id);
            it.next_at.is_some_and(|at| at <= now) || date != Some(it.date)
        };
        let due = facts.rosters.kept.iter().filter(is_due).map(|(id, _)| *id);
        Ok(due.take(usize::try_from(n).unwrap_or(usize::MAX)).collect())
    }

    async fn to_remind(&self, now: DateTime<Utc>, n: u64) -> Result<Vec<Reminding>, StoreError> {
        let facts = self.facts();
        let rosters = &facts.rosters;
        let to_remind = rosters.sign_ups.values().filter_map(|it| {
            let date = facts.date(it.occurrence).filter(|date| date.is_on)?;
            let of = it.reminder_at(date.start, now)?;
            let is_new = rosters.reminded.get(&it.id) != Some(&of);
            is_new.then(|| Reminding { sign_up: it.clone(), of })
        });
        Ok(to_remind.take(usize::try_from(n).unwrap_or(usize::MAX)).collect())
    }

    async fn to_ask(
        &self,
        now: DateTime<Utc>,
        n: u64,
    ) -> Result<Vec<(OccurrenceId, SignUpId)>, StoreError> {
        let facts = self.facts();
        let rosters = &facts.rosters;
        let to_ask = rosters.sign_ups.values().filter_map(|it| {
            let (date, kept) = (facts.date(it.occurrence)?, rosters.kept.get(&it.occurrence)?);
            let steps = rosters.steps.iter().filter(|step| step.sign_up == it.id);
            let stepped_at = steps.map(|step| step.at).max()?;
            it.contact.email.as_ref()?;
            let party = (it.entry.stage, stepped_at);
            it.coming.due((kept.kept.coming, &date), party, now)?;
            Some((it.occurrence, it.id))
        });
        Ok(to_ask.take(usize::try_from(n).unwrap_or(usize::MAX)).collect())
    }

    async fn untold_seats(&self, n: u64) -> Result<Vec<Untold>, StoreError> {
        let facts = self.facts();
        let untold = facts.rosters.kept.iter().filter(|(_, it)| it.told != it.kept.steps);
        let untold = untold.map(|(occurrence, it)| Untold {
            occurrence: *occurrence,
            activity: it.date.activity,
            steps: it.kept.steps,
        });
        Ok(untold.take(usize::try_from(n).unwrap_or(usize::MAX)).collect())
    }

    async fn seats_told(&self, told: &[Untold]) -> Result<(), StoreError> {
        let mut facts = self.facts();
        for it in told {
            if let Some(roster) = facts.rosters.kept.get_mut(&it.occurrence) {
                roster.told = roster.told.max(it.steps);
            }
        }
        Ok(())
    }

    async fn forget_sign_ups(&self, before: ForgetBefore) -> Result<(), StoreError> {
        let mut facts = self.facts();
        let counts = facts.rosters.forget(before);
        facts.headcounts.extend(counts);
        Ok(())
    }
}
