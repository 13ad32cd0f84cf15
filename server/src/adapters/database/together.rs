//! Those who write one after the other are committed together.
//!
//! Making one change durable costs the disk as much as making fifty. So whoever has finished
//! while others want to write hands its turn on instead of committing, and is answered when the
//! last in turn has committed for all. Each stands behind a savepoint of its own: what one takes
//! back, or fails at, is nobody else's. Whoever comes alone is committed alone, at once.

use std::{
    collections::HashMap,
    sync::{
        Arc, PoisonError, Weak,
        atomic::{AtomicU32, Ordering},
    },
    time::{Duration, Instant},
};

use domain::Uuid;
use sea_orm::{ConnectionTrait as _, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr};
use tokio::sync::{Mutex, OwnedMutexGuard, oneshot};

use super::{
    dialect,
    kept_rosters::{KeptRoster, KeptRosters},
    rows::Trips,
};

/// So many are committed together at most …
const MOST: u32 = 100;
/// … and whoever was first waits no longer than this for those who may still come.
const LONGEST: Duration = Duration::from_millis(25);

/// Where writers take turns.
pub(super) struct Together {
    writer: DatabaseConnection,
    turn: Arc<Mutex<Option<Group>>>,
    /// How many wait for their turn.
    wanting: AtomicU32,
    rosters: KeptRosters,
    trips: Trips,
}

/// Where writers take turns for one date each; a date nobody wants has none.
#[derive(Clone)]
pub(super) struct TurnsByDate {
    writer: DatabaseConnection,
    rosters: KeptRosters,
    trips: Trips,
    dates: Arc<std::sync::Mutex<HashMap<Uuid, Weak<Together>>>>,
}

impl TurnsByDate {
    pub(super) fn new(writer: DatabaseConnection, rosters: KeptRosters, trips: Trips) -> Self {
        Self { writer, rosters, trips, dates: Arc::default() }
    }

    /// Where writers of a date take turns.
    pub(super) fn of(&self, date: Uuid) -> Arc<Together> {
        let mut dates = self.dates.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = dates.get(&date).and_then(Weak::upgrade) {
            return known;
        }
        dates.retain(|_, it| it.strong_count() > 0);
        let new = Together::new(self.writer.clone(), self.rosters.clone(), self.trips.clone());
        dates.insert(date, Arc::downgrade(&new));
        new
    }
}

/// Writers whose changes are in one transaction of the database.
struct Group {
    rows: Arc<DatabaseTransaction>,
    /// Those who have finished, and hear when it is committed.
    finished: Vec<oneshot::Sender<Result<(), Arc<DbErr>>>>,
    members: u32,
    began: Instant,
    /// Whether the savepoint of the last who has finished still stands.
    is_open: bool,
    /// Rosters as those who have finished left them.
    rosters: HashMap<Uuid, Arc<KeptRoster>>,
}

