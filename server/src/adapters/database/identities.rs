//! Identities of a provider and whoever is on the way there, in their tables.

use application::ports::{IdentityReader, IdentityRepository, StoreError};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::identity::{
    AccountId, Errand, Identity, IdentityId, JoinedIdentity, Mark, Role, Vouched,
};
use sea_orm::{
    ActiveModelTrait as _, ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _,
    QueryFilter as _, QueryOrder as _,
};

use super::{
    Database, RowError,
    entity::{errand, joined_identity},
    failures::failed,
    row::Columns,
    store::DatabaseTransaction,
};

fn roles_text(roles: &[Role]) -> String {
    roles.iter().map(Role::to_string).collect::<Vec<_>>().join(";")
}

fn joined_row(it: &JoinedIdentity) -> joined_identity::ActiveModel {
    joined_identity::ActiveModel {
        id: Set(it.id.0),
        issuer: Set(it.identity.issuer().to_owned()),
        subject: Set(it.identity.subject().to_owned()),
        account_id: Set(it.account.0),
        roles: Set(roles_text(&it.roles)),
        joined_at: Set(it.joined_at),
        used_at: Set(it.used_at),
    }
}

fn joined_of(row: joined_identity::Model) -> Result<JoinedIdentity, RowError> {
    let columns = Columns("joined_identity");
    Ok(JoinedIdentity {
        id: IdentityId(row.id),
        // A subject can name a person, and so is no part of an error.
        identity: Identity::of(row.issuer, row.subject)
            .map_err(|_| columns.fault("subject", "(hidden)"))?,
        account: AccountId(row.account_id),
        roles: columns.keys("roles", &row.roles)?,
        joined_at: row.joined_at,
        used_at: row.used_at,
    })
}

fn errand_row(it: &Errand) -> errand::ActiveModel {
    let vouched = it.vouched.as_ref();
    errand::ActiveModel {
        mark: Set(it.mark.as_str().to_owned()),
        wish: Set(it.wish.key().to_owned()),
        next: Set(it.next.as_ref().map(ToString::to_string)),
        begun_at: Set(it.begun_at),
        issuer: Set(vouched.map(|it| it.identity.issuer().to_owned())),
        subject: Set(vouched.map(|it| it.identity.subject().to_owned())),
        email: Set(vouched.and_then(|it| it.email.as_ref().map(ToString::to_string))),
        email_is_trusted: Set(vouched.is_some_and(|it| it.email_is_trusted)),
        name: Set(vouched.and_then(|it| it.name.as_ref().map(ToString::to_string))),
        roles: Set(vouched.map(|it| roles_text(&it.roles)).unwrap_or_default()),
        has_second_factor: Set(vouched.is_some_and(|it| it.has_second_factor)),
    }
}

fn errand_of(row: errand::Model) -> Result<Errand, RowError> {
    let columns = Columns("errand");
    let vouched = match row.issuer.zip(row.subject) {
        None => None,
        Some((issuer, subject)) => Some(Vouched {
            identity: Identity::of(issuer, subject)
                .map_err(|_| columns.fault("subject", "(hidden)"))?,
            email: columns.some("email", row.email)?,
            email_is_trusted: row.email_is_trusted,
            name: columns.some("name", row.name)?,
            roles: columns.keys("roles", &row.roles)?,
            has_second_factor: row.has_second_factor,
        }),
    };
    Ok(Errand {
        mark: Mark::kept(row.mark),
        wish: columns.key("wish", &row.wish)?,
        next: columns.some("next", row.next)?,
        begun_at: row.begun_at,
        vouched,
    })
}

async fn by_identity(
    rows: &impl ConnectionTrait,
    identity: &Identity,
) -> Result<Option<JoinedIdentity>, StoreError> {
    let row = joined_identity::Entity::find()
        .filter(joined_identity::Column::Issuer.eq(identity.issuer()))
        .filter(joined_identity::Column::Subject.eq(identity.subject()))
        .one(rows)
        .await
        .map_err(failed)?;
    row.map(joined_of).transpose().map_err(failed)
}

