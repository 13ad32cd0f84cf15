//! What cannot be of what goes away: somebody of whom more is left than a count.

use application::ports::{StoreError, Sweeping as _};
use domain::signup::SignUp;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};

use super::super::{
    Database,
    entity::{headcount, roster},
    sweeping::headcount_of,
};

use super::super::failures::failed;

impl Database {
    /// Everything that is wrong with what should have gone away, one sentence each.
    pub(super) async fn verify_sweep(&self) -> Result<Vec<String>, StoreError> {
        let mut faults = Vec::new();
        if let Some(at) = self.sweep().await?.and_then(|it| it.swept_at) {
            let left = roster::Entity::find()
                .filter(roster::Column::EndAt.lt(at - SignUp::KEPT_FOR))
                .all(&self.reader)
                .await
                .map_err(failed)?;
            let told =
                |it: roster::Model| format!("roster {}: its time was over", it.occurrence_id);
            faults.extend(left.into_iter().map(told));
        }
        let counts = headcount::Entity::find().all(&self.reader).await.map_err(failed)?;
        faults.extend(
            counts.iter().filter_map(|row| headcount_of(row).err()).map(|it| it.to_string()),
        );
        Ok(faults)
    }
}
