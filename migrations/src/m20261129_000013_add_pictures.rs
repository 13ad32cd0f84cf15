//! Pictures that show activities, apart from what lists read.

use sea_orm_migration::{
    prelude::*,
    schema::{integer, string, text, text_null, uuid, uuid_null},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Each belongs to one draft or to one activity and goes away with it. `sizes` names the
        // sizes whose bytes lie in the other table, so that a page reads one row and no bytes.
        let picture = Table::create()
            .table("picture")
            .col(uuid("id").primary_key())
            .col(uuid_null("draft_id"))
            .col(uuid_null("activity_id"))
            .col(string("mark"))
            .col(text_null("alt"))
            .col(text("sizes"))
            .check((
                "picture_whose_check",
                Expr::col("draft_id").is_null().and(Expr::col("activity_id").is_not_null()).or(
                    Expr::col("draft_id").is_not_null().and(Expr::col("activity_id").is_null()),
                ),
            ))
            .foreign_key(&mut of("picture", "draft_id", "draft"))
            .foreign_key(&mut of("picture", "activity_id", "activity"))
            .to_owned();
        manager.create_table(picture).await?;
        for column in ["draft_id", "activity_id"] {
            let mut index = Index::create();
            index.name(format!("picture_{column}_key")).table("picture").col(column).unique();
            manager.create_index(index).await?;
        }
        let print = Table::create()
            .table("picture_print")
            .col(uuid("picture_id"))
            .col(integer("width"))
            .col(ColumnDef::new("jpeg").blob().not_null())
            .primary_key(Index::create().col("picture_id").col("width"))
            .foreign_key(&mut of("picture_print", "picture_id", "picture"))
            .to_owned();
        manager.create_table(print).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["picture_print", "picture"] {
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
