//! Who acts for whom, and who is invited to, in their tables.

use application::ports::{InvitationRepository, PeopleReader, StoreError};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    Email,
    identity::{Account, AccountId, Invitation, InvitationId, Mark},
    partners::PartnerId,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, sea_query::SimpleExpr,
};

use super::{
    Database, RowError,
    door_rows::account_of,
    entity::{account, invitation},
    failures::failed,
    row::Columns,
    store::DatabaseTransaction,
};
use crate::adapters::Keyring;

pub(super) fn invitation_of(row: invitation::Model) -> Result<Invitation, RowError> {
    let columns = Columns("invitation");
    Ok(Invitation {
        id: InvitationId(row.id),
        mark: Mark::kept(row.mark),
        partner: PartnerId(row.partner_id),
        membership: columns.key("membership", &row.membership)?,
        email: columns.text("email", row.email)?,
        by: AccountId(row.account_id),
        invited_at: row.invited_at,
    })
}

/// Everybody with a role that is about a partner, the longest here first.
pub(super) async fn members_of(
    from: (&impl ConnectionTrait, &Keyring),
    partner: PartnerId,
) -> Result<Vec<Account>, StoreError> {
    // A partner's name stands in roles as it stands nowhere else.
    people_where(from, account::Column::Roles.contains(partner.0.to_string())).await
}

async fn people_where(
    (rows, keyring): (&impl ConnectionTrait, &Keyring),
    wanted: SimpleExpr,
) -> Result<Vec<Account>, StoreError> {
    let found = account::Entity::find()
        .filter(wanted)
        .order_by_asc(account::Column::CreatedAt)
        .order_by_asc(account::Column::Id)
        .all(rows)
        .await
        .map_err(failed)?;
    found.into_iter().map(|row| account_of(row, keyring)).collect::<Result<_, _>>().map_err(failed)
}

fn read(row: Option<invitation::Model>) -> Result<Option<Invitation>, StoreError> {
    row.map(invitation_of).transpose().map_err(failed)
}

#[async_trait]
impl InvitationRepository for DatabaseTransaction {
    async fn add(&mut self, it: &Invitation) -> Result<(), StoreError> {
        let row = invitation::ActiveModel {
            id: Set(it.id.0),
            mark: Set(it.mark.as_str().to_owned()),
            partner_id: Set(it.partner.0),
            membership: Set(it.membership.key().to_owned()),
            email: Set(it.email.to_string()),
            email_key: Set(it.email.key()),
            account_id: Set(it.by.0),
            invited_at: Set(it.invited_at),
        };
        invitation::Entity::insert(row).exec_without_returning(&self.rows).await.map_err(failed)?;
        Ok(())
    }

    async fn by_id(&mut self, id: InvitationId) -> Result<Option<Invitation>, StoreError> {
        let row = invitation::Entity::find_by_id(id.0)
            .lock_exclusive()
            .one(&self.rows)
            .await
            .map_err(failed)?;
        read(row)
    }

    async fn by_mark(&mut self, mark: &Mark) -> Result<Option<Invitation>, StoreError> {
        let row = invitation::Entity::find()
            .filter(invitation::Column::Mark.eq(mark.as_str()))
            .lock_exclusive()
            .one(&self.rows)
            .await
            .map_err(failed)?;
        read(row)
    }

    async fn of(
        &mut self,
        partner: PartnerId,
        email: &Email,
    ) -> Result<Option<Invitation>, StoreError> {
        let row = invitation::Entity::find()
            .filter(invitation::Column::PartnerId.eq(partner.0))
            .filter(invitation::Column::EmailKey.eq(email.key()))
            .lock_exclusive()
            .one(&self.rows)
            .await
            .map_err(failed)?;
        read(row)
    }

    async fn to(&mut self, partner: PartnerId) -> Result<Vec<Invitation>, StoreError> {
        invitations_of(&self.rows, partner).await
    }

    async fn remove(&mut self, id: InvitationId) -> Result<(), StoreError> {
        invitation::Entity::delete_by_id(id.0).exec(&self.rows).await.map_err(failed)?;
        Ok(())
    }
}

async fn invitations_of(
    rows: &impl ConnectionTrait,
    partner: PartnerId,
) -> Result<Vec<Invitation>, StoreError> {
    let found = invitation::Entity::find()
        .filter(invitation::Column::PartnerId.eq(partner.0))
        .order_by_asc(invitation::Column::InvitedAt)
        .order_by_asc(invitation::Column::Id)
        .all(rows)
        .await
        .map_err(failed)?;
    found.into_iter().map(invitation_of).collect::<Result<_, _>>().map_err(failed)
}

#[async_trait]
impl PeopleReader for Database {
    async fn members_of(&self, partner: PartnerId) -> Result<Vec<Account>, StoreError> {
        members_of((&self.reader, &self.keyring), partner).await
    }

    async fn staff(&self) -> Result<Vec<Account>, StoreError> {
        people_where((&self.reader, &self.keyring), account::Column::Roles.ne("")).await
    }

    async fn person(&self, id: AccountId) -> Result<Option<Account>, StoreError> {
        let row = account::Entity::find_by_id(id.0).one(&self.reader).await.map_err(failed)?;
        row.map(|row| account_of(row, &self.keyring)).transpose().map_err(failed)
    }

    async fn invitations_of(&self, partner: PartnerId) -> Result<Vec<Invitation>, StoreError> {
        invitations_of(&self.reader, partner).await
    }

    async fn invitation(&self, mark: &Mark) -> Result<Option<Invitation>, StoreError> {
        let row = invitation::Entity::find()
            .filter(invitation::Column::Mark.eq(mark.as_str()))
            .one(&self.reader)
            .await
            .map_err(failed)?;
        read(row)
    }

    async fn forget_invitations(&self, before: DateTime<Utc>) -> Result<(), StoreError> {
        invitation::Entity::delete_many()
            .filter(invitation::Column::InvitedAt.lt(before))
            .exec(&self.writer)
            .await
            .map_err(failed)?;
        Ok(())
    }
}
