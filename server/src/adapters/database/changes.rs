//! What copies of the catalogue follow.

use application::ports::{
    ActivityDocument, CatalogueChanges, ChangeMark, Changed, IndexChange, StoreError,
};
use async_trait::async_trait;
use domain::{
    Uuid,
    catalogue::{ActivityId, State},
};
use sea_orm::{
    ColumnTrait, DerivePartialModel, EntityTrait as _, ExprTrait as _, JoinType, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, RelationDef, Select, sea_query::Expr,
};

use super::{
    Database, RowError,
    entity::{activity, partner},
    failures::failed,
    row::Columns,
};

/// What an index reads of an activity.
#[derive(DerivePartialModel)]
#[sea_orm(entity = "activity::Entity")]
struct DocumentRow {
    id: Uuid,
    version: i64,
    state: String,
    title: String,
    summary: String,
    description: String,
    kind: String,
    topics: String,
    levels: String,
    audience: String,
    format: String,
    language: String,
    venue: Option<String>,
    city: Option<String>,
    campaign: Option<String>,
    girls_focus: bool,
    #[sea_orm(from_expr = "partner::Column::Name")]
    partner: String,
    #[sea_orm(from_expr = "partner::Column::Sector")]
    sector: String,
}

fn rows() -> Select<activity::Entity> {
    let partner: RelationDef = activity::Entity::belongs_to(partner::Entity)
        .from(activity::Column::PartnerId)
        .to(partner::Column::Id)
        .into();
    activity::Entity::find().join(JoinType::InnerJoin, partner)
}

impl DocumentRow {
    /// What an index reads, with those who own the activity beside its lead.
    fn document(self, co_owners: Option<Vec<String>>) -> Result<ActivityDocument, RowError> {
        let owners = std::iter::once(self.partner).chain(co_owners.unwrap_or_default());
        let partner = owners.collect::<Vec<_>>().join(", ");
        let columns = Columns("activity");
        Ok(ActivityDocument {
            id: ActivityId(self.id),
            version: self.version,
            title: self.title,
            summary: self.summary,
            description: self.description,
            partner,
            sector: Columns("partner").key("sector", &self.sector)?,
            kind: columns.key("kind", &self.kind)?,
            topics: columns.keys("topics", &self.topics)?,
            levels: columns.keys("levels", &self.levels)?,
            audience: columns.keys("audience", &self.audience)?,
            format: columns.key("format", &self.format)?,
            language: columns.key("language", &self.language)?,
            venue: self.venue,
            city: self.city,
            campaign: self.campaign,
            girls_focus: self.girls_focus,
        })
    }
}

/// Which activities were changed after the one that a mark names: in later versions, or in the
/// same one behind it in the order of ids. Compared as pairs, so that a database begins where
/// the mark stands in its index; of »later, or beside and behind« SQLite reads all from the start.
pub(super) fn changed_after(version: i64, id: Uuid) -> Expr {
    let place = [activity::Column::Version, activity::Column::Id].map(ColumnTrait::into_expr);
    Expr::tuple(place).gt(Expr::tuple([Expr::val(version), Expr::val(id)]))
}

#[async_trait]
impl CatalogueChanges for Database {
    async fn version(&self) -> Result<i64, StoreError> {
        self.catalogue_version().await
    }

    async fn changed_after(&self, mark: ChangeMark, n: u64) -> Result<Vec<Changed>, StoreError> {
        let rows: Vec<DocumentRow> = rows()
            .filter(changed_after(mark.version, mark.id.0))
            .order_by_asc(activity::Column::Version)
            .order_by_asc(activity::Column::Id)
            .limit(n)
            .into_partial_model()
            .all(&self.reader)
            .await
            .map_err(failed)?;
        let public = rows.iter().filter(|row| row.state == State::Published.key());
        let public: Vec<Uuid> = public.map(|row| row.id).collect();
        let mut co_owners = self.co_owner_names(&public).await?;
        let changed = rows.into_iter().map(|row| {
            let mark = ChangeMark { version: row.version, id: ActivityId(row.id) };
            let change = if row.state == State::Published.key() {
                let co_owners = co_owners.remove(&row.id);
                IndexChange::Put(Box::new(row.document(co_owners)?))
            } else {
                IndexChange::Forget(mark.id)
            };
            Ok(Changed { mark, change })
        });
        changed.collect::<Result<_, RowError>>().map_err(failed)
    }

    async fn public(&self) -> Result<Vec<(ActivityId, i64)>, StoreError> {
        let rows: Vec<(Uuid, i64)> = activity::Entity::find()
            .select_only()
            .column(activity::Column::Id)
            .column(activity::Column::Version)
            .filter(activity::Column::State.eq(State::Published.key()))
            .into_tuple()
            .all(&self.reader)
            .await
            .map_err(failed)?;
        Ok(rows.into_iter().map(|(id, version)| (ActivityId(id), version)).collect())
    }

    async fn documents(&self, ids: &[ActivityId]) -> Result<Vec<ActivityDocument>, StoreError> {
        let rows: Vec<DocumentRow> = rows()
            .filter(activity::Column::Id.is_in(ids.iter().map(|id| id.0)))
            .filter(activity::Column::State.eq(State::Published.key()))
            .into_partial_model()
            .all(&self.reader)
            .await
            .map_err(failed)?;
        let public: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
        let mut co_owners = self.co_owner_names(&public).await?;
        let documents = rows.into_iter().map(|row| {
            let co_owners = co_owners.remove(&row.id);
            row.document(co_owners)
        });
        documents.collect::<Result<_, _>>().map_err(failed)
    }
}
