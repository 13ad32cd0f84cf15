//! The rows of `sign_up`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "sign_up")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub occurrence_id: Uuid,
    pub activity_id: Uuid,
    pub party_key: String,
    pub active_key: Option<String>,
    pub kind: String,
    pub party: String,
    pub seats: i32,
    pub turn: i64,
    pub draw_rank: Option<i32>,
    pub stage: String,
    pub until_at: Option<ChronoDateTimeUtc>,
    pub gone: Option<String>,
    pub email: String,
    pub email_key: Option<String>,
    pub phone: Option<String>,
    pub language: String,
    pub second_name: Option<String>,
    pub second_email: Option<String>,
    pub emergency_name: Option<String>,
    pub emergency_phone: Option<String>,
    pub needs: Option<String>,
    pub answers: Option<String>,
    pub consent_at: Option<ChronoDateTimeUtc>,
    pub consent_text: Option<String>,
    pub consent_withdrawn_at: Option<ChronoDateTimeUtc>,
    pub signed_up_at: ChronoDateTimeUtc,
    pub reminded_of: Option<String>,
    pub asked_at: Option<ChronoDateTimeUtc>,
    pub asked_again_at: Option<ChronoDateTimeUtc>,
    pub still_comes_at: Option<ChronoDateTimeUtc>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
