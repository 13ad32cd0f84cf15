//! Synonyms that are written in the portal, on top of the operator's.

use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, text, timestamp_with_time_zone, uuid},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // The highest number is in force. Whoever wrote a list may be gone one day.
        let list = Table::create()
            .table("synonym_list")
            .col(big_integer("number").primary_key())
            .col(text("text"))
            .col(uuid("account_id"))
            .col(timestamp_with_time_zone("written_at"))
            .to_owned();
        manager.create_table(list).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("synonym_list").to_owned()).await
    }
}
