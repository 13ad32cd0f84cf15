//! The rows of `errand`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "errand")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub mark: String,
    pub wish: String,
    pub next: Option<String>,
    pub begun_at: ChronoDateTimeUtc,
    pub issuer: Option<String>,
    pub subject: Option<String>,
    pub email: Option<String>,
    pub email_is_trusted: bool,
    pub name: Option<String>,
    pub roles: String,
    pub has_second_factor: bool,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
