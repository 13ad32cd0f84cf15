//! Who asks whether they may come, in its tables.

use std::collections::HashMap;

use application::ports::{OwnAsked, RequestReader, RequestRepository, StoreError, WaitingRequests};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    Email, Uuid,
    catalogue::ActivityId,
    identity::{AccountId, Mark},
    signup::{
        Consent, Contact, PartyKey, Request, RequestAnswer, RequestId, RequestLink,
        RequestPatience, RequestStage, SignUpId,
    },
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait as _, DbErr, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    QueryTrait as _,
    sea_query::{Expr, OnConflict, SimpleExpr},
};

use super::{
    Database, RowError,
    entity::{activity, request, request_link},
    failures::failed,
    row::Columns,
    store::DatabaseTransaction,
};

pub(super) fn request_of(row: request::Model) -> Result<Request, RowError> {
    let columns = Columns("request");
    let party = serde_json::from_str(&row.party).map_err(|_| columns.fault("party", row.id))?;
    let consent = row.consent_at.zip(row.consent_text).map(|(given_at, text)| Consent {
        given_at,
        text,
        withdrawn_at: row.consent_withdrawn_at,
    });
    let words = columns.some("answer_words", row.answer_words)?;
    let answer = row.answered_by.map(|by| RequestAnswer {
        by: AccountId(by),
        day: row.answer_day,
        words,
        sign_up: row.sign_up_id.map(SignUpId),
    });
    Ok(Request {
        id: RequestId(row.id),
        activity: ActivityId(row.activity_id),
        party,
        contact: Contact {
            email: Some(columns.text("email", row.email)?),
            phone: columns.some("phone", row.phone)?,
            language: columns.key("language", &row.language)?,
        },
        needs: columns.some("needs", row.needs)?,
        wish: columns.some("wish", row.wish)?,
        consent,
        stage: columns.key("stage", &row.stage)?,
        asked_at: row.asked_at,
        sent_at: row.sent_at,
        answer,
        changed_at: row.changed_at,
    })
}

fn row_of(it: &Request) -> Result<request::ActiveModel, StoreError> {
    let (consent, answer) = (it.consent.as_ref(), it.answer.as_ref());
    Ok(request::ActiveModel {
        id: Set(it.id.0),
        activity_id: Set(it.activity.0),
        active_key: Set(it.is_open().then(|| it.key().as_str().to_owned())),
        party: Set(serde_json::to_string(&it.party).map_err(failed)?),
        email: Set(it.contact.email.as_ref().map(ToString::to_string).unwrap_or_default()),
        email_key: Set(it.contact.email.as_ref().map(Email::key)),
        phone: Set(it.contact.phone.as_ref().map(|it| it.as_str().to_owned())),
        language: Set(it.contact.language.key().to_owned()),
        needs: Set(it.needs.as_ref().map(ToString::to_string)),
        wish: Set(it.wish.as_ref().map(ToString::to_string)),
        consent_at: Set(consent.map(|it| it.given_at)),
        consent_text: Set(consent.map(|it| it.text.clone())),
        consent_withdrawn_at: Set(consent.and_then(|it| it.withdrawn_at)),
        stage: Set(it.stage.key().to_owned()),
        asked_at: Set(it.asked_at),
        sent_at: Set(it.sent_at),
        answered_by: Set(answer.map(|it| it.by.0)),
        answer_day: Set(answer.and_then(|it| it.day)),
        answer_words: Set(answer.and_then(|it| it.words.as_ref()).map(ToString::to_string)),
        sign_up_id: Set(answer.and_then(|it| it.sign_up).map(|it| it.0)),
        changed_at: Set(it.changed_at),
        needs_erased_at: Set(it.needs_erased_at()),
        erased_at: Set(it.erased_at()),
        // It is noted apart.
        ..Default::default()
    })
}

fn link_of(row: request_link::Model) -> Result<RequestLink, RowError> {
    Ok(RequestLink {
        purpose: Columns("request_link").key("purpose", &row.purpose)?,
        mark: Mark::kept(row.mark),
        request: RequestId(row.request_id),
    })
}

