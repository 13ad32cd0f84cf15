//! What is told of a date once it is over.

use sea_orm_migration::{
    prelude::*,
    schema::{small_integer, small_integer_null, text, text_null, timestamp_with_time_zone, uuid},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let report = Table::create()
            .table("date_report")
            .col(uuid("occurrence_id").primary_key())
            .col(uuid("activity_id"))
            .col(timestamp_with_time_zone("start_at"))
            .col(small_integer("pupils"))
            .col(small_integer("students"))
            .col(small_integer("teachers"))
            .col(small_integer("adults"))
            .col(small_integer_null("girls"))
            .col(text("levels"))
            .col(text_null("well"))
            .col(text_null("better"))
            .col(timestamp_with_time_zone("reported_at"))
            .to_owned();
        manager.create_table(report).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("date_report").to_owned()).await
    }
}
