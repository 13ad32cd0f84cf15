//! The rows of `campaign`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "campaign")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub key: String,
    pub id: Uuid,
    pub name: String,
    pub name_en: String,
    pub text: String,
    pub text_en: String,
    pub first_day: ChronoDate,
    pub last_day: ChronoDate,
    pub is_open: bool,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
