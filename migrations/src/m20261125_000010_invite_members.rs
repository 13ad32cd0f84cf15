//! Who is invited to act for whom, and where whoever follows a link wanted to go.

use sea_orm_migration::{
    prelude::*,
    schema::{string, text_null, timestamp_with_time_zone, uuid},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let next = Table::alter().table("link").add_column(text_null("next")).to_owned();
        manager.alter_table(next).await?;
        manager.create_table(invitation()).await?;
        for (name, columns) in [
            ("invitation_mark_key", &["mark"][..]),
            // Somebody is invited to a partner once, however often they are written to.
            ("invitation_partner_id_email_key_key", &["partner_id", "email_key"][..]),
        ] {
            let mut index = Index::create();
            index.name(name).table("invitation").unique();
            for column in columns {
                index.col(*column);
            }
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.drop_table(Table::drop().table("invitation").to_owned()).await?;
        let next = Table::alter().table("link").drop_column("next").to_owned();
        manager.alter_table(next).await
    }
}

fn invitation() -> TableCreateStatement {
    Table::create()
        .table("invitation")
        .col(uuid("id").primary_key())
        .col(string("mark"))
        .col(uuid("partner_id"))
        .col(string("membership"))
        .col(string("email"))
        .col(string("email_key"))
        .col(uuid("account_id"))
        .col(timestamp_with_time_zone("invited_at"))
        .foreign_key(&mut of("partner_id", "partner"))
        .foreign_key(&mut of("account_id", "account"))
        .to_owned()
}

fn of(column: &'static str, whose: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create()
        .name(format!("invitation_{column}_fkey"))
        .from("invitation", column)
        .to(whose, "id")
        .on_delete(ForeignKeyAction::Cascade)
        .to_owned()
}
