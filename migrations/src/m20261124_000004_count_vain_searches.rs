//! What was searched for in vain, counted by month and without anything about who searched.

use sea_orm_migration::{
    prelude::*,
    schema::{date, integer, string},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = Table::create()
            .table("vain_search")
            .col(date("month"))
            .col(string("words"))
            .col(integer("searches"))
            .primary_key(Index::create().name("vain_search_pkey").col("month").col("words"))
            .to_owned();
        manager.create_table(table).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("vain_search").to_owned()).await
    }
}
