//! The names of the keys by which something here is sealed, so that a wrong setting is noticed
//! before anything is sealed by yet another key.

use sea_orm_migration::{
    prelude::*,
    schema::{string, timestamp_with_time_zone},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let key = Table::create()
            .table("sealing_key")
            .col(string("name").primary_key())
            .col(timestamp_with_time_zone("since"))
            .to_owned();
        manager.create_table(key).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("sealing_key").to_owned()).await
    }
}
