//! Accounts, the browsers that speak for them, links in letters, what was tried how often,
//! and letters on their way out.

use sea_orm_migration::{
    prelude::*,
    schema::{
        big_integer, boolean, boolean_null, integer, string, string_null, text,
        timestamp_with_time_zone, timestamp_with_time_zone_null, uuid, uuid_null,
    },
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_table(account()).await?;
        index(manager, "account", "email_key", true).await?;
        manager.create_table(session()).await?;
        index(manager, "session", "mark", true).await?;
        index(manager, "session", "account_id", false).await?;
        manager.create_table(link()).await?;
        index(manager, "link", "account_id", false).await?;
        let tally = Table::create()
            .table("tally")
            .col(string("mark").primary_key())
            .col(integer("n"))
            .col(timestamp_with_time_zone_null("at"))
            .to_owned();
        manager.create_table(tally).await?;
        manager.create_table(letter()).await?;
        index(manager, "letter", "next_at", false).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["letter", "tally", "link", "session", "account"] {
            manager.drop_table(Table::drop().table(table).to_owned()).await?;
        }
        Ok(())
    }
}

/// Who is known. Roles are joined by `;`, marks of codes on paper likewise.
fn account() -> TableCreateStatement {
    Table::create()
        .table("account")
        .col(uuid("id").primary_key())
        .col(string("email"))
        .col(string("email_key"))
        .col(string("name"))
        .col(string("language"))
        .col(string_null("password_hash"))
        .col(boolean_null("password_stands_alone"))
        .col(string_null("factor_key"))
        .col(boolean("factor_is_confirmed"))
        .col(big_integer("factor_last_step"))
        .col(text("factor_recovery"))
        .col(text("roles"))
        .col(string_null("new_email"))
        .col(boolean("new_email_old_agrees"))
        .col(boolean("new_email_new_agrees"))
        .col(timestamp_with_time_zone_null("new_email_asked_at"))
        .col(timestamp_with_time_zone_null("suspended_at"))
        .col(timestamp_with_time_zone("created_at"))
        .to_owned()
}

/// Which browsers speak for whom.
fn session() -> TableCreateStatement {
    Table::create()
        .table("session")
        .col(uuid("id").primary_key())
        .col(string("mark"))
        .col(uuid("account_id"))
        .col(string("stage"))
        .col(timestamp_with_time_zone("started_at"))
        .col(timestamp_with_time_zone("seen_at"))
        .col(timestamp_with_time_zone("proved_at"))
        .col(string("device"))
        .foreign_key(&mut owner("session_account_id_fkey", "session"))
        .to_owned()
}

/// Links in letters that nobody has followed yet.
fn link() -> TableCreateStatement {
    Table::create()
        .table("link")
        .col(string("mark").primary_key())
        .col(string("purpose"))
        .col(string("email"))
        .col(uuid_null("account_id"))
        .col(string_null("name"))
        .col(string("language"))
        .col(timestamp_with_time_zone("created_at"))
        .foreign_key(&mut owner("link_account_id_fkey", "link"))
        .to_owned()
}

/// Letters on their way out. `about` is what a letter says, without its words; it and the
/// address are emptied once the letter has left.
fn letter() -> TableCreateStatement {
    Table::create()
        .table("letter")
        .col(uuid("id").primary_key())
        .col(string_null("to_email"))
        .col(string("language"))
        .col(ColumnDef::new("about").text().null())
        .col(string("state"))
        .col(integer("tries"))
        .col(timestamp_with_time_zone("written_at"))
        .col(timestamp_with_time_zone("next_at"))
        .to_owned()
}

fn owner(name: &'static str, table: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .name(name)
        .from(table, "account_id")
        .to("account", "id")
        .on_delete(ForeignKeyAction::Cascade)
        .to_owned()
}

async fn index(
    manager: &SchemaManager<'_>,
    table: &'static str,
    column: &'static str,
    is_unique: bool,
) -> Result<(), DbErr> {
    let ending = if is_unique { "key" } else { "idx" };
    let mut index = Index::create();
    index.name(format!("{table}_{column}_{ending}")).table(table).col(column);
    if is_unique {
        index.unique();
    }
    manager.create_index(index).await
}
