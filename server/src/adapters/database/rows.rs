//! The rows that one writer changes, alone or together with others.

use std::sync::Arc;

use application::ports::StoreError;
use async_trait::async_trait;
use domain::Uuid;
use sea_orm::{
    ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, ExecResult, QueryResult, Statement,
};

use super::{
    kept_rosters::{KeptRoster, KeptRosters},
    together::Member,
};

/// The rows that one writer changes. Dropped, nothing was changed.
pub(super) enum Rows {
    Alone(DatabaseTransaction),
    Together(Member),
}

impl Rows {
    fn open(&self) -> Result<&DatabaseTransaction, DbErr> {
        match self {
            Self::Alone(rows) => Ok(rows),
            Self::Together(member) => {
                member.rows().ok_or_else(|| DbErr::Custom("its turn is over".to_owned()))
            }
        }
    }

    /// A roster as somebody left it with whom this is committed.
    pub(super) fn roster(&self, id: Uuid) -> Option<Arc<KeptRoster>> {
        match self {
            Self::Alone(_) => None,
            Self::Together(member) => member.roster(id),
        }
    }

    /// Makes it last, with the rosters that were changed. It must be waited for to the end.
    pub(super) async fn commit(
        self,
        rosters: Vec<KeptRoster>,
        kept: &KeptRosters,
    ) -> Result<(), StoreError> {
        match self {
            Self::Alone(rows) => {
                rows.commit().await.map_err(StoreError::new)?;
                kept.keep(rosters.into_iter().map(|it| (it.id, Arc::new(it))));
                Ok(())
            }
            Self::Together(member) => member.commit(rosters).await.map_err(StoreError::new),
        }
    }
}

#[async_trait]
impl ConnectionTrait for Rows {
    fn get_database_backend(&self) -> DbBackend {
        match self {
            Self::Alone(rows) => rows.get_database_backend(),
            Self::Together(member) => member.backend(),
        }
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.open()?.execute_raw(statement).await
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.open()?.execute_unprepared(sql).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.open()?.query_one_raw(statement).await
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.open()?.query_all_raw(statement).await
    }
}
