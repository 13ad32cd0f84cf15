//! What a failure of the database means for whoever waits for it.

use std::{error::Error, sync::Arc};

use application::ports::StoreError;
use sea_orm::{DbErr, RuntimeErr, sqlx};

use super::together::NotKept;

/// What PostgreSQL says of a transaction that it has ended so that others can go on: it was in the
/// way of one that was in its own (40P01), or saw what others have changed since (40001).
const LOST: [&str; 2] = ["40P01", "40001"];

/// What PostgreSQL says while it cannot work, by the beginnings of its codes: the connection broke
/// (08), it has no room, memory or connection left (53), somebody holds what is wanted (55P03) or
/// it took too long (57014), it is being stopped or started (57P), its disk fails (58).
/// <https://www.postgresql.org/docs/current/errcodes-appendix.html>
const AWAY_POSTGRES: [&str; 7] = ["08", "25P03", "53", "55P03", "57014", "57P", "58"];

/// The same of SQLite, by its primary codes: others hold it (5, 6), it may not write (8), its disk
/// fails (10) or is full (13), its file cannot be opened (14).
/// <https://sqlite.org/rescode.html>
const AWAY_SQLITE: [u32; 6] = [5, 6, 8, 10, 13, 14];

/// What a failure means for whoever asked: to try again in a while, or that something is broken.
pub(super) fn failed(cause: impl Into<Box<dyn Error + Send + Sync>>) -> StoreError {
    let cause = cause.into();
    if beneath(&*cause).any(|it| of_database(it).is_some_and(is_away)) || is_lost(&*cause) {
        StoreError::away(cause)
    } else {
        StoreError::new(cause)
    }
}

/// Whether somewhere beneath an error lies a race that was lost. Nothing of what failed was kept
/// then.
pub(super) fn is_lost(error: &(dyn Error + 'static)) -> bool {
    beneath(error).any(|it| {
        // Those who wrote together were all taken back, and nobody was answered.
        matches!(it.downcast_ref::<NotKept>(), Some(NotKept(None)))
            || of_database(it).is_some_and(|it| code_of(it).is_some_and(|it| LOST.contains(&&*it)))
    })
}

/// An error and its causes.
fn beneath<'error>(
    error: &'error (dyn Error + 'static),
) -> impl Iterator<Item = &'error (dyn Error + 'static)> {
    std::iter::successors(Some(error), |it| (*it).source())
}

fn of_database<'error>(error: &'error (dyn Error + 'static)) -> Option<&'error DbErr> {
    error.downcast_ref::<DbErr>().or(error.downcast_ref::<Arc<DbErr>>().map(|it| &**it))
}

fn is_away(error: &DbErr) -> bool {
    match driver(error) {
        Some(
            sqlx::Error::Io(_)
            | sqlx::Error::Tls(_)
            | sqlx::Error::PoolTimedOut
            | sqlx::Error::PoolClosed
            | sqlx::Error::WorkerCrashed,
        ) => true,
        Some(_) => code_of(error).is_some_and(|it| says_away(&it)),
        None => matches!(error, DbErr::ConnectionAcquire(_)),
    }
}

/// A code of PostgreSQL has five signs, by the SQL standard; one of SQLite is a number below 10,000.
fn says_away(code: &str) -> bool {
    match code.parse::<u32>() {
        // An extended code holds the primary one in its lowest eight bits.
        Ok(number) if code.len() < 5 => AWAY_SQLITE.contains(&(number & 0xff)),
        _ => AWAY_POSTGRES.iter().any(|it| code.starts_with(it)),
    }
}

fn code_of(error: &DbErr) -> Option<String> {
    Some(driver(error)?.as_database_error()?.code()?.into_owned())
}

/// What went wrong beneath, in the words of the driver.
fn driver(error: &DbErr) -> Option<&sqlx::Error> {
    match error {
        DbErr::Conn(RuntimeErr::SqlxError(error))
        | DbErr::Exec(RuntimeErr::SqlxError(error))
        | DbErr::Query(RuntimeErr::SqlxError(error)) => Some(error),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use sea_orm::{ConnectOptions, ConnectionTrait as _, DatabaseConnection};

    use super::*;

    async fn small(folder: &std::path::Path) -> DatabaseConnection {
        let url = format!("sqlite://{}?mode=rwc", folder.join("small.db").display());
        let mut options = ConnectOptions::new(url);
        options.max_connections(1).sqlx_logging(false);
        let database = sea_orm::Database::connect(options).await.expect("a database");
        for sql in ["pragma busy_timeout = 0", "create table if not exists it (text unique)"] {
            database.execute_unprepared(sql).await.expect(sql);
        }
        database
    }

    async fn failing(database: &DatabaseConnection, sql: &str) -> StoreError {
        failed(database.execute_unprepared(sql).await.expect_err(sql))
    }

    #[tokio::test]
    async fn a_full_disk_and_a_held_file_pass_and_a_broken_rule_does_not() {
        let folder = std::env::temp_dir().join(format!("gnist-failures-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        let database = small(&folder).await;
        let other = small(&folder).await;

        database.execute_unprepared("pragma max_page_count = 4").await.expect("a limit");
        let much = "insert into it values (hex(randomblob(40000)))";
        assert!(failing(&database, much).await.is_away());

        other.execute_unprepared("begin immediate").await.expect("a writer");
        assert!(failing(&database, "insert into it values ('a')").await.is_away());
        other.execute_unprepared("insert into it values ('a')").await.expect("a row");
        other.execute_unprepared("commit").await.expect("an end");

        assert!(!failing(&database, "insert into it values ('a')").await.is_away());
        assert!(!failing(&database, "select * from nowhere").await.is_away());
        assert!(!failed("a column that nobody can have written").is_away());

        database.execute_unprepared("pragma query_only = on").await.expect("a limit");
        assert!(failing(&database, "insert into it values ('b')").await.is_away());
        std::fs::remove_dir_all(&folder).expect("it is empty again");
    }

    #[test]
    fn codes_of_both_databases_are_told_apart() {
        for away in ["13", "778", "53300", "57P01", "08006", "55P03"] {
            assert!(says_away(away), "{away}");
        }
        // Constraints of either, and a code of PostgreSQL that ends like one of SQLite's.
        for broken in ["19", "2067", "23505", "42P01", "22005"] {
            assert!(!says_away(broken), "{broken}");
        }
    }
}
