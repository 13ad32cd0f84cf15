//! What is held of somebody, told and erased.

use application::ports::{ErasureRepository, HeldReader, StoreError};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    Email, Uuid,
    catalogue::OccurrenceId,
    identity::{AccountId, Target},
    privacy::{Erased, Held, Tombstone},
    signup::SignUpId,
};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, DbBackend, DbErr, EntityTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, Statement, Value,
};

use super::{
    Database,
    entity::{account, sign_up, tally},
    failures::failed,
    persons::{By, Fate, PERSONS, Theirs},
    store::DatabaseTransaction,
};

/// Of whom something is looked for.
struct Person {
    key: String,
    account: Option<Uuid>,
}

impl Person {
    async fn find(rows: &impl ConnectionTrait, email: &Email) -> Result<Self, DbErr> {
        let key = email.key();
        let account = account::Entity::find()
            .select_only()
            .column(account::Column::Id)
            .filter(account::Column::EmailKey.eq(key.as_str()))
            .into_tuple()
            .one(rows)
            .await?;
        Ok(Self { key, account })
    }

    /// The value by which rows are theirs; nothing where they have no account.
    fn value(&self, by: By) -> Option<Value> {
        match by {
            By::Address => Some(self.key.as_str().into()),
            By::Account => self.account.map(Value::from),
        }
    }
}

/// A column as a text, on either database.
fn as_text(backend: DbBackend, name: &str) -> String {
    let is_name = name == "id" || name.ends_with("_id") || name.ends_with("_by");
    match backend {
        // A name is kept in sixteen bytes there.
        DbBackend::Sqlite if is_name => format!("lower(hex(\"{name}\")) as \"{name}\""),
        _ => format!("cast(\"{name}\" as text) as \"{name}\""),
    }
}

async fn rows_of(
    rows: &impl ConnectionTrait,
    person: &Person,
    theirs: &Theirs,
) -> Result<Vec<Held>, DbErr> {
    let Some(value) = person.value(theirs.by) else { return Ok(Vec::new()) };
    let (backend, columns) = (rows.get_database_backend(), theirs.columns());
    let told: Vec<String> = columns.iter().map(|it| as_text(backend, it.0)).collect();
    let sql =
        format!("select {} from \"{}\" where {}", told.join(", "), theirs.table, theirs.which);
    let found = rows.query_all_raw(Statement::from_sql_and_values(backend, sql, [value])).await?;
    let held = found.into_iter().map(|row| {
        let mut said = Vec::with_capacity(columns.len());
        for (name, _) in &columns {
            let text: Option<String> = row.try_get("", name)?;
            said.extend(text.filter(|it| !it.is_empty()).map(|text| (*name, text)));
        }
        Ok::<_, DbErr>(Held { holding: theirs.holding(), of: theirs.table, said })
    });
    held.collect()
}

/// Erases somebody's rows of a table; answers how many there were.
async fn erase_rows(
    rows: &impl ConnectionTrait,
    person: &Person,
    theirs: &Theirs,
) -> Result<u64, DbErr> {
    let Some(value) = person.value(theirs.by) else { return Ok(0) };
    let (table, which) = (theirs.table, theirs.which);
    let mut values = vec![value];
    let sql = match theirs.fate {
        Fate::Stays => return Ok(0),
        Fate::Goes => format!("delete from \"{table}\" where {which}"),
        Fate::GoesIf(so) => format!("delete from \"{table}\" where {which} and {so}"),
        Fate::Empties(columns) => format!("update \"{table}\" set {columns} where {which}"),
        Fate::Nobodys(column) => {
            values.push(Uuid::nil().into());
            format!("update \"{table}\" set {column} = $2 where {which}")
        }
    };
    let backend = rows.get_database_backend();
    let done = rows.execute_raw(Statement::from_sql_and_values(backend, sql, values)).await?;
    Ok(done.rows_affected())
}

#[async_trait]
impl HeldReader for Database {
    async fn held(&self, email: &Email) -> Result<Vec<Held>, StoreError> {
        let person = Person::find(&self.reader, email).await.map_err(failed)?;
        let mut held = Vec::new();
        for theirs in PERSONS {
            let rows = rows_of(&self.reader, &person, theirs).await;
            held.extend(rows.map_err(failed)?);
        }
        Ok(held)
    }

    async fn tombstones(&self, since: DateTime<Utc>) -> Result<Vec<Tombstone>, StoreError> {
        self.tombstones_since(since).await
    }

    async fn buried(&self, under: &[Tombstone]) -> Result<Vec<Email>, StoreError> {
        self.buried_under(under).await
    }

    async fn keep_tombstones(&self, stones: &[Tombstone]) -> Result<(), StoreError> {
        self.keep_stones(stones).await
    }

    async fn scrub(&self, now: DateTime<Utc>) -> Result<(), StoreError> {
        self.write_stones_down(now).await?;
        // PostgreSQL sweeps by itself what rows were.
        if self.writer.get_database_backend() == DbBackend::Sqlite {
            let ask = "pragma wal_checkpoint(truncate)";
            self.writer.execute_unprepared(ask).await.map_err(failed)?;
        }
        Ok(())
    }

    async fn forget_tombstones(&self, before: DateTime<Utc>) -> Result<(), StoreError> {
        self.forget_tombstones_before(before).await
    }
}

#[async_trait]
impl ErasureRepository for DatabaseTransaction {
    async fn active_of(
        &mut self,
        email: &Email,
    ) -> Result<Vec<(OccurrenceId, SignUpId)>, StoreError> {
        let rows: Vec<(Uuid, Uuid)> = sign_up::Entity::find()
            .select_only()
            .columns([sign_up::Column::OccurrenceId, sign_up::Column::Id])
            .filter(sign_up::Column::EmailKey.eq(email.key()))
            .filter(sign_up::Column::ActiveKey.is_not_null())
            .order_by_asc(sign_up::Column::OccurrenceId)
            .order_by_asc(sign_up::Column::Id)
            .into_tuple()
            .all(&self.rows)
            .await
            .map_err(failed)?;
        Ok(rows.into_iter().map(|(date, id)| (OccurrenceId(date), SignUpId(id))).collect())
    }

    async fn erase(&mut self, email: &Email) -> Result<Erased, StoreError> {
        let person = Person::find(&self.rows, email).await.map_err(failed)?;
        let mut erased = Erased::default();
        for theirs in PERSONS {
            let n = erase_rows(&self.rows, &person, theirs).await.map_err(failed)?;
            match (theirs.table, theirs.by) {
                ("sign_up", By::Address) if matches!(theirs.fate, Fate::GoesIf(_)) => {
                    erased.sign_ups += n;
                }
                ("request", By::Address) => erased.requests += n,
                ("account", _) => erased.has_account = n > 0,
                _ => erased.others += n,
            }
        }
        let account = person.account.map(AccountId);
        let marks = Target::of_address(email)
            .into_iter()
            .chain(account.into_iter().flat_map(Target::of_account))
            .map(|it| it.mark().as_str().to_owned());
        tally::Entity::delete_many()
            .filter(tally::Column::Mark.is_in(marks))
            .exec(&self.rows)
            .await
            .map_err(failed)?;
        // Rows went without a step.
        self.database.rosters.clear();
        Ok(erased)
    }

    async fn bury(&mut self, email: &Email, now: DateTime<Utc>) -> Result<(), StoreError> {
        self.bury_address(email, now).await
    }
}