async fn of_account(
    rows: &impl ConnectionTrait,
    account: AccountId,
) -> Result<Vec<JoinedIdentity>, StoreError> {
    let found = joined_identity::Entity::find()
        .filter(joined_identity::Column::AccountId.eq(account.0))
        .order_by_asc(joined_identity::Column::JoinedAt)
        .order_by_asc(joined_identity::Column::Id)
        .all(rows)
        .await
        .map_err(failed)?;
    found.into_iter().map(joined_of).collect::<Result<_, _>>().map_err(failed)
}

async fn errand_by_mark(
    rows: &impl ConnectionTrait,
    mark: &Mark,
) -> Result<Option<Errand>, StoreError> {
    let row = errand::Entity::find_by_id(mark.as_str()).one(rows).await.map_err(failed)?;
    row.map(errand_of).transpose().map_err(failed)
}

#[async_trait]
impl IdentityRepository for DatabaseTransaction {
    async fn by_identity(
        &mut self,
        identity: &Identity,
    ) -> Result<Option<JoinedIdentity>, StoreError> {
        by_identity(&self.rows, identity).await
    }

    async fn of_account(&mut self, account: AccountId) -> Result<Vec<JoinedIdentity>, StoreError> {
        of_account(&self.rows, account).await
    }

    async fn add(&mut self, it: &JoinedIdentity) -> Result<(), StoreError> {
        joined_identity::Entity::insert(joined_row(it))
            .exec_without_returning(&self.rows)
            .await
            .map_err(failed)?;
        Ok(())
    }

    async fn save(&mut self, it: &JoinedIdentity) -> Result<(), StoreError> {
        joined_row(it).update(&self.rows).await.map_err(failed)?;
        Ok(())
    }

    async fn remove(&mut self, id: IdentityId) -> Result<(), StoreError> {
        joined_identity::Entity::delete_by_id(id.0).exec(&self.rows).await.map_err(failed)?;
        Ok(())
    }

    async fn add_errand(&mut self, errand: &Errand) -> Result<(), StoreError> {
        errand::Entity::insert(errand_row(errand))
            .exec_without_returning(&self.rows)
            .await
            .map_err(failed)?;
        Ok(())
    }

    async fn take_errand(&mut self, mark: &Mark) -> Result<Option<Errand>, StoreError> {
        let errand = errand_by_mark(&self.rows, mark).await?;
        let gone =
            errand::Entity::delete_by_id(mark.as_str()).exec(&self.rows).await.map_err(failed)?;
        // Of two who take it at once, one finds nothing to delete.
        Ok(errand.filter(|_| gone.rows_affected == 1))
    }
}

#[async_trait]
impl IdentityReader for Database {
    async fn identities_of(&self, account: AccountId) -> Result<Vec<JoinedIdentity>, StoreError> {
        of_account(&self.reader, account).await
    }

    async fn identity(&self, identity: &Identity) -> Result<Option<JoinedIdentity>, StoreError> {
        by_identity(&self.reader, identity).await
    }

    async fn errand(&self, mark: &Mark) -> Result<Option<Errand>, StoreError> {
        errand_by_mark(&self.reader, mark).await
    }

    async fn forget_errands(&self, before: DateTime<Utc>) -> Result<(), StoreError> {
        errand::Entity::delete_many()
            .filter(errand::Column::BegunAt.lt(before))
            .exec(&self.writer)
            .await
            .map_err(failed)?;
        Ok(())
    }
}

impl Database {
    /// Identities that cannot be, one sentence each.
    pub(super) async fn verify_identities(&self) -> Result<Vec<String>, StoreError> {
        let rows = joined_identity::Entity::find().all(&self.reader).await.map_err(failed)?;
        let fault = |row: joined_identity::Model| {
            let id = row.id;
            match joined_of(row) {
                Err(error) => Some(format!("identity {id}: {error}")),
                Ok(it) if it.used_at < it.joined_at => {
                    Some(format!("identity {id}: used before it was joined"))
                }
                Ok(_) => None,
            }
        };
        Ok(rows.into_iter().filter_map(fault).collect())
    }
}
