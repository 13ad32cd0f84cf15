//! As how late a request was told of last: »is it reminded of« knew one time alone.

use sea_orm_migration::{prelude::*, schema::string};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut table = Table::alter();
        let told = string("told_patience").default("on-time").take();
        manager.alter_table(table.table("request").add_column(told).take()).await?;
        let late = Query::update()
            .table("request")
            .value("told_patience", "late")
            .and_where(Expr::col("is_reminded").eq(true))
            .to_owned();
        manager.execute(late).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let mut table = Table::alter();
        manager.alter_table(table.table("request").drop_column("told_patience").take()).await
    }
}
