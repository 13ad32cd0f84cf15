//! Everyone with or awaiting a seat at one occurrence, in the order they came.
//!
//! Time is handed in. What has run out by then is settled before anything else happens, so that
//! nothing runs out twice; a clock that goes back settles nothing.

mod drawing;
mod holds;
mod line;
mod steps;
#[cfg(test)]
mod tests;

use chrono::{DateTime, TimeDelta, Utc};

use super::{
    ComingRule, DateDraw, Drawn, Entry, Gone, PartyKey, SignUpId, Stage, Step, WaitingRule,
};
use crate::catalogue::{ActivityId, Capacity, OccurrenceId};

pub use holds::Lapsed;
pub use line::{Line, Position};

/// The date that a roster is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    pub occurrence: OccurrenceId,
    pub activity: ActivityId,
    pub start: DateTime<Utc>,
    pub end: DateTime<Utc>,
    /// Until then one can sign up and wait.
    pub closes_at: DateTime<Utc>,
    /// How many seats the organiser gives.
    pub limit: u32,
    /// Whether it still takes place.
    pub is_on: bool,
}

/// What is kept of a roster beside the parties on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    pub rule: WaitingRule,
    /// How many seats there are. It is more than the organiser gives only where the number was
    /// lowered below what was taken; it then follows the seats that come back.
    pub seats: u32,
    pub last_turn: u64,
    /// How many steps were taken in all.
    pub steps: u64,
    /// Since when seats lie free that are too few for whoever is first.
    pub gap_since: Option<DateTime<Utc>>,
    /// Where its seats are drawn.
    pub draw: Option<DateDraw>,
    /// How those who come are asked whether they still do.
    pub coming: ComingRule,
    /// Seats that were kept in vain lately.
    pub lapsed: Option<Lapsed>,
}

/// Everyone with or awaiting a seat at one occurrence, in the order they came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Roster {
    date: Date,
    kept: Kept,
    entries: Vec<Entry>,
    /// What happened since the roster was read.
    steps: Vec<Step>,
    /// What was drawn since.
    drawn: Vec<Drawn>,
    #[cfg(test)]
    pub(super) is_careless: bool,
}

/// What a party asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    pub id: SignUpId,
    pub key: PartyKey,
    pub seats: u16,
    /// How long its letter can be answered.
    pub patience: TimeDelta,
    /// Whether it would rather wait than be sent away.
    pub waits: bool,
}

/// What becomes of a party that signs up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Admission {
    /// Its seats are kept until then.
    Held { until: DateTime<Utc> },
    /// There are seats, but they are not kept: whoever answers its letter first gets them, and
    /// whoever answers it by then and finds none stands in line.
    FirstToAnswer { until: DateTime<Utc> },
    /// It stands in line if its letter is answered by then.
    Queued { until: DateTime<Utc> },
}

/// Why something cannot be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("the date does not take place")]
    DateCancelled,
    #[error("sign-up has closed")]
    Closed,
    #[error("the party is signed up already")]
    AlreadyIn,
    #[error("a party has at least one person")]
    Nobody,
    /// Somebody signed up before it was said that the seats are drawn.
    #[error("somebody has signed up")]
    NotEmpty,
    /// A draw comes before sign-up closes.
    #[error("it is not the time for a draw")]
    DrawTime,
    /// More than there are seats in all: waiting would be in vain.
    #[error("there are only {seats} seats in all")]
    NeverFits { seats: u32 },
    /// One can wait, or be fewer.
    #[error("only {free} seats are free")]
    Full { free: u32, others_wait: bool },
    #[error("there is no such party")]
    Unknown,
    #[error("the party does not come: {0}")]
    Gone(Gone),
    #[error("the letter was not answered yet")]
    NotSure,
    #[error("no seats were offered")]
    NotOffered,
}

/// What can never be right about a roster.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error("{taken} of {seats} seats are taken")]
    Oversold { taken: u32, seats: u32 },
    #[error("there are {seats} seats where {limit} are given and {taken} taken")]
    SeatsFromNowhere { seats: u32, limit: u32, taken: u32 },
    #[error("two parties are the same")]
    Twice,
    #[error("two parties have the same turn, or one that was never given")]
    Turns,
    #[error("{free} seats are free beside a party of {first} whose turn it is")]
    Idle { free: u32, first: u16 },
}

/// How long a party that stands in line can think about seats it is offered, at most.
const LONGEST_OFFER: TimeDelta = TimeDelta::hours(48);
const SHORTEST_OFFER: TimeDelta = TimeDelta::hours(2);

impl Roster {
    /// An empty roster of a date.
    #[must_use]
    pub fn open(date: Date, rule: WaitingRule) -> Self {
        let kept = Kept {
            rule,
            seats: date.limit,
            last_turn: 0,
            steps: 0,
            gap_since: None,
            draw: None,
            coming: ComingRule::default(),
            lapsed: None,
        };
        Self::read(date, kept, vec![])
    }

    /// A roster as it was kept, with the date as it is now.
    #[must_use]
    pub fn read(date: Date, kept: Kept, mut entries: Vec<Entry>) -> Self {
        entries.sort_by_key(Entry::order);
        let mut roster = Self {
            date,
            kept,
            entries,
            steps: Vec::new(),
            drawn: Vec::new(),
            #[cfg(test)]
            is_careless: false,
        };
        roster.follow_limit();
        roster
    }

