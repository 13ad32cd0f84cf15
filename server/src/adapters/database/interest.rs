//! How interested pupils say that they were and are, in its tables.

use std::collections::BTreeMap;

use application::ports::{InterestReader, InterestRepository, StoreError};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    catalogue::OccurrenceId,
    identity::Mark,
    signup::{Interest, InterestAnswer, InterestLink},
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, ExprTrait as _, QueryFilter as _,
    sea_query::{Expr, OnConflict},
};

use super::{
    Database, RowError,
    entity::{interest, interest_link},
    failures::failed,
    row::Columns,
    store::DatabaseTransaction,
};

/// How often which answer was given.
pub(super) fn counted(row: &interest::Model) -> Result<(InterestAnswer, u32), RowError> {
    let columns = Columns("interest");
    let answer = InterestAnswer {
        before: columns.number("score_before", row.score_before.into())?,
        after: columns.number("score_after", row.score_after.into())?,
    };
    Ok((answer, columns.number("n", row.n)?))
}

fn link_of(row: interest_link::Model) -> InterestLink {
    InterestLink {
        mark: Mark::kept(row.mark),
        occurrence: OccurrenceId(row.occurrence_id),
        made_at: row.made_at,
    }
}

async fn answers(
    rows: &impl ConnectionTrait,
    dates: &[OccurrenceId],
) -> Result<BTreeMap<OccurrenceId, Interest>, StoreError> {
    let rows = interest::Entity::find()
        .filter(interest::Column::OccurrenceId.is_in(dates.iter().map(|it| it.0)))
        .all(rows)
        .await
        .map_err(failed)?;
    let mut all: BTreeMap<OccurrenceId, Interest> = BTreeMap::new();
    for row in rows {
        let (answer, n) = counted(&row).map_err(failed)?;
        all.entry(OccurrenceId(row.occurrence_id)).or_default().count(answer, n);
    }
    Ok(all)
}

#[async_trait]
impl InterestRepository for DatabaseTransaction {
    async fn of(&mut self, date: OccurrenceId) -> Result<Interest, StoreError> {
        Ok(answers(&self.rows, &[date]).await?.remove(&date).unwrap_or_default())
    }

    async fn count(
        &mut self,
        date: OccurrenceId,
        answer: InterestAnswer,
    ) -> Result<(), StoreError> {
        use interest::Column;

        let (before, after) = (i16::from(answer.before.get()), i16::from(answer.after.get()));
        let known = interest::Entity::update_many()
            .col_expr(Column::N, Expr::col(Column::N).add(1))
            .filter(Column::OccurrenceId.eq(date.0))
            .filter(Column::ScoreBefore.eq(before))
            .filter(Column::ScoreAfter.eq(after))
            .exec(&self.rows)
            .await
            .map_err(failed)?;
        if known.rows_affected > 0 {
            return Ok(());
        }
        let row = interest::ActiveModel {
            occurrence_id: Set(date.0),
            score_before: Set(before),
            score_after: Set(after),
            n: Set(1),
        };
        interest::Entity::insert(row).exec_without_returning(&self.rows).await.map_err(failed)?;
        Ok(())
    }

    async fn keep_link(&mut self, link: &InterestLink) -> Result<(), StoreError> {
        use interest_link::Column;

        let row = interest_link::ActiveModel {
            occurrence_id: Set(link.occurrence.0),
            mark: Set(link.mark.as_str().to_owned()),
            made_at: Set(link.made_at),
        };
        let known = OnConflict::column(Column::OccurrenceId)
            .update_columns([Column::Mark, Column::MadeAt])
            .to_owned();
        interest_link::Entity::insert(row)
            .on_conflict(known)
            .exec_without_returning(&self.rows)
            .await
            .map_err(failed)?;
        Ok(())
    }
}

#[async_trait]
impl InterestReader for Database {
    async fn interest_link(&self, mark: &Mark) -> Result<Option<InterestLink>, StoreError> {
        let row = interest_link::Entity::find()
            .filter(interest_link::Column::Mark.eq(mark.as_str()))
            .one(&self.reader)
            .await
            .map_err(failed)?;
        Ok(row.map(link_of))
    }

    async fn interest_link_of(
        &self,
        date: OccurrenceId,
    ) -> Result<Option<InterestLink>, StoreError> {
        let row = interest_link::Entity::find_by_id(date.0).one(&self.reader).await;
        Ok(row.map_err(failed)?.map(link_of))
    }

    async fn interest_of(
        &self,
        dates: &[OccurrenceId],
    ) -> Result<BTreeMap<OccurrenceId, Interest>, StoreError> {
        answers(&self.reader, dates).await
    }

    async fn forget_interest_links(&self, before: DateTime<Utc>) -> Result<(), StoreError> {
        interest_link::Entity::delete_many()
            .filter(interest_link::Column::MadeAt.lt(before))
            .exec(&self.writer)
            .await
            .map_err(failed)?;
        Ok(())
    }
}
