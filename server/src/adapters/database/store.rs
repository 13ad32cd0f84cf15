//! The store, kept in the database.

use std::sync::atomic::Ordering;

use application::ports::{
    AccountRepository, ActivityRepository, CampaignRepository, CheckInRepository, ClaimRepository,
    CoOwnerRepository, DeedRepository, DraftRepository, ErasureRepository, FormerKeyRepository,
    IdentityRepository, IdlenessRepository, ImportRepository, InterestRepository,
    InvitationRepository, LinkRepository, MessageRepository, Outbox, PartnerRepository,
    PictureRepository, ReminderRepository, ReportRepository, RequestRepository, ReviewRepository,
    RosterRepository, SavedRepository, SessionRepository, SignUpRepository, Store, StoreError,
    SynonymRepository, Transaction,
};
use async_trait::async_trait;
use domain::{Uuid, catalogue::OccurrenceId, signup::Entry};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, ExprTrait as _, QueryFilter as _,
    sea_query::Expr,
};

use super::{
    Database, Turns, dialect,
    entity::{activity, catalogue_version},
    failures::{failed, is_lost},
    kept_rosters::KeptRoster,
    rows::Rows,
};

/// Keeps facts in SQLite or PostgreSQL.
#[derive(Clone)]
pub struct DatabaseStore(Database);

/// Rolls back when dropped, as the port promises.
pub(super) struct DatabaseTransaction {
    pub(super) rows: Rows,
    /// The activities that were added or changed.
    pub(super) changed: Vec<Uuid>,
    pub(super) has_new_partners: bool,
    pub(super) has_new_campaigns: bool,
    /// Parties as they were added, until their roster is kept.
    pub(super) added: Vec<Entry>,
    /// The rosters that were changed, as they are now.
    pub(super) rosters: Vec<KeptRoster>,
    pub(super) database: Database,
}

/// With whom one who writes may be committed.
#[derive(Clone, Copy)]
pub(super) enum Along {
    /// With nobody: whatever is read is durable.
    Nobody,
    /// With anybody who does not mind either.
    Anybody,
    /// With those who change the roster of the same date.
    Date(Uuid),
}

impl Database {
    /// Opens rows for whoever writes.
    #[expect(clippy::disallowed_methods, reason = "it is waited for at once")]
    pub(super) async fn begin(&self, along: Along) -> Result<Rows, StoreError> {
        let database = self.clone();
        // A `begin` that is dropped half-way can leave its connection unusable, so it
        // always runs to its end, whoever has stopped waiting for it.
        let begun = tokio::task::spawn(async move {
            let together = match (&database.turns, along) {
                (Turns::One(together), Along::Anybody | Along::Date(_)) => Some(together.clone()),
                (Turns::ByDate(dates), Along::Date(date)) => Some(dates.of(date)),
                (Turns::One(_), Along::Nobody)
                | (Turns::ByDate(_), Along::Nobody | Along::Anybody) => None,
            };
            Ok::<_, DbErr>(match together {
                Some(together) => Rows::together(together.begin().await?, database.trips),
                None => Rows::alone(dialect::begin(&database.writer).await?, database.trips),
            })
        });
        begun.await.map_err(failed)?.map_err(failed)
    }

    /// Makes what was written last, however long whoever wrote it waits.
    #[expect(clippy::disallowed_methods, reason = "it is waited for at once")]
    pub(super) async fn commit(
        &self,
        rows: Rows,
        rosters: Vec<KeptRoster>,
    ) -> Result<(), StoreError> {
        let kept = self.rosters.clone();
        let committed = tokio::task::spawn(async move { rows.commit(rosters, &kept).await });
        committed.await.map_err(failed)?
    }

    async fn transaction(&self, along: Along) -> Result<Box<dyn Transaction>, StoreError> {
        Ok(Box::new(DatabaseTransaction {
            rows: self.begin(along).await?,
            changed: Vec::new(),
            has_new_partners: false,
            has_new_campaigns: false,
            added: Vec::new(),
            rosters: Vec::new(),
            database: self.clone(),
        }))
    }
}

impl DatabaseStore {
    #[must_use]
    pub fn new(database: Database) -> Self {
        Self(database)
    }
}

#[async_trait]
impl Store for DatabaseStore {
    async fn begin(&self) -> Result<Box<dyn Transaction>, StoreError> {
        self.0.transaction(Along::Nobody).await
    }

