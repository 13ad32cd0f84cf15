//! Each step of a draft remembers which window wrote it last.

use sea_orm_migration::{prelude::*, schema::text};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // By the step's key; nothing where nobody has written since.
        let sittings = text("sittings").default("{}").to_owned();
        let table = Table::alter().table("draft").add_column(sittings).to_owned();
        manager.alter_table(table).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = Table::alter().table("draft").drop_column("sittings").to_owned();
        manager.alter_table(table).await
    }
}
