//! What cannot be of campaigns: words that nobody can have typed, and days in the wrong order.

use application::ports::StoreError;
use domain::pact::check_season;
use sea_orm::EntityTrait as _;

use super::super::{Database, campaigns::campaign_of, entity::campaign};

use super::super::failures::failed;

impl Database {
    /// Everything that is wrong with campaigns, one sentence each.
    pub(super) async fn verify_campaigns(&self) -> Result<Vec<String>, StoreError> {
        let rows = campaign::Entity::find().all(&self.reader).await.map_err(failed)?;
        let faults = rows.into_iter().filter_map(|row| {
            let key = row.key.clone();
            match campaign_of(row) {
                Ok(it) => check_season(it.first_day, it.last_day)
                    .err()
                    .map(|fault| format!("campaign {key}: {fault}")),
                Err(fault) => Some(fault.to_string()),
            }
        });
        Ok(faults.collect())
    }
}
