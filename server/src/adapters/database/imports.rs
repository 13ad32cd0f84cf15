//! Sheets that were handed in at desks, and what each did, in their tables.

use application::{
    catalogue::{SheetRow, WholeSheet},
    ports::{ImportReader, ImportRepository, StoreError},
};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    catalogue::{ActivityId, Import, ImportId, ImportStage, Trace},
    identity::AccountId,
    partners::PartnerId,
};
use sea_orm::{
    ActiveValue::{NotSet, Set},
    ColumnTrait as _, ConnectionTrait, DerivePartialModel, EntityTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, QueryTrait as _,
    sea_query::Expr,
};
use serde::{Deserialize, Serialize};

use super::{
    Database, RowError,
    entity::{import, import_trace},
    failures::failed,
    row::Columns,
    store::DatabaseTransaction,
};

/// Rows in one statement: five columns each stay far below what either database takes.
const TRACES_AT_ONCE: usize = 1_000;

/// An import without its sheet.
#[derive(DerivePartialModel)]
#[sea_orm(entity = "import::Entity")]
pub(super) struct ImportRow {
    pub(super) id: domain::Uuid,
    pub(super) partner_id: domain::Uuid,
    account_id: domain::Uuid,
    file_name: String,
    columns: String,
    stage: String,
    figures: String,
    handed_in_at: DateTime<Utc>,
    changed_at: DateTime<Utc>,
}

pub(super) fn import_of(row: ImportRow) -> Result<Import, RowError> {
    let columns = Columns("import");
    let broken = |name| move |_| columns.fault(name, row.id);
    Ok(Import {
        id: ImportId(row.id),
        partner: PartnerId(row.partner_id),
        by: AccountId(row.account_id),
        columns: serde_json::from_str(&row.columns).map_err(broken("columns"))?,
        stage: columns.key("stage", &row.stage)?,
        figures: serde_json::from_str(&row.figures).map_err(broken("figures"))?,
        file_name: row.file_name,
        handed_in_at: row.handed_in_at,
        changed_at: row.changed_at,
    })
}

fn import_row(it: &Import) -> Result<import::ActiveModel, StoreError> {
    Ok(import::ActiveModel {
        id: Set(it.id.0),
        partner_id: Set(it.partner.0),
        account_id: Set(it.by.0),
        file_name: Set(it.file_name.clone()),
        columns: Set(serde_json::to_string(&it.columns).map_err(failed)?),
        stage: Set(it.stage.key().to_owned()),
        figures: Set(serde_json::to_string(&it.figures).map_err(failed)?),
        handed_in_at: Set(it.handed_in_at),
        changed_at: Set(it.changed_at),
        file: NotSet,
    })
}

/// A sheet as it lies in the table, as JSON.
#[derive(Serialize, Deserialize)]
struct KeptSheet {
    header: Vec<String>,
    rows: Vec<(u64, Vec<String>)>,
}

fn packed(sheet: &WholeSheet) -> Result<Vec<u8>, StoreError> {
    let rows = sheet.rows.iter().map(|row| (row.line, row.cells.clone())).collect();
    serde_json::to_vec(&KeptSheet { header: sheet.header.clone(), rows }).map_err(failed)
}

pub(super) fn unpacked(file: &[u8]) -> Result<WholeSheet, StoreError> {
    let kept: KeptSheet = serde_json::from_slice(file).map_err(failed)?;
    let rows = kept.rows.into_iter().map(|(line, cells)| SheetRow { line, cells }).collect();
    Ok(WholeSheet { header: kept.header, rows })
}

pub(super) fn trace_of(row: import_trace::Model) -> Result<Trace, RowError> {
    let columns = Columns("import_trace");
    let former = row.former.as_deref().map(serde_json::from_str).transpose();
    Ok(Trace {
        activity: ActivityId(row.activity_id),
        external_id: columns.text("external_id", row.external_id)?,
        former: former.map_err(|_| columns.fault("former", row.activity_id))?,
        left_at: row.left_at,
    })
}

fn trace_row(id: ImportId, it: &Trace) -> Result<import_trace::ActiveModel, StoreError> {
    let former = it.former.as_ref().map(serde_json::to_string).transpose();
    Ok(import_trace::ActiveModel {
        import_id: Set(id.0),
        activity_id: Set(it.activity.0),
        external_id: Set(it.external_id.to_string()),
        former: Set(former.map_err(failed)?),
        left_at: Set(it.left_at),
    })
}

async fn traces(rows: &impl ConnectionTrait, id: ImportId) -> Result<Vec<Trace>, StoreError> {
    let found = import_trace::Entity::find()
        .filter(import_trace::Column::ImportId.eq(id.0))
        .order_by_asc(import_trace::Column::ActivityId)
        .all(rows)
        .await
        .map_err(failed)?;
    found.into_iter().map(trace_of).collect::<Result<_, _>>().map_err(failed)
}

