//! Partners, in their table.

use std::collections::HashSet;

use application::ports::{PartnerRepository, StoreError};
use async_trait::async_trait;
use domain::{
    catalogue::Slug,
    partners::{NameKey, Partner, PartnerId},
};
use sea_orm::{
    ActiveModelTrait as _, ActiveValue::NotSet, ColumnTrait as _, EntityTrait as _,
    QueryFilter as _, QuerySelect as _,
};

use super::{
    Database,
    dialect::{self, MOST_VALUES},
    entity::partner,
    failures::failed,
    row::{partner_of, partner_row},
    store::DatabaseTransaction,
};

/// What is locked by whoever looks at all partners before they add one.
const PARTNERS: i64 = 0x676e_6973_7400_0001;

#[async_trait]
impl PartnerRepository for DatabaseTransaction {
    async fn by_name(&mut self, names: &[NameKey]) -> Result<Vec<Partner>, StoreError> {
        let mut found = Vec::new();
        for names in names.chunks(MOST_VALUES) {
            let keys = names.iter().map(NameKey::as_str);
            let rows = partner::Entity::find()
                .filter(partner::Column::NameKey.is_in(keys))
                .all(&self.rows)
                .await
                .map_err(failed)?;
            for row in rows {
                found.push(partner_of(row).map_err(failed)?);
            }
        }
        Ok(found)
    }

    async fn by_id(&mut self, id: PartnerId) -> Result<Option<Partner>, StoreError> {
        let row = partner::Entity::find_by_id(id.0)
            .lock_exclusive()
            .one(&self.rows)
            .await
            .map_err(failed)?;
        row.map(partner_of).transpose().map_err(failed)
    }

    async fn lock_all(&mut self) -> Result<(), StoreError> {
        dialect::lock(&self.rows, PARTNERS).await.map_err(failed)
    }

    async fn all(&mut self) -> Result<Vec<Partner>, StoreError> {
        let rows = partner::Entity::find().all(&self.rows).await.map_err(failed)?;
        rows.into_iter().map(partner_of).collect::<Result<_, _>>().map_err(failed)
    }

    async fn save(&mut self, partner: &Partner) -> Result<(), StoreError> {
        let row = partner::ActiveModel {
            name: NotSet,
            name_key: NotSet,
            slug: NotSet,
            created_at: NotSet,
            ..partner_row(partner)
        };
        row.update(&self.rows).await.map_err(failed)?;
        self.has_new_partners = true;
        Ok(())
    }

    async fn add(&mut self, partners: &[Partner]) -> Result<(), StoreError> {
        if partners.is_empty() {
            return Ok(());
        }
        let taken: Vec<String> = partner::Entity::find()
            .select_only()
            .column(partner::Column::Slug)
            .into_tuple()
            .all(&self.rows)
            .await
            .map_err(failed)?;
        let mut taken: HashSet<String> = taken.into_iter().collect();
        let rows: Vec<partner::ActiveModel> = partners
            .iter()
            .map(|partner| {
                let slug = free_slug(&partner.slug, &taken);
                taken.insert(slug.to_string());
                partner_row(&Partner { slug, ..partner.clone() })
            })
            .collect();
        for rows in rows.chunks(1_000) {
            partner::Entity::insert_many(rows.to_vec())
                .exec_without_returning(&self.rows)
                .await
                .map_err(failed)?;
        }
        self.has_new_partners = true;
        Ok(())
    }
}

impl Database {
    /// The partner whose page lies at an address.
    pub(in crate::adapters) async fn partner_at(
        &self,
        slug: &Slug,
    ) -> Result<Option<Partner>, StoreError> {
        let row = partner::Entity::find()
            .filter(partner::Column::Slug.eq(slug.as_str()))
            .one(&self.reader)
            .await
            .map_err(failed)?;
        row.map(partner_of).transpose().map_err(failed)
    }
}

/// Two names can give the same slug; the second one is numbered.
fn free_slug(slug: &Slug, taken: &HashSet<String>) -> Slug {
    let numbered = (2..).map(|n| format!("{slug}-{n}"));
    let mut candidates = std::iter::once(slug.to_string()).chain(numbered);
    candidates.find(|it| !taken.contains(it)).map_or_else(|| slug.clone(), Slug::kept)
}
