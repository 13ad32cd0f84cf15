//! What organisers wrote to the parties of a date.

use sea_orm_migration::{
    prelude::*,
    schema::{integer, string, text, timestamp_with_time_zone, uuid},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let message = Table::create()
            .table("message")
            .col(uuid("id").primary_key())
            .col(uuid("occurrence_id"))
            .col(uuid("account_id"))
            .col(string("readers"))
            .col(text("words"))
            .col(integer("letters"))
            .col(timestamp_with_time_zone("written_at"))
            .to_owned();
        manager.create_table(message).await?;
        let mut index = Index::create();
        index.name("message_occurrence_id_idx").table("message").col("occurrence_id");
        manager.create_index(index).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("message").to_owned()).await
    }
}