fn all_of(rows: Vec<request::Model>) -> Result<Vec<Request>, StoreError> {
    rows.into_iter().map(request_of).collect::<Result<_, _>>().map_err(failed)
}

/// Whether nobody was told of a request as being so late, or later.
fn is_untold(patience: RequestPatience) -> SimpleExpr {
    request::Column::ToldPatience.is_in(patience.before().map(RequestPatience::key))
}

#[async_trait]
impl RequestRepository for DatabaseTransaction {
    async fn add(&mut self, it: &Request) -> Result<bool, StoreError> {
        let mut row = row_of(it)?;
        row.is_reminded = Set(false);
        row.told_patience = Set(RequestPatience::OnTime.key().to_owned());
        let added = request::Entity::insert(row)
            .on_conflict(OnConflict::new().do_nothing().to_owned())
            .exec_without_returning(&self.rows)
            .await
            .map_err(failed)?;
        Ok(added > 0)
    }

    async fn by_id(&mut self, id: RequestId) -> Result<Option<Request>, StoreError> {
        let row = request::Entity::find_by_id(id.0)
            .lock_exclusive()
            .one(&self.rows)
            .await
            .map_err(failed)?;
        row.map(request_of).transpose().map_err(failed)
    }

    async fn open_of(
        &mut self,
        activity: ActivityId,
        party: &PartyKey,
    ) -> Result<Option<Request>, StoreError> {
        let row = request::Entity::find()
            .filter(request::Column::ActivityId.eq(activity.0))
            .filter(request::Column::ActiveKey.eq(party.as_str()))
            .lock_exclusive()
            .one(&self.rows)
            .await
            .map_err(failed)?;
        row.map(request_of).transpose().map_err(failed)
    }

    async fn save(&mut self, it: &Request) -> Result<(), StoreError> {
        let row = row_of(it)?;
        request::Entity::update(row).exec(&self.rows).await.map_err(failed)?;
        Ok(())
    }

    async fn add_link(&mut self, link: &RequestLink) -> Result<(), StoreError> {
        let row = request_link::ActiveModel {
            mark: Set(link.mark.as_str().to_owned()),
            request_id: Set(link.request.0),
            purpose: Set(link.purpose.key().to_owned()),
        };
        request_link::Entity::insert(row)
            .exec_without_returning(&self.rows)
            .await
            .map_err(failed)?;
        Ok(())
    }

    async fn take_link(&mut self, mark: &Mark) -> Result<Option<RequestLink>, StoreError> {
        let row = request_link::Entity::find_by_id(mark.as_str())
            .one(&self.rows)
            .await
            .map_err(failed)?;
        let Some(row) = row else { return Ok(None) };
        let gone = request_link::Entity::delete_many()
            .filter(request_link::Column::RequestId.eq(row.request_id))
            .filter(request_link::Column::Purpose.eq(row.purpose.as_str()))
            .exec(&self.rows)
            .await
            .map_err(failed)?;
        // Of two who take it at once, one finds nothing left to delete.
        if gone.rows_affected == 0 {
            return Ok(None);
        }
        link_of(row).map(Some).map_err(failed)
    }

    async fn note_told(
        &mut self,
        id: RequestId,
        patience: RequestPatience,
    ) -> Result<bool, StoreError> {
        let noted = request::Entity::update_many()
            .col_expr(request::Column::ToldPatience, Expr::val(patience.key()))
            .filter(request::Column::Id.eq(id.0))
            .filter(is_untold(patience))
            .exec(&self.rows)
            .await
            .map_err(failed)?;
        Ok(noted.rows_affected > 0)
    }
}

impl Database {
    async fn erase_requests(&self, now: DateTime<Utc>) -> Result<(), DbErr> {
        request::Entity::update_many()
            .col_expr(request::Column::Needs, Expr::val(None::<String>))
            .filter(request::Column::Needs.is_not_null())
            .filter(request::Column::NeedsErasedAt.lte(now))
            .exec(&self.writer)
            .await?;
        let old = request::Entity::find()
            .select_only()
            .column(request::Column::Id)
            .filter(request::Column::ErasedAt.lte(now))
            .into_query();
        request_link::Entity::delete_many()
            .filter(request_link::Column::RequestId.in_subquery(old))
            .exec(&self.writer)
            .await?;
        request::Entity::delete_many()
            .filter(request::Column::ErasedAt.lte(now))
            .exec(&self.writer)
            .await?;
        Ok(())
    }
}

