//! What is known of the parties that signed up.

use std::collections::HashSet;

use async_trait::async_trait;
use domain::{
    catalogue::{ActivityId, OccurrenceId},
    identity::Mark,
    signup::{
        Attempt, AttemptKey, Coming, PartyKey, SignUp, SignUpId, SignUpLink, SignUpNews,
        SignUpPurpose,
    },
};

use super::StoreError;

/// What is known of the parties that signed up. Their places are the roster's.
#[async_trait]
pub trait SignUpRepository: Send {
    /// Keeps a sign-up that is new. Answers whether it is: a party is signed up for one date of
    /// an activity at most.
    async fn add(&mut self, sign_up: &SignUp) -> Result<bool, StoreError>;

    async fn by_id(&mut self, id: SignUpId) -> Result<Option<SignUp>, StoreError>;

    /// The sign-up for any date of an activity that a party has.
    async fn of(
        &mut self,
        activity: ActivityId,
        party: &PartyKey,
    ) -> Result<Option<SignUp>, StoreError>;

    /// Everybody on the roster of a date, those included who have not answered their letter, in
    /// the order they came.
    async fn at(&mut self, date: OccurrenceId) -> Result<Vec<SignUp>, StoreError>;

    /// The dates of activities on whose rosters somebody is.
    async fn dates_of(
        &mut self,
        activities: &[ActivityId],
    ) -> Result<HashSet<OccurrenceId>, StoreError>;

    /// Lets the links of one sign-up open another.
    async fn move_links(&mut self, from: SignUpId, to: SignUpId) -> Result<(), StoreError>;

    /// Keeps what has changed about who comes, whom else they name, what they need, and a guardian's
    /// consent. Whether it still comes is noted by [`Self::note_coming`] alone.
    async fn save(&mut self, sign_up: &SignUp) -> Result<(), StoreError>;

    async fn add_link(&mut self, link: &SignUpLink) -> Result<(), StoreError>;

    /// Takes a link out, with every other one of the same sign-up and purpose; nobody else gets
    /// it.
    async fn take_link(&mut self, mark: &Mark) -> Result<Option<SignUpLink>, StoreError>;

    /// Takes every link of a sign-up and a purpose out.
    async fn drop_links(&mut self, id: SignUpId, of: SignUpPurpose) -> Result<(), StoreError>;

    /// Notes what a party is reminded of. Answers whether it is the first time.
    async fn note_reminded(&mut self, id: SignUpId, of: SignUpNews) -> Result<bool, StoreError>;

    /// Notes what a party was asked and has answered about whether it still comes. Whoever does
    /// holds its roster.
    async fn note_coming(&mut self, id: SignUpId, coming: Coming) -> Result<(), StoreError>;

    /// A form that was sent already.
    async fn attempt(&mut self, key: &AttemptKey) -> Result<Option<Attempt>, StoreError>;

    /// Keeps that a form was sent. Answers whether it is the first of its key.
    async fn keep_attempt(&mut self, attempt: &Attempt) -> Result<bool, StoreError>;
}
