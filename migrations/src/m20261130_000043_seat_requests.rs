//! A request ends in a sign-up, and is found by the address it was made with.

use sea_orm_migration::{
    prelude::*,
    schema::{string_null, uuid_null},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

const INDEX: &str = "request_email_key_idx";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // SQLite adds one column at a time.
        for column in [uuid_null("sign_up_id"), string_null("email_key")] {
            let table = Table::alter().table("request").add_column(column).to_owned();
            manager.alter_table(table).await?;
        }
        let known = Query::update()
            .table("request")
            .value("email_key", Func::lower(Expr::col("email")))
            .to_owned();
        manager.execute(known).await?;
        let mut index = Index::create();
        manager.create_index(index.name(INDEX).table("request").col("email_key").take()).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_index(Index::drop().name(INDEX).table("request").to_owned()).await?;
        for column in ["email_key", "sign_up_id"] {
            let table = Table::alter().table("request").drop_column(column).to_owned();
            manager.alter_table(table).await?;
        }
        Ok(())
    }
}
