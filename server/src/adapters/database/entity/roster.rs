//! The rows of `roster`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "roster")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub occurrence_id: Uuid,
    pub activity_id: Uuid,
    pub start_at: ChronoDateTimeUtc,
    pub end_at: ChronoDateTimeUtc,
    pub closes_at: ChronoDateTimeUtc,
    pub seats_given: i32,
    pub is_on: bool,
    pub rule: String,
    pub seats: i32,
    pub last_turn: i64,
    pub steps: i64,
    pub told_steps: i64,
    pub gap_since: Option<ChronoDateTimeUtc>,
    pub next_at: Option<ChronoDateTimeUtc>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
