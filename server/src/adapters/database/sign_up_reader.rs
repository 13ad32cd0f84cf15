//! What pages and the clock ask about rosters.

use std::collections::HashMap;

use application::ports::{
    ActivityDetails, ForgetBefore, OwnSignUp, Reminding, SignUpReader, StoreError, Untold,
};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    Email, Uuid,
    catalogue::{ActivityId, OccurrenceId, SignUpMode, State},
    identity::Mark,
    signup::{
        CheckIn, DateDraw, Drawn, Message, PartyKind, Roster, SignUp, SignUpId, SignUpLink,
        SignUpNews, StageWord, Step,
    },
};
use sea_orm::{
    ColumnTrait as _, Condition, EntityTrait as _, ExprTrait as _, JoinType, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, QueryTrait as _, Select, sea_query::Expr,
};

use super::{
    Database, RowError,
    coming::untimed,
    entity::{activity, occurrence, roster, sign_up, sign_up_link, sign_up_step},
    failures::failed,
    rosters::{number, roster_at, stage_of},
    row::Columns,
    sign_ups::{link_of, sign_up_of},
    store::Along,
};

/// A sign-up by name, what its activity is called, when it starts and when it ends.
type OwnRow = (Uuid, String, DateTime<Utc>, DateTime<Utc>);

pub(super) fn step_of(row: &sign_up_step::Model) -> Result<Step, RowError> {
    let columns = Columns("sign_up_step");
    let from = row.from_stage.as_deref().map(|word| {
        stage_of(columns, "from_stage", (word, row.from_until_at, row.from_gone.as_deref()))
    });
    Ok(Step {
        n: number(row.n, columns, "n")?,
        sign_up: SignUpId(row.sign_up_id),
        at: row.at,
        from: from.transpose()?,
        to: stage_of(
            columns,
            "to_stage",
            (&row.to_stage, row.to_until_at, row.to_gone.as_deref()),
        )?,
        seats: columns.number("seats", row.seats)?,
        reason: columns.key("reason", &row.reason)?,
    })
}

/// The rosters of which something differs from what their dates now say: a date that was moved,
/// has other seats, is called off or gone.
fn overtaken() -> Condition {
    use roster::Column;

    let differs = |ours: Column, theirs: occurrence::Column| {
        Expr::col((roster::Entity, ours)).ne(Expr::col((occurrence::Entity, theirs)))
    };
    let is_off = activity::Column::State
        .is_in([State::Cancelled.key(), State::Archived.key()])
        .or(activity::Column::SignUp
            .is_not_in([SignUpMode::Portal.key(), SignUpMode::Request.key()]))
        .or(occurrence::Column::Id.is_null())
        // Where each request is answered, no number of seats need be given.
        .or(activity::Column::SignUp
            .eq(SignUpMode::Portal.key())
            .and(occurrence::Column::Capacity.is_null()));
    Condition::any()
        .add(untimed())
        .add(differs(Column::StartAt, occurrence::Column::StartAt))
        .add(differs(Column::EndAt, occurrence::Column::EndAt))
        .add(differs(Column::SeatsGiven, occurrence::Column::Capacity))
        .add(
            Expr::col((roster::Entity, Column::ClosesAt))
                .ne(Expr::cust("coalesce(occurrence.deadline_at, occurrence.start_at)")),
        )
        .add(is_off)
}

fn with_dates() -> Select<roster::Entity> {
    let date = roster::Entity::belongs_to(occurrence::Entity)
        .from(roster::Column::OccurrenceId)
        .to(occurrence::Column::Id);
    let of = roster::Entity::belongs_to(activity::Entity)
        .from(roster::Column::ActivityId)
        .to(activity::Column::Id);
    roster::Entity::find().join(JoinType::LeftJoin, date.into()).join(JoinType::LeftJoin, of.into())
}

/// Who is reminded of what at an instant.
fn reminders(now: DateTime<Utc>) -> [(SignUpNews, Condition); 3] {
    let confirmed = || Condition::all().add(sign_up::Column::Stage.eq(StageWord::Confirmed.key()));
    let (day, week) = (now + SignUp::A_DAY, now + SignUp::A_WEEK);
    let consent = Condition::all()
        .add(sign_up::Column::Stage.is_in([StageWord::Held.key(), StageWord::Queued.key()]))
        .add(sign_up::Column::Kind.eq(PartyKind::Child.key()))
        .add(sign_up::Column::UntilAt.gt(now))
        .add(sign_up::Column::UntilAt.lte(day));
    let tomorrow =
        confirmed().add(roster::Column::StartAt.gt(now)).add(roster::Column::StartAt.lte(day));
    let in_a_week =
        confirmed().add(roster::Column::StartAt.gt(day)).add(roster::Column::StartAt.lte(week));
    [
        (SignUpNews::ConsentReminder, consent),
        (SignUpNews::Tomorrow, tomorrow),
        (SignUpNews::InAWeek, in_a_week),
    ]
}

