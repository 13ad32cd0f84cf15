//! Who was erased, by marks that only the key of this database makes of an address.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs::OpenOptions,
    io::{ErrorKind, Write as _},
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
};

use application::ports::StoreError;
use chrono::{DateTime, Utc};
use domain::{
    Email,
    identity::Mark,
    privacy::{Holding, Tombstone},
};
use ring::hmac;
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _,
    QueryOrder as _, Statement, sea_query::OnConflict,
};

use super::{
    Database, OpenError,
    entity::{tombstone, tombstone_key},
    failures::failed,
    store::DatabaseTransaction,
};
use crate::adapters::Keyring;

/// The row that there is; there is no other.
const THE_KEY: i32 = 1;

/// Where addresses stand, each as addresses are compared.
const ADDRESSES: [(&str, &str); 10] = [
    ("sign_up", "email_key"),
    ("sign_up", "lower(second_email)"),
    ("request", "email_key"),
    ("account", "email_key"),
    ("letter", "lower(to_email)"),
    ("link", "lower(email)"),
    ("errand", "lower(email)"),
    ("review", "lower(reply_to)"),
    ("invitation", "email_key"),
    ("account", "lower(new_email)"),
];

async fn key(rows: &impl ConnectionTrait) -> Result<hmac::Key, StoreError> {
    let row = tombstone_key::Entity::find_by_id(THE_KEY).one(rows).await.map_err(failed)?;
    let row = row.ok_or_else(|| StoreError::new("tombstones have no key"))?;
    Ok(hmac::Key::new(hmac::HMAC_SHA256, row.key.as_bytes()))
}

/// HMAC-SHA256 (RFC 2104) of an address, as it is compared.
fn mark(key: &hmac::Key, address: &str) -> Mark {
    let tag = hmac::sign(key, address.as_bytes());
    Mark::kept(tag.as_ref().iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}")))
}

impl Database {
    /// Makes the key of tombstones, where there is none: a backup that is taken before anybody
    /// was erased must know it already.
    pub(super) async fn keep_tombstone_key(&self) -> Result<(), OpenError> {
        let key = Keyring::new_key().map_err(|error| sea_orm::DbErr::Custom(error.to_string()))?;
        let row = tombstone_key::ActiveModel { id: Set(THE_KEY), key: Set(key) };
        let known = OnConflict::column(tombstone_key::Column::Id).do_nothing().to_owned();
        tombstone_key::Entity::insert(row)
            .on_conflict(known)
            .exec_without_returning(&self.writer)
            .await?;
        Ok(())
    }

    pub(super) async fn tombstones_since(
        &self,
        since: DateTime<Utc>,
    ) -> Result<Vec<Tombstone>, StoreError> {
        let rows = tombstone::Entity::find()
            .filter(tombstone::Column::ErasedAt.gte(since))
            .order_by_asc(tombstone::Column::ErasedAt)
            .order_by_asc(tombstone::Column::Mark)
            .all(&self.reader)
            .await
            .map_err(failed)?;
        let stone =
            |it: tombstone::Model| Tombstone { mark: Mark::kept(it.mark), erased_at: it.erased_at };
        Ok(rows.into_iter().map(stone).collect())
    }

    pub(super) async fn buried_under(&self, under: &[Tombstone]) -> Result<Vec<Email>, StoreError> {
        let marks: BTreeSet<&Mark> = under.iter().map(|it| &it.mark).collect();
        let (key, mut buried) = (key(&self.reader).await?, BTreeSet::new());
        for (table, column) in ADDRESSES {
            let sql = format!(
                "select distinct {column} as address from {table} where {column} is not null"
            );
            let ask = Statement::from_string(self.reader.get_database_backend(), sql);
            let rows = self.reader.query_all_raw(ask).await.map_err(failed)?;
            for row in rows {
                let address: String = row.try_get("", "address").map_err(failed)?;
                if marks.contains(&mark(&key, &address)) {
                    buried.insert(address);
                }
            }
        }
        Ok(buried.into_iter().filter_map(|it| Email::try_from(it.as_str()).ok()).collect())
    }

