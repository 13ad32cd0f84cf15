//! What people with an account keep for later.

use sea_orm_migration::{
    prelude::*,
    schema::{timestamp_with_time_zone, uuid},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // It goes with the account, and with the activity.
        let saved = Table::create()
            .table("saved_activity")
            .col(uuid("account_id"))
            .col(uuid("activity_id"))
            .col(timestamp_with_time_zone("saved_at"))
            .primary_key(Index::create().col("account_id").col("activity_id"))
            .foreign_key(&mut of("account_id", "account"))
            .foreign_key(&mut of("activity_id", "activity"))
            .to_owned();
        manager.create_table(saved).await?;
        let by_activity = Index::create()
            .name("saved_activity_activity_id_idx")
            .table("saved_activity")
            .col("activity_id")
            .to_owned();
        manager.create_index(by_activity).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("saved_activity").to_owned()).await
    }
}

fn of(column: &'static str, whose: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .name(format!("saved_activity_{column}_fkey"))
        .from("saved_activity", column)
        .to(whose, "id")
        .on_delete(ForeignKeyAction::Cascade)
        .to_owned()
}
