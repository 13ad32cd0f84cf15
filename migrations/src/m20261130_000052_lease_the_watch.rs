//! One of several servers at a time asks the addresses that are watched.

use sea_orm_migration::{
    prelude::*,
    schema::{integer, timestamp_with_time_zone, uuid},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // There is one row at most.
        let watcher = Table::create()
            .table("watcher")
            .col(integer("id").primary_key())
            .col(uuid("name"))
            .col(timestamp_with_time_zone("lease_ends_at"))
            .to_owned();
        manager.create_table(watcher).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("watcher").to_owned()).await
    }
}
