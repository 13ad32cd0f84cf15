//! A whole copy of a database, taken while others write.

use std::{collections::BTreeMap, path::Path};

use migrations::Migrator;
use sea_orm::{
    ConnectOptions, ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbErr, Statement,
    TransactionTrait as _,
};
use sea_orm_migration::MigratorTrait as _;

use super::{Database, OpenError, register::REGISTER};

/// How many rows each table has.
pub type Rows = BTreeMap<String, u64>;

/// What a copy holds, and the last step of its schema.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inside {
    pub schema: String,
    pub rows: Rows,
}

/// A moment of a PostgreSQL database that stays as it is for as long as this is held.
pub struct Moment {
    /// The name by which `pg_dump` finds it.
    pub name: String,
    pub inside: Inside,
    _held: DatabaseTransaction,
}

impl Database {
    /// Copies a SQLite database into a file that is not there yet.
    ///
    /// # Errors
    ///
    /// Where it cannot be read or the file cannot be written.
    pub async fn copy_into(&self, file: &Path) -> Result<(), OpenError> {
        let backend = self.writer.get_database_backend();
        let file = file.display().to_string();
        let copy = Statement::from_sql_and_values(backend, "vacuum into ?", [file.into()]);
        self.writer.execute_raw(copy).await?;
        Ok(())
    }

    /// Holds a PostgreSQL database as it is now.
    ///
    /// # Errors
    ///
    /// Where it does not answer.
    pub async fn hold(&self) -> Result<Moment, OpenError> {
        let held = self.writer.begin().await?;
        // A large database takes a while.
        for ask in [
            "set transaction isolation level repeatable read",
            "set local idle_in_transaction_session_timeout = 0",
            "set local statement_timeout = 0",
        ] {
            held.execute_unprepared(ask).await?;
        }
        let ask = "select pg_export_snapshot() as answer";
        let name = text(&held, ask).await?.unwrap_or_default();
        Ok(Moment { name, inside: inside(&held).await?, _held: held })
    }
}

/// What a copy in a SQLite file holds; nothing in the file is changed. Says what is broken.
///
/// # Errors
///
/// Where the file is none, or is damaged.
pub async fn look_into(file: &Path) -> Result<Inside, OpenError> {
    let url = format!("sqlite://{}?mode=ro&immutable=true", file.display());
    let rows = quiet(url).await?;
    let sound = text(&rows, "select integrity_check as answer from pragma_integrity_check").await?;
    if sound.as_deref() != Some("ok") {
        let said = sound.unwrap_or_default();
        return Err(DbErr::Custom(format!("the copy is damaged: {said}")).into());
    }
    let inside = inside(&rows).await?;
    rows.close().await?;
    Ok(inside)
}

/// What a PostgreSQL database holds; nothing where it is empty.
///
/// # Errors
///
/// Where it does not answer.
pub async fn look_at(url: &str) -> Result<Option<Inside>, OpenError> {
    let rows = quiet(url).await?;
    let ask = "select cast(count(*) as text) as answer from information_schema.tables \
               where table_schema = 'public'";
    let is_empty = text(&rows, ask).await?.as_deref() == Some("0");
    let found = if is_empty { None } else { Some(inside(&rows).await?) };
    rows.close().await?;
    Ok(found)
}

/// Whether this program knows the steps of a schema.
#[must_use]
pub fn knows_schema(name: &str) -> bool {
    Migrator::migrations().iter().any(|it| it.name() == name)
}

async fn text(rows: &impl ConnectionTrait, sql: &str) -> Result<Option<String>, DbErr> {
    let ask = Statement::from_string(rows.get_database_backend(), sql);
    rows.query_one_raw(ask).await?.map(|row| row.try_get("", "answer")).transpose()
}

async fn inside(rows: &impl ConnectionTrait) -> Result<Inside, DbErr> {
    let ask = "select max(version) as answer from seaql_migrations";
    let schema = text(rows, ask).await?.unwrap_or_default();
    let mut counts = Rows::new();
    for (table, _) in REGISTER {
        let ask = format!("select cast(count(*) as text) as answer from \"{table}\"");
        // An older schema has fewer tables.
        if knows_table(rows, table).await?
            && let Some(n) = text(rows, &ask).await?.and_then(|it| it.parse().ok())
        {
            counts.insert((*table).to_owned(), n);
        }
    }
    Ok(Inside { schema, rows: counts })
}

async fn knows_table(rows: &impl ConnectionTrait, table: &str) -> Result<bool, DbErr> {
    let sql = match rows.get_database_backend() {
        sea_orm::DbBackend::Sqlite => {
            format!("select name as answer from sqlite_master where name = '{table}'")
        }
        _ => format!(
            "select cast(table_name as text) as answer from information_schema.tables \
             where table_schema = 'public' and table_name = '{table}'"
        ),
    };
    Ok(text(rows, &sql).await?.is_some())
}

/// The database at an address, of which no statement is written down.
async fn quiet(url: impl Into<String>) -> Result<DatabaseConnection, DbErr> {
    let mut options = ConnectOptions::new(url);
    options.sqlx_logging(false);
    sea_orm::Database::connect(options).await
}
