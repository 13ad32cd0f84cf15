//! What parties and organisers do to a roster.

use chrono::{DateTime, Utc};

use super::{Admission, LONGEST_OFFER, Lapsed, Refusal, Roster, SHORTEST_OFFER, Wish};
use crate::signup::{Entry, Gone, Reason, SignUpId, Stage, Step, WaitingRule};

impl Roster {
    /// A party signs up: its seats are kept, or it stands in line, until its letter is answered.
    ///
    /// # Errors
    ///
    /// [`Refusal`] where sign-up has closed, the party is in already, could never fit, or does not
    /// fit now and would not wait.
    pub fn sign_up(&mut self, wish: Wish, now: DateTime<Utc>) -> Result<Admission, Refusal> {
        self.settle(now);
        self.check_wish(&wish, now)?;
        // A letter is answered before it begins, however much patience there is.
        let until = (now + wish.patience).min(self.date.start);
        let others_wait = self.must_line_up(wish.seats, now);
        let fits = self.fits(wish.seats);
        let (stage, reason, admission) = if fits && !others_wait && self.may_keep(&wish, now) {
            (Stage::Held { until }, Reason::SeatsFree, Admission::Held { until })
        } else if fits && self.goes_to_who_answers() {
            let admission = Admission::FirstToAnswer { until };
            (Stage::Queued { until }, Reason::FirstToAnswer, admission)
        } else if wish.waits || self.is_collecting() {
            let reason = match (self.is_collecting(), fits) {
                (true, _) => Reason::ToBeDrawn,
                (false, true) => Reason::OthersWait,
                (false, false) => Reason::TooFewSeats,
            };
            (Stage::Queued { until }, reason, Admission::Queued { until })
        } else {
            return Err(Refusal::Full { free: self.free(), others_wait });
        };
        self.enter(wish, stage, reason, now);
        Ok(admission)
    }

    /// The organiser puts a party on the roster, which then comes. Organisers need not heed the
    /// line or the deadline, but they have no more seats than there are.
    ///
    /// # Errors
    ///
    /// [`Refusal`] where the date is off or over, the party is in already, or does not fit.
    pub fn add(&mut self, wish: Wish, now: DateTime<Utc>) -> Result<(), Refusal> {
        self.make_room(&wish, now)?;
        self.enter(wish, Stage::Confirmed, Reason::AddedByOrganiser, now);
        self.fill(now);
        Ok(())
    }

    /// The organiser keeps seats for a party until its letter is answered, as for [`Self::add`].
    /// Answers until when.
    ///
    /// # Errors
    ///
    /// As of [`Self::add`]; and [`Refusal::Closed`] where it has begun.
    pub fn hold(&mut self, wish: Wish, now: DateTime<Utc>) -> Result<DateTime<Utc>, Refusal> {
        self.make_room(&wish, now)?;
        let until = (now + wish.patience).min(self.date.start);
        if until <= now {
            return Err(Refusal::Closed);
        }
        self.enter(wish, Stage::Held { until }, Reason::AddedByOrganiser, now);
        self.fill(now);
        Ok(until)
    }

    /// A party comes over from another date, on which it was sure, as for [`Self::add`].
    ///
    /// # Errors
    ///
    /// As of [`Self::add`].
    pub fn take_in(&mut self, wish: Wish, now: DateTime<Utc>) -> Result<(), Refusal> {
        self.make_room(&wish, now)?;
        self.enter(wish, Stage::Confirmed, Reason::Moved, now);
        self.fill(now);
        Ok(())
    }

    /// A party to whose request the organiser said yes comes, as for [`Self::add`].
    ///
    /// # Errors
    ///
    /// As of [`Self::add`].
    pub fn seat(&mut self, wish: Wish, now: DateTime<Utc>) -> Result<(), Refusal> {
        self.make_room(&wish, now)?;
        self.enter(wish, Stage::Confirmed, Reason::RequestAccepted, now);
        self.fill(now);
        Ok(())
    }

    /// Whether the organiser can put a party on the roster.
    fn make_room(&mut self, wish: &Wish, now: DateTime<Utc>) -> Result<(), Refusal> {
        self.settle(now);
        match self.check_wish(wish, now) {
            Err(Refusal::Closed) if now < self.date.end => {}
            told => told?,
        }
        if self.fits(wish.seats) {
            Ok(())
        } else {
            Err(Refusal::Full { free: self.free(), others_wait: false })
        }
    }

    /// A party answers its letter. Answered twice, it is answered once.
    ///
    /// # Errors
    ///
    /// [`Refusal::Gone`] where it is too late, [`Refusal::Unknown`] where there is no such party.
    pub fn confirm(&mut self, id: SignUpId, now: DateTime<Utc>) -> Result<Stage, Refusal> {
        self.settle(now);
        let next = match self.active(id)?.stage {
            Stage::Held { .. } => Stage::Confirmed,
            // It wanted seats a moment ago and has said yes now, so it is not asked once more.
            Stage::Queued { .. } if self.would_be_served(id, now) => Stage::Confirmed,
            Stage::Queued { .. } => Stage::Waiting,
            stage => return Ok(stage),
        };
        self.step(id, next, Reason::LetterAnswered, now);
        self.fill(now);
        Ok(self.active(id)?.stage)
    }

