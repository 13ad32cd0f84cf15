//! On which day the owner of an account last came, and when they were told that it goes.

use sea_orm_migration::{prelude::*, schema::date_null};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // SQLite adds one column at a time.
        for column in [date_null("last_came"), date_null("warned_on")] {
            let mut change = Table::alter();
            manager.alter_table(change.table("account").add_column(column).take()).await?;
        }
        // Sessions are forgotten after a month, so nobody knows when somebody came before that:
        // everybody counts as having come today. Later on, none means that nobody has come since
        // the account was made.
        let today =
            Query::update().table("account").value("last_came", Expr::current_date()).to_owned();
        manager.execute(today).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for column in ["last_came", "warned_on"] {
            let mut change = Table::alter();
            manager.alter_table(change.table("account").drop_column(column).take()).await?;
        }
        Ok(())
    }
}
