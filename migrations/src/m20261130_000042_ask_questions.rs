//! What organisers ask those who sign up, what of it waits for a moderator, and what is answered.

use sea_orm_migration::{
    prelude::*,
    schema::{text_null, timestamp_with_time_zone_null},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

const INDEX: &str = "activity_questions_proposed_idx";

fn columns() -> [(&'static str, ColumnDef); 4] {
    [
        ("activity", text_null("questions")),
        ("activity", text_null("questions_proposed")),
        ("activity", timestamp_with_time_zone_null("questions_proposed_at")),
        ("sign_up", text_null("answers")),
    ]
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // SQLite adds one column at a time.
        for (table, column) in columns() {
            manager.alter_table(Table::alter().table(table).add_column(column).to_owned()).await?;
        }
        // Of what waits alone.
        let mut waits = Index::create();
        let waits = waits
            .name(INDEX)
            .table("activity")
            .col("questions_proposed_at")
            .and_where(Expr::col("questions_proposed_at").is_not_null())
            .to_owned();
        manager.create_index(waits).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_index(Index::drop().name(INDEX).table("activity").to_owned()).await?;
        for (table, column) in columns() {
            let column = column.get_column_name();
            manager.alter_table(Table::alter().table(table).drop_column(column).to_owned()).await?;
        }
        Ok(())
    }
}
