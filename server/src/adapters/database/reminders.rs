//! Which cases were told of, in their table.

use application::ports::{ReminderRepository, StoreError};
use async_trait::async_trait;
use domain::pact::{CaseId, Reminder};
use sea_orm::{ActiveValue::Set, EntityTrait as _, sea_query::OnConflict};

use super::{
    RowError, entity::reminder, failures::failed, row::Columns, store::DatabaseTransaction,
};

pub(super) fn reminder_of(row: &reminder::Model) -> Result<Reminder, RowError> {
    let columns = Columns("reminder");
    let case = CaseId::of_parts(&row.about, row.about_id);
    Ok(Reminder {
        case: case.ok_or_else(|| columns.fault("about", &row.about))?,
        since: row.since,
        patience: columns.key("patience", &row.patience)?,
    })
}

#[async_trait]
impl ReminderRepository for DatabaseTransaction {
    async fn note(&mut self, it: &Reminder) -> Result<bool, StoreError> {
        let (word, id) = it.case.parts();
        let row = reminder::ActiveModel {
            about: Set(word.to_owned()),
            about_id: Set(id),
            since: Set(it.since),
            patience: Set(it.patience.key().to_owned()),
        };
        let key = [
            reminder::Column::About,
            reminder::Column::AboutId,
            reminder::Column::Since,
            reminder::Column::Patience,
        ];
        let noted = reminder::Entity::insert_many([row])
            .on_conflict(OnConflict::columns(key).do_nothing().to_owned())
            .exec_without_returning(&self.rows)
            .await
            .map_err(failed)?;
        Ok(noted > 0)
    }
}
