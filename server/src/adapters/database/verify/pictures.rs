//! What cannot be of pictures: one that nobody can read or that nobody has described although it
//! is to be seen, and bytes that are not those of which it tells.

use application::ports::StoreError;
use domain::catalogue::{Picture, PictureMark, Print};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _};

use super::super::{
    Database,
    entity::{picture, picture_print},
    pictures::picture_of,
};

use super::super::failures::failed;

impl Database {
    /// Everything that is wrong with pictures, one sentence each. That none is left of what is
    /// gone is what the database's own check of its keys tells.
    pub(super) async fn verify_pictures(&self) -> Result<Vec<String>, StoreError> {
        let mut faults = Vec::new();
        let rows = picture::Entity::find().all(&self.reader).await.map_err(failed)?;
        for row in rows {
            let (id, is_seen) = (row.id, row.activity_id.is_some());
            if row.draft_id.is_some() == is_seen {
                faults.push(format!("picture {id}: of nothing, or of two things"));
            }
            match picture_of(row) {
                Ok(it) => {
                    if is_seen && it.alt.is_none() {
                        faults.push(format!("picture {id}: nobody has said what it shows"));
                    }
                    if !self.has_its_bytes(&it).await? {
                        faults.push(format!("picture {id}: its bytes are not those of its mark"));
                    }
                }
                Err(fault) => faults.push(fault.to_string()),
            }
        }
        Ok(faults)
    }

    async fn has_its_bytes(&self, picture: &Picture) -> Result<bool, StoreError> {
        let rows = picture_print::Entity::find()
            .filter(picture_print::Column::PictureId.eq(picture.id.0))
            .order_by_asc(picture_print::Column::Width)
            .all(&self.reader)
            .await
            .map_err(failed)?;
        let is_each = rows.len() == picture.sizes.len()
            && rows.iter().zip(&picture.sizes).all(|(row, it)| row.width == i32::from(it.width));
        let prints = rows.into_iter().zip(&picture.sizes);
        let prints: Vec<Print> =
            prints.map(|(row, size)| Print { size: *size, jpeg: row.jpeg }).collect();
        Ok(is_each && !prints.is_empty() && PictureMark::of(&prints) == picture.mark)
    }
}
