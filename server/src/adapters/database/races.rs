//! Which failures say that others wanted the same rows in another order.

use std::{error::Error, sync::Arc};

use sea_orm::{DbErr, RuntimeErr};

use super::together::NotKept;

/// What PostgreSQL says of a transaction that it has ended so that others can go on: it was in the
/// way of one that was in its own (40P01), or saw what others have changed since (40001).
const LOST: [&str; 2] = ["40P01", "40001"];

/// Whether somewhere beneath an error lies one of these. Nothing of what failed was kept then.
pub(super) fn is_lost(error: &(dyn Error + 'static)) -> bool {
    let mut beneath = Some(error);
    while let Some(it) = beneath {
        let code = it.downcast_ref::<DbErr>().or(it.downcast_ref::<Arc<DbErr>>().map(|it| &**it));
        // Those who wrote together were all taken back, and nobody was answered.
        let is_taken_back = matches!(it.downcast_ref::<NotKept>(), Some(NotKept(None)));
        if is_taken_back
            || code.is_some_and(|it| code_of(it).is_some_and(|it| LOST.contains(&&*it)))
        {
            return true;
        }
        beneath = it.source();
    }
    false
}

fn code_of(error: &DbErr) -> Option<String> {
    match error {
        DbErr::Exec(RuntimeErr::SqlxError(error)) | DbErr::Query(RuntimeErr::SqlxError(error)) => {
            Some(error.as_database_error()?.code()?.into_owned())
        }
        _ => None,
    }
}
