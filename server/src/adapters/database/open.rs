//! Opening a database by the rules that keep it whole.

use std::{
    error::Error,
    fs::{self, File, OpenOptions, TryLockError},
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use migrations::Migrator;
use sea_orm::{
    ConnectOptions, DatabaseConnection, DbBackend, DbErr, FromQueryResult, Statement,
    sqlx::{self, postgres::PgConnectOptions},
};
use sea_orm_migration::MigratorTrait as _;
use tokio::time::timeout;

use super::{
    Database, Turns,
    kept_rosters::KeptRosters,
    rows::Trips,
    together::{Together, TurnsByDate},
};
use crate::adapters::Keyring;

/// Why a database cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error("the address of the database must begin with sqlite:// or postgres://")]
    Address,
    #[error("the folder of the database cannot be made")]
    Folder(#[source] std::io::Error),
    #[error("another Gnist serves from this database file already; stop it first")]
    InUse,
    #[error(
        "this SQLite is {0}, which can damage a database in WAL mode; 3.51.3 or newer is needed"
    )]
    OldSqlite(String),
    #[error("the database at {place} does not answer")]
    Away {
        /// Without who opens it, and with what.
        place: String,
        #[source]
        cause: Box<dyn Error + Send + Sync>,
    },
    #[error("the database does not answer")]
    Database(#[from] DbErr),
}

/// The oldest SQLite that is not known to damage a write-ahead log.
const OLDEST_SQLITE: [u32; 3] = [3, 51, 3];
/// Readers of a SQLite file; each is a thread of its own.
const SQLITE_READERS: u32 = 4;
/// Connections to PostgreSQL.
const POSTGRES_CONNECTIONS: u32 = 16;
/// How long PostgreSQL is waited for.
const PATIENCE: Duration = Duration::from_secs(5);

impl Database {
    /// Opens the database behind `sqlite:///path/to/file.db` or `postgres://…`.
    ///
    /// # Errors
    ///
    /// [`OpenError`] where the address is none, the file cannot be opened or SQLite is too old.
    pub async fn open(url: &str) -> Result<Self, OpenError> {
        if let Some(path) = url.strip_prefix("sqlite://") {
            return Self::open_sqlite(Path::new(path.split('?').next().unwrap_or(path))).await;
        }
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            let pool = match Box::pin(postgres(url)).await {
                Ok(pool) => pool,
                Err(error) => return Err(Box::pin(why_away(url, error)).await),
            };
            return Ok(Self::of(pool.clone(), pool, None));
        }
        Err(OpenError::Address)
    }

    async fn open_sqlite(path: &Path) -> Result<Self, OpenError> {
        if let Some(folder) = path.parent().filter(|it| !it.as_os_str().is_empty()) {
            fs::create_dir_all(folder).map_err(OpenError::Folder)?;
        }
        keep_private(path).map_err(OpenError::Folder)?;
        let writer = Box::pin(sqlite(path, 1, false)).await?;
        check_version(&writer).await?;
        let reader = Box::pin(sqlite(path, SQLITE_READERS, true)).await?;
        Ok(Self::of(writer, reader, Some(path.to_owned())))
    }

    fn of(writer: DatabaseConnection, reader: DatabaseConnection, file: Option<PathBuf>) -> Self {
        let (rosters, trips) = (KeptRosters::default(), Trips::default());
        let turns = match writer.get_database_backend() {
            DbBackend::Sqlite => {
                Turns::One(Together::new(writer.clone(), rosters.clone(), trips.clone()))
            }
            _ => Turns::ByDate(TurnsByDate::new(writer.clone(), rosters.clone(), trips.clone())),
        };
        Self {
            writer,
            reader,
            changes: Arc::default(),
            claim: Arc::default(),
            file,
            stones: None,
            keyring: Keyring::default(),
            turns,
            rosters,
            trips,
        }
    }

    /// Brings the schema up to date.
    ///
    /// # Errors
    ///
    /// Where a step fails; it has then changed nothing.
    pub async fn migrate(&self) -> Result<(), OpenError> {
        Migrator::up(&self.writer, None).await?;
        self.keep_tombstone_key().await
    }

    /// Whether the schema is that of this program; it is only looked at.
    ///
    /// # Errors
    ///
    /// Where the database does not answer, or comes from a newer program.
    pub async fn is_up_to_date(&self) -> Result<bool, OpenError> {
        Ok(Migrator::get_pending_migrations_read_only(&self.reader).await?.is_empty())
    }

    /// Asks whether the database answers.
    ///
    /// # Errors
    ///
    /// Where it does not.
    pub async fn ping(&self) -> Result<(), OpenError> {
        Ok(self.reader.ping().await?)
    }

    /// Makes sure that no other server serves from the same SQLite file. PostgreSQL
    /// is made for many, so nothing is claimed there.
    ///
    /// # Errors
    ///
    /// [`OpenError::InUse`] where another one does.
    pub fn claim_for_serving(&self) -> Result<(), OpenError> {
        let Some(file) = &self.file else { return Ok(()) };
        let mut name = file.as_os_str().to_owned();
        name.push(".lock");
        let lock = File::create(PathBuf::from(name)).map_err(OpenError::Folder)?;
        match lock.try_lock() {
            Ok(()) => {
                if let Ok(mut claim) = self.claim.lock() {
                    *claim = Some(lock);
                }
                Ok(())
            }
            Err(TryLockError::WouldBlock) => Err(OpenError::InUse),
            Err(TryLockError::Error(error)) => Err(OpenError::Folder(error)),
        }
    }
}