    async fn begin_at(&self, date: OccurrenceId) -> Result<Box<dyn Transaction>, StoreError> {
        self.0.transaction(Along::Date(date.0)).await
    }

    fn lost_a_race(&self, error: &StoreError) -> bool {
        is_lost(error)
    }
}

#[async_trait]
impl Transaction for DatabaseTransaction {
    fn activities(&mut self) -> &mut dyn ActivityRepository {
        self
    }

    fn partners(&mut self) -> &mut dyn PartnerRepository {
        self
    }

    fn accounts(&mut self) -> &mut dyn AccountRepository {
        self
    }

    fn sessions(&mut self) -> &mut dyn SessionRepository {
        self
    }

    fn idleness(&mut self) -> &mut dyn IdlenessRepository {
        self
    }

    fn links(&mut self) -> &mut dyn LinkRepository {
        self
    }

    fn outbox(&mut self) -> &mut dyn Outbox {
        self
    }

    fn deeds(&mut self) -> &mut dyn DeedRepository {
        self
    }

    fn drafts(&mut self) -> &mut dyn DraftRepository {
        self
    }

    fn claims(&mut self) -> &mut dyn ClaimRepository {
        self
    }

    fn former_keys(&mut self) -> &mut dyn FormerKeyRepository {
        self
    }

    fn co_owners(&mut self) -> &mut dyn CoOwnerRepository {
        self
    }

    fn imports(&mut self) -> &mut dyn ImportRepository {
        self
    }

    fn invitations(&mut self) -> &mut dyn InvitationRepository {
        self
    }

    fn reminders(&mut self) -> &mut dyn ReminderRepository {
        self
    }

    fn reviews(&mut self) -> &mut dyn ReviewRepository {
        self
    }

    fn pictures(&mut self) -> &mut dyn PictureRepository {
        self
    }

    fn campaigns(&mut self) -> &mut dyn CampaignRepository {
        self
    }

    fn synonyms(&mut self) -> &mut dyn SynonymRepository {
        self
    }

    fn identities(&mut self) -> &mut dyn IdentityRepository {
        self
    }

    fn rosters(&mut self) -> &mut dyn RosterRepository {
        self
    }

    fn sign_ups(&mut self) -> &mut dyn SignUpRepository {
        self
    }

    fn messages(&mut self) -> &mut dyn MessageRepository {
        self
    }

    fn erasure(&mut self) -> &mut dyn ErasureRepository {
        self
    }

    fn saved(&mut self) -> &mut dyn SavedRepository {
        self
    }

    fn requests(&mut self) -> &mut dyn RequestRepository {
        self
    }

    fn check_ins(&mut self) -> &mut dyn CheckInRepository {
        self
    }

    fn reports(&mut self) -> &mut dyn ReportRepository {
        self
    }

    fn interest(&mut self) -> &mut dyn InterestRepository {
        self
    }

    async fn commit(self: Box<Self>) -> Result<(), StoreError> {
        let is_changed =
            self.has_new_partners || self.has_new_campaigns || !self.changed.is_empty();
        if is_changed {
            number_changes(&self.rows, &self.changed).await.map_err(failed)?;
        }
        self.database.commit(self.rows, self.rosters).await?;
        if is_changed {
            self.database.changes.fetch_add(1, Ordering::Release);
        }
        Ok(())
    }
}

/// Raises the catalogue's version and notes it with what has changed. The version's row is
/// locked from here to the commit, so that a lower number is never seen after a higher one.
async fn number_changes(rows: &impl ConnectionTrait, changed: &[Uuid]) -> Result<(), DbErr> {
    catalogue_version::Entity::update_many()
        .col_expr(
            catalogue_version::Column::Version,
            Expr::col(catalogue_version::Column::Version).add(1),
        )
        .filter(catalogue_version::Column::Id.eq(1))
        .exec(rows)
        .await?;
    let row = catalogue_version::Entity::find_by_id(1).one(rows).await?;
    let version = row.map_or(0, |row| row.version);
    for ids in changed.chunks(CHANGES_AT_ONCE) {
        activity::Entity::update_many()
            .col_expr(activity::Column::Version, Expr::val(version))
            .filter(activity::Column::Id.is_in(ids.iter().copied()))
            .exec(rows)
            .await?;
    }
    Ok(())
}

/// Ids in one statement; either database takes more.
const CHANGES_AT_ONCE: usize = 5_000;
