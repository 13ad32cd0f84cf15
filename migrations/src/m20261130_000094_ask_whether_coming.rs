//! Parties are asked some days before whether they still come: when each date asks, when it frees
//! the seats of the silent, and what each party was asked and has answered.

use sea_orm_migration::{
    prelude::*,
    schema::{small_integer, small_integer_null, timestamp_with_time_zone_null},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

const OF_ROSTER: [&str; 4] = ["asks_days", "frees_days", "asks_at", "frees_at"];
const OF_SIGN_UP: [&str; 3] = ["asked_at", "asked_again_at", "still_comes_at"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // SQLite takes one column at a time. Nought days are never.
        for column in [
            small_integer("asks_days").default(5).take(),
            small_integer_null("frees_days"),
            timestamp_with_time_zone_null("asks_at"),
            timestamp_with_time_zone_null("frees_at"),
        ] {
            let table = Table::alter().table("roster").add_column(column).to_owned();
            manager.alter_table(table).await?;
        }
        for name in OF_SIGN_UP {
            let column = timestamp_with_time_zone_null(name);
            let table = Table::alter().table("sign_up").add_column(column).to_owned();
            manager.alter_table(table).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, columns) in [("sign_up", &OF_SIGN_UP[..]), ("roster", &OF_ROSTER[..])] {
            for column in columns {
                let table = Table::alter().table(table).drop_column(*column).to_owned();
                manager.alter_table(table).await?;
            }
        }
        Ok(())
    }
}
