//! What organisers and moderators ask for.

use std::collections::{HashMap, HashSet};

use application::ports::{ActivityDetails, DeskReader, QueueReader, StoreError, ToldClaim};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    Uuid,
    catalogue::{Activity, ActivityId, Draft, DraftId, State},
    identity::{AccountId, DeedKind},
    pact::Reminder,
    partners::{CoOwner, Partner, PartnerId},
};
use sea_orm::{
    ColumnTrait as _, Condition, EntityTrait as _, ExprTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, sea_query::Expr,
};

use super::{
    Database,
    activities::with_occurrences,
    claims::claim_of,
    co_owners::co_owners_where,
    drafts::draft_of,
    entity::{account, activity, claim, co_owner, deed, draft, reminder},
    failures::failed,
    reminders::reminder_of,
    row::Columns,
};

impl Database {
    /// Drafts of which a column holds one of some ids, what was changed last first.
    async fn drafts_in(
        &self,
        column: draft::Column,
        ids: impl Iterator<Item = Uuid>,
    ) -> Result<Vec<Draft>, StoreError> {
        let rows = draft::Entity::find()
            .filter(column.is_in(ids))
            .order_by_desc(draft::Column::ChangedAt)
            .order_by_asc(draft::Column::Id)
            .all(&self.reader)
            .await
            .map_err(failed)?;
        rows.iter().map(draft_of).collect::<Result<_, _>>().map_err(failed)
    }
}

#[async_trait]
impl DeskReader for Database {
    async fn all_partners(&self) -> Result<Vec<Partner>, StoreError> {
        Database::all_partners(self).await
    }

    async fn drafts_of(&self, partners: &[PartnerId]) -> Result<Vec<Draft>, StoreError> {
        self.drafts_in(draft::Column::PartnerId, partners.iter().map(|it| it.0)).await
    }

    async fn drafts_about(&self, activities: &[ActivityId]) -> Result<Vec<Draft>, StoreError> {
        self.drafts_in(draft::Column::ActivityId, activities.iter().map(|it| it.0)).await
    }

    async fn draft(&self, id: DraftId) -> Result<Option<Draft>, StoreError> {
        let row = draft::Entity::find_by_id(id.0).one(&self.reader).await.map_err(failed)?;
        row.as_ref().map(draft_of).transpose().map_err(failed)
    }

    async fn activities_of(
        &self,
        partners: &[PartnerId],
        n: u64,
    ) -> Result<Vec<Activity>, StoreError> {
        let rows = activity::Entity::find()
            .filter(activity::Column::PartnerId.is_in(partners.iter().map(|it| it.0)))
            .order_by_desc(activity::Column::UpdatedAt)
            .order_by_asc(activity::Column::Id)
            .limit(n)
            .all(&self.reader)
            .await
            .map_err(failed)?;
        with_occurrences(&self.reader, rows).await
    }

    async fn activities_named(&self, ids: &[ActivityId]) -> Result<Vec<Activity>, StoreError> {
        let rows = activity::Entity::find()
            .filter(activity::Column::Id.is_in(ids.iter().map(|it| it.0)))
            .order_by_desc(activity::Column::UpdatedAt)
            .order_by_asc(activity::Column::Id)
            .all(&self.reader)
            .await
            .map_err(failed)?;
        with_occurrences(&self.reader, rows).await
    }

    async fn co_owners_of(&self, activities: &[ActivityId]) -> Result<Vec<CoOwner>, StoreError> {
        let ids = activities.iter().map(|it| it.0);
        let wanted = Condition::all().add(co_owner::Column::ActivityId.is_in(ids));
        co_owners_where(&self.reader, wanted).await
    }

    async fn co_owned_by(&self, partners: &[PartnerId]) -> Result<Vec<CoOwner>, StoreError> {
        let ids = partners.iter().map(|it| it.0);
        let wanted = Condition::all().add(co_owner::Column::PartnerId.is_in(ids));
        co_owners_where(&self.reader, wanted).await
    }

