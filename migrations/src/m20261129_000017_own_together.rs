//! Partners that own an activity beside the one that leads it.

use sea_orm_migration::{
    prelude::*,
    schema::{boolean, timestamp_with_time_zone, timestamp_with_time_zone_null, uuid},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Who has not joined was asked. It goes with the activity.
        let co_owner = Table::create()
            .table("co_owner")
            .col(uuid("activity_id"))
            .col(uuid("partner_id"))
            .col(timestamp_with_time_zone("asked_at"))
            .col(timestamp_with_time_zone_null("joined_at"))
            .col(boolean("sees_rosters"))
            .primary_key(Index::create().col("activity_id").col("partner_id"))
            .foreign_key(
                ForeignKey::create()
                    .name("co_owner_activity_id_fkey")
                    .from("co_owner", "activity_id")
                    .to("activity", "id")
                    .on_delete(ForeignKeyAction::Cascade),
            )
            .foreign_key(
                ForeignKey::create()
                    .name("co_owner_partner_id_fkey")
                    .from("co_owner", "partner_id")
                    .to("partner", "id"),
            )
            .to_owned();
        manager.create_table(co_owner).await?;
        let by_partner = Index::create()
            .name("co_owner_partner_id_idx")
            .table("co_owner")
            .col("partner_id")
            .to_owned();
        manager.create_index(by_partner).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("co_owner").to_owned()).await
    }
}
