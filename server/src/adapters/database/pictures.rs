//! Pictures, in their tables: what pages ask for in one, the bytes in another.

use application::ports::{PictureReader, PictureRepository, StoreError};
use async_trait::async_trait;
use domain::{
    Uuid,
    catalogue::{AltText, Picture, PictureFile, PictureId, PictureOf, PictureSize, Print},
};
use sea_orm::{
    ActiveModelTrait as _, ActiveValue::Set, ColumnTrait as _, ConnectionTrait, EntityTrait as _,
    QueryFilter as _, QuerySelect as _, sea_query::Expr,
};

use super::{
    Database, RowError,
    entity::{picture, picture_print},
    failures::failed,
    row::Columns,
    store::DatabaseTransaction,
};

/// `480x270 960x540`.
fn written(sizes: &[PictureSize]) -> String {
    let sizes = sizes.iter().map(|it| format!("{}x{}", it.width, it.height));
    sizes.collect::<Vec<_>>().join(" ")
}

fn read(text: &str) -> Option<Vec<PictureSize>> {
    let size = |text: &str| {
        let (width, height) = text.split_once('x')?;
        Some(PictureSize { width: width.parse().ok()?, height: height.parse().ok()? })
    };
    text.split(' ').map(size).collect()
}

pub(super) fn picture_of(row: picture::Model) -> Result<Picture, RowError> {
    let columns = Columns("picture");
    let sizes = read(&row.sizes).filter(|sizes| sizes.is_sorted_by_key(|it| it.width));
    Ok(Picture {
        id: PictureId(row.id),
        mark: row.mark.parse().map_err(|_| columns.fault("mark", &row.mark))?,
        alt: columns.some("alt", row.alt)?,
        sizes: sizes.ok_or_else(|| columns.fault("sizes", &row.sizes))?,
    })
}

fn is_of(whose: PictureOf) -> Expr {
    match whose {
        PictureOf::Draft(id) => picture::Column::DraftId.eq(id.0),
        PictureOf::Activity(id) => picture::Column::ActivityId.eq(id.0),
    }
}

fn row_of(whose: PictureOf, it: &Picture) -> picture::ActiveModel {
    let (draft, activity) = owners(whose);
    picture::ActiveModel {
        id: Set(it.id.0),
        draft_id: Set(draft),
        activity_id: Set(activity),
        mark: Set(it.mark.to_string()),
        alt: Set(it.alt.as_ref().map(ToString::to_string)),
        sizes: Set(written(&it.sizes)),
    }
}

fn owners(whose: PictureOf) -> (Option<Uuid>, Option<Uuid>) {
    match whose {
        PictureOf::Draft(id) => (Some(id.0), None),
        PictureOf::Activity(id) => (None, Some(id.0)),
    }
}

async fn found(
    database: &impl ConnectionTrait,
    whose: PictureOf,
) -> Result<Option<Picture>, StoreError> {
    let row = picture::Entity::find().filter(is_of(whose)).one(database).await;
    row.map_err(failed)?.map(picture_of).transpose().map_err(failed)
}

#[async_trait]
impl PictureRepository for DatabaseTransaction {
    async fn of(&mut self, whose: PictureOf) -> Result<Option<Picture>, StoreError> {
        found(&self.rows, whose).await
    }

    async fn put(
        &mut self,
        whose: PictureOf,
        it: &Picture,
        prints: &[Print],
    ) -> Result<(), StoreError> {
        PictureRepository::remove(self, whose).await?;
        row_of(whose, it).insert(&self.rows).await.map_err(failed)?;
        // One statement each: a statement holds one size in memory, not all of them.
        for print in prints {
            let row = picture_print::ActiveModel {
                picture_id: Set(it.id.0),
                width: Set(print.size.width.into()),
                jpeg: Set(print.jpeg.clone()),
            };
            picture_print::Entity::insert(row)
                .exec_without_returning(&self.rows)
                .await
                .map_err(failed)?;
        }
        Ok(())
    }

    async fn tell(&mut self, whose: PictureOf, alt: &AltText) -> Result<(), StoreError> {
        picture::Entity::update_many()
            .col_expr(picture::Column::Alt, Expr::val(alt.as_str()))
            .filter(is_of(whose))
            .exec(&self.rows)
            .await
            .map_err(failed)?;
        Ok(())
    }

    async fn copy(
        &mut self,
        from: PictureOf,
        to: PictureOf,
        id: PictureId,
    ) -> Result<(), StoreError> {
        let Some(original) = found(&self.rows, from).await? else { return Ok(()) };
        let rows = picture_print::Entity::find()
            .filter(picture_print::Column::PictureId.eq(original.id.0))
            .all(&self.rows)
            .await
            .map_err(failed)?;
        let print = |row: picture_print::Model| {
            let size = original.sizes.iter().find(|it| i32::from(it.width) == row.width)?;
            Some(Print { size: *size, jpeg: row.jpeg })
        };
        let prints: Vec<Print> = rows.into_iter().filter_map(print).collect();
        self.put(to, &Picture { id, ..original }, &prints).await
    }

    async fn hand_over(&mut self, from: PictureOf, to: PictureOf) -> Result<(), StoreError> {
        PictureRepository::remove(self, to).await?;
        let (draft, activity) = owners(to);
        picture::Entity::update_many()
            .col_expr(picture::Column::DraftId, Expr::val(draft))
            .col_expr(picture::Column::ActivityId, Expr::val(activity))
            .filter(is_of(from))
            .exec(&self.rows)
            .await
            .map_err(failed)?;
        Ok(())
    }

    async fn remove(&mut self, whose: PictureOf) -> Result<(), StoreError> {
        // The bytes go with it, by their foreign key.
        picture::Entity::delete_many()
            .filter(is_of(whose))
            .exec(&self.rows)
            .await
            .map_err(failed)?;
        Ok(())
    }
}

#[async_trait]
impl PictureReader for Database {
    async fn picture_of(&self, whose: PictureOf) -> Result<Option<Picture>, StoreError> {
        found(&self.reader, whose).await
    }

    async fn print_of(
        &self,
        whose: PictureOf,
        file: &PictureFile,
    ) -> Result<Option<Vec<u8>>, StoreError> {
        picture_print::Entity::find()
            .inner_join(picture::Entity)
            .select_only()
            .column(picture_print::Column::Jpeg)
            .filter(is_of(whose))
            .filter(picture::Column::Mark.eq(file.mark.to_string()))
            .filter(picture_print::Column::Width.eq(i32::from(file.width)))
            .into_tuple()
            .one(&self.reader)
            .await
            .map_err(failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_as_they_are_written() {
        let sizes = [(480, 270), (960, 540)].map(|(width, height)| PictureSize { width, height });
        assert_eq!(read(&written(&sizes)).as_deref(), Some(&sizes[..]));
        for text in ["", "480", "480x", "480x270 ", "480x270,960x540"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
