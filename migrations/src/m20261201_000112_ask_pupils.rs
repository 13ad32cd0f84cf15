//! How interested pupils say that they were and are: counts, and the links that lead there.

use sea_orm_migration::{
    prelude::*,
    schema::{integer, small_integer, string, timestamp_with_time_zone, uuid},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let interest = Table::create()
            .table("interest")
            .col(uuid("occurrence_id"))
            .col(small_integer("score_before"))
            .col(small_integer("score_after"))
            .col(integer("n"))
            .primary_key(
                Index::create().col("occurrence_id").col("score_before").col("score_after"),
            )
            .to_owned();
        manager.create_table(interest).await?;
        let link = Table::create()
            .table("interest_link")
            .col(uuid("occurrence_id").primary_key())
            .col(string("mark"))
            .col(timestamp_with_time_zone("made_at"))
            .to_owned();
        manager.create_table(link).await?;
        let mut mark = Index::create();
        mark.name("interest_link_mark_key").table("interest_link").col("mark").unique();
        manager.create_index(mark).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("interest_link").to_owned()).await?;
        manager.drop_table(Table::drop().table("interest").to_owned()).await
    }
}
