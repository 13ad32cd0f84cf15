//! The rows of `tick`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "tick")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub occurrence_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub device: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub n: i32,
    pub sign_up_id: Option<Uuid>,
    pub walk_in: Option<Uuid>,
    pub kind: Option<String>,
    pub here: i16,
    pub passes: String,
    pub at: ChronoDateTimeUtc,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
