//! The rows of `sign_up_attempt`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "sign_up_attempt")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub key: String,
    pub body: String,
    pub is_held: bool,
    pub is_for_who_answers: bool,
    pub until_at: ChronoDateTimeUtc,
    pub sign_up_id: Option<Uuid>,
    pub at: ChronoDateTimeUtc,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