/// Personal data will lie in the file: nobody but its owner may read it.
fn keep_private(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::OpenOptionsExt as _;

    OpenOptions::new().create(true).append(true).mode(0o600).open(path).map(drop)
}

/// How much a connection keeps of the file, in kibibytes (less than nothing means that to
/// SQLite). What readers come back to are the upper pages of a few indexes; the system
/// keeps the rest of the file.
const READER_CACHE: &str = "-500";
const WRITER_CACHE: &str = "-2000";

/// So many rows are read ahead of whoever asked for them: waking each other for every few
/// rows costs more than reading them.
const ROWS_AHEAD: usize = 64;

async fn sqlite(
    path: &Path,
    connections: u32,
    reads_only: bool,
) -> Result<DatabaseConnection, DbErr> {
    let mut options = ConnectOptions::new(format!("sqlite://{}?mode=rw", path.display()));
    options.max_connections(connections).min_connections(1).sqlx_logging(false);
    options.acquire_timeout(Duration::from_secs(10));
    // A file does not hang up, so nobody asks each time whether it is still there.
    options.test_before_acquire(false);
    options.map_sqlx_sqlite_opts(move |options| {
        let options = options
            .pragma("journal_mode", "WAL")
            .pragma("synchronous", "FULL")
            .pragma("foreign_keys", "ON")
            .pragma("secure_delete", "ON")
            .pragma("cache_size", if reads_only { READER_CACHE } else { WRITER_CACHE })
            .busy_timeout(Duration::from_secs(10))
            .row_buffer_size(ROWS_AHEAD);
        if reads_only { options.pragma("query_only", "ON") } else { options }
    });
    sea_orm::Database::connect(options).await
}

async fn postgres(url: &str) -> Result<DatabaseConnection, DbErr> {
    let mut options = ConnectOptions::new(url);
    options.max_connections(POSTGRES_CONNECTIONS).sqlx_logging(false).acquire_timeout(PATIENCE);
    options.map_sqlx_postgres_opts(|options| {
        options.options([
            ("lock_timeout", "3s"),
            ("statement_timeout", "30s"),
            ("idle_in_transaction_session_timeout", "10s"),
        ])
    });
    sea_orm::Database::connect(options).await
}

/// Why PostgreSQL does not answer, and where it was looked for. Whoever asks for one of many
/// connections hears in the end only that it waited in vain, so one is tried by itself.
async fn why_away(url: &str, waited: DbErr) -> OpenError {
    let Ok(options) = url.parse::<PgConnectOptions>() else { return waited.into() };
    let place = match options.get_socket() {
        Some(socket) => socket.display().to_string(),
        None => format!("{}:{}", options.get_host(), options.get_port()),
    };
    let trying = Box::pin(sqlx::ConnectOptions::connect(&options));
    let tried = timeout(PATIENCE, trying).await;
    let cause: Box<dyn Error + Send + Sync> = match tried {
        // These name themselves what they hold, which is enough to be said once.
        Ok(Err(sqlx::Error::Io(error))) => error.into(),
        Ok(Err(sqlx::Error::Database(error))) => error.into_error(),
        Ok(Err(error)) => error.into(),
        Ok(Ok(_)) => waited.into(),
        Err(late) => late.into(),
    };
    OpenError::Away { place, cause }
}

#[derive(FromQueryResult)]
struct Version {
    version: String,
}

async fn check_version(database: &DatabaseConnection) -> Result<(), OpenError> {
    let question = Statement::from_string(DbBackend::Sqlite, "select sqlite_version() as version");
    let answer = Version::find_by_statement(question).one(database).await?;
    let version = answer.map(|it| it.version).unwrap_or_default();
    let numbers: Vec<u32> = version.split('.').filter_map(|it| it.parse().ok()).collect();
    if numbers.as_slice() < OLDEST_SQLITE.as_slice() {
        Err(OpenError::OldSqlite(version))
    } else {
        Ok(())
    }
}
