//! Which cases moderators were reminded of.

use sea_orm_migration::{
    prelude::*,
    schema::{string, timestamp_with_time_zone, uuid},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut key = Index::create();
        key.name("reminder_pkey").col("about").col("about_id").col("since").col("patience");
        // No foreign key: a reminder outlives the case it told of, for a while.
        let reminder = Table::create()
            .table("reminder")
            .col(string("about"))
            .col(uuid("about_id"))
            .col(timestamp_with_time_zone("since"))
            .col(string("patience"))
            .primary_key(&mut key)
            .to_owned();
        manager.create_table(reminder).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("reminder").to_owned()).await
    }
}
