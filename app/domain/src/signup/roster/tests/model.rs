//! The rules once more, as plainly as they can be said: rows with a letter for their state.

/// Minutes that pass before an offer or a letter is over.
const LETTER: i64 = 30;
const SIX_HOURS: i64 = 6 * 60;
const TWO_DAYS: i64 = 2 * super::DAY;

pub(super) struct Model {
    limit: u32,
    seats: u32,
    fills: bool,
    is_on: bool,
    gap: Option<i64>,
    /// Seats that were kept in vain, and since when.
    lapsed: (u32, i64),
    rows: Vec<Row>,
}

struct Row {
    who: u8,
    n: u32,
    state: char,
    until: i64,
}

type Told = Result<i64, &'static str>;

impl Model {
    pub(super) fn new(limit: u32, fills: bool) -> Self {
        Self {
            limit,
            seats: limit,
            fills,
            is_on: true,
            gap: None,
            lapsed: (0, i64::MIN / 2),
            rows: vec![],
        }
    }

    /// What each row is, by the words of tables.
    pub(super) fn states(&self) -> Vec<(u16, &'static str)> {
        let word = |state| match state {
            'h' => "held",
            'q' => "queued",
            'c' => "confirmed",
            'w' => "waiting",
            'o' => "offered",
            _ => "gone",
        };
        self.rows.iter().map(|it| (u16::try_from(it.n).unwrap(), word(it.state))).collect()
    }

    fn taken(&self) -> u32 {
        self.rows.iter().filter(|it| "hco".contains(it.state)).map(|it| it.n).sum()
    }

    fn shrink(&mut self) {
        if self.seats > self.limit {
            self.seats = self.seats.min(self.taken()).max(self.limit);
        } else {
            self.seats = self.limit;
        }
    }

    fn free(&self) -> u32 {
        self.seats - self.taken()
    }

    pub(super) fn settle(&mut self, now: i64) {
        let is_off = !self.is_on && now < super::ENDS;
        self.shrink();
        for n in 0..self.rows.len() {
            let row = &mut self.rows[n];
            let runs_out = "hqo".contains(row.state) && row.until <= now;
            let is_late = "qw".contains(row.state) && now >= super::CLOSES;
            if row.state != '-' && (is_off || runs_out || is_late) {
                if row.state == 'o' && !is_off {
                    row.until = i64::MIN;
                }
                if row.state == 'h' && !is_off {
                    if now >= self.lapsed.1 + SIX_HOURS {
                        self.lapsed = (0, now);
                    }
                    self.lapsed.0 += row.n;
                }
                row.state = '-';
            }
        }
        self.shrink();
        self.offer(now);
    }

    fn offer(&mut self, now: i64) {
        loop {
            let (free, limit) = (self.free(), self.limit);
            let is_open = self.is_on && now < super::CLOSES;
            let line = |it: &Row| it.state == 'w' && it.n <= limit;
            let first = self.rows.iter().position(line).filter(|_| free > 0 && is_open);
            let Some(first) = first else {
                self.gap = None;
                return;
            };
            let next = if self.rows[first].n <= free {
                first
            } else {
                let since = self.gap.unwrap_or(now);
                self.gap = Some(since);
                let fitting = self.rows.iter().position(|it| line(it) && it.n <= free);
                match fitting {
                    Some(fitting) if self.fills && now - since >= TWO_DAYS => fitting,
                    _ => return,
                }
            };
            let left = ((super::CLOSES - now) / 2).clamp(120, TWO_DAYS);
            self.rows[next].state = 'o';
            self.rows[next].until = (now + left).min(super::STARTS);
        }
    }

    fn others_wait(&self, n: u32, now: i64) -> bool {
        let free = self.free();
        let waits = |it: &&Row| "qw".contains(it.state);
        let is_gap = self.fills
            && self.gap.is_some_and(|since| now - since >= TWO_DAYS)
            && n <= free
            && self.rows.iter().filter(waits).all(|it| it.n > free);
        self.rows.iter().any(|it| waits(&it)) && !is_gap
    }

