//! A moderator says yes to several things at once.

use domain::pact::CaseId;

use super::{AnsweredCase, several_cases::answer_each};
use crate::{
    identity::Viewer,
    ports::{Ports, StoreError},
};

/// Says yes to each of several things, one after the other and each for itself: what cannot be
/// approved keeps nothing else from it. Partners come first, so that what waits for its partner
/// goes through with it.
///
/// # Errors
///
/// Where the store fails before the first of them.
pub async fn approve_cases(
    ports: &Ports,
    viewer: &Viewer,
    cases: &[CaseId],
) -> Result<Vec<AnsweredCase>, StoreError> {
    answer_each(ports, viewer, cases, None).await
}
