//! What pages and the clock ask about rosters.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    Email,
    catalogue::{ActivityId, OccurrenceId, Title},
    identity::Mark,
    signup::{
        CheckIn, DateDraw, Drawn, Message, Roster, SignUp, SignUpId, SignUpLink, SignUpNews, Step,
    },
};

use super::{ActivityDetails, StoreError};

/// What pages and the clock ask about rosters. Nothing is kept from changing meanwhile.
#[async_trait]
pub trait SignUpReader: Send + Sync {
    /// The activity that a date belongs to, in whatever state.
    async fn activity_at(&self, id: OccurrenceId) -> Result<Option<ActivityDetails>, StoreError>;

    async fn roster(&self, id: OccurrenceId) -> Result<Option<Roster>, StoreError>;

    async fn sign_up(&self, id: SignUpId) -> Result<Option<SignUp>, StoreError>;

    async fn sign_up_link(&self, mark: &Mark) -> Result<Option<SignUpLink>, StoreError>;

    /// Everybody who has or had to do with a date, in the order they came.
    async fn sign_ups_of(&self, id: OccurrenceId) -> Result<Vec<SignUp>, StoreError>;

    /// At most `n` sign-ups that were made with an address, the latest date first.
    async fn sign_ups_by(&self, email: &Email, n: u64) -> Result<Vec<OwnSignUp>, StoreError>;

    /// What happened to a party, the oldest first.
    async fn steps_of(&self, id: SignUpId) -> Result<Vec<Step>, StoreError>;

    /// The dates of an activity whose seats are drawn, or were.
    async fn draws_of(&self, id: ActivityId) -> Result<Vec<(OccurrenceId, DateDraw)>, StoreError>;

    /// What the draw of a date gave, in no order; nothing where none took place.
    async fn drawn(&self, id: OccurrenceId) -> Result<Vec<Drawn>, StoreError>;

    /// What organisers wrote to the parties of a date, the newest first.
    async fn messages_of(&self, id: OccurrenceId) -> Result<Vec<Message>, StoreError>;

    /// Who has come to a date.
    async fn check_in_of(&self, id: OccurrenceId) -> Result<CheckIn, StoreError>;

    /// At most `n` dates for which something happens by itself by an instant, or that have
    /// changed in a way of which their roster does not know.
    async fn due_rosters(
        &self,
        now: DateTime<Utc>,
        n: u64,
    ) -> Result<Vec<OccurrenceId>, StoreError>;

    /// At most `n` parties for each thing to be reminded of, whose time it is at an instant
    /// ([`SignUp::reminder_at`]) and for whom it was not noted yet.
    async fn to_remind(&self, now: DateTime<Utc>, n: u64) -> Result<Vec<Reminding>, StoreError>;

    /// At most `n` parties for each thing that the clock does about whether they still come
    /// ([`Coming::due`](domain::signup::Coming::due)) whose time it is at an instant.
    async fn to_ask(
        &self,
        now: DateTime<Utc>,
        n: u64,
    ) -> Result<Vec<(OccurrenceId, SignUpId)>, StoreError>;

    /// At most `n` activities whose free seats are other than lists know, with what to say once
    /// they do.
    async fn untold_seats(&self, n: u64) -> Result<Vec<Untold>, StoreError>;

    /// Notes that lists know.
    async fn seats_told(&self, told: &[Untold]) -> Result<(), StoreError>;

    /// Forgets what parties need and have answered, and whom one calls, where their date ended before the times for
    /// that, all that is known of parties and what was written to them where it ended before
    /// `before.all`, and forms that were sent before `before.forms`.
    async fn forget_sign_ups(&self, before: ForgetBefore) -> Result<(), StoreError>;
}

/// A sign-up as whoever made it finds it again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnSignUp {
    pub sign_up: SignUp,
    /// What the activity is called.
    pub title: Title,
    pub start: DateTime<Utc>,
    pub end: DateTime<Utc>,
}

/// A party, and what it is to be reminded of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminding {
    pub sign_up: SignUp,
    pub of: SignUpNews,
}

/// Seats of a date that lists do not know of yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Untold {
    pub occurrence: OccurrenceId,
    pub activity: ActivityId,
    /// As of this step of its roster.
    pub steps: u64,
}

/// Before when something is forgotten.
#[derive(Clone, Copy, Debug)]
pub struct ForgetBefore {
    pub needs: DateTime<Utc>,
    pub emergency: DateTime<Utc>,
    pub all: DateTime<Utc>,
    pub forms: DateTime<Utc>,
}
