//! What cannot be of requests: one that is open twice, or kept for longer than it may be.

use application::ports::StoreError;
use domain::signup::{RequestPatience, RequestStage};
use sea_orm::EntityTrait as _;

use super::super::{Database, entity::request, requests::request_of};

use super::super::failures::failed;

impl Database {
    /// Everything that is wrong with requests, one sentence each.
    pub(super) async fn verify_requests(&self) -> Result<Vec<String>, StoreError> {
        let mut faults = Vec::new();
        let rows = request::Entity::find().all(&self.reader).await.map_err(failed)?;
        for row in rows {
            let (id, key, erased_at) = (row.id, row.active_key.clone(), row.erased_at);
            if row.told_patience.parse::<RequestPatience>().is_err() {
                faults.push(format!("request {id}: it was told of as »{}«", row.told_patience));
            }
            let it = match request_of(row) {
                Ok(it) => it,
                Err(fault) => {
                    faults.push(fault.to_string());
                    continue;
                }
            };
            if key != it.is_open().then(|| it.key().as_str().to_owned()) {
                faults.push(format!("request {id}: its key is not that of its stage"));
            }
            if erased_at != it.erased_at() {
                faults.push(format!("request {id}: it is not erased when it should be"));
            }
            if let Some(seat) = it.seat()
                && it.answer.as_ref().is_none_or(|it| it.day.is_none())
            {
                faults.push(format!("request {id}: nobody knows when seat {} is", seat.0));
            }
            let is_answered = matches!(it.stage, RequestStage::Accepted | RequestStage::Declined);
            if is_answered && it.answer.is_none() {
                faults.push(format!("request {id}: nobody has answered it"));
            }
        }
        Ok(faults)
    }
}
