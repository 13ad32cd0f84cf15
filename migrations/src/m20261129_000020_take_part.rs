//! Taking part: rosters of dates, the parties on them, each step they took, links to their pages,
//! and forms that were sent.

use sea_orm_migration::{
    prelude::*,
    schema::{
        boolean, integer, string, string_null, text, text_null, timestamp_with_time_zone,
        timestamp_with_time_zone_null, uuid, uuid_null,
    },
};

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLES: [&str; 5] = ["roster", "sign_up", "sign_up_step", "sign_up_link", "sign_up_attempt"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [roster(), sign_up(), step(), link(), attempt()] {
            manager.create_table(table).await?;
        }
        // A party is signed up for one date of an activity at most; one that has left has no
        // active key, and no two absent keys are the same.
        let mut once = Index::create();
        once.name("sign_up_activity_id_active_key_key").table("sign_up");
        manager.create_index(once.col("activity_id").col("active_key").unique().take()).await?;
        for (table, column) in [
            ("roster", "next_at"),
            ("roster", "end_at"),
            ("sign_up", "occurrence_id"),
            ("sign_up_step", "sign_up_id"),
            ("sign_up_link", "sign_up_id"),
            ("sign_up_attempt", "at"),
        ] {
            let mut index = Index::create();
            index.name(format!("{table}_{column}_idx")).table(table).col(column);
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in TABLES {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

/// What is kept of a date's roster. It outlives its date, so that parties hear when the date goes.
fn roster() -> TableCreateStatement {
    Table::create()
        .table("roster")
        .col(uuid("occurrence_id").primary_key())
        .col(uuid("activity_id"))
        .col(timestamp_with_time_zone("start_at"))
        .col(timestamp_with_time_zone("end_at"))
        .col(timestamp_with_time_zone("closes_at"))
        // The seats that the organiser gave when the roster was last kept.
        .col(integer("seats_given"))
        .col(boolean("is_on"))
        .col(string("rule"))
        .col(integer("seats"))
        .col(big("last_turn"))
        .col(big("steps"))
        // The step up to which lists know.
        .col(big("told_steps"))
        .col(timestamp_with_time_zone_null("gap_since"))
        .col(timestamp_with_time_zone_null("next_at"))
        .to_owned()
}

fn sign_up() -> TableCreateStatement {
    Table::create()
        .table("sign_up")
        .col(uuid("id").primary_key())
        .col(uuid("occurrence_id"))
        .col(uuid("activity_id"))
        .col(string("party_key"))
        .col(string_null("active_key"))
        .col(string("kind"))
        .col(text("party"))
        .col(integer("seats"))
        .col(big("turn"))
        .col(string("stage"))
        .col(timestamp_with_time_zone_null("until_at"))
        .col(string_null("gone"))
        .col(text("email"))
        .col(text_null("phone"))
        .col(string("language"))
        .col(text_null("needs"))
        .col(timestamp_with_time_zone_null("consent_at"))
        .col(string_null("consent_text"))
        .col(timestamp_with_time_zone_null("consent_withdrawn_at"))
        .col(timestamp_with_time_zone("signed_up_at"))
        // What the party was last reminded of.
        .col(string_null("reminded_of"))
        .to_owned()
}

fn step() -> TableCreateStatement {
    Table::create()
        .table("sign_up_step")
        .col(uuid("occurrence_id"))
        .col(big("n"))
        .col(uuid("sign_up_id"))
        .col(timestamp_with_time_zone("at"))
        .col(string_null("from_stage"))
        .col(timestamp_with_time_zone_null("from_until_at"))
        .col(string_null("from_gone"))
        .col(string("to_stage"))
        .col(timestamp_with_time_zone_null("to_until_at"))
        .col(string_null("to_gone"))
        .col(integer("seats"))
        .col(string("reason"))
        .primary_key(Index::create().col("occurrence_id").col("n"))
        .to_owned()
}

/// Of each link, its mark alone.
fn link() -> TableCreateStatement {
    Table::create()
        .table("sign_up_link")
        .col(string("mark").primary_key())
        .col(uuid("sign_up_id"))
        .col(string("purpose"))
        .col(timestamp_with_time_zone("created_at"))
        .to_owned()
}

fn attempt() -> TableCreateStatement {
    Table::create()
        .table("sign_up_attempt")
        .col(string("key").primary_key())
        .col(string("body"))
        .col(boolean("is_held"))
        .col(timestamp_with_time_zone("until_at"))
        .col(uuid_null("sign_up_id"))
        .col(timestamp_with_time_zone("at"))
        .to_owned()
}

fn big(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).big_integer().not_null().take()
}
