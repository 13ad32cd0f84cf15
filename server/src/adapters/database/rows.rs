//! The rows that one writer changes, alone or together with others.
//!
//! Each statement is a way to the database and back, and others wait meanwhile. So what is written
//! and needs no answer is written with what comes next: on PostgreSQL in one statement, before
//! anything is read and before all is made last. SQLite is no way off, and knows no such statement.

use std::sync::{
    Arc, Mutex, PoisonError,
    atomic::{AtomicU64, Ordering},
};

use application::ports::StoreError;
use async_trait::async_trait;
use domain::Uuid;
use sea_orm::{
    ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, ExecResult, QueryResult, QueryTrait,
    Statement,
};

use super::{
    dialect::MOST_VALUES,
    failures::failed,
    kept_rosters::{KeptRoster, KeptRosters},
    one_statement::{one_of, values_of},
    together::Member,
};

/// How often those who write have gone to the database and back.
#[derive(Clone, Default)]
pub(super) struct Trips(Arc<AtomicU64>);

impl Trips {
    pub(super) fn count(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    pub(super) fn so_far(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// The rows that one writer changes. Dropped, nothing was changed.
pub(super) struct Rows {
    kind: Kind,
    /// What is written with what comes next.
    later: Mutex<Vec<Statement>>,
    trips: Trips,
}

enum Kind {
    Alone(DatabaseTransaction),
    Together(Member),
}

impl Rows {
    pub(super) fn alone(rows: DatabaseTransaction, trips: Trips) -> Self {
        trips.count();
        Self { kind: Kind::Alone(rows), later: Mutex::default(), trips }
    }

    pub(super) fn together(member: Member, trips: Trips) -> Self {
        Self { kind: Kind::Together(member), later: Mutex::default(), trips }
    }

    fn open(&self) -> Result<&DatabaseTransaction, DbErr> {
        self.trips.count();
        match &self.kind {
            Kind::Alone(rows) => Ok(rows),
            Kind::Together(member) => {
                member.rows().ok_or_else(|| DbErr::Custom("its turn is over".to_owned()))
            }
        }
    }

    fn waiting(&self) -> Vec<Statement> {
        std::mem::take(&mut self.later.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Writes something of which no answer is needed, with what comes next. No two of them may
    /// change the same row: in one statement the second would find it as it was before.
    pub(super) async fn later(&self, what: &impl QueryTrait) -> Result<(), DbErr> {
        let statement = what.build(self.get_database_backend());
        if statement.db_backend == DbBackend::Sqlite {
            return self.open()?.execute_raw(statement).await.map(drop);
        }
        let are_many = {
            let mut later = self.later.lock().unwrap_or_else(PoisonError::into_inner);
            later.push(statement);
            later.iter().map(values_of).sum::<usize>() > MOST_VALUES
        };
        if are_many { self.write_waiting().await } else { Ok(()) }
    }

    /// Writes what waits, and something of which an answer is needed, which is of other rows; it
    /// answers how many rows the latter is.
    pub(super) async fn with_waiting(&self, what: &impl QueryTrait) -> Result<u64, DbErr> {
        let mut all = self.waiting();
        all.push(what.build(self.get_database_backend()));
        self.write(all).await
    }

    /// Writes what waits.
    pub(super) async fn write_waiting(&self) -> Result<(), DbErr> {
        self.write(self.waiting()).await.map(drop)
    }

    async fn write(&self, all: Vec<Statement>) -> Result<u64, DbErr> {
        let Some(statement) = one_of(all) else { return Ok(0) };
        Ok(self.open()?.execute_raw(statement).await?.rows_affected())
    }

    /// A roster as somebody left it with whom this is committed.
    pub(super) fn roster(&self, id: Uuid) -> Option<Arc<KeptRoster>> {
        match &self.kind {
            Kind::Alone(_) => None,
            Kind::Together(member) => member.roster(id),
        }
    }

    /// Makes it last, with the rosters that were changed. It must be waited for to the end.
    pub(super) async fn commit(
        self,
        rosters: Vec<KeptRoster>,
        kept: &KeptRosters,
    ) -> Result<(), StoreError> {
        self.write_waiting().await.map_err(failed)?;
        match self.kind {
            Kind::Alone(rows) => {
                self.trips.count();
                rows.commit().await.map_err(failed)?;
                kept.keep(rosters.into_iter().map(|it| (it.id, Arc::new(it))));
                Ok(())
            }
            Kind::Together(member) => member.commit(rosters).await.map_err(failed),
        }
    }
}

#[async_trait]
impl ConnectionTrait for Rows {
    fn get_database_backend(&self) -> DbBackend {
        match &self.kind {
            Kind::Alone(rows) => rows.get_database_backend(),
            Kind::Together(member) => member.backend(),
        }
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.write_waiting().await?;
        self.open()?.execute_raw(statement).await
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.write_waiting().await?;
        self.open()?.execute_unprepared(sql).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.write_waiting().await?;
        self.open()?.query_one_raw(statement).await
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.write_waiting().await?;
        self.open()?.query_all_raw(statement).await
    }
}
