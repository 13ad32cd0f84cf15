//! What partners own, however much that is.

use std::collections::{HashMap, HashSet};

use application::ports::{
    Owned, OwnedDate, SeatsAt, ShelfReader, Shelved, SideOfNow, StoreError, TitleWords,
};
use async_trait::async_trait;
use domain::{
    Uuid,
    catalogue::{Activity, ActivityId, OccurrenceId, SignUpMode, State},
    partners::PartnerId,
    search::PageNumber,
    signup::StageWord,
};
use sea_orm::{
    ColumnTrait as _, Condition, EntityTrait as _, JoinType, Order, PaginatorTrait as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _, Select,
};

use super::{
    Database,
    activities::with_occurrences,
    entity::{activity, occurrence, sign_up},
    failures::failed,
    row::Columns,
};

fn theirs(owned: Owned<'_>) -> Condition {
    let led = activity::Column::PartnerId.is_in(owned.led_by.iter().map(|it| it.0));
    let shared = Condition::all()
        .add(activity::Column::Id.is_in(owned.shared.iter().map(|it| it.0)))
        .add(activity::Column::State.ne(State::Archived.key()));
    Condition::any().add(led).add(shared)
}

/// The last changed first, and last what was taken out of the catalogue.
fn in_order(found: Select<activity::Entity>) -> Select<activity::Entity> {
    found
        .order_by_asc(activity::Column::State.eq(State::Archived.key()))
        .order_by_desc(activity::Column::UpdatedAt)
        .order_by_asc(activity::Column::Id)
}

fn dates_of(owned: Owned<'_>) -> Select<occurrence::Entity> {
    let of = occurrence::Entity::belongs_to(activity::Entity)
        .from(occurrence::Column::ActivityId)
        .to(activity::Column::Id);
    occurrence::Entity::find()
        .join(JoinType::InnerJoin, of.into())
        .filter(theirs(owned))
        .filter(activity::Column::State.eq(State::Published.key()))
}

impl Database {
    async fn owned_where(
        &self,
        wanted: Condition,
        (before, n): (u64, Option<u64>),
    ) -> Result<Shelved, StoreError> {
        let found = activity::Entity::find().filter(wanted);
        let total = found.clone().count(&self.reader).await.map_err(failed)?;
        // SQLite takes the one only beside the other.
        let found = if n.is_some() { found.limit(n).offset(before) } else { found };
        Ok(Shelved { activities: self.read_in_order(found).await?, total })
    }

    async fn read_in_order(
        &self,
        found: Select<activity::Entity>,
    ) -> Result<Vec<Activity>, StoreError> {
        let rows = in_order(found).all(&self.reader).await.map_err(failed)?;
        with_occurrences(&self.reader, rows).await
    }

    /// Dates with what they are dates of.
    async fn owned_dates(
        &self,
        found: Select<occurrence::Entity>,
    ) -> Result<Vec<OwnedDate>, StoreError> {
        let dates = found.all(&self.reader).await.map_err(failed)?;
        let of: HashSet<Uuid> = dates.iter().map(|it| it.activity_id).collect();
        let rows = activity::Entity::find()
            .filter(activity::Column::Id.is_in(of))
            .all(&self.reader)
            .await
            .map_err(failed)?;
        let known = with_occurrences(&self.reader, rows).await?;
        let known: HashMap<ActivityId, Activity> =
            known.into_iter().map(|it| (it.id, it)).collect();
        let owned = dates.iter().filter_map(|row| {
            let activity = known.get(&ActivityId(row.activity_id))?;
            let date = activity.occurrences().iter().find(|it| it.id.0 == row.id)?;
            Some(OwnedDate { activity: activity.clone(), date: date.clone() })
        });
        Ok(owned.collect())
    }
}

