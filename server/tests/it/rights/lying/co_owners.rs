//! Activities that several partners own.

use application::testing::partner_id;
use chrono::DateTime;
use domain::{
    catalogue::{ActivityId, State},
    identity::Scope,
    partners::CoOwner,
};

use super::{an_activity_of, owner};
use crate::testbed::Testbed;

pub(super) fn is_about(pattern: &str) -> bool {
    pattern.contains("/medejere/{partner}/")
}

/// What the lead does is about a third partner beside it; who answers or leaves is beside a third.
pub(super) async fn path(portal: &Testbed, pattern: &str, scope: Scope) -> String {
    let (theirs, postcode) = owner(scope);
    let is_theirs = ["/svar", "/forlad", "/overtag"].iter().any(|it| pattern.ends_with(it));
    let (lead, partner) = if is_theirs { (partner_id(4), theirs) } else { (theirs, partner_id(4)) };
    let activity = an_activity_of(portal, (lead, postcode), State::Published).await;
    let mut it = CoOwner::asked(ActivityId(activity), partner, DateTime::UNIX_EPOCH);
    it.joined_at = (!pattern.ends_with("/svar")).then_some(DateTime::UNIX_EPOCH);
    it.lead_asked_at = pattern.ends_with("/overtag").then_some(DateTime::UNIX_EPOCH);
    let mut tx = portal.plugs.ports.store.begin().await.expect("a transaction");
    tx.co_owners().put(&it).await.expect("a write");
    tx.commit().await.expect("a commit");
    let path = pattern.replace("{id}", &activity.to_string());
    path.replace("{partner}", &partner.0.to_string())
}
