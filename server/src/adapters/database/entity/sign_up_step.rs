//! The rows of `sign_up_step`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "sign_up_step")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub occurrence_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub n: i64,
    pub sign_up_id: Uuid,
    pub at: ChronoDateTimeUtc,
    pub from_stage: Option<String>,
    pub from_until_at: Option<ChronoDateTimeUtc>,
    pub from_gone: Option<String>,
    pub to_stage: String,
    pub to_until_at: Option<ChronoDateTimeUtc>,
    pub to_gone: Option<String>,
    pub seats: i32,
    pub reason: String,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
