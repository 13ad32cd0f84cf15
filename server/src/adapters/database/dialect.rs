//! All that differs between SQLite and PostgreSQL when facts are written.

use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr,
    SqliteTransactionMode, TransactionOptions, TransactionTrait as _,
};

/// The most values that one statement may carry on either database.
pub(super) const MOST_VALUES: usize = 30_000;

/// Opens a transaction that may write. SQLite takes the right to write at once: a reader
/// that becomes a writer later fails when another was quicker.
pub(super) async fn begin(database: &DatabaseConnection) -> Result<DatabaseTransaction, DbErr> {
    let immediate = database.get_database_backend() == DbBackend::Sqlite;
    let sqlite_transaction_mode = immediate.then_some(SqliteTransactionMode::Immediate);
    database
        .begin_with_options(TransactionOptions {
            sqlite_transaction_mode,
            ..TransactionOptions::default()
        })
        .await
}

/// Keeps others who lock the same number waiting until the transaction ends. SQLite lets nobody
/// else write anyway.
pub(super) async fn lock(rows: &impl ConnectionTrait, number: i64) -> Result<(), DbErr> {
    if rows.get_database_backend() == DbBackend::Postgres {
        rows.execute_unprepared(&format!("select pg_advisory_xact_lock({number})")).await?;
    }
    Ok(())
}
