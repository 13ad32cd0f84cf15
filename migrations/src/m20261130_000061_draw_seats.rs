//! Seats are drawn: what was chosen and promised for a date, which a party was in the draw, and
//! what the draw gave, without names.

use sea_orm_migration::{
    prelude::*,
    schema::{
        big_integer, boolean, integer, integer_null, small_integer, string_null,
        timestamp_with_time_zone_null, uuid,
    },
};

#[derive(DeriveMigrationName)]
pub struct Migration;

const COLUMNS: [&str; 5] = ["draw_seed", "draw_priority", "draws_at", "drawn_at", "draw_seats"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // SQLite takes one column at a time.
        for column in [
            string_null("draw_seed"),
            string_null("draw_priority"),
            timestamp_with_time_zone_null("draws_at"),
            timestamp_with_time_zone_null("drawn_at"),
            integer_null("draw_seats"),
        ] {
            let table = Table::alter().table("roster").add_column(column).to_owned();
            manager.alter_table(table).await?;
        }
        let rank = Table::alter().table("sign_up").add_column(integer_null("draw_rank")).to_owned();
        manager.alter_table(rank).await?;
        manager.create_table(drawn()).await?;
        let mut index = Index::create();
        index.name("roster_activity_id_idx").table("roster").col("activity_id");
        manager.create_index(index.take()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut index = Index::drop();
        index.name("roster_activity_id_idx").table("roster");
        manager.drop_index(index).await?;
        manager.drop_table(Table::drop().table("drawn").to_owned()).await?;
        let rank = Table::alter().table("sign_up").drop_column("draw_rank").to_owned();
        manager.alter_table(rank).await?;
        for column in COLUMNS {
            let table = Table::alter().table("roster").drop_column(column).to_owned();
            manager.alter_table(table).await?;
        }
        Ok(())
    }
}

/// One row a party that was drawn. Nothing leads from it to the party.
fn drawn() -> TableCreateStatement {
    Table::create()
        .table("drawn")
        .col(uuid("occurrence_id"))
        .col(big_integer("number"))
        .col(integer("seats"))
        .col(small_integer("class"))
        .col(big_integer("lot"))
        .col(boolean("is_in"))
        .primary_key(Index::create().col("occurrence_id").col("number"))
        .to_owned()
}
