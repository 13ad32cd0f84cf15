//! The time during which a browser speaks for somebody.

use chrono::{DateTime, TimeDelta, Utc};
use uuid::Uuid;

use super::{AccountId, Mark};
use crate::keyed::keyed;

/// Names a session in the list of its owner. It opens nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SessionId(pub Uuid);

keyed! {
    /// How far somebody has come in showing who they are.
    Stage {
        /// The first factor was right; the second is still asked for.
        AwaitingFactor = "awaiting_factor",
        SignedIn = "signed_in",
    }
}

/// The time during which a browser speaks for somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    pub id: SessionId,
    /// Of the secret in the browser's cookie.
    pub mark: Mark,
    pub account: AccountId,
    pub stage: Stage,
    pub started_at: DateTime<Utc>,
    pub seen_at: DateTime<Utc>,
    /// When its owner last showed who they are.
    pub proved_at: DateTime<Utc>,
    /// What the browser calls itself, in two words.
    pub device: String,
}

impl Session {
    /// How long the second factor is waited for.
    pub const FACTOR_WITHIN: TimeDelta = TimeDelta::minutes(10);
    /// How long after showing who one is the ways in may be changed
    /// (OWASP ASVS 5.0, V7.5.1).
    pub const FRESH_FOR: TimeDelta = TimeDelta::minutes(10);
    /// How often it is written down that a session was seen.
    pub const SEEN_EVERY: TimeDelta = TimeDelta::minutes(1);

    /// How long a session may rest, and how long it may last altogether, for staff and for
    /// everybody else (NIST SP 800-63B-4, 5.2).
    #[must_use]
    pub fn limits(is_staff: bool) -> (TimeDelta, TimeDelta) {
        if is_staff {
            (TimeDelta::minutes(30), TimeDelta::hours(12))
        } else {
            (TimeDelta::days(7), TimeDelta::days(30))
        }
    }

    /// Whether it still speaks for its owner. A clock that was put back ends it too.
    #[must_use]
    pub fn is_alive(&self, is_staff: bool, now: DateTime<Utc>) -> bool {
        let (idle, absolute) = Self::limits(is_staff);
        let absolute =
            if self.stage == Stage::AwaitingFactor { Self::FACTOR_WITHIN } else { absolute };
        now < self.seen_at + idle
            && now < self.started_at + absolute
            && now >= self.started_at - TimeDelta::minutes(5)
    }

    /// Whether its owner has shown a moment ago who they are.
    #[must_use]
    pub fn is_fresh(&self, now: DateTime<Utc>) -> bool {
        now < self.proved_at + Self::FRESH_FOR
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn session(stage: Stage) -> Session {
        let start = DateTime::UNIX_EPOCH + TimeDelta::days(20_000);
        Session {
            id: SessionId(Uuid::nil()),
            mark: Mark::kept("m"),
            account: AccountId(Uuid::nil()),
            stage,
            started_at: start,
            seen_at: start,
            proved_at: start,
            device: String::new(),
        }
    }

    proptest! {
        #[test]
        fn however_busy_a_session_is_it_ends(steps in prop::collection::vec(1i64..2_000, 1..200), is_staff in any::<bool>()) {
            let mut it = session(Stage::SignedIn);
            let (idle, absolute) = Session::limits(is_staff);
            let mut now = it.started_at;
            for minutes in steps {
                now += TimeDelta::minutes(minutes);
                let alive = it.is_alive(is_staff, now);
                prop_assert_eq!(alive, now - it.seen_at < idle && now - it.started_at < absolute);
                if !alive { break; }
                it.seen_at = now;
            }
        }
    }

    #[test]
    fn half_a_sign_in_is_over_after_ten_minutes() {
        let mut it = session(Stage::AwaitingFactor);
        let later = it.started_at + TimeDelta::minutes(10);
        it.seen_at = later - TimeDelta::seconds(1);
        assert!(it.is_alive(false, later - TimeDelta::seconds(1)));
        assert!(!it.is_alive(false, later));
    }

    #[test]
    fn a_clock_that_was_put_back_ends_a_session() {
        let it = session(Stage::SignedIn);
        assert!(!it.is_alive(false, it.started_at - TimeDelta::hours(1)));
    }
}
