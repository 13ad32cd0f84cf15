//! Whom a guardian names for a child beside themselves.

use sea_orm_migration::{prelude::*, schema::text_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

const COLUMNS: [&str; 4] = ["second_name", "second_email", "emergency_name", "emergency_phone"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // SQLite adds one column at a time.
        for column in COLUMNS {
            let mut table = Table::alter();
            manager
                .alter_table(table.table("sign_up").add_column(text_null(column)).take())
                .await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in COLUMNS {
            let mut table = Table::alter();
            manager.alter_table(table.table("sign_up").drop_column(column).take()).await?;
        }
        Ok(())
    }
}
