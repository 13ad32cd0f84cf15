//! What organisers and moderators ask for.

use std::collections::{HashMap, HashSet};

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    catalogue::{Activity, ActivityId, Draft, DraftId},
    identity::AccountId,
    pact::Reminder,
    partners::{Claim, CoOwner, Partner, PartnerId},
};

use super::{ActivityDetails, StoreError};

/// Answers what organisers ask about what is theirs.
#[async_trait]
pub trait DeskReader: Send + Sync {
    /// Every partner, whatever its standing, in no particular order.
    async fn all_partners(&self) -> Result<Vec<Partner>, StoreError>;

    /// The drafts of some partners, the last changed first.
    async fn drafts_of(&self, partners: &[PartnerId]) -> Result<Vec<Draft>, StoreError>;

    /// The next versions of some activities, the last changed first.
    async fn drafts_about(&self, activities: &[ActivityId]) -> Result<Vec<Draft>, StoreError>;

    async fn draft(&self, id: DraftId) -> Result<Option<Draft>, StoreError>;

    /// At most `n` activities of some partners in whatever state, the last changed first.
    async fn activities_of(
        &self,
        partners: &[PartnerId],
        n: u64,
    ) -> Result<Vec<Activity>, StoreError>;

    /// Some activities in whatever state, the last changed first.
    async fn activities_named(&self, ids: &[ActivityId]) -> Result<Vec<Activity>, StoreError>;

    /// Who owns some activities beside their leads, and who is asked to; the longest first.
    async fn co_owners_of(&self, activities: &[ActivityId]) -> Result<Vec<CoOwner>, StoreError>;

    /// What some partners own beside its lead, and are asked to own; the longest first.
    async fn co_owned_by(&self, partners: &[PartnerId]) -> Result<Vec<CoOwner>, StoreError>;

    /// The partners that lead an activity which everybody sees or saw and whose contact has a
    /// mailbox at a domain, in no particular order.
    async fn with_contacts_at(&self, domain: &str) -> Result<Vec<PartnerId>, StoreError>;

    /// An activity in whatever state.
    async fn activity_by_id(&self, id: ActivityId) -> Result<Option<ActivityDetails>, StoreError>;
}

/// Answers what moderators ask for.
#[async_trait]
pub trait QueueReader: Send + Sync {
    /// Every activity that waits for a moderator's word, the longest waiting first.
    async fn submitted(&self) -> Result<Vec<Activity>, StoreError>;

    /// Every public activity that would ask something else of those who sign up, the longest
    /// waiting first.
    async fn with_questions(&self) -> Result<Vec<Activity>, StoreError>;

    /// When those of the named activities that were sent were sent last.
    async fn sent_at(
        &self,
        activities: &[ActivityId],
    ) -> Result<HashMap<ActivityId, DateTime<Utc>>, StoreError>;

    /// Which cases were told of.
    async fn reminders(&self) -> Result<HashSet<Reminder>, StoreError>;

    /// Forgets that cases were told of that have waited since before an instant.
    async fn forget_reminders(&self, before: DateTime<Utc>) -> Result<(), StoreError>;

    /// Every claim, the longest waiting first.
    async fn claims(&self) -> Result<Vec<ToldClaim>, StoreError>;

    /// Somebody's own claims, likewise.
    async fn claims_of(&self, account: AccountId) -> Result<Vec<ToldClaim>, StoreError>;
}

/// A claim with who makes it, as a moderator must know to answer it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToldClaim {
    pub claim: Claim,
    /// What whoever makes it is called, and the address that they have confirmed.
    pub name: String,
    pub email: domain::Email,
}
