//! What was searched for in vain, month by month.

use application::ports::{StoreError, VainSearch, VainSearchStore};
use async_trait::async_trait;
use chrono::NaiveDate;
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait as _, EntityTrait as _, ExprTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _,
    sea_query::{Expr, OnConflict},
};

use super::{Database, entity::vain_search, failures::failed};

#[async_trait]
impl VainSearchStore for Database {
    async fn add(&self, counts: &[VainSearch]) -> Result<(), StoreError> {
        if counts.is_empty() {
            return Ok(());
        }
        let rows = counts.iter().map(|it| vain_search::ActiveModel {
            month: Set(it.month),
            words: Set(it.words.clone()),
            searches: Set(i32::try_from(it.searches).unwrap_or(i32::MAX)),
        });
        let sum = Expr::col((vain_search::Entity, vain_search::Column::Searches))
            .add(Expr::col(("excluded", vain_search::Column::Searches)));
        let known = OnConflict::columns([vain_search::Column::Month, vain_search::Column::Words])
            .value(vain_search::Column::Searches, sum)
            .to_owned();
        vain_search::Entity::insert_many(rows)
            .on_conflict(known)
            .exec_without_returning(&self.writer)
            .await
            .map_err(failed)?;
        Ok(())
    }

    async fn of_month(&self, month: NaiveDate, n: u64) -> Result<Vec<VainSearch>, StoreError> {
        let rows = vain_search::Entity::find()
            .filter(vain_search::Column::Month.eq(month))
            .order_by_desc(vain_search::Column::Searches)
            .order_by_asc(vain_search::Column::Words)
            .limit(n)
            .all(&self.reader)
            .await
            .map_err(failed)?;
        let searches = rows.into_iter().map(|row| VainSearch {
            month: row.month,
            words: row.words,
            searches: row.searches.unsigned_abs(),
        });
        Ok(searches.collect())
    }
}
