//! One size of a picture, as a moderator looks at it.

use domain::{
    catalogue::{ActivityId, PictureFile, PictureOf},
    identity::Action,
};

use super::region_of;
use crate::{
    catalogue::DeskError,
    copenhagen,
    identity::{Viewer, may_in_region},
    ports::Ports,
};

/// One size of the picture of an activity in whatever state, as a JPEG.
///
/// # Errors
///
/// [`DeskError::Unknown`] where the activity is none of theirs, or shows something else.
pub async fn see_case_picture(
    ports: &Ports,
    viewer: &Viewer,
    id: ActivityId,
    file: &PictureFile,
) -> Result<Vec<u8>, DeskError> {
    let day = copenhagen::day(ports.clock.now());
    let details = ports.desk.activity_by_id(id).await?.ok_or(DeskError::Unknown)?;
    let partners = ports.desk.all_partners().await?;
    let partner = partners.into_iter().find(|it| it.id == details.activity.partner);
    let partner = partner.ok_or(DeskError::Unknown)?;
    let region = region_of(details.activity.particulars(), &partner, day);
    may_in_region(&viewer.account, Action::SeeCase, region, day)?;
    let print = ports.pictures.print_of(PictureOf::Activity(id), file).await?;
    print.ok_or(DeskError::Unknown)
}
