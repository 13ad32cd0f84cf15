//! One size of an activity's picture, where a visitor may see the activity.

use domain::catalogue::{PictureFile, PictureOf, Slug};

use super::see_activity::{Shown, see_activity};
use crate::ports::{Ports, StoreError};

/// One size of an activity's picture, as a JPEG: to be seen by whoever may see the page.
///
/// # Errors
///
/// Where the store fails.
pub async fn see_picture(
    ports: &Ports,
    slug: &Slug,
    file: &PictureFile,
) -> Result<Shown<Vec<u8>>, StoreError> {
    let id = match see_activity(ports, slug).await? {
        Shown::Page(details) => details.activity.id,
        Shown::Gone => return Ok(Shown::Gone),
        Shown::Unknown => return Ok(Shown::Unknown),
    };
    let print = ports.pictures.print_of(PictureOf::Activity(id), file).await?;
    Ok(print.map_or(Shown::Unknown, |it| Shown::Page(Box::new(it))))
}
