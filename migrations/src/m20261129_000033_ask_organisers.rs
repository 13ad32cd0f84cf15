//! Requests to organisers who answer each, and links to their pages.

use sea_orm_migration::{
    prelude::*,
    schema::{
        boolean, string, string_null, text, text_null, timestamp_with_time_zone,
        timestamp_with_time_zone_null, uuid, uuid_null,
    },
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(request()).await?;
        let link = Table::create()
            .table("request_link")
            .col(string("mark").primary_key())
            .col(uuid("request_id"))
            .col(string("purpose"))
            .to_owned();
        manager.create_table(link).await?;
        // A party has one open request about an activity at most; one that is answered has no
        // active key, and no two absent keys are the same.
        let mut once = Index::create();
        once.name("request_activity_id_active_key_key").table("request");
        manager.create_index(once.col("activity_id").col("active_key").unique().take()).await?;
        for (table, column) in
            [("request", "stage"), ("request", "erased_at"), ("request_link", "request_id")]
        {
            let mut index = Index::create();
            index.name(format!("{table}_{column}_idx")).table(table).col(column);
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["request_link", "request"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

fn request() -> TableCreateStatement {
    let mut of = ForeignKey::create();
    of.name("request_activity_id_fkey")
        .from("request", "activity_id")
        .to("activity", "id")
        .on_delete(ForeignKeyAction::Cascade);
    Table::create()
        .table("request")
        .col(uuid("id").primary_key())
        .col(uuid("activity_id"))
        .col(string_null("active_key"))
        .col(text("party"))
        .col(text("email"))
        .col(text_null("phone"))
        .col(string("language"))
        .col(text_null("needs"))
        .col(text_null("wish"))
        .col(timestamp_with_time_zone_null("consent_at"))
        .col(string_null("consent_text"))
        .col(timestamp_with_time_zone_null("consent_withdrawn_at"))
        .col(string("stage"))
        .col(timestamp_with_time_zone("asked_at"))
        .col(timestamp_with_time_zone_null("sent_at"))
        .col(uuid_null("answered_by"))
        .col(timestamp_with_time_zone_null("answer_day"))
        .col(text_null("answer_words"))
        .col(timestamp_with_time_zone("changed_at"))
        .col(timestamp_with_time_zone("needs_erased_at"))
        .col(timestamp_with_time_zone("erased_at"))
        .col(boolean("is_reminded"))
        .foreign_key(&mut of)
        .to_owned()
}