    fn check(&self, who: u8, n: u32, now: i64) -> Result<(), &'static str> {
        if !self.is_on {
            Err("off")
        } else if self.rows.iter().any(|it| it.who == who && it.state != '-') {
            Err("twice")
        } else if n > self.limit {
            Err("never")
        } else if now >= super::CLOSES {
            Err("closed")
        } else {
            Ok(())
        }
    }

    pub(super) fn sign_up(&mut self, who: u8, n: u16, waits: bool, now: i64) -> Told {
        self.settle(now);
        let n = n.into();
        self.check(who, n, now)?;
        let lapsed = if now < self.lapsed.1 + SIX_HOURS { self.lapsed.0 } else { 0 };
        let most = self.seats.saturating_sub(lapsed).max(self.seats.div_ceil(3));
        let unanswered: u32 = self.rows.iter().filter(|it| it.state == 'h').map(|it| it.n).sum();
        let limit = self.limit;
        let nobody_waits = !self.rows.iter().any(|it| it.state == 'w' && it.n <= limit);
        let (state, told) =
            if n <= self.free() && !self.others_wait(n, now) && unanswered + n <= most {
                ('h', 1)
            } else if n <= self.free() && nobody_waits {
                ('q', 2)
            } else if waits {
                ('q', 0)
            } else {
                return Err("full");
            };
        self.rows.push(Row { who, n, state, until: (now + LETTER).min(super::STARTS) });
        Ok(told)
    }

    pub(super) fn add(&mut self, who: u8, n: u16, now: i64) -> Told {
        self.settle(now);
        let n = n.into();
        self.check(who, n, now).or_else(|why| if why == "closed" { Ok(()) } else { Err(why) })?;
        if n > self.free() {
            return Err("full");
        }
        self.rows.push(Row { who, n, state: 'c', until: 0 });
        self.offer(now);
        Ok(1)
    }

    fn row(&mut self, who: u8) -> Result<&mut Row, &'static str> {
        self.rows.iter_mut().rev().find(|it| it.who == who).ok_or("unknown")
    }

    fn active(&mut self, who: u8) -> Result<&mut Row, &'static str> {
        let row = self.row(who)?;
        if row.state == '-' { Err("gone") } else { Ok(row) }
    }

    pub(super) fn confirm(&mut self, who: u8, now: i64) -> Told {
        self.settle(now);
        let (free, limit) = (self.free(), self.limit);
        let is_open = self.is_on && now < super::CLOSES;
        let at = self.rows.iter().rposition(|it| it.who == who).ok_or("unknown")?;
        let is_first = !self.rows[..at].iter().any(|it| it.state == 'w' && it.n <= limit);
        let row = self.active(who)?;
        row.state = match row.state {
            'h' => 'c',
            'q' if is_open && is_first && row.n <= free => 'c',
            'q' => 'w',
            other => other,
        };
        self.offer(now);
        Ok(1)
    }

    pub(super) fn accept(&mut self, who: u8, now: i64) -> Told {
        self.settle(now);
        let row = self.active(who)?;
        if !"oc".contains(row.state) {
            return Err("not-offered");
        }
        row.state = 'c';
        Ok(1)
    }

    pub(super) fn decline(&mut self, who: u8, now: i64) -> Told {
        self.settle(now);
        let row = self.row(who)?;
        match row.state {
            'o' => row.state = '-',
            // What was offered once and is over was declined, or might as well have been; the
            // letter of what went otherwise never held an offer.
            '-' if row.until == i64::MIN => {}
            _ => return Err("not-offered"),
        }
        row.until = i64::MIN;
        self.shrink();
        self.offer(now);
        Ok(1)
    }

    pub(super) fn change(&mut self, who: u8, n: u16, now: i64) -> Told {
        self.settle(now);
        let n = u32::from(n);
        let row = self.active(who)?;
        let (was, has_seats) = (row.n, "hco".contains(row.state));
        if n == 0 {
            return Err("nobody");
        }
        if n > was {
            if n > self.limit {
                return Err("never");
            }
            if now >= super::CLOSES {
                return Err("closed");
            }
            if has_seats && (n - was > self.free() || self.others_wait(n - was, now)) {
                return Err("full");
            }
        }
        self.active(who)?.n = n;
        self.shrink();
        self.offer(now);
        Ok(1)
    }

    pub(super) fn leave(&mut self, who: u8, now: i64) -> Told {
        self.settle(now);
        self.row(who)?.state = '-';
        self.shrink();
        self.offer(now);
        Ok(1)
    }

    pub(super) fn give(&mut self, limit: u32, now: i64) {
        self.limit = limit;
        self.settle(now);
    }

    pub(super) fn call_off(&mut self, now: i64) {
        self.is_on = false;
        self.settle(now);
    }
}
