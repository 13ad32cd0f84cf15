//! What moderators are asked to look at although it is public: reports and samples.

use sea_orm_migration::{
    prelude::*,
    schema::{string, text_null, timestamp_with_time_zone, uuid},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut of = ForeignKey::create();
        of.name("review_activity_id_fkey")
            .from("review", "activity_id")
            .to("activity", "id")
            .on_delete(ForeignKeyAction::Cascade);
        let review = Table::create()
            .table("review")
            .col(uuid("id").primary_key())
            .col(uuid("activity_id"))
            .col(string("cause"))
            .col(text_null("remark"))
            // Both or neither: where somebody wants to read what became of it, in which language.
            .col(text_null("reply_to"))
            .col(text_null("language"))
            .col(timestamp_with_time_zone("asked_at"))
            .foreign_key(&mut of)
            .to_owned();
        manager.create_table(review).await?;
        for column in ["activity_id", "asked_at"] {
            let mut index = Index::create();
            index.name(format!("review_{column}_idx")).table("review").col(column);
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("review").to_owned()).await
    }
}
