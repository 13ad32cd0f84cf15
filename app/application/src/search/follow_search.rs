//! A search as programs follow it.

use std::collections::HashMap;

use domain::{
    catalogue::{Activity, ActivityId},
    search::Query,
};

use super::{SearchError, search_activities};
use crate::ports::{ActivitySummary, Ports};

/// An activity that was found, as lists show it and with all that is public of it.
#[derive(Clone, Debug)]
pub struct Followed {
    pub hit: ActivitySummary,
    pub activity: Activity,
}

/// One page of what meets all of `query`, in the order of the list. What only comes near is left
/// out: whoever follows a search wants to hear of what they asked for.
///
/// # Errors
///
/// Where the store or the index fails.
pub async fn follow_search(ports: &Ports, query: &Query) -> Result<Vec<Followed>, SearchError> {
    let hits = search_activities(ports, query).await?.found.hits;
    if hits.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<ActivityId> = hits.iter().map(|hit| hit.id).collect();
    let activities = ports.desk.activities_named(&ids).await?;
    let mut activities: HashMap<ActivityId, Activity> =
        activities.into_iter().map(|it| (it.id, it)).collect();
    let followed = hits.into_iter().filter_map(|hit| {
        // What was taken down a moment ago is not told any more.
        let activity = activities.remove(&hit.id).filter(|it| it.state().is_public())?;
        Some(Followed { hit, activity })
    });
    Ok(followed.collect())
}
