//! Seats that were kept for nobody, and forms that were told that whoever answers first gets them.

use sea_orm_migration::{
    prelude::*,
    schema::{boolean, integer_null, timestamp_with_time_zone_null},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let columns = [
            ("roster", integer_null("lapsed_seats")),
            ("roster", timestamp_with_time_zone_null("lapsed_since")),
            ("sign_up_attempt", boolean("is_for_who_answers").default(false).take()),
        ];
        // SQLite adds one column at a time.
        for (table, column) in columns {
            let mut change = Table::alter();
            manager.alter_table(change.table(table).add_column(column).take()).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let columns = [
            ("roster", "lapsed_seats"),
            ("roster", "lapsed_since"),
            ("sign_up_attempt", "is_for_who_answers"),
        ];
        for (table, column) in columns {
            let mut change = Table::alter();
            manager.alter_table(change.table(table).drop_column(column).take()).await?;
        }
        Ok(())
    }
}