#[async_trait]
impl RequestReader for Database {
    async fn request(&self, id: RequestId) -> Result<Option<Request>, StoreError> {
        let row = request::Entity::find_by_id(id.0).one(&self.reader).await.map_err(failed)?;
        row.map(request_of).transpose().map_err(failed)
    }

    async fn request_link(&self, mark: &Mark) -> Result<Option<RequestLink>, StoreError> {
        let row = request_link::Entity::find_by_id(mark.as_str())
            .one(&self.reader)
            .await
            .map_err(failed)?;
        row.map(link_of).transpose().map_err(failed)
    }

    async fn requests_about(&self, activity: ActivityId) -> Result<Vec<Request>, StoreError> {
        let rows = request::Entity::find()
            .filter(request::Column::ActivityId.eq(activity.0))
            .filter(request::Column::SentAt.is_not_null())
            .order_by_asc(request::Column::SentAt)
            .order_by_asc(request::Column::Id)
            .all(&self.reader)
            .await
            .map_err(failed)?;
        all_of(rows)
    }

    async fn waiting_about(
        &self,
        activities: &[ActivityId],
    ) -> Result<HashMap<ActivityId, WaitingRequests>, StoreError> {
        let rows: Vec<(Uuid, i64, DateTime<Utc>)> = request::Entity::find()
            .select_only()
            .column(request::Column::ActivityId)
            .column_as(request::Column::Id.count(), "n")
            .column_as(request::Column::ChangedAt.min(), "since")
            .filter(request::Column::ActivityId.is_in(activities.iter().map(|it| it.0)))
            .filter(request::Column::Stage.eq(RequestStage::Waiting.key()))
            .group_by(request::Column::ActivityId)
            .into_tuple()
            .all(&self.reader)
            .await
            .map_err(failed)?;
        let told = rows.into_iter().map(|(id, n, since)| {
            let n = u32::try_from(n).unwrap_or(u32::MAX);
            (ActivityId(id), WaitingRequests { n, since })
        });
        Ok(told.collect())
    }

    async fn requests_by(&self, email: &Email, n: u64) -> Result<Vec<OwnAsked>, StoreError> {
        let rows = request::Entity::find()
            .filter(request::Column::EmailKey.eq(email.key()))
            .filter(request::Column::SentAt.is_not_null())
            .order_by_desc(request::Column::AskedAt)
            .order_by_desc(request::Column::Id)
            .limit(n)
            .all(&self.reader)
            .await
            .map_err(failed)?;
        let titles: Vec<(Uuid, String)> = activity::Entity::find()
            .select_only()
            .columns([activity::Column::Id, activity::Column::Title])
            .filter(activity::Column::Id.is_in(rows.iter().map(|it| it.activity_id)))
            .into_tuple()
            .all(&self.reader)
            .await
            .map_err(failed)?;
        let titles: HashMap<Uuid, String> = titles.into_iter().collect();
        let own = rows.into_iter().filter_map(|row| {
            let title = titles.get(&row.activity_id)?.clone();
            let read = || {
                let title = Columns("activity").text("title", title)?;
                Ok::<_, RowError>(OwnAsked { request: request_of(row)?, title })
            };
            Some(read())
        });
        own.collect::<Result<_, _>>().map_err(failed)
    }

    async fn late_requests(
        &self,
        patience: RequestPatience,
        before: DateTime<Utc>,
        n: u64,
    ) -> Result<Vec<Request>, StoreError> {
        let rows = request::Entity::find()
            .filter(request::Column::Stage.eq(RequestStage::Waiting.key()))
            .filter(is_untold(patience))
            .filter(request::Column::ChangedAt.lt(before))
            .order_by_asc(request::Column::Id)
            .limit(n)
            .all(&self.reader)
            .await
            .map_err(failed)?;
        all_of(rows)
    }

    async fn forget_requests(&self, now: DateTime<Utc>) -> Result<(), StoreError> {
        self.erase_requests(now).await.map_err(failed)
    }
}
