//! The rows of `picture_print`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "picture_print")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub picture_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub width: i32,
    pub jpeg: Vec<u8>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "super::picture::Entity",
        from = "Column::PictureId",
        to = "super::picture::Column::Id"
    )]
    Picture,
}

impl Related<super::picture::Entity> for Entity {
    fn to() -> RelationDef {
        Relation::Picture.def()
    }
}

impl ActiveModelBehavior for ActiveModel {}