    async fn with_contacts_at(&self, domain: &str) -> Result<Vec<PartnerId>, StoreError> {
        // A domain is letters, digits, hyphens and dots, none of which a pattern reads otherwise.
        let seen = [State::Published.key(), State::Cancelled.key(), State::Archived.key()];
        let ids: Vec<Uuid> = activity::Entity::find()
            .select_only()
            .column(activity::Column::PartnerId)
            .distinct()
            .filter(activity::Column::State.is_in(seen))
            .filter(activity::Column::ContactEmail.ends_with(format!("@{domain}")))
            .into_tuple()
            .all(&self.reader)
            .await
            .map_err(failed)?;
        Ok(ids.into_iter().map(PartnerId).collect())
    }

    async fn activity_by_id(&self, id: ActivityId) -> Result<Option<ActivityDetails>, StoreError> {
        self.details_where(activity::Column::Id.eq(id.0)).await
    }
}

#[async_trait]
impl QueueReader for Database {
    async fn submitted(&self) -> Result<Vec<Activity>, StoreError> {
        // Written out, as the index of what waits is: a bound value would not lead to it.
        let waits = Expr::Constant(State::Submitted.key().into());
        let rows = activity::Entity::find()
            .filter(activity::Column::State.into_expr().eq(waits))
            .order_by_asc(activity::Column::UpdatedAt)
            .order_by_asc(activity::Column::Id)
            .all(&self.reader)
            .await
            .map_err(failed)?;
        with_occurrences(&self.reader, rows).await
    }

    async fn with_questions(&self) -> Result<Vec<Activity>, StoreError> {
        let public = [State::Published.key(), State::Cancelled.key()];
        let rows = activity::Entity::find()
            .filter(activity::Column::QuestionsProposedAt.is_not_null())
            .filter(activity::Column::State.is_in(public))
            .order_by_asc(activity::Column::QuestionsProposedAt)
            .order_by_asc(activity::Column::Id)
            .all(&self.reader)
            .await
            .map_err(failed)?;
        with_occurrences(&self.reader, rows).await
    }

    async fn sent_at(
        &self,
        activities: &[ActivityId],
    ) -> Result<HashMap<ActivityId, DateTime<Utc>>, StoreError> {
        let sent: Vec<(Uuid, DateTime<Utc>)> = deed::Entity::find()
            .select_only()
            .column(deed::Column::AboutId)
            .column_as(deed::Column::At.max(), "at")
            .filter(deed::Column::Kind.eq(DeedKind::ActivitySubmitted.key()))
            .filter(deed::Column::AboutId.is_in(activities.iter().map(|it| it.0)))
            .group_by(deed::Column::AboutId)
            .into_tuple()
            .all(&self.reader)
            .await
            .map_err(failed)?;
        Ok(sent.into_iter().map(|(id, at)| (ActivityId(id), at)).collect())
    }

    async fn reminders(&self) -> Result<HashSet<Reminder>, StoreError> {
        let rows = reminder::Entity::find().all(&self.reader).await.map_err(failed)?;
        rows.iter().map(reminder_of).collect::<Result<_, _>>().map_err(failed)
    }

    async fn forget_reminders(&self, before: DateTime<Utc>) -> Result<(), StoreError> {
        reminder::Entity::delete_many()
            .filter(reminder::Column::Since.lt(before))
            .exec(&self.writer)
            .await
            .map_err(failed)?;
        Ok(())
    }

    async fn claims(&self) -> Result<Vec<ToldClaim>, StoreError> {
        self.told_claims(Condition::all()).await
    }

    async fn claims_of(&self, account: AccountId) -> Result<Vec<ToldClaim>, StoreError> {
        self.told_claims(Condition::all().add(claim::Column::AccountId.eq(account.0))).await
    }
}

impl Database {
    async fn told_claims(&self, wanted: Condition) -> Result<Vec<ToldClaim>, StoreError> {
        let rows = claim::Entity::find()
            .find_also_related(account::Entity)
            .filter(wanted)
            .order_by_asc(claim::Column::AskedAt)
            .order_by_asc(claim::Column::Id)
            .all(&self.reader)
            .await
            .map_err(failed)?;
        let mut told = Vec::with_capacity(rows.len());
        for (row, account) in rows {
            let Some(account) = account else { continue };
            let email = Columns("account").text("email", account.email);
            told.push(ToldClaim {
                claim: claim_of(row).map_err(failed)?,
                name: account.name,
                email: email.map_err(failed)?,
            });
        }
        Ok(told)
    }
}
