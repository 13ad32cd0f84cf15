//! Connecting the plugs: the only place that names every adapter.

use std::sync::Arc;

use application::{Ports, ports::Clock};

use crate::{
    adapters::{
        RandomIds, SystemClock,
        board::BoardReader,
        database::{Database, DatabaseStore},
    },
    config::Config,
};

/// What the portal is plugged into while it runs.
#[derive(Clone)]
pub struct Plugs {
    pub ports: Ports,
    pub database: Database,
    pub board: BoardReader,
}

/// Opens the database, brings its schema up to date where that is wanted, and makes the first board.
///
/// # Errors
///
/// Where the database cannot be used.
pub async fn connect(config: &Config, migrates: bool) -> anyhow::Result<Plugs> {
    let database = Database::open(&config.database()).await?;
    if migrates {
        database.migrate().await?;
    }
    plug(database, clock(config)).await
}

/// Plugs an open database and a clock into the application.
///
/// # Errors
///
/// Where the database cannot be read.
pub async fn plug(database: Database, clock: Arc<dyn Clock>) -> anyhow::Result<Plugs> {
    let board = BoardReader::open(database.clone()).await?;
    let ports = Ports {
        clock,
        ids: Arc::new(RandomIds),
        store: Arc::new(DatabaseStore::new(database.clone())),
        catalogue: Arc::new(board.clone()),
        partners: Arc::new(board.clone()),
    };
    Ok(Plugs { ports, database, board })
}

#[cfg(feature = "testing")]
fn clock(config: &Config) -> Arc<dyn Clock> {
    match config.now {
        Some(start) => Arc::new(crate::adapters::ShiftedClock::starting_at(start)),
        None => Arc::new(SystemClock),
    }
}

#[cfg(not(feature = "testing"))]
fn clock(_config: &Config) -> Arc<dyn Clock> {
    Arc::new(SystemClock)
}
