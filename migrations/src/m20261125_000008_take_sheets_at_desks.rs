//! Sheets that somebody handed in at a desk, and what each did, so that it can be undone.

use sea_orm_migration::{
    prelude::*,
    schema::{string, text, text_null, timestamp_with_time_zone, uuid},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // The file lies here only until what is right in it is written. Meanings of columns and
        // figures are JSON.
        let import = Table::create()
            .table("import")
            .col(uuid("id").primary_key())
            .col(uuid("partner_id"))
            .col(uuid("account_id"))
            .col(text("file_name"))
            .col(text("columns"))
            .col(string("stage"))
            .col(text("figures"))
            .col(timestamp_with_time_zone("handed_in_at"))
            .col(timestamp_with_time_zone("changed_at"))
            .col(ColumnDef::new("file").blob().null())
            .foreign_key(&mut of("import", "partner_id", "partner"))
            .foreign_key(&mut of("import", "account_id", "account"))
            .to_owned();
        manager.create_table(import).await?;
        // No foreign key to the activity: what was new is gone once it is undone. What an
        // activity said before is JSON; nothing where it was new.
        let trace = Table::create()
            .table("import_trace")
            .col(uuid("import_id"))
            .col(uuid("activity_id"))
            .col(string("external_id"))
            .col(text_null("former"))
            .col(timestamp_with_time_zone("left_at"))
            .primary_key(Index::create().col("import_id").col("activity_id"))
            .foreign_key(&mut of("import_trace", "import_id", "import"))
            .to_owned();
        manager.create_table(trace).await?;
        let mut index = Index::create();
        index.name("import_partner_id_idx").table("import").col("partner_id");
        manager.create_index(index).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["import_trace", "import"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

fn of(table: &'static str, column: &'static str, whose: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .name(format!("{table}_{column}_fkey"))
        .from(table, column)
        .to(whose, "id")
        .on_delete(ForeignKeyAction::Cascade)
        .to_owned()
}
