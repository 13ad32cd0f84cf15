//! The rows of `activity`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "activity")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub partner_id: Uuid,
    pub external_id: String,
    pub slug: String,
    pub state: String,
    pub kind: String,
    pub title: String,
    pub summary: String,
    pub description: String,
    pub topics: String,
    pub audience: String,
    pub levels: String,
    pub age_min: Option<i32>,
    pub age_max: Option<i32>,
    pub girls_focus: bool,
    pub campaign: Option<String>,
    pub format: String,
    pub venue: Option<String>,
    pub street: Option<String>,
    pub postcode: Option<String>,
    pub city: Option<String>,
    pub lat: Option<f64>,
    pub lon: Option<f64>,
    pub travel_km: Option<i32>,
    pub price_oere: i32,
    pub language: String,
    pub accessibility: String,
    pub sign_up: String,
    pub sign_up_url: Option<String>,
    pub group_min: Option<i32>,
    pub group_max: Option<i32>,
    pub contact_email: String,
    /// What is asked of those who sign up, and what waits for a moderator.
    pub questions: Option<String>,
    pub questions_proposed: Option<String>,
    pub questions_proposed_at: Option<ChronoDateTimeUtc>,
    pub created_at: ChronoDateTimeUtc,
    pub updated_at: ChronoDateTimeUtc,
    /// The catalogue's version at its last change.
    pub version: i64,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "super::partner::Entity",
        from = "Column::PartnerId",
        to = "super::partner::Column::Id"
    )]
    Partner,
    #[sea_orm(has_one = "super::picture::Entity")]
    Picture,
}

impl Related<super::picture::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Picture.def()
    }
}

impl Related<super::partner::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Partner.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
