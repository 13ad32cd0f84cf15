//! The store, kept in the database.

use std::sync::atomic::Ordering;

use application::ports::{ActivityRepository, PartnerRepository, Store, StoreError, Transaction};
use async_trait::async_trait;
use sea_orm::{
    ColumnTrait as _, EntityTrait as _, ExprTrait as _, QueryFilter as _, sea_query::Expr,
};

use super::{Database, dialect, entity::catalogue_version};

/// Keeps facts in SQLite or PostgreSQL.
#[derive(Clone)]
pub struct DatabaseStore(Database);

/// Rolls back when dropped, as the port promises.
pub(super) struct DatabaseTransaction {
    pub(super) rows: sea_orm::DatabaseTransaction,
    pub(super) changed: bool,
    database: Database,
}

impl DatabaseStore {
    #[must_use]
    pub fn new(database: Database) -> Self {
        Self(database)
    }
}

#[async_trait]
impl Store for DatabaseStore {
    #[expect(clippy::disallowed_methods, reason = "it is waited for at once")]
    async fn begin(&self) -> Result<Box<dyn Transaction>, StoreError> {
        let database = self.0.clone();
        // A `begin` that is dropped half-way can leave its connection unusable, so it
        // always runs to its end, whoever has stopped waiting for it.
        let begun = tokio::task::spawn(async move {
            let rows = dialect::begin(&database.writer).await?;
            Ok::<_, sea_orm::DbErr>(DatabaseTransaction { rows, changed: false, database })
        });
        let transaction = begun.await.map_err(StoreError::new)?.map_err(StoreError::new)?;
        Ok(Box::new(transaction))
    }
}

#[async_trait]
impl Transaction for DatabaseTransaction {
    fn activities(&mut self) -> &mut dyn ActivityRepository {
        self
    }

    fn partners(&mut self) -> &mut dyn PartnerRepository {
        self
    }

    async fn commit(self: Box<Self>) -> Result<(), StoreError> {
        if self.changed {
            catalogue_version::Entity::update_many()
                .col_expr(
                    catalogue_version::Column::Version,
                    Expr::col(catalogue_version::Column::Version).add(1),
                )
                .filter(catalogue_version::Column::Id.eq(1))
                .exec(&self.rows)
                .await
                .map_err(StoreError::new)?;
        }
        self.rows.commit().await.map_err(StoreError::new)?;
        if self.changed {
            self.database.changes.fetch_add(1, Ordering::Release);
        }
        Ok(())
    }
}
