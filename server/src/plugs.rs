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

/// Opens the database and brings its schema up to date where that is wanted.
///
/// # Errors
///
/// Where the database cannot be used.
pub async fn connect(config: &Config, migrates: bool) -> anyhow::Result<Plugs> {
    let database = Database::open(&config.database()).await?;
    if migrates {
        database.migrate().await?;
    }
    Ok(plug(database, clock(config)))
}

/// Plugs an open database and a clock into the application.
#[must_use]
pub fn plug(database: Database, clock: Arc<dyn Clock>) -> Plugs {
    let board = BoardReader::new(database.clone());
    let ports = Ports {
        clock,
        ids: Arc::new(RandomIds),
        store: Arc::new(DatabaseStore::new(database.clone())),
        catalogue: Arc::new(board.clone()),
        partners: Arc::new(board.clone()),
    };
    Plugs { ports, database, board }
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
