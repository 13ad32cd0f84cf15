//! Partners, their activities with their occurrences, campaigns, and the number that
//! tells readers when something has changed.

use sea_orm_migration::{
    prelude::*,
    schema::{
        boolean, date, double_null, integer, integer_null, string, string_null, text,
        timestamp_with_time_zone, timestamp_with_time_zone_null, uuid,
    },
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager
            .create_table(
                Table::create()
                    .table("partner")
                    .col(uuid("id").primary_key())
                    .col(string("name"))
                    .col(string("name_key"))
                    .col(string("slug"))
                    .col(string("sector"))
                    .col(timestamp_with_time_zone("created_at"))
                    .to_owned(),
            )
            .await?;
        unique(manager, "partner", &["name_key"]).await?;
        unique(manager, "partner", &["slug"]).await?;

        manager
            .create_table(
                Table::create()
                    .table("campaign")
                    .col(string("key").primary_key())
                    .col(string("name"))
                    .col(date("first_day"))
                    .col(date("last_day"))
                    .to_owned(),
            )
            .await?;

        manager.create_table(activity()).await?;
        unique(manager, "activity", &["partner_id", "external_id"]).await?;
        unique(manager, "activity", &["slug"]).await?;

        manager.create_table(occurrence()).await?;
        unique(manager, "occurrence", &["activity_id", "start_at"]).await?;

        manager
            .create_table(
                Table::create()
                    .table("catalogue_version")
                    .col(integer("id").primary_key())
                    .col(ColumnDef::new("version").big_integer().not_null())
                    .to_owned(),
            )
            .await?;
        let first = Query::insert()
            .into_table("catalogue_version")
            .columns(["id", "version"])
            .values_panic([1.into(), 1i64.into()])
            .to_owned();
        manager.execute(first).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["catalogue_version", "occurrence", "activity", "campaign", "partner"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

/// What partners offer. Lists are written as keys joined by `;`.
fn activity() -> TableCreateStatement {
    Table::create()
        .table("activity")
        .col(uuid("id").primary_key())
        .col(uuid("partner_id"))
        .col(string("external_id"))
        .col(string("slug"))
        .col(string("state"))
        .col(string("kind"))
        .col(string("title"))
        .col(text("summary"))
        .col(text("description"))
        .col(string("topics"))
        .col(string("audience"))
        .col(string("levels"))
        .col(integer_null("age_min"))
        .col(integer_null("age_max"))
        .col(boolean("girls_focus"))
        .col(string_null("campaign"))
        .col(string("format"))
        .col(string_null("venue"))
        .col(string_null("street"))
        .col(string_null("postcode"))
        .col(string_null("city"))
        .col(double_null("lat"))
        .col(double_null("lon"))
        .col(integer_null("travel_km"))
        .col(integer("price_oere"))
        .col(string("language"))
        .col(string("accessibility"))
        .col(string("sign_up"))
        .col(ColumnDef::new("sign_up_url").text().null())
        .col(integer_null("group_min"))
        .col(integer_null("group_max"))
        .col(string("contact_email"))
        .col(timestamp_with_time_zone("created_at"))
        .col(timestamp_with_time_zone("updated_at"))
        .foreign_key(
            ForeignKey::create()
                .name("activity_partner_id_fkey")
                .from("activity", "partner_id")
                .to("partner", "id"),
        )
        .foreign_key(
            ForeignKey::create()
                .name("activity_campaign_fkey")
                .from("activity", "campaign")
                .to("campaign", "key"),
        )
        .to_owned()
}

/// One date of an activity; `taken` counts seats and never exceeds `capacity`.
fn occurrence() -> TableCreateStatement {
    Table::create()
        .table("occurrence")
        .col(uuid("id").primary_key())
        .col(uuid("activity_id"))
        .col(timestamp_with_time_zone("start_at"))
        .col(timestamp_with_time_zone("end_at"))
        .col(integer_null("capacity"))
        .col(integer("taken").default(0))
        .col(timestamp_with_time_zone_null("deadline_at"))
        .check((
            "occurrence_taken_check",
            Expr::col("taken").gte(0).and(
                Expr::col("capacity").is_null().or(Expr::col("taken").lte(Expr::col("capacity"))),
            ),
        ))
        .foreign_key(
            ForeignKey::create()
                .name("occurrence_activity_id_fkey")
                .from("occurrence", "activity_id")
                .to("activity", "id")
                .on_delete(ForeignKeyAction::Cascade),
        )
        .to_owned()
}

async fn unique(
    manager: &SchemaManager<'_>,
    table: &'static str,
    columns: &[&'static str],
) -> Result<(), DbErr> {
    let mut index = Index::create();
    index.name(format!("{table}_{}_key", columns.join("_"))).table(table).unique();
    for column in columns {
        index.col(*column);
    }
    manager.create_index(index).await
}
