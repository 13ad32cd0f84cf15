//! An invitation to act for a partner.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{AccountId, Mark, Membership};
use crate::{Email, partners::PartnerId};

/// Names an invitation in the list of a partner. It opens nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct InvitationId(pub Uuid);

/// An invitation to act for a partner, until whoever reads letters at its address has answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    pub id: InvitationId,
    /// Of the secret in the letter's link, which works once.
    pub mark: Mark,
    pub partner: PartnerId,
    pub membership: Membership,
    pub email: Email,
    /// Who invites; it falls when they may not any more.
    pub by: AccountId,
    pub invited_at: DateTime<Utc>,
}

impl Invitation {
    /// How long it waits. It lets nobody into an account that there is: whoever has one still
    /// signs in, so it may wait longer than the links that do.
    pub const LIFETIME: TimeDelta = TimeDelta::days(7);

    #[must_use]
    pub fn works_at(&self, now: DateTime<Utc>) -> bool {
        let age = now - self.invited_at;
        age < Self::LIFETIME && age > -TimeDelta::minutes(5)
    }
}

#[cfg(test)]
mod tests {
    use super::{super::Secret, *};

    #[test]
    fn an_invitation_waits_a_week() {
        let it = Invitation {
            id: InvitationId(Uuid::nil()),
            mark: Secret::of([1; 32]).mark(),
            partner: PartnerId(Uuid::nil()),
            membership: Membership::Editor,
            email: "ida@munkemose.dk".try_into().unwrap(),
            by: AccountId(Uuid::nil()),
            invited_at: DateTime::UNIX_EPOCH,
        };
        let works = |age| it.works_at(DateTime::UNIX_EPOCH + age);
        assert!(works(TimeDelta::zero()) && works(TimeDelta::days(7) - TimeDelta::seconds(1)));
        assert!(!works(TimeDelta::days(7)));
        assert!(!works(-TimeDelta::hours(1)), "a clock was put back");
    }
}
