//! Looking for what cannot be: the checks behind `gnist verify`.

mod campaigns;
mod check_ins;
mod desks;
mod draws;
mod imports;
mod pictures;
mod reports;
mod requests;
mod rosters;
mod sweep;
mod synonyms;

use application::ports::StoreError;
use sea_orm::{DbBackend, EntityTrait as _, FromQueryResult, Statement};

use super::{
    Database,
    activities::with_occurrences,
    entity::{activity, occurrence},
    failures::failed,
};

#[derive(FromQueryResult)]
struct Check {
    answer: String,
}

impl Database {
    /// Everything that is wrong, one sentence each; nothing where all is well.
    ///
    /// # Errors
    ///
    /// Where the database does not answer.
    pub async fn verify(&self) -> Result<Vec<String>, StoreError> {
        let mut faults = Vec::new();
        if self.reader.get_database_backend() == DbBackend::Sqlite {
            let question = Statement::from_string(
                DbBackend::Sqlite,
                "select integrity_check as answer from pragma_integrity_check",
            );
            let answers =
                Check::find_by_statement(question).all(&self.reader).await.map_err(failed)?;
            faults.extend(answers.into_iter().map(|it| it.answer).filter(|it| it != "ok"));
            let question = Statement::from_string(
                DbBackend::Sqlite,
                "select \"table\" || ' points to nothing in ' || parent as answer from pragma_foreign_key_check",
            );
            let answers =
                Check::find_by_statement(question).all(&self.reader).await.map_err(failed)?;
            faults.extend(answers.into_iter().map(|it| it.answer));
        }
        let dates = occurrence::Entity::find().all(&self.reader).await.map_err(failed)?;
        for date in &dates {
            if date.taken < 0 || date.capacity.is_some_and(|capacity| date.taken > capacity) {
                faults.push(format!(
                    "occurrence {}: {} of {:?} seats are taken",
                    date.id, date.taken, date.capacity
                ));
            }
        }
        let rows = activity::Entity::find().all(&self.reader).await.map_err(failed)?;
        for it in with_occurrences(&self.reader, rows).await? {
            if let Err(fault) = it.particulars().clone().checked() {
                faults.push(format!("activity {}: {fault}", it.id.0));
            }
        }
        faults.extend(self.verify_campaigns().await?);
        faults.extend(self.verify_desks().await?);
        faults.extend(self.verify_synonyms().await?);
        faults.extend(self.verify_imports().await?);
        faults.extend(self.verify_pictures().await?);
        faults.extend(self.verify_seals().await?);
        faults.extend(self.verify_identities().await?);
        faults.extend(self.verify_rosters().await?);
        faults.extend(self.verify_draws().await?);
        faults.extend(self.verify_check_ins().await?);
        faults.extend(self.verify_reports().await?);
        faults.extend(self.verify_requests().await?);
        faults.extend(self.verify_sweep().await?);
        Ok(faults)
    }
}
