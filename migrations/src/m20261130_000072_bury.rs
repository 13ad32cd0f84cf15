//! Who was erased, by marks that tell no address; and indexes by which somebody's rows are found.

use sea_orm_migration::{
    prelude::*,
    schema::{integer, string, timestamp_with_time_zone},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// Where the rows of an address, an account or a sign-up are looked for.
const INDEXES: [(&str, &str, &str); 5] = [
    ("sign_up_second_email_idx", "sign_up", "lower(second_email)"),
    ("sign_up_attempt_sign_up_id_idx", "sign_up_attempt", "sign_up_id"),
    ("letter_to_email_idx", "letter", "lower(to_email)"),
    ("message_account_id_idx", "message", "account_id"),
    ("request_answered_by_idx", "request", "answered_by"),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tombstone = Table::create()
            .table("tombstone")
            .col(string("mark").primary_key())
            .col(timestamp_with_time_zone("erased_at"))
            .to_owned();
        manager.create_table(tombstone).await?;
        // There is one row at most.
        let key = Table::create()
            .table("tombstone_key")
            .col(integer("id").primary_key())
            .col(string("key"))
            .to_owned();
        manager.create_table(key).await?;
        for (name, table, column) in INDEXES {
            let sql = format!("create index {name} on {table} ({column})");
            manager.get_connection().execute_unprepared(&sql).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (name, table, _) in INDEXES {
            manager.drop_index(Index::drop().name(name).table(table).to_owned()).await?;
        }
        for table in ["tombstone_key", "tombstone"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}