#[async_trait]
impl ImportRepository for DatabaseTransaction {
    async fn add(&mut self, it: &Import, sheet: &WholeSheet) -> Result<(), StoreError> {
        let row = import::ActiveModel { file: Set(Some(packed(sheet)?)), ..import_row(it)? };
        import::Entity::insert(row).exec_without_returning(&self.rows).await.map_err(failed)?;
        Ok(())
    }

    async fn by_id(&mut self, id: ImportId) -> Result<Option<Import>, StoreError> {
        let row = import::Entity::find_by_id(id.0)
            .lock_exclusive()
            .into_partial_model::<ImportRow>()
            .one(&self.rows)
            .await
            .map_err(failed)?;
        row.map(import_of).transpose().map_err(failed)
    }

    async fn save(&mut self, it: &Import) -> Result<(), StoreError> {
        let is_undone = it.stage == ImportStage::Undone;
        let file = if is_undone { Set(None) } else { NotSet };
        let row = import::ActiveModel { file, ..import_row(it)? };
        import::Entity::update_many()
            .set(row)
            .filter(import::Column::Id.eq(it.id.0))
            .exec(&self.rows)
            .await
            .map_err(failed)?;
        Ok(())
    }

    async fn forget_open(&mut self, by: AccountId, partner: PartnerId) -> Result<(), StoreError> {
        import::Entity::delete_many()
            .filter(import::Column::AccountId.eq(by.0))
            .filter(import::Column::PartnerId.eq(partner.0))
            .filter(import::Column::Stage.eq(ImportStage::Open.key()))
            .exec(&self.rows)
            .await
            .map_err(failed)?;
        Ok(())
    }

    async fn add_traces(&mut self, id: ImportId, traces: &[Trace]) -> Result<(), StoreError> {
        for chunk in traces.chunks(TRACES_AT_ONCE) {
            let rows: Result<Vec<_>, _> = chunk.iter().map(|it| trace_row(id, it)).collect();
            import_trace::Entity::insert_many(rows?)
                .exec_without_returning(&self.rows)
                .await
                .map_err(failed)?;
        }
        Ok(())
    }

    async fn traces(&mut self, id: ImportId) -> Result<Vec<Trace>, StoreError> {
        traces(&self.rows, id).await
    }

    async fn forget_traces(&mut self, id: ImportId) -> Result<(), StoreError> {
        import_trace::Entity::delete_many()
            .filter(import_trace::Column::ImportId.eq(id.0))
            .exec(&self.rows)
            .await
            .map_err(failed)?;
        Ok(())
    }
}

#[async_trait]
impl ImportReader for Database {
    async fn import(&self, id: ImportId) -> Result<Option<Import>, StoreError> {
        let row = import::Entity::find_by_id(id.0)
            .into_partial_model::<ImportRow>()
            .one(&self.reader)
            .await
            .map_err(failed)?;
        row.map(import_of).transpose().map_err(failed)
    }

    async fn sheet(&self, id: ImportId) -> Result<Option<WholeSheet>, StoreError> {
        let file: Option<Option<Vec<u8>>> = import::Entity::find_by_id(id.0)
            .select_only()
            .column(import::Column::File)
            .into_tuple()
            .one(&self.reader)
            .await
            .map_err(failed)?;
        file.flatten().as_deref().map(unpacked).transpose()
    }

    async fn imports_of(&self, partner: PartnerId, n: u64) -> Result<Vec<Import>, StoreError> {
        let rows = import::Entity::find()
            .filter(import::Column::PartnerId.eq(partner.0))
            .order_by_desc(import::Column::HandedInAt)
            .order_by_asc(import::Column::Id)
            .limit(n)
            .into_partial_model::<ImportRow>()
            .all(&self.reader)
            .await
            .map_err(failed)?;
        rows.into_iter().map(import_of).collect::<Result<_, _>>().map_err(failed)
    }

    async fn traces_of(&self, id: ImportId) -> Result<Vec<Trace>, StoreError> {
        traces(&self.reader, id).await
    }

    async fn forget_sheets(
        &self,
        sheets: DateTime<Utc>,
        traces: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        import::Entity::delete_many()
            .filter(import::Column::Stage.eq(ImportStage::Open.key()))
            .filter(import::Column::ChangedAt.lt(sheets))
            .exec(&self.writer)
            .await
            .map_err(failed)?;
        import::Entity::update_many()
            .col_expr(import::Column::File, Expr::val(None::<Vec<u8>>))
            .filter(import::Column::ChangedAt.lt(sheets))
            .filter(import::Column::File.is_not_null())
            .exec(&self.writer)
            .await
            .map_err(failed)?;
        let old = import::Entity::find()
            .select_only()
            .column(import::Column::Id)
            .filter(import::Column::ChangedAt.lt(traces))
            .into_query();
        import_trace::Entity::delete_many()
            .filter(import_trace::Column::ImportId.in_subquery(old))
            .exec(&self.writer)
            .await
            .map_err(failed)?;
        Ok(())
    }
}
