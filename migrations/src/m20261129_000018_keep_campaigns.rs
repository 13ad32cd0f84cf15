//! Campaigns have a name of their own for deeds, words in both languages, and can be closed.

use sea_orm_migration::{
    prelude::*,
    schema::{boolean, string, text, uuid_null},
    sea_orm::{FromQueryResult, prelude::Uuid},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

const GIRLS_DAY: &str = "girlsday-2027";
const TEXT: &str =
    "Piger prøver teknik, it og naturvidenskab hos virksomheder og uddannelser i hele landet.";
const ENGLISH_TEXT: &str =
    "Girls try technology, IT and science at companies and schools all over the country.";

#[derive(FromQueryResult)]
struct Known {
    key: String,
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // SQLite adds one column at a time, and none that must be filled without a default.
        let columns = [
            uuid_null("id"),
            string("name_en").default("").take(),
            text("text").default("").take(),
            text("text_en").default("").take(),
            boolean("is_open").default(true).take(),
        ];
        for mut column in columns {
            let table = Table::alter().table("campaign").add_column(&mut column).to_owned();
            manager.alter_table(table).await?;
        }
        let all = Query::select().column("key").from("campaign").order_by("key", Order::Asc).take();
        let database = manager.get_connection();
        let backend = manager.get_database_backend();
        let all = Known::find_by_statement(backend.build(&all)).all(database).await?;
        for (n, it) in (1u128..).zip(all) {
            let is_girls_day = it.key == GIRLS_DAY;
            // Of what somebody made by hand nothing is known but its name.
            let words = |words: &str| {
                if is_girls_day { Expr::val(words) } else { Expr::col("name") }
            };
            let row = Query::update()
                .table("campaign")
                .value("id", Uuid::from_u128(n))
                .value("name_en", Expr::col("name"))
                .value("text", words(TEXT))
                .value("text_en", words(ENGLISH_TEXT))
                .and_where(Expr::col("key").eq(it.key))
                .to_owned();
            manager.execute(row).await?;
        }
        let mut index = Index::create();
        index.name("campaign_id_key").table("campaign").col("id").unique();
        manager.create_index(index).await?;
        let mut index = Index::create();
        index.name("activity_campaign_idx").table("activity").col("campaign");
        manager.create_index(index).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (index, table) in
            [("activity_campaign_idx", "activity"), ("campaign_id_key", "campaign")]
        {
            manager.drop_index(Index::drop().name(index).table(table).to_owned()).await?;
        }
        for column in ["id", "name_en", "text", "text_en", "is_open"] {
            let table = Table::alter().table("campaign").drop_column(column).to_owned();
            manager.alter_table(table).await?;
        }
        Ok(())
    }
}
