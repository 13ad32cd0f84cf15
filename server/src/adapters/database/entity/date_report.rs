//! The rows of `date_report`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "date_report")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub occurrence_id: Uuid,
    pub activity_id: Uuid,
    pub start_at: ChronoDateTimeUtc,
    pub pupils: i16,
    pub students: i16,
    pub teachers: i16,
    pub adults: i16,
    pub girls: Option<i16>,
    pub levels: String,
    pub well: Option<String>,
    pub better: Option<String>,
    pub reported_at: ChronoDateTimeUtc,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