#[async_trait]
impl SignUpReader for Database {
    async fn activity_at(&self, id: OccurrenceId) -> Result<Option<ActivityDetails>, StoreError> {
        let of = occurrence::Entity::find_by_id(id.0)
            .select_only()
            .column(occurrence::Column::ActivityId)
            .into_query();
        self.details_where(activity::Column::Id.in_subquery(of)).await
    }

    async fn roster(&self, id: OccurrenceId) -> Result<Option<Roster>, StoreError> {
        roster_at(&self.reader, id, false, self.rosters.get(id.0)).await
    }

    async fn sign_up(&self, id: SignUpId) -> Result<Option<SignUp>, StoreError> {
        let row = sign_up::Entity::find_by_id(id.0).one(&self.reader).await.map_err(failed)?;
        row.map(sign_up_of).transpose().map_err(failed)
    }

    async fn sign_up_link(&self, mark: &Mark) -> Result<Option<SignUpLink>, StoreError> {
        let row = sign_up_link::Entity::find_by_id(mark.as_str())
            .one(&self.reader)
            .await
            .map_err(failed)?;
        row.map(link_of).transpose().map_err(failed)
    }

    async fn sign_ups_of(&self, id: OccurrenceId) -> Result<Vec<SignUp>, StoreError> {
        let rows = sign_up::Entity::find()
            .filter(sign_up::Column::OccurrenceId.eq(id.0))
            .order_by_asc(sign_up::Column::Turn)
            .all(&self.reader)
            .await
            .map_err(failed)?;
        rows.into_iter().map(sign_up_of).collect::<Result<_, _>>().map_err(failed)
    }

    async fn sign_ups_by(&self, email: &Email, n: u64) -> Result<Vec<OwnSignUp>, StoreError> {
        let date = sign_up::Entity::belongs_to(roster::Entity)
            .from(sign_up::Column::OccurrenceId)
            .to(roster::Column::OccurrenceId);
        let of = sign_up::Entity::belongs_to(activity::Entity)
            .from(sign_up::Column::ActivityId)
            .to(activity::Column::Id);
        let rows: Vec<OwnRow> = sign_up::Entity::find()
            .select_only()
            .column(sign_up::Column::Id)
            .column_as(activity::Column::Title, "title")
            .column_as(roster::Column::StartAt, "start_at")
            .column_as(roster::Column::EndAt, "end_at")
            .join(JoinType::InnerJoin, date.into())
            .join(JoinType::InnerJoin, of.into())
            .filter(sign_up::Column::EmailKey.eq(email.key()))
            .order_by_desc(roster::Column::StartAt)
            .order_by_desc(sign_up::Column::Id)
            .limit(n)
            .into_tuple()
            .all(&self.reader)
            .await
            .map_err(failed)?;
        let ids: Vec<Uuid> = rows.iter().map(|it| it.0).collect();
        let known = sign_up::Entity::find()
            .filter(sign_up::Column::Id.is_in(ids))
            .all(&self.reader)
            .await
            .map_err(failed)?;
        let mut known: HashMap<Uuid, sign_up::Model> =
            known.into_iter().map(|row| (row.id, row)).collect();
        let columns = Columns("activity");
        let own = rows.into_iter().filter_map(|(id, title, start, end)| {
            let row = known.remove(&id)?;
            let read = || {
                let title = columns.text("title", title)?;
                Ok::<_, RowError>(OwnSignUp { sign_up: sign_up_of(row)?, title, start, end })
            };
            Some(read())
        });
        own.collect::<Result<_, _>>().map_err(failed)
    }

    async fn steps_of(&self, id: SignUpId) -> Result<Vec<Step>, StoreError> {
        let rows = sign_up_step::Entity::find()
            .filter(sign_up_step::Column::SignUpId.eq(id.0))
            .order_by_asc(sign_up_step::Column::N)
            .all(&self.reader)
            .await
            .map_err(failed)?;
        rows.iter().map(step_of).collect::<Result<_, _>>().map_err(failed)
    }

