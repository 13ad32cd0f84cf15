//! Whether anybody answers where activities lead.

use sea_orm_migration::{
    prelude::*,
    schema::{date_null, integer, text, timestamp_with_time_zone, uuid},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut of = ForeignKey::create();
        of.name("watched_address_activity_id_fkey")
            .from("watched_address", "activity_id")
            .to("activity", "id")
            .on_delete(ForeignKeyAction::Cascade);
        let watched = Table::create()
            .table("watched_address")
            .col(uuid("activity_id").primary_key())
            .col(text("url"))
            .col(timestamp_with_time_zone("asked_at"))
            .col(integer("silent_days").default(0))
            // Both or neither: the first and the last of the days without an answer.
            .col(date_null("silent_since"))
            .col(date_null("silent_on"))
            .foreign_key(&mut of)
            .to_owned();
        manager.create_table(watched).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("watched_address").to_owned()).await
    }
}
