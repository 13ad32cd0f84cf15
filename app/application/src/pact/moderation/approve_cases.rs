//! A moderator says yes to several things at once.

use super::{AnsweredCase, SeenCase, several_cases::answer_each};
use crate::{
    identity::Viewer,
    ports::{Ports, StoreError},
};

/// Says yes to each of several things, one after the other and each for itself: what cannot be
/// approved, or was changed since it was seen, keeps nothing else from it. Partners come first, so
/// that what waits for its partner goes through with it.
///
/// # Errors
///
/// Where the store fails before the first of them.
pub async fn approve_cases(
    ports: &Ports,
    viewer: &Viewer,
    cases: &[SeenCase],
) -> Result<Vec<AnsweredCase>, StoreError> {
    answer_each(ports, viewer, cases, None).await
}
