//! What was done, in its table.

use std::collections::{HashMap, HashSet};

use application::ports::{DeedReader, DeedRepository, History, HistoryOf, StoreError, ToldDeed};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    Uuid,
    catalogue::ActivityId,
    identity::{AccountId, Deed, DeedId, DeedKind, Subject},
    partners::PartnerId,
    search::PageNumber,
};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, Condition, ConnectionTrait, EntityTrait as _,
    PaginatorTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
};

use super::{
    Database, RowError, dialect,
    entity::{account, activity, campaign, deed, partner},
    failures::failed,
    row::Columns,
    store::DatabaseTransaction,
};

fn deed_row(it: &Deed) -> deed::ActiveModel {
    let (about, about_id) = it.about.parts();
    deed::ActiveModel {
        id: Set(it.id.0),
        at: Set(it.at),
        account_id: Set(it.by.map(|id| id.0)),
        partner_id: Set(it.on_behalf_of.map(|id| id.0)),
        kind: Set(it.kind.key().to_owned()),
        about: Set(about.to_owned()),
        about_id: Set(about_id),
        remark: Set(it.remark.as_ref().map(ToString::to_string)),
    }
}

pub(super) fn deed_of(row: deed::Model) -> Result<Deed, RowError> {
    let columns = Columns("deed");
    let about = Subject::of_parts(&row.about, row.about_id);
    Ok(Deed {
        id: DeedId(row.id),
        at: row.at,
        by: row.account_id.map(AccountId),
        on_behalf_of: row.partner_id.map(PartnerId),
        kind: columns.key("kind", &row.kind)?,
        about: about.ok_or_else(|| columns.fault("about", &row.about))?,
        remark: columns.some("remark", row.remark)?,
    })
}

/// Deeds, the newest first: all of them, or so many after those that are passed over.
async fn found<C: ConnectionTrait>(
    database: &C,
    wanted: Condition,
    part: Option<(u64, u64)>,
) -> Result<Vec<Deed>, StoreError> {
    let rows = deed::Entity::find()
        .filter(wanted)
        .order_by_desc(deed::Column::At)
        .order_by_desc(deed::Column::Id)
        .offset(part.map(|(before, _)| before))
        .limit(part.map(|(_, n)| n))
        .all(database)
        .await
        .map_err(failed)?;
    rows.into_iter().map(deed_of).collect::<Result<_, _>>().map_err(failed)
}

fn about(subject: Subject) -> Condition {
    let (word, id) = subject.parts();
    Condition::all().add(deed::Column::AboutId.eq(id)).add(deed::Column::About.eq(word))
}

fn belonging_to(of: HistoryOf) -> Condition {
    match of {
        HistoryOf::Subject(subject) => about(subject),
        HistoryOf::Account(id) => {
            Condition::any().add(deed::Column::AccountId.eq(id.0)).add(about(Subject::Account(id)))
        }
        HistoryOf::Partner(id, kinds) => {
            let theirs = Condition::any()
                .add(deed::Column::PartnerId.eq(id.0))
                .add(about(Subject::Partner(id)));
            let theirs = Condition::all().add(theirs);
            let Some(kinds) = kinds else { return theirs };
            theirs.add(deed::Column::Kind.is_in(kinds.iter().map(|it| it.key())))
        }
    }
}

#[async_trait]
impl DeedRepository for DatabaseTransaction {
    async fn add(&mut self, it: &Deed) -> Result<(), StoreError> {
        deed::Entity::insert(deed_row(it))
            .exec_without_returning(&self.rows)
            .await
            .map_err(failed)?;
        Ok(())
    }

    async fn about(&mut self, subject: Subject) -> Result<Vec<Deed>, StoreError> {
        found(&self.rows, about(subject), None).await
    }
}