    #[must_use]
    pub fn date(&self) -> &Date {
        &self.date
    }

    #[must_use]
    pub fn kept(&self) -> &Kept {
        &self.kept
    }

    /// Everybody, those who do not come included as long as the roster is not read anew.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// What happened since the roster was read, in the order in which it happened.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// What was drawn since the roster was read; nothing where nothing was.
    #[must_use]
    pub fn drawn(&self) -> &[Drawn] {
        &self.drawn
    }

    #[must_use]
    pub fn entry(&self, id: SignUpId) -> Option<&Entry> {
        self.entries.iter().find(|it| it.id == id)
    }

    /// How many seats are taken, held or offered.
    #[must_use]
    pub fn taken(&self) -> u32 {
        self.entries.iter().map(Entry::takes).sum()
    }

    /// How many people have a seat or await one, those included whose letter is not answered yet.
    #[must_use]
    pub fn expected(&self) -> u32 {
        let active = self.entries.iter().filter(|it| it.stage.is_active());
        active.map(|it| u32::from(it.seats)).sum()
    }

    #[must_use]
    pub fn free(&self) -> u32 {
        self.kept.seats.saturating_sub(self.taken())
    }

    /// Whether one can sign up at an instant.
    #[must_use]
    pub fn is_open_at(&self, now: DateTime<Utc>) -> bool {
        self.date.is_on && now < self.date.closes_at
    }

    /// Says by which rule the waiting list is served from now on.
    pub fn serve_by(&mut self, rule: WaitingRule, now: DateTime<Utc>) {
        self.settle(now);
        self.kept.rule = rule;
        self.fill(now);
    }

    /// Says how those who come are asked from now on whether they still do.
    pub fn ask_by(&mut self, rule: ComingRule, now: DateTime<Utc>) {
        self.settle(now);
        self.kept.coming = rule;
    }

    /// Says how many seats the organiser gives from now on. Nobody who has a seat loses it.
    pub fn give(&mut self, limit: Capacity, now: DateTime<Utc>) {
        self.date.limit = limit.seats();
        self.settle(now);
    }

    /// Says that the date does not take place.
    pub fn call_off(&mut self, now: DateTime<Utc>) {
        self.date.is_on = false;
        self.settle(now);
    }

    /// Lets everything happen that follows from what time it is: what has run out is over, and
    /// seats that are free are offered.
    pub fn settle(&mut self, now: DateTime<Utc>) {
        self.follow_limit();
        let over = self.entries.iter().filter_map(|it| Some((it.id, self.over(it, now)?)));
        for (id, (why, reason)) in over.collect::<Vec<_>>() {
            self.step(id, Stage::Gone(why), reason, now);
        }
        self.fill(now);
    }

    /// When something happens by itself next, if nobody does anything.
    #[must_use]
    pub fn next_at(&self) -> Option<DateTime<Utc>> {
        let active = || self.entries.iter().filter(|it| it.stage.is_active());
        let answers = active().filter_map(|it| it.stage.until());
        let in_line = !self.is_collecting() && active().any(|it| it.stage.is_in_line());
        let closing = in_line.then_some(self.date.closes_at);
        let gap = (self.kept.rule == WaitingRule::FillGaps)
            .then_some(self.kept.gap_since)
            .flatten()
            .map(|since| since + WaitingRule::GAP_STAYS)
            // Once a gap may be filled, nothing more happens by itself.
            .filter(|_| !self.gap_was_looked_at());
        answers.chain(closing).chain(gap).chain(self.draws_next_at()).min()
    }

    /// Everything about the roster that can never be right, at an instant to which it is settled.
    #[must_use]
    pub fn faults(&self, now: DateTime<Utc>) -> Vec<Fault> {
        let (taken, seats, limit) = (self.taken(), self.kept.seats, self.date.limit);
        let mut faults = Vec::new();
        if taken > seats {
            faults.push(Fault::Oversold { taken, seats });
        }
        if seats < limit || (seats > limit && seats > taken) {
            faults.push(Fault::SeatsFromNowhere { seats, limit, taken });
        }
        let active = || self.entries.iter().filter(|it| it.stage.is_active());
        let mut keys: Vec<&PartyKey> = active().map(|it| &it.key).collect();
        keys.sort_unstable();
        if keys.windows(2).any(|two| two[0] == two[1]) {
            faults.push(Fault::Twice);
        }
        let mut turns: Vec<u64> = self.entries.iter().map(|it| it.turn).collect();
        turns.sort_unstable();
        if turns.windows(2).any(|two| two[0] >= two[1])
            || turns.last().is_some_and(|last| *last > self.kept.last_turn)
        {
            faults.push(Fault::Turns);
        }
        let (free, first) = (self.free(), self.first_in_line());
        let is_served = self.is_open_at(now) && !self.is_collecting();
        if let Some(first) = first.filter(|it| is_served && u32::from(it.seats) <= free) {
            faults.push(Fault::Idle { free, first: first.seats });
        }
        faults
    }
}
