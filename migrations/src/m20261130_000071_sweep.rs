//! What goes away by itself: the latest time that was seen, and how many came once it is
//! forgotten who.

use sea_orm_migration::{
    prelude::*,
    schema::{integer, string, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // There is one row at most.
        let sweep = Table::create()
            .table("sweep")
            .col(integer("id").primary_key())
            .col(timestamp_with_time_zone("latest_at"))
            .col(timestamp_with_time_zone_null("swept_at"))
            .to_owned();
        manager.create_table(sweep).await?;
        // No foreign key: it stays when the date goes.
        let headcount = Table::create()
            .table("headcount")
            .col(uuid("occurrence_id"))
            .col(string("kind"))
            .col(uuid("activity_id"))
            .col(timestamp_with_time_zone("start_at"))
            .col(integer("parties"))
            .col(integer("seats"))
            .primary_key(Index::create().col("occurrence_id").col("kind"))
            .to_owned();
        manager.create_table(headcount).await?;
        let mut index = Index::create();
        index.name("headcount_activity_id_idx").table("headcount").col("activity_id");
        manager.create_index(index).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["headcount", "sweep"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}