#[async_trait]
impl ShelfReader for Database {
    async fn shelf(
        &self,
        owned: Owned<'_>,
        words: Option<&TitleWords>,
        page: PageNumber,
    ) -> Result<Shelved, StoreError> {
        let (before, n) = (page.before(Shelved::PER_PAGE), u64::from(Shelved::PER_PAGE));
        let Some(words) = words else {
            return self.owned_where(theirs(owned), (before, Some(n))).await;
        };
        // No database folds letters as we do, so it tells the titles and they are compared here.
        let titles: Vec<(Uuid, String)> = in_order(activity::Entity::find())
            .select_only()
            .columns([activity::Column::Id, activity::Column::Title])
            .filter(theirs(owned))
            .into_tuple()
            .all(&self.reader)
            .await
            .map_err(failed)?;
        let found = titles.into_iter().filter(|(_, title)| words.are_in(title));
        let found: Vec<Uuid> = found.map(|it| it.0).collect();
        let total = found.len() as u64;
        let first = usize::try_from(before).unwrap_or(usize::MAX);
        let shown = found.into_iter().skip(first).take(Shelved::PER_PAGE as usize);
        let shown = activity::Entity::find().filter(activity::Column::Id.is_in(shown));
        Ok(Shelved { activities: self.read_in_order(shown).await?, total })
    }

    async fn in_state(
        &self,
        owned: Owned<'_>,
        state: State,
        n: Option<u64>,
    ) -> Result<Shelved, StoreError> {
        let wanted =
            Condition::all().add(theirs(owned)).add(activity::Column::State.eq(state.key()));
        self.owned_where(wanted, (0, n)).await
    }

    async fn dates(
        &self,
        owned: Owned<'_>,
        side: SideOfNow,
        n: u64,
    ) -> Result<Vec<OwnedDate>, StoreError> {
        let (on_it, order) = match side {
            SideOfNow::Coming(now) => (occurrence::Column::EndAt.gt(now), Order::Asc),
            SideOfNow::Over(now) => (occurrence::Column::EndAt.lte(now), Order::Desc),
        };
        let found = dates_of(owned)
            .filter(on_it)
            .order_by(occurrence::Column::StartAt, order.clone())
            .order_by(occurrence::Column::ActivityId, order.clone())
            .order_by(occurrence::Column::Id, order)
            .limit(n);
        self.owned_dates(found).await
    }

    async fn answered_by(&self, partners: &[PartnerId]) -> Result<Vec<ActivityId>, StoreError> {
        let public = [State::Published.key(), State::Cancelled.key()];
        let ids: Vec<Uuid> = activity::Entity::find()
            .select_only()
            .column(activity::Column::Id)
            .filter(activity::Column::PartnerId.is_in(partners.iter().map(|it| it.0)))
            .filter(activity::Column::SignUp.eq(SignUpMode::Request.key()))
            .filter(activity::Column::State.is_in(public))
            .into_tuple()
            .all(&self.reader)
            .await
            .map_err(failed)?;
        Ok(ids.into_iter().map(ActivityId).collect())
    }

    async fn seats_at(
        &self,
        dates: &[OccurrenceId],
    ) -> Result<HashMap<OccurrenceId, SeatsAt>, StoreError> {
        let rows: Vec<(Uuid, String, i64)> = sign_up::Entity::find()
            .select_only()
            .column(sign_up::Column::OccurrenceId)
            .column(sign_up::Column::Stage)
            .column_as(sign_up::Column::Seats.sum(), "seats")
            .filter(sign_up::Column::OccurrenceId.is_in(dates.iter().map(|it| it.0)))
            .filter(sign_up::Column::Stage.ne(StageWord::Gone.key()))
            .group_by(sign_up::Column::OccurrenceId)
            .group_by(sign_up::Column::Stage)
            .into_tuple()
            .all(&self.reader)
            .await
            .map_err(failed)?;
        let mut seats: HashMap<OccurrenceId, SeatsAt> = HashMap::new();
        for (date, stage, n) in rows {
            let stage: StageWord = Columns("sign_up").key("stage", &stage).map_err(failed)?;
            let at = seats.entry(OccurrenceId(date)).or_default();
            let n = u32::try_from(n).unwrap_or(u32::MAX);
            match stage {
                StageWord::Held | StageWord::Confirmed | StageWord::Offered => at.taken += n,
                StageWord::Queued | StageWord::Waiting => at.waiting += n,
                StageWord::Gone => {}
            }
        }
        Ok(seats)
    }
}