#[async_trait]
impl DeedReader for Database {
    async fn history(&self, of: HistoryOf, page: PageNumber) -> Result<History, StoreError> {
        let wanted = belonging_to(of);
        let total = deed::Entity::find()
            .filter(wanted.clone())
            .count(&self.reader)
            .await
            .map_err(failed)?;
        let part = (page.before(History::PER_PAGE), u64::from(History::PER_PAGE));
        let deeds = found(&self.reader, wanted, Some(part)).await?;
        Ok(History { of, page, deeds: self.with_names(deeds).await?, total })
    }

    async fn last_about(
        &self,
        activities: &[ActivityId],
        kinds: &[DeedKind],
    ) -> Result<Vec<ToldDeed>, StoreError> {
        let (word, _) = Subject::Activity(ActivityId(Uuid::nil())).parts();
        let mut told = Vec::new();
        for ids in activities.chunks(dialect::MOST_VALUES) {
            let wanted = Condition::all()
                .add(deed::Column::AboutId.is_in(ids.iter().map(|it| it.0)))
                .add(deed::Column::About.eq(word))
                .add(deed::Column::Kind.is_in(kinds.iter().map(|it| it.key())));
            // There are a handful of each, the newest first.
            let mut seen = HashSet::new();
            let mut deeds = found(&self.reader, wanted, None).await?;
            deeds.retain(|it| seen.insert(it.about));
            told.extend(self.with_names(deeds).await?);
        }
        Ok(told)
    }

    async fn forget_deeds_about_accounts(&self, before: DateTime<Utc>) -> Result<(), StoreError> {
        let (word, _) = Subject::Account(AccountId(Uuid::nil())).parts();
        deed::Entity::delete_many()
            .filter(deed::Column::About.eq(word))
            .filter(deed::Column::At.lt(before))
            .exec(&self.writer)
            .await
            .map_err(failed)?;
        Ok(())
    }
}

impl Database {
    /// Deeds with the names of who did them and of what they were done to.
    async fn with_names(&self, deeds: Vec<Deed>) -> Result<Vec<ToldDeed>, StoreError> {
        let subjects = |word: &'static str| {
            let parts = deeds.iter().map(|it| it.about.parts());
            parts.filter(move |it| it.0 == word).map(|it| it.1)
        };
        let people: Vec<(Uuid, String)> = account::Entity::find()
            .select_only()
            .columns([account::Column::Id, account::Column::Name])
            .filter(
                account::Column::Id
                    .is_in(deeds.iter().filter_map(|it| Some(it.by?.0)).chain(subjects("account"))),
            )
            .into_tuple()
            .all(&self.reader)
            .await
            .map_err(failed)?;
        let partners: Vec<(Uuid, String)> = partner::Entity::find()
            .select_only()
            .columns([partner::Column::Id, partner::Column::Name])
            .filter(partner::Column::Id.is_in(subjects("partner")))
            .into_tuple()
            .all(&self.reader)
            .await
            .map_err(failed)?;
        let activities: Vec<(Uuid, String)> = activity::Entity::find()
            .select_only()
            .columns([activity::Column::Id, activity::Column::Title])
            .filter(activity::Column::Id.is_in(subjects("activity")))
            .into_tuple()
            .all(&self.reader)
            .await
            .map_err(failed)?;
        let campaigns: Vec<(Uuid, String)> = campaign::Entity::find()
            .select_only()
            .columns([campaign::Column::Id, campaign::Column::Name])
            .filter(campaign::Column::Id.is_in(subjects("campaign")))
            .into_tuple()
            .all(&self.reader)
            .await
            .map_err(failed)?;
        let people: HashMap<Uuid, String> = people.into_iter().collect();
        let names = partners.into_iter().chain(activities).chain(campaigns);
        let names: HashMap<Uuid, String> = names.collect();
        let told = |deed: Deed| ToldDeed {
            by: deed.by.and_then(|id| people.get(&id.0).cloned()),
            what: match deed.about {
                Subject::Account(id) if deed.by == Some(id) => None,
                Subject::Account(id) => people.get(&id.0).cloned(),
                other => names.get(&other.parts().1).cloned(),
            },
            deed,
        };
        Ok(deeds.into_iter().map(told).collect())
    }
}
