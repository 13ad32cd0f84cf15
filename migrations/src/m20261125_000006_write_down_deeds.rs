//! What was done, by whom, on whose behalf, to what, and when.

use sea_orm_migration::{
    prelude::*,
    schema::{string, text_null, timestamp_with_time_zone, uuid, uuid_null},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

const INDICES: [(&str, &[&str]); 3] = [
    ("deed_about_id_idx", &["about_id"]),
    ("deed_account_id_idx", &["account_id"]),
    ("deed_partner_id_idx", &["partner_id"]),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // No foreign key: a deed outlives whoever did it and what it was done to.
        let deed = Table::create()
            .table("deed")
            .col(uuid("id").primary_key())
            .col(timestamp_with_time_zone("at"))
            .col(uuid_null("account_id"))
            .col(uuid_null("partner_id"))
            .col(string("kind"))
            .col(string("about"))
            .col(uuid("about_id"))
            .col(text_null("remark"))
            .to_owned();
        manager.create_table(deed).await?;
        for (name, columns) in INDICES {
            let mut index = Index::create();
            index.name(name).table("deed");
            for column in columns {
                index.col(*column);
            }
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("deed").to_owned()).await
    }
}
