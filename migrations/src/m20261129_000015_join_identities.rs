//! Whom a provider knows, and which account is theirs; and who is on the way there.

use sea_orm_migration::{
    prelude::*,
    schema::{boolean, string, text, text_null, timestamp_with_time_zone, uuid},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut of = ForeignKey::create();
        of.name("joined_identity_account_id_fkey")
            .from("joined_identity", "account_id")
            .to("account", "id")
            .on_delete(ForeignKeyAction::Cascade);
        let joined = Table::create()
            .table("joined_identity")
            .col(uuid("id").primary_key())
            .col(text("issuer"))
            .col(text("subject"))
            .col(uuid("account_id"))
            // What the provider's word gave, joined by `;`.
            .col(text("roles"))
            .col(timestamp_with_time_zone("joined_at"))
            .col(timestamp_with_time_zone("used_at"))
            .foreign_key(&mut of)
            .to_owned();
        manager.create_table(joined).await?;
        for (name, columns) in [
            ("joined_identity_issuer_subject_key", ["issuer", "subject"]),
            ("joined_identity_account_id_issuer_key", ["account_id", "issuer"]),
        ] {
            let mut index = Index::create();
            index.name(name).table("joined_identity").unique();
            for column in columns {
                index.col(column);
            }
            manager.create_index(index).await?;
        }
        let errand = Table::create()
            .table("errand")
            .col(string("mark").primary_key())
            .col(string("wish"))
            .col(text_null("next"))
            .col(timestamp_with_time_zone("begun_at"))
            // Both or neither: what the provider said, while it waits for an account.
            .col(text_null("issuer"))
            .col(text_null("subject"))
            .col(text_null("email"))
            .col(boolean("email_is_trusted"))
            .col(text_null("name"))
            .col(text("roles"))
            .col(boolean("has_second_factor"))
            .to_owned();
        manager.create_table(errand).await?;
        let mut index = Index::create();
        index.name("errand_begun_at_idx").table("errand").col("begun_at");
        manager.create_index(index).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["errand", "joined_identity"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}
