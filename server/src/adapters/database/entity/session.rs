//! The rows of `session`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "session")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub mark: String,
    pub account_id: Uuid,
    pub stage: String,
    pub started_at: ChronoDateTimeUtc,
    pub seen_at: ChronoDateTimeUtc,
    pub proved_at: ChronoDateTimeUtc,
    pub device: String,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
