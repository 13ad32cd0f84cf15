//! Girls' Day 2027 is on the fourth Thursday of April, as in the other countries that hold it.

use sea_orm_migration::{prelude::*, sea_orm::prelude::Date};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let row = Query::insert()
            .into_table("campaign")
            .columns(["key", "name", "first_day", "last_day"])
            .values_panic([
                "girlsday-2027".into(),
                "Girls' Day 2027".into(),
                day().into(),
                day().into(),
            ])
            .to_owned();
        manager.execute(row).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let row = Query::delete()
            .from_table("campaign")
            .and_where(Expr::col("key").eq("girlsday-2027"))
            .to_owned();
        manager.execute(row).await
    }
}

fn day() -> Value {
    Date::from_ymd_opt(2027, 4, 22).into()
}
