//! What is sealed here, and by which of the operator's keys.

use application::ports::StoreError;
use chrono::{DateTime, Utc};
use domain::Uuid;
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, QueryFilter as _, QuerySelect as _,
    sea_query::{Expr, OnConflict},
};

use super::{
    Database, dialect,
    entity::{account, sealing_key},
    failures::failed,
};
use crate::adapters::{Keyring, Unopened};

/// Why nothing can be sealed and opened here.
#[derive(Debug, thiserror::Error)]
pub enum SealError {
    #[error(
        "the database holds second factors sealed by the key {0}, which is not among those of the settings; put it back behind the new one, in GNIST_SEALING_KEYS or the file of GNIST_SEALING_KEYS_FILE; where that key is lost, `gnist forget-factors` says whose second factors are lost with it"
    )]
    OtherKey(String),
    #[error(
        "the second factor of account {0} cannot be opened; `gnist forget-factors` forgets what no key opens"
    )]
    Unopened(Uuid, #[source] Unopened),
    #[error("the database does not answer")]
    Database(#[from] DbErr),
}

/// Whose the key of a second factor is, as it is sealed for them alone.
pub(super) fn owner(account: Uuid) -> Vec<u8> {
    [b"factor key of ".as_slice(), account.as_bytes()].concat()
}

impl Database {
    /// The same, with what must be kept and used again sealed by these keys.
    #[must_use]
    pub fn sealed_by(self, keyring: Keyring) -> Self {
        Self { keyring, ..self }
    }

    /// Makes sure that everything sealed here can be opened, and that it is sealed by the first
    /// key; answers how much was sealed anew. Keys that are used no longer are forgotten.
    ///
    /// # Errors
    ///
    /// [`SealError`] where a key is missing; nothing was changed then.
    pub async fn keep_sealed(&self, now: DateTime<Utc>) -> Result<usize, SealError> {
        let known = sealing_key::Entity::find().all(&self.reader).await?;
        let kept = factor_keys(&self.reader).await?;
        let lacks = |name: &str| !self.keyring.holds(name);
        if let Some(name) =
            kept.iter().filter_map(|it| Keyring::sealed_by(&it.1)).find(|it| lacks(it))
        {
            return Err(SealError::OtherKey(name.to_owned()));
        }
        let Some(first) = self.keyring.first() else { return Ok(0) };
        // Nothing is sealed yet, but another server is about to, by a key that is not ours.
        if let Some(other) = known.iter().find(|_| known.iter().all(|it| lacks(&it.name))) {
            return Err(SealError::OtherKey(other.name.clone()));
        }
        let row = sealing_key::ActiveModel { name: Set(first.to_owned()), since: Set(now) };
        let is_known = OnConflict::column(sealing_key::Column::Name).do_nothing().to_owned();
        sealing_key::Entity::insert_many([row])
            .on_conflict(is_known)
            .exec_without_returning(&self.writer)
            .await?;
        let mut n = 0;
        for (id, _) in kept.iter().filter(|it| !self.keyring.is_current(&it.1)) {
            n += usize::from(self.seal_anew(*id).await?);
        }
        let over = known.into_iter().map(|it| it.name).filter(|it| it != first && !lacks(it));
        sealing_key::Entity::delete_many()
            .filter(sealing_key::Column::Name.is_in(over.collect::<Vec<_>>()))
            .exec(&self.writer)
            .await?;
        Ok(n)
    }

    /// Seals the second factor of one account by the first key, as it is at that moment.
    async fn seal_anew(&self, id: Uuid) -> Result<bool, SealError> {
        let rows = dialect::begin(&self.writer).await?;
        let row = account::Entity::find_by_id(id).lock_exclusive().one(&rows).await?;
        let kept = row.and_then(|it| it.factor_key).filter(|it| !self.keyring.is_current(it));
        let Some(kept) = kept else { return Ok(false) };
        let owner = owner(id);
        let opened = self.keyring.open(&kept, &owner);
        let sealed = opened.and_then(|key| self.keyring.seal(&key, &owner));
        let sealed = sealed.map_err(|error| SealError::Unopened(id, error))?;
        account::Entity::update_many()
            .col_expr(account::Column::FactorKey, Expr::val(sealed))
            .filter(account::Column::Id.eq(id))
            .exec(&rows)
            .await?;
        rows.commit().await?;
        Ok(true)
    }

    /// Whatever is not sealed as it must be, one sentence each.
    pub(super) async fn verify_seals(&self) -> Result<Vec<String>, StoreError> {
        let kept = factor_keys(&self.reader).await.map_err(failed)?;
        let fault = |(id, kept): (Uuid, String)| match self.keyring.open(&kept, &owner(id)) {
            Err(error) => Some(format!("account {id}: the key of its second factor: {error}")),
            Ok(_) if Keyring::sealed_by(&kept).is_none() && self.keyring.first().is_some() => {
                Some(format!("account {id}: the key of its second factor is not sealed"))
            }
            Ok(_) => None,
        };
        Ok(kept.into_iter().filter_map(fault).collect())
    }
}

/// Forgets the second factors of some accounts, opened or not, and the passwords that were good
/// enough beside them alone; as [`Account::drop_factor`](domain::identity::Account::drop_factor).
pub(super) async fn drop_factors(
    rows: &impl ConnectionTrait,
    accounts: impl IntoIterator<Item = Uuid>,
) -> Result<(), DbErr> {
    let (none, accounts): (Option<String>, Vec<Uuid>) = (None, accounts.into_iter().collect());
    account::Entity::update_many()
        .col_expr(account::Column::PasswordHash, Expr::val(none.clone()))
        .col_expr(account::Column::PasswordStandsAlone, Expr::val(None::<bool>))
        .filter(account::Column::Id.is_in(accounts.iter().copied()))
        .filter(account::Column::PasswordStandsAlone.eq(false))
        .exec(rows)
        .await?;
    account::Entity::update_many()
        .col_expr(account::Column::FactorKey, Expr::val(none))
        .col_expr(account::Column::FactorIsConfirmed, Expr::val(false))
        .col_expr(account::Column::FactorLastStep, Expr::val(0_i64))
        .col_expr(account::Column::FactorRecovery, Expr::val(""))
        .filter(account::Column::Id.is_in(accounts))
        .exec(rows)
        .await?;
    Ok(())
}

/// Forgets every second factor that none of the keys opens, and the names of the keys that are
/// not among them; answers whose the factors were.
pub(super) async fn drop_unopened(
    rows: &impl ConnectionTrait,
    keyring: &Keyring,
) -> Result<Vec<Uuid>, DbErr> {
    let kept = factor_keys(rows).await?.into_iter();
    let unopened: Vec<Uuid> =
        kept.filter(|(id, kept)| keyring.open(kept, &owner(*id)).is_err()).map(|it| it.0).collect();
    drop_factors(rows, unopened.iter().copied()).await?;
    let known = sealing_key::Entity::find().all(rows).await?.into_iter();
    let lost = known.map(|it| it.name).filter(|it| !keyring.holds(it));
    sealing_key::Entity::delete_many()
        .filter(sealing_key::Column::Name.is_in(lost.collect::<Vec<_>>()))
        .exec(rows)
        .await?;
    Ok(unopened)
}

/// The key of every second factor, as it is kept.
async fn factor_keys(rows: &impl ConnectionTrait) -> Result<Vec<(Uuid, String)>, DbErr> {
    account::Entity::find()
        .select_only()
        .columns([account::Column::Id, account::Column::FactorKey])
        .filter(account::Column::FactorKey.is_not_null())
        .into_tuple()
        .all(rows)
        .await
}
