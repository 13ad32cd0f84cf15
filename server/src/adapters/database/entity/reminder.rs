//! The rows of `reminder`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "reminder")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub about: String,
    #[sea_orm(primary_key, auto_increment = false)]
    pub about_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub since: ChronoDateTimeUtc,
    #[sea_orm(primary_key, auto_increment = false)]
    pub patience: String,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
