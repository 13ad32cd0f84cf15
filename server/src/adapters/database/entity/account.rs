//! The rows of `account`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "account")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub email: String,
    pub email_key: String,
    pub name: String,
    pub language: String,
    pub password_hash: Option<String>,
    pub password_stands_alone: Option<bool>,
    pub factor_key: Option<String>,
    pub factor_is_confirmed: bool,
    pub factor_last_step: i64,
    pub factor_recovery: String,
    pub roles: String,
    pub new_email: Option<String>,
    pub new_email_old_agrees: bool,
    pub new_email_new_agrees: bool,
    pub new_email_asked_at: Option<ChronoDateTimeUtc>,
    pub suspended_at: Option<ChronoDateTimeUtc>,
    pub created_at: ChronoDateTimeUtc,
    pub last_came: Option<Date>,
    pub warned_on: Option<Date>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
