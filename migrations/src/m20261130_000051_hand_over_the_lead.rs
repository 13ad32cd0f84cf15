//! Who leads an activity can ask another that owns it to lead it instead.

use sea_orm_migration::{prelude::*, schema::timestamp_with_time_zone_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let asked = timestamp_with_time_zone_null("lead_asked_at");
        let table = Table::alter().table("co_owner").add_column(asked).to_owned();
        manager.alter_table(table).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = Table::alter().table("co_owner").drop_column("lead_asked_at").to_owned();
        manager.alter_table(table).await
    }
}
