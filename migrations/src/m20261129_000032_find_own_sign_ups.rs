//! Sign-ups are found by the address they were made with, as addresses are compared.

use sea_orm_migration::{prelude::*, schema::string_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut column = Table::alter();
        let column = column.table("sign_up").add_column(string_null("email_key")).to_owned();
        manager.alter_table(column).await?;
        let known = Query::update()
            .table("sign_up")
            .value("email_key", Func::lower(Expr::col("email")))
            .and_where(Expr::col("email").ne(""))
            .to_owned();
        manager.execute(known).await?;
        let mut index = Index::create();
        index.name("sign_up_email_key_idx").table("sign_up").col("email_key");
        manager.create_index(index).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .drop_index(Index::drop().name("sign_up_email_key_idx").table("sign_up").to_owned())
            .await?;
        manager
            .alter_table(Table::alter().table("sign_up").drop_column("email_key").to_owned())
            .await
    }
}