    /// A party says yes to seats it was offered. Said twice, it is said once.
    ///
    /// # Errors
    ///
    /// [`Refusal::Gone`] where it is too late, [`Refusal::NotOffered`] where there was no offer.
    pub fn accept(&mut self, id: SignUpId, now: DateTime<Utc>) -> Result<(), Refusal> {
        self.settle(now);
        match self.active(id)?.stage {
            Stage::Offered { .. } => {
                self.step(id, Stage::Confirmed, Reason::OfferAccepted, now);
                Ok(())
            }
            Stage::Confirmed => Ok(()),
            _ => Err(Refusal::NotOffered),
        }
    }

    /// A party says no to seats it was offered, and leaves the line.
    ///
    /// # Errors
    ///
    /// [`Refusal::NotOffered`] where there was no offer.
    pub fn decline(&mut self, id: SignUpId, now: DateTime<Utc>) -> Result<(), Refusal> {
        self.settle(now);
        match self.known(id)?.stage {
            Stage::Offered { .. } => {
                self.step(id, Stage::Gone(Gone::Declined), Reason::OfferDeclined, now);
                self.fill(now);
                Ok(())
            }
            Stage::Gone(Gone::Declined | Gone::OfferPassed) => Ok(()),
            _ => Err(Refusal::NotOffered),
        }
    }

    /// A party comes with another number. Fewer is always possible; more where they fit and
    /// nobody waits; whoever waits keeps its turn.
    ///
    /// # Errors
    ///
    /// [`Refusal::Full`] where the seats are not there; everything is then as it was.
    pub fn change_number(
        &mut self,
        id: SignUpId,
        seats: u16,
        now: DateTime<Utc>,
    ) -> Result<(), Refusal> {
        self.settle(now);
        let entry = self.active(id)?;
        let (was, stage) = (entry.seats, entry.stage);
        if seats == 0 {
            return Err(Refusal::Nobody);
        }
        if seats == was {
            return Ok(());
        }
        if let Some(more) = seats.checked_sub(was).filter(|more| *more > 0) {
            self.check_size(seats)?;
            if !self.is_open_at(now) {
                return Err(Refusal::Closed);
            }
            let others_wait = stage.takes_seats() && self.must_line_up(more, now);
            if stage.takes_seats() && (others_wait || !self.fits(more)) {
                return Err(Refusal::Full { free: self.free(), others_wait });
            }
        }
        self.number(id, seats, now);
        self.fill(now);
        Ok(())
    }

    /// A party does not come after all. Said twice, it is said once.
    ///
    /// # Errors
    ///
    /// [`Refusal::Unknown`] where there is no such party.
    pub fn leave(&mut self, id: SignUpId, why: Gone, now: DateTime<Utc>) -> Result<(), Refusal> {
        let reason = match why {
            Gone::CancelledByOrganiser => Reason::CancelledByOrganiser,
            Gone::ConsentWithdrawn => Reason::ConsentWithdrawn,
            Gone::Moved => Reason::Moved,
            Gone::NotComing => Reason::NotComing,
            Gone::NotHeardFrom => Reason::NotHeardFrom,
            _ => Reason::Cancelled,
        };
        self.leave_for(id, (why, reason), now)
    }

    /// The second guardian of a child takes the consent back. Said twice, it is said once.
    ///
    /// # Errors
    ///
    /// [`Refusal::Unknown`] where there is no such party.
    pub fn withdraw_by_second(&mut self, id: SignUpId, now: DateTime<Utc>) -> Result<(), Refusal> {
        self.leave_for(id, (Gone::ConsentWithdrawn, Reason::ConsentWithdrawnBySecond), now)
    }

    fn leave_for(
        &mut self,
        id: SignUpId,
        (why, reason): (Gone, Reason),
        now: DateTime<Utc>,
    ) -> Result<(), Refusal> {
        self.settle(now);
        if self.known(id)?.stage.is_active() {
            self.step(id, Stage::Gone(why), reason, now);
            self.fill(now);
        }
        Ok(())
    }

    fn check_wish(&self, wish: &Wish, now: DateTime<Utc>) -> Result<(), Refusal> {
        if !self.date.is_on {
            return Err(Refusal::DateCancelled);
        }
        if wish.seats == 0 {
            return Err(Refusal::Nobody);
        }
        if self.entries.iter().any(|it| it.stage.is_active() && it.key == wish.key) {
            return Err(Refusal::AlreadyIn);
        }
        self.check_size(wish.seats)?;
        if self.is_open_at(now) { Ok(()) } else { Err(Refusal::Closed) }
    }

    fn check_size(&self, seats: u16) -> Result<(), Refusal> {
        let limit = self.date.limit;
        if u32::from(seats) > limit { Err(Refusal::NeverFits { seats: limit }) } else { Ok(()) }
    }

