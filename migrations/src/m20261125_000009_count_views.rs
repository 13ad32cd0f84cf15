//! How often activities are looked at, by the day and without anything about who looked.

use sea_orm_migration::{
    prelude::*,
    schema::{date, integer, uuid},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut of_activity = ForeignKey::create();
        of_activity
            .name("activity_view_activity_id_fkey")
            .from("activity_view", "activity_id")
            .to("activity", "id")
            .on_delete(ForeignKeyAction::Cascade);
        let table = Table::create()
            .table("activity_view")
            .col(uuid("activity_id"))
            .col(date("day"))
            .col(integer("n"))
            .primary_key(Index::create().name("activity_view_pkey").col("activity_id").col("day"))
            .foreign_key(&mut of_activity)
            .to_owned();
        manager.create_table(table).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("activity_view").to_owned()).await
    }
}
