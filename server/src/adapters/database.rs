//! Facts, kept in SQLite or PostgreSQL.
//!
//! Invariant: rows never leave this room, and a row that nobody can have written is an
//! error that names its table and column.

mod accounts;
mod activities;
mod addresses;
mod campaigns;
mod changes;
mod check_ins;
mod claims;
mod co_owners;
mod coming;
pub mod copies;
mod deeds;
mod desk;
mod details;
mod dialect;
mod door_rows;
mod drafts;
mod draws;
mod entity;
mod facts;
mod failures;
mod former_keys;
mod held;
mod identities;
mod idleness;
mod imports;
mod interest;
mod kept_rosters;
mod messages;
mod one_statement;
mod open;
mod outbox;
mod partners;
mod people;
mod persons;
mod pictures;
pub mod register;
mod reminders;
mod reports;
mod requests;
mod reviews;
mod rosters;
mod row;
mod rows;
mod saved;
mod seals;
mod sessions;
mod shelf;
mod sign_up_reader;
mod sign_ups;
mod store;
mod sweeping;
mod synonyms;
mod together;
mod tombstones;
mod vain_searches;
mod verify;
mod views;

use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};

use sea_orm::DatabaseConnection;

use super::Keyring;
use kept_rosters::KeptRosters;
use rows::Trips;
use together::{Together, TurnsByDate};

pub(in crate::adapters) use facts::{DateRow, FactRow, SummaryRow};
pub use open::OpenError;
pub(in crate::adapters) use row::Columns;
pub use row::RowError;
pub use seals::SealError;
pub use store::DatabaseStore;

/// A database that is open: one connection that writes and some that read.
#[derive(Clone)]
pub struct Database {
    writer: DatabaseConnection,
    reader: DatabaseConnection,
    /// How often this process has changed the catalogue.
    changes: Arc<AtomicU64>,
    /// Held while this process serves from a SQLite file.
    claim: Arc<std::sync::Mutex<Option<std::fs::File>>>,
    file: Option<std::path::PathBuf>,
    /// Where it is written down too who was erased.
    stones: Option<std::path::PathBuf>,
    /// What seals the keys of second factors.
    keyring: Keyring,
    /// Where those who write take turns.
    turns: Turns,
    rosters: KeptRosters,
    /// How often those who write have gone to the database and back.
    trips: Trips,
}

/// Where those take turns who write and may be committed together. SQLite lets one write at a
/// time anyway; on PostgreSQL those would wait for each other who want the same date.
#[derive(Clone)]
enum Turns {
    One(Arc<Together>),
    ByDate(TurnsByDate),
}

impl Database {
    /// How often this process has changed the catalogue since it started.
    #[must_use]
    pub fn changes(&self) -> u64 {
        self.changes.load(Ordering::Acquire)
    }

    /// How often those who write have gone to the database and back since this process started.
    #[must_use]
    pub fn trips(&self) -> u64 {
        self.trips.so_far()
    }
}
