//! Under which key a partner that has led an activity knows it.

use sea_orm_migration::{
    prelude::*,
    schema::{text, uuid},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // A key names one activity of a partner. It goes with the activity.
        let former_key = Table::create()
            .table("former_key")
            .col(uuid("partner_id"))
            .col(text("external_id"))
            .col(uuid("activity_id"))
            .primary_key(Index::create().col("partner_id").col("external_id"))
            .foreign_key(
                ForeignKey::create()
                    .name("former_key_activity_id_fkey")
                    .from("former_key", "activity_id")
                    .to("activity", "id")
                    .on_delete(ForeignKeyAction::Cascade),
            )
            .foreign_key(
                ForeignKey::create()
                    .name("former_key_partner_id_fkey")
                    .from("former_key", "partner_id")
                    .to("partner", "id"),
            )
            .to_owned();
        manager.create_table(former_key).await?;
        let by_activity = Index::create()
            .name("former_key_activity_id_idx")
            .table("former_key")
            .col("activity_id")
            .to_owned();
        manager.create_index(by_activity).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("former_key").to_owned()).await
    }
}
