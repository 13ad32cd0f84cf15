//! The rows of `request`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "request")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub activity_id: Uuid,
    pub active_key: Option<String>,
    pub party: String,
    pub email: String,
    pub email_key: Option<String>,
    pub phone: Option<String>,
    pub language: String,
    pub needs: Option<String>,
    pub wish: Option<String>,
    pub consent_at: Option<ChronoDateTimeUtc>,
    pub consent_text: Option<String>,
    pub consent_withdrawn_at: Option<ChronoDateTimeUtc>,
    pub stage: String,
    pub asked_at: ChronoDateTimeUtc,
    pub sent_at: Option<ChronoDateTimeUtc>,
    pub answered_by: Option<Uuid>,
    pub answer_day: Option<ChronoDateTimeUtc>,
    pub answer_words: Option<String>,
    pub sign_up_id: Option<Uuid>,
    pub changed_at: ChronoDateTimeUtc,
    pub needs_erased_at: ChronoDateTimeUtc,
    pub erased_at: ChronoDateTimeUtc,
    /// Nothing asks for it any more.
    pub is_reminded: bool,
    pub told_patience: String,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