    async fn draws_of(&self, id: ActivityId) -> Result<Vec<(OccurrenceId, DateDraw)>, StoreError> {
        self.draws_of_activity(id).await
    }

    async fn drawn(&self, id: OccurrenceId) -> Result<Vec<Drawn>, StoreError> {
        self.drawn_at(id).await
    }

    async fn check_in_of(&self, id: OccurrenceId) -> Result<CheckIn, StoreError> {
        self.check_in_at(id).await
    }

    async fn messages_of(&self, id: OccurrenceId) -> Result<Vec<Message>, StoreError> {
        self.messages_at(id).await
    }

    async fn due_rosters(
        &self,
        now: DateTime<Utc>,
        n: u64,
    ) -> Result<Vec<OccurrenceId>, StoreError> {
        let wanted = Condition::any()
            .add(roster::Column::NextAt.lte(now))
            // What is over and off stays as it was.
            .add(Condition::all().add(roster::Column::IsOn.eq(true)).add(overtaken()));
        let ids: Vec<Uuid> = with_dates()
            .select_only()
            .column(roster::Column::OccurrenceId)
            .filter(wanted)
            .order_by_asc(roster::Column::OccurrenceId)
            .limit(n)
            .into_tuple()
            .all(&self.reader)
            .await
            .map_err(failed)?;
        Ok(ids.into_iter().map(OccurrenceId).collect())
    }

    async fn to_remind(&self, now: DateTime<Utc>, n: u64) -> Result<Vec<Reminding>, StoreError> {
        let mut found = Vec::new();
        for (of, wanted) in reminders(now) {
            let date = sign_up::Entity::belongs_to(roster::Entity)
                .from(sign_up::Column::OccurrenceId)
                .to(roster::Column::OccurrenceId);
            let is_new = Condition::any()
                .add(sign_up::Column::RemindedOf.is_null())
                .add(sign_up::Column::RemindedOf.ne(of.key()));
            let rows = sign_up::Entity::find()
                .join(JoinType::InnerJoin, date.into())
                .filter(wanted)
                .filter(roster::Column::IsOn.eq(true))
                .filter(is_new)
                .limit(n)
                .all(&self.reader)
                .await
                .map_err(failed)?;
            for row in rows {
                let sign_up = sign_up_of(row).map_err(failed)?;
                found.push(Reminding { sign_up, of });
            }
        }
        Ok(found)
    }

    async fn to_ask(
        &self,
        now: DateTime<Utc>,
        n: u64,
    ) -> Result<Vec<(OccurrenceId, SignUpId)>, StoreError> {
        self.coming_due(now, n).await
    }

    async fn untold_seats(&self, n: u64) -> Result<Vec<Untold>, StoreError> {
        let rows: Vec<(Uuid, Uuid, i64)> = roster::Entity::find()
            .select_only()
            .columns([
                roster::Column::OccurrenceId,
                roster::Column::ActivityId,
                roster::Column::Steps,
            ])
            .filter(Expr::col(roster::Column::ToldSteps).lt(Expr::col(roster::Column::Steps)))
            .limit(n)
            .into_tuple()
            .all(&self.reader)
            .await
            .map_err(failed)?;
        let told = |(occurrence, activity, steps): (Uuid, Uuid, i64)| Untold {
            occurrence: OccurrenceId(occurrence),
            activity: ActivityId(activity),
            steps: steps.unsigned_abs(),
        };
        Ok(rows.into_iter().map(told).collect())
    }

    async fn seats_told(&self, told: &[Untold]) -> Result<(), StoreError> {
        let rows = self.begin(Along::Anybody).await?;
        for it in told {
            let steps = it.steps.cast_signed();
            roster::Entity::update_many()
                .col_expr(roster::Column::ToldSteps, Expr::val(steps))
                .filter(roster::Column::OccurrenceId.eq(it.occurrence.0))
                .filter(roster::Column::ToldSteps.lt(steps))
                .exec(&rows)
                .await
                .map_err(failed)?;
        }
        self.commit(rows, Vec::new()).await
    }

    async fn forget_sign_ups(&self, before: ForgetBefore) -> Result<(), StoreError> {
        self.forget_parties(before).await.map_err(failed)
    }
}
