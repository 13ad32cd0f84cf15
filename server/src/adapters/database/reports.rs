//! What is told of dates once they are over, in its table.

use application::ports::{ReportReader, ReportRepository, StoreError};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    catalogue::{ActivityId, OccurrenceId},
    signup::{Came, CameAs, DateReport, DateTold},
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _, QueryFilter as _,
    sea_query::{Expr, OnConflict},
};

use super::{
    Database, RowError,
    entity::date_report,
    failures::failed,
    row::{Columns, joined},
    store::DatabaseTransaction,
};

pub(super) fn report_of(row: date_report::Model) -> Result<DateReport, RowError> {
    let columns = Columns("date_report");
    let mut came = Came::default();
    for (who, column, n) in [
        (CameAs::Pupils, "pupils", row.pupils),
        (CameAs::Students, "students", row.students),
        (CameAs::Teachers, "teachers", row.teachers),
        (CameAs::Adults, "adults", row.adults),
    ] {
        came = came.and(who, columns.number(column, n.into())?);
    }
    let girls = columns.numbers("girls", row.girls.map(i32::from))?;
    if let Some(girls) = girls.filter(|it: &u16| u32::from(*it) > came.young()) {
        return Err(columns.fault("girls", girls));
    }
    Ok(DateReport {
        occurrence: OccurrenceId(row.occurrence_id),
        activity: ActivityId(row.activity_id),
        start: row.start_at,
        told: DateTold {
            came,
            girls,
            levels: columns.keys("levels", &row.levels)?,
            well: columns.some("well", row.well)?,
            better: columns.some("better", row.better)?,
        },
        reported_at: row.reported_at,
    })
}

fn row_of(it: &DateReport) -> date_report::ActiveModel {
    let came = |who: CameAs| Set(it.told.came.of(who).cast_signed());
    let remark = |it: Option<&domain::signup::DateRemark>| Set(it.map(ToString::to_string));
    date_report::ActiveModel {
        occurrence_id: Set(it.occurrence.0),
        activity_id: Set(it.activity.0),
        start_at: Set(it.start),
        pupils: came(CameAs::Pupils),
        students: came(CameAs::Students),
        teachers: came(CameAs::Teachers),
        adults: came(CameAs::Adults),
        girls: Set(it.told.girls.map(u16::cast_signed)),
        levels: Set(joined(&it.told.levels)),
        well: remark(it.told.well.as_ref()),
        better: remark(it.told.better.as_ref()),
        reported_at: Set(it.reported_at),
    }
}

async fn report_at(
    rows: &impl ConnectionTrait,
    date: OccurrenceId,
) -> Result<Option<DateReport>, StoreError> {
    let row = date_report::Entity::find_by_id(date.0).one(rows).await.map_err(failed)?;
    row.map(report_of).transpose().map_err(failed)
}

#[async_trait]
impl ReportRepository for DatabaseTransaction {
    async fn of(&mut self, date: OccurrenceId) -> Result<Option<DateReport>, StoreError> {
        report_at(&self.rows, date).await
    }

    async fn keep(&mut self, report: &DateReport) -> Result<(), StoreError> {
        use date_report::Column;

        let told = [
            Column::ActivityId,
            Column::StartAt,
            Column::Pupils,
            Column::Students,
            Column::Teachers,
            Column::Adults,
            Column::Girls,
            Column::Levels,
            Column::Well,
            Column::Better,
            Column::ReportedAt,
        ];
        let known = OnConflict::column(Column::OccurrenceId).update_columns(told).to_owned();
        date_report::Entity::insert(row_of(report))
            .on_conflict(known)
            .exec_without_returning(&self.rows)
            .await
            .map_err(failed)?;
        Ok(())
    }
}

#[async_trait]
impl ReportReader for Database {
    async fn report_of(&self, date: OccurrenceId) -> Result<Option<DateReport>, StoreError> {
        report_at(&self.reader, date).await
    }

    async fn reports_of(&self, dates: &[OccurrenceId]) -> Result<Vec<DateReport>, StoreError> {
        let rows = date_report::Entity::find()
            .filter(date_report::Column::OccurrenceId.is_in(dates.iter().map(|it| it.0)))
            .all(&self.reader)
            .await
            .map_err(failed)?;
        rows.into_iter().map(report_of).collect::<Result<_, _>>().map_err(failed)
    }

    async fn forget_remarks(&self, before: DateTime<Utc>) -> Result<(), StoreError> {
        let said = Condition::any()
            .add(date_report::Column::Well.is_not_null())
            .add(date_report::Column::Better.is_not_null());
        date_report::Entity::update_many()
            .col_expr(date_report::Column::Well, Expr::val(None::<String>))
            .col_expr(date_report::Column::Better, Expr::val(None::<String>))
            .filter(date_report::Column::ReportedAt.lt(before))
            .filter(said)
            .exec(&self.writer)
            .await
            .map_err(failed)?;
        Ok(())
    }
}
