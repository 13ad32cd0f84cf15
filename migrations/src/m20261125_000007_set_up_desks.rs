//! What is being written, who wants to act for whom, and what moderators know of partners.

use sea_orm_migration::{
    prelude::*,
    schema::{
        boolean, string, string_null, text, text_null, timestamp_with_time_zone, uuid, uuid_null,
    },
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // One column at a time, as SQLite wants it. Who published before was approved.
        for column in [
            text_null("website"),
            string_null("postcode"),
            string("standing").default("approved").to_owned(),
            boolean("is_trusted").default(false).to_owned(),
        ] {
            let table = Table::alter().table("partner").add_column(column).to_owned();
            manager.alter_table(table).await?;
        }
        manager.create_table(draft()).await?;
        manager.create_table(claim()).await?;
        for (name, table, column, is_unique) in [
            ("draft_partner_id_idx", "draft", "partner_id", false),
            ("draft_activity_id_key", "draft", "activity_id", true),
            ("claim_account_id_idx", "claim", "account_id", false),
        ] {
            let mut index = Index::create();
            index.name(name).table(table).col(column);
            if is_unique {
                index.unique();
            }
            manager.create_index(index).await?;
        }
        // Of what waits for a moderator alone: an index of all states would draw SQLite, which
        // cannot know that nearly everything is published, away from the ids that lists ask for.
        let waits = Index::create()
            .name("activity_submitted_idx")
            .table("activity")
            .col("updated_at")
            .col("id")
            .and_where(Expr::col("state").eq("submitted"))
            .to_owned();
        manager.create_index(waits).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let index = Index::drop().name("activity_submitted_idx").table("activity").to_owned();
        manager.drop_index(index).await?;
        for table in ["claim", "draft"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        for column in ["is_trusted", "standing", "postcode", "website"] {
            let table = Table::alter().table("partner").drop_column(column).to_owned();
            manager.alter_table(table).await?;
        }
        Ok(())
    }
}

/// What is being written; `answers` holds what was typed, as JSON.
fn draft() -> TableCreateStatement {
    Table::create()
        .table("draft")
        .col(uuid("id").primary_key())
        .col(uuid("partner_id"))
        .col(uuid_null("activity_id"))
        .col(text("answers"))
        .col(uuid("writer_id"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("changed_at"))
        .foreign_key(&mut of("draft", "partner_id", "partner"))
        .foreign_key(&mut of("draft", "activity_id", "activity"))
        .to_owned()
}

/// Who wants to act for whom.
fn claim() -> TableCreateStatement {
    Table::create()
        .table("claim")
        .col(uuid("id").primary_key())
        .col(uuid("partner_id"))
        .col(uuid("account_id"))
        .col(text_null("remark"))
        .col(timestamp_with_time_zone("asked_at"))
        .foreign_key(&mut of("claim", "partner_id", "partner"))
        .foreign_key(&mut of("claim", "account_id", "account"))
        .to_owned()
}

fn of(table: &'static str, column: &'static str, whose: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .name(format!("{table}_{column}_fkey"))
        .from(table, column)
        .to(whose, "id")
        .on_delete(ForeignKeyAction::Cascade)
        .to_owned()
}