    pub(super) async fn forget_tombstones_before(
        &self,
        before: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        tombstone::Entity::delete_many()
            .filter(tombstone::Column::ErasedAt.lt(before))
            .exec(&self.writer)
            .await
            .map_err(failed)?;
        Ok(())
    }
}

impl Database {
    /// Writes who was erased down in a file too, so that it is known when an older database
    /// takes the place of this one.
    #[must_use]
    pub fn with_tombstones_in(mut self, file: PathBuf) -> Self {
        self.stones = Some(file);
        self
    }

    /// What the file says, which may know more than this database.
    ///
    /// # Errors
    ///
    /// Where it cannot be read.
    pub fn stones_in_file(&self) -> std::io::Result<Vec<Tombstone>> {
        let Some(file) = &self.stones else { return Ok(Vec::new()) };
        match std::fs::read_to_string(file) {
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(Vec::new()),
            text => Ok(text?.lines().filter_map(stone_of).collect()),
        }
    }

    pub(super) async fn keep_stones(&self, stones: &[Tombstone]) -> Result<(), StoreError> {
        for stone in stones {
            put(&self.writer, &stone.mark, stone.erased_at).await?;
        }
        Ok(())
    }

    pub(super) async fn write_stones_down(&self, now: DateTime<Utc>) -> Result<(), StoreError> {
        let Some(file) = self.stones.clone() else { return Ok(()) };
        let oldest = now - Holding::TOMBSTONES;
        let known = self.tombstones_since(oldest).await?;
        let kept = self.stones_in_file().map_err(failed)?;
        let mut all: BTreeMap<Mark, DateTime<Utc>> = BTreeMap::new();
        for stone in kept.iter().chain(&known).filter(|it| it.erased_at >= oldest) {
            let at = all.entry(stone.mark.clone()).or_insert(stone.erased_at);
            *at = (*at).max(stone.erased_at);
        }
        if kept.len() == all.len() && kept.iter().all(|it| all.get(&it.mark) == Some(&it.erased_at))
        {
            return Ok(());
        }
        let lines = all.iter().map(|(mark, at)| format!("{} {}\n", mark.as_str(), at.to_rfc3339()));
        let text: String = lines.collect();
        let written = tokio::task::spawn_blocking(move || replace(&file, &text));
        written.await.map_err(failed)?.map_err(failed)
    }
}

/// A line of the file: a mark, and when it was set.
fn stone_of(line: &str) -> Option<Tombstone> {
    let (mark, at) = line.split_once(' ')?;
    let erased_at = DateTime::parse_from_rfc3339(at.trim()).ok()?.to_utc();
    Some(Tombstone { mark: Mark::kept(mark), erased_at })
}

/// Puts a text into a file, all of it or nothing.
fn replace(file: &Path, text: &str) -> std::io::Result<()> {
    let beside = file.with_extension("new");
    let mut options = OpenOptions::new();
    let mut new = options.create(true).write(true).truncate(true).mode(0o600).open(&beside)?;
    new.write_all(text.as_bytes())?;
    new.sync_all()?;
    std::fs::rename(&beside, file)
}

async fn put(
    rows: &impl ConnectionTrait,
    mark: &Mark,
    erased_at: DateTime<Utc>,
) -> Result<(), StoreError> {
    let row =
        tombstone::ActiveModel { mark: Set(mark.as_str().to_owned()), erased_at: Set(erased_at) };
    let known = OnConflict::column(tombstone::Column::Mark)
        .update_column(tombstone::Column::ErasedAt)
        .to_owned();
    tombstone::Entity::insert(row)
        .on_conflict(known)
        .exec_without_returning(rows)
        .await
        .map_err(failed)?;
    Ok(())
}

impl DatabaseTransaction {
    pub(super) async fn bury_address(
        &mut self,
        email: &Email,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let key = key(&self.rows).await?;
        put(&self.rows, &mark(&key, &email.key()), now).await
    }
}
