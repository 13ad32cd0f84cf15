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
    pub draw_seed: Option<String>,
    pub draw_priority: Option<String>,
    pub draws_at: Option<ChronoDateTimeUtc>,
    pub drawn_at: Option<ChronoDateTimeUtc>,
    pub draw_seats: Option<i32>,
    pub asks_days: i16,
    pub frees_days: Option<i16>,
    pub asks_at: Option<ChronoDateTimeUtc>,
    pub frees_at: Option<ChronoDateTimeUtc>,
    pub lapsed_seats: Option<i32>,
    pub lapsed_since: Option<ChronoDateTimeUtc>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
