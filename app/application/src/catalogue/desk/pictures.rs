//! The picture that shows an activity: handed in with a draft, kept with the activity.

mod hand_in_picture;
mod hand_over;
mod remove_picture;
mod see_draft_picture;

pub use hand_in_picture::{HandedInPicture, PictureProblem, hand_in_picture};
pub(super) use hand_over::{PictureChange, change_of};
pub use remove_picture::remove_picture;
pub use see_draft_picture::see_draft_picture;

#[cfg(test)]
mod tests;
