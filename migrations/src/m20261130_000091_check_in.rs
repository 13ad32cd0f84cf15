//! Who has come to a date, as the phones at its door tell it.

use sea_orm_migration::{
    prelude::*,
    schema::{
        integer, small_integer, string_null, text, timestamp_with_time_zone, uuid, uuid_null,
    },
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tick = Table::create()
            .table("tick")
            .col(uuid("occurrence_id"))
            .col(uuid("device"))
            .col(integer("n"))
            .col(uuid_null("sign_up_id"))
            .col(uuid_null("walk_in"))
            .col(string_null("kind"))
            .col(small_integer("here"))
            .col(text("passes"))
            .col(timestamp_with_time_zone("at"))
            .primary_key(Index::create().col("occurrence_id").col("device").col("n"))
            .to_owned();
        manager.create_table(tick).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("tick").to_owned()).await
    }
}