    pub(super) fn fits(&self, seats: u16) -> bool {
        #[cfg(test)]
        if self.is_careless {
            return true;
        }
        u32::from(seats) <= self.free()
    }

    fn known(&self, id: SignUpId) -> Result<&Entry, Refusal> {
        self.entry(id).ok_or(Refusal::Unknown)
    }

    fn active(&self, id: SignUpId) -> Result<&Entry, Refusal> {
        let entry = self.known(id)?;
        entry.stage.gone().map_or(Ok(entry), |why| Err(Refusal::Gone(why)))
    }

    fn enter(&mut self, wish: Wish, stage: Stage, reason: Reason, now: DateTime<Utc>) {
        self.kept.last_turn += 1;
        let Wish { id, key, seats, .. } = wish;
        let turn = self.kept.last_turn;
        self.entries.push(Entry { id, key, seats, turn, rank: None, stage });
        self.note(id, (None, stage), seats, reason, now);
    }

    pub(super) fn step(&mut self, id: SignUpId, to: Stage, reason: Reason, now: DateTime<Utc>) {
        if let Some(entry) = self.entries.iter_mut().find(|it| it.id == id) {
            let (from, seats) = (Some(entry.stage), entry.seats);
            entry.stage = to;
            if let (Some(Stage::Held { .. }), Stage::Gone(Gone::Lapsed)) = (from, to) {
                self.kept.lapsed = Some(Lapsed::and(self.kept.lapsed, seats, now));
            }
            self.note(id, (from, to), seats, reason, now);
        }
        self.follow_limit();
    }

    fn note(
        &mut self,
        sign_up: SignUpId,
        (from, to): (Option<Stage>, Stage),
        seats: u16,
        reason: Reason,
        at: DateTime<Utc>,
    ) {
        self.kept.steps += 1;
        let n = self.kept.steps;
        self.steps.push(Step { n, sign_up, at, from, to, seats, reason });
    }

    fn number(&mut self, id: SignUpId, seats: u16, now: DateTime<Utc>) {
        if let Some(entry) = self.entries.iter_mut().find(|it| it.id == id) {
            entry.seats = seats;
            let (stage, reason) = (entry.stage, Reason::NumberChanged);
            self.note(id, (Some(stage), stage), seats, reason, now);
        }
        self.follow_limit();
    }

    /// More seats than are given go as they come back; they never come back for others.
    pub(super) fn follow_limit(&mut self) {
        self.kept.seats = self.date.limit.max(self.kept.seats.min(self.taken()));
    }

    /// Whether a party is over by an instant, and why.
    pub(super) fn over(&self, entry: &Entry, now: DateTime<Utc>) -> Option<(Gone, Reason)> {
        if !entry.stage.is_active() {
            return None;
        }
        // What has been took place, whatever becomes of its activity afterwards.
        if !self.date.is_on && now < self.date.end {
            return Some((Gone::DateCancelled, Reason::DateCancelled));
        }
        if entry.stage.until().is_some_and(|until| until <= now) {
            return Some(match entry.stage {
                Stage::Offered { .. } => (Gone::OfferPassed, Reason::OfferPassed),
                _ => (Gone::Lapsed, Reason::LetterUnanswered),
            });
        }
        // Who waits for a draw waits until it was done, however late that is.
        let waits_for_draw = self.is_collecting() && now < self.date.start;
        let is_late = entry.stage.is_in_line() && self.date.closes_at <= now && !waits_for_draw;
        is_late.then_some((Gone::ListClosed, Reason::ListClosed))
    }

    /// Offers free seats by the rule, as long as there are some for whoever's turn it is.
    pub(super) fn fill(&mut self, now: DateTime<Utc>) {
        while let Some((id, reason)) = self.next_in_line(now) {
            self.step(id, Stage::Offered { until: self.offer_ends(now) }, reason, now);
        }
    }

    /// Whose turn it is, and why; notes since when free seats are too few for whoever is first.
    fn next_in_line(&mut self, now: DateTime<Utc>) -> Option<(SignUpId, Reason)> {
        let free = self.free();
        let gives = free > 0 && self.is_open_at(now) && !self.is_collecting();
        let first = self.first_in_line().filter(|_| gives);
        let Some(first) = first else {
            self.kept.gap_since = None;
            return None;
        };
        if u32::from(first.seats) <= free {
            let id = first.id;
            return Some((id, Reason::InTurn));
        }
        let since = *self.kept.gap_since.get_or_insert(now);
        let is_ripe =
            self.kept.rule == WaitingRule::FillGaps && now - since >= WaitingRule::GAP_STAYS;
        let fitting = self.in_line().find(|it| u32::from(it.seats) <= free);
        fitting.filter(|_| is_ripe).map(|it| (it.id, Reason::GapFilled))
    }

    fn offer_ends(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        let left = (self.date.closes_at - now) / 2;
        (now + left.clamp(SHORTEST_OFFER, LONGEST_OFFER)).min(self.date.start)
    }
}