/// Why what somebody did is not kept: what all shared could not be committed.
#[derive(Debug, thiserror::Error)]
#[error("what several wrote could not be committed together")]
pub(super) struct NotKept(#[source] pub(super) Option<Arc<DbErr>>);

/// One who writes, while it is its turn. Dropped, it takes back what it did.
pub(super) struct Member {
    together: Arc<Together>,
    /// Nothing once the turn was handed on.
    writing: Option<(Arc<DatabaseTransaction>, Turn)>,
    /// Whoever is first has the transaction for itself until it has finished.
    is_first: bool,
}

type Turn = OwnedMutexGuard<Option<Group>>;

const BEGIN: &str = "savepoint member";
/// The savepoint before it is let go of along with it: each statement is a way to the database
/// and back.
const BEGIN_AFTER: &str = "release savepoint member; savepoint member";
const KEEP: &str = "release savepoint member";
const TAKE_BACK: &str = "rollback to savepoint member";

impl Together {
    pub(super) fn new(writer: DatabaseConnection, rosters: KeptRosters, trips: Trips) -> Arc<Self> {
        Arc::new(Self { writer, turn: Arc::default(), wanting: AtomicU32::new(0), rosters, trips })
    }

    /// Waits for one's turn. It must be waited for to the end.
    pub(super) async fn begin(self: &Arc<Self>) -> Result<Member, DbErr> {
        self.wanting.fetch_add(1, Ordering::AcqRel);
        let mut turn = self.turn.clone().lock_owned().await;
        self.wanting.fetch_sub(1, Ordering::AcqRel);
        let is_first = turn.is_none();
        let group = match &mut *turn {
            Some(group) => group,
            empty @ None => {
                self.trips.count();
                let rows = Arc::new(dialect::begin(&self.writer).await?);
                empty.insert(Group {
                    rows,
                    finished: Vec::new(),
                    members: 0,
                    is_open: false,
                    began: Instant::now(),
                    rosters: HashMap::new(),
                })
            }
        };
        group.members += 1;
        let begin = if std::mem::take(&mut group.is_open) { BEGIN_AFTER } else { BEGIN };
        let rows = group.rows.clone();
        if !is_first {
            self.trips.count();
        }
        if !is_first && let Err(error) = rows.execute_unprepared(begin).await {
            drop(rows);
            self.hand_on(turn).await;
            return Err(error);
        }
        Ok(Member { together: self.clone(), writing: Some((rows, turn)), is_first })
    }

    /// Lets the next in turn go on, or commits where nobody waits.
    async fn hand_on(&self, mut turn: Turn) {
        let Some(group) = &*turn else { return };
        let goes_on = self.wanting.load(Ordering::Acquire) > 0
            && group.members < MOST
            && group.began.elapsed() < LONGEST;
        if goes_on {
            return;
        }
        // The turn is kept meanwhile, so that those who come now will be together.
        if let Some(group) = turn.take() {
            self.trips.count();
            group.commit(&self.rosters).await;
        }
    }
}

impl Group {
    async fn commit(self, rosters: &KeptRosters) {
        let outcome = match Arc::into_inner(self.rows) {
            Some(rows) => rows.commit().await.map_err(Arc::new),
            None => Err(Arc::new(DbErr::Custom("somebody still writes".to_owned()))),
        };
        if outcome.is_ok() {
            rosters.keep(self.rosters);
        }
        for it in self.finished {
            // Whoever has gone away meanwhile needs no answer.
            let _ = it.send(outcome.clone());
        }
    }
}

impl Member {
    /// The transaction that all share.
    pub(super) fn rows(&self) -> Option<&DatabaseTransaction> {
        self.writing.as_ref().map(|(rows, _)| &**rows)
    }

    pub(super) fn backend(&self) -> DbBackend {
        self.together.writer.get_database_backend()
    }

    /// A roster as somebody left it who is not committed yet.
    pub(super) fn roster(&self, id: Uuid) -> Option<Arc<KeptRoster>> {
        let (_, turn) = self.writing.as_ref()?;
        turn.as_ref()?.rosters.get(&id).cloned()
    }

    /// Finishes, and waits until what was done is durable. It must be waited for to the end.
    pub(super) async fn commit(mut self, rosters: Vec<KeptRoster>) -> Result<(), NotKept> {
        let Some((rows, mut turn)) = self.writing.take() else { return Err(NotKept(None)) };
        drop(rows);
        let (tell, hear) = oneshot::channel();
        if let Some(group) = &mut *turn {
            group.is_open = !self.is_first;
            group.finished.push(tell);
            group.rosters.extend(rosters.into_iter().map(|it| (it.id, Arc::new(it))));
        }
        self.together.hand_on(turn).await;
        match hear.await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(error)) => Err(NotKept(Some(error))),
            Err(_) => Err(NotKept(None)),
        }
    }
}

/// Takes back what one did, and lets the others go on.
async fn take_back(
    together: Arc<Together>,
    (rows, mut turn): (Arc<DatabaseTransaction>, Turn),
    is_first: bool,
) {
    let taken_back = if is_first {
        // Nobody else is in it, so all of it goes.
        false
    } else {
        let back = rows.execute_unprepared(TAKE_BACK).await;
        back.is_ok() && rows.execute_unprepared(KEEP).await.is_ok()
    };
    drop(rows);
    if taken_back {
        together.hand_on(turn).await;
    } else if let Some(group) = turn.take() {
        // Where one cannot be told from the others, none is kept: each hears that it failed.
        if let Some(rows) = Arc::into_inner(group.rows)
            && let Err(error) = rows.rollback().await
        {
            tracing::error!(%error, "a transaction was not taken back");
        }
    }
}

impl Drop for Member {
    fn drop(&mut self) {
        let Some(writing) = self.writing.take() else { return };
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            runtime.spawn(take_back(self.together.clone(), writing, self.is_first));
        }
    }
}
