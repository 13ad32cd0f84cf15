//! Each change of an activity gets a number, so that copies of the catalogue can follow.

use sea_orm_migration::{prelude::*, schema::big_integer};

#[derive(DeriveMigrationName)]
pub struct Migration;

const INDEX: &str = "activity_version_id_idx";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let column = Table::alter()
            .table("activity")
            .add_column(big_integer("version").default(0))
            .to_owned();
        manager.alter_table(column).await?;
        let index =
            Index::create().name(INDEX).table("activity").col("version").col("id").to_owned();
        manager.create_index(index).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_index(Index::drop().name(INDEX).table("activity").to_owned()).await?;
        manager
            .alter_table(Table::alter().table("activity").drop_column("version").to_owned())
            .await
    }
}
