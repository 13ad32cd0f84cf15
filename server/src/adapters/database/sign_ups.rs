//! What is known of the parties that signed up, in its tables.

use std::collections::HashSet;

use application::ports::{SignUpRepository, StoreError};
use async_trait::async_trait;
use domain::{
    Uuid,
    catalogue::{ActivityId, OccurrenceId},
    identity::Mark,
    signup::{
        Admission, Attempt, AttemptKey, Coming, Consent, Contact, EmergencyContact, Kin, PartyKey,
        SecondGuardian, SignUp, SignUpId, SignUpLink, SignUpNews, SignUpPurpose,
    },
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait as _, Condition, EntityTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _,
    sea_query::{Expr, OnConflict},
};

use super::{
    RowError,
    entity::{sign_up, sign_up_attempt, sign_up_link},
    failures::failed,
    rosters::{entry_of, stage_columns},
    row::Columns,
    store::DatabaseTransaction,
};

/// Activities in one statement: as many values as either database takes.
const ACTIVITIES_AT_ONCE: usize = 2_000;

pub(super) fn sign_up_of(row: sign_up::Model) -> Result<SignUp, RowError> {
    let columns = Columns("sign_up");
    let entry = entry_of(&row)?;
    let party = serde_json::from_str(&row.party).map_err(|_| columns.fault("party", row.id))?;
    let kin = kin_of(&row)?;
    let answers = row.answers.as_deref().map(serde_json::from_str).transpose();
    let answers = answers.map_err(|_| columns.fault("answers", row.id))?.unwrap_or_default();
    let consent = match (row.consent_at, row.consent_text) {
        (Some(given_at), Some(text)) => {
            Some(Consent { given_at, text, withdrawn_at: row.consent_withdrawn_at })
        }
        (None, None) => None,
        _ => return Err(columns.fault("consent_text", row.id)),
    };
    Ok(SignUp {
        id: SignUpId(row.id),
        occurrence: OccurrenceId(row.occurrence_id),
        activity: ActivityId(row.activity_id),
        party,
        contact: Contact {
            // An address that nobody told is an empty one.
            email: columns.some("email", Some(row.email).filter(|it| !it.is_empty()))?,
            phone: columns.some("phone", row.phone)?,
            language: columns.key("language", &row.language)?,
        },
        kin,
        needs: columns.some("needs", row.needs)?,
        answers,
        consent,
        signed_up_at: row.signed_up_at,
        coming: Coming {
            asked_at: row.asked_at,
            reminded_at: row.asked_again_at,
            yes_at: row.still_comes_at,
        },
        entry,
    })
}

fn kin_of(row: &sign_up::Model) -> Result<Kin, RowError> {
    let columns = Columns("sign_up");
    let second_name = columns.some("second_name", row.second_name.clone())?;
    let second = match (second_name, columns.some("second_email", row.second_email.clone())?) {
        (Some(name), Some(email)) => Some(SecondGuardian { name, email }),
        (None, None) => None,
        _ => return Err(columns.fault("second_email", row.id)),
    };
    let name = columns.some("emergency_name", row.emergency_name.clone())?;
    let emergency = match (name, columns.some("emergency_phone", row.emergency_phone.clone())?) {
        (Some(name), Some(phone)) => Some(EmergencyContact { name, phone }),
        (None, None) => None,
        _ => return Err(columns.fault("emergency_phone", row.id)),
    };
    Ok(Kin { second, emergency })
}

/// The columns of those whom a guardian names: the second one's, then those of whom one calls.
fn kin_columns(kin: &Kin) -> [Option<String>; 4] {
    let (second, emergency) = (kin.second.as_ref(), kin.emergency.as_ref());
    [
        second.map(|it| it.name.to_string()),
        second.map(|it| it.email.to_string()),
        emergency.map(|it| it.name.to_string()),
        emergency.map(|it| it.phone.as_str().to_owned()),
    ]
}

fn party_text(it: &SignUp) -> Result<String, StoreError> {
    serde_json::to_string(&it.party).map_err(failed)
}

/// What was answered, as its column keeps it; nothing where nothing was.
fn answers_text(it: &SignUp) -> Result<Option<String>, StoreError> {
    if it.answers.is_empty() {
        return Ok(None);
    }
    serde_json::to_string(&it.answers).map(Some).map_err(failed)
}

pub(super) fn link_of(row: sign_up_link::Model) -> Result<SignUpLink, RowError> {
    Ok(SignUpLink {
        purpose: Columns("sign_up_link").key("purpose", &row.purpose)?,
        mark: Mark::kept(row.mark),
        sign_up: SignUpId(row.sign_up_id),
        created_at: row.created_at,
    })
}

fn attempt_of(row: sign_up_attempt::Model) -> Result<Attempt, RowError> {
    let until = row.until_at;
    let admission = match (row.is_held, row.is_for_who_answers) {
        (true, _) => Admission::Held { until },
        (false, true) => Admission::FirstToAnswer { until },
        (false, false) => Admission::Queued { until },
    };
    Ok(Attempt {
        key: Columns("sign_up_attempt").key("key", &row.key)?,
        body: Mark::kept(row.body),
        admission,
        sign_up: row.sign_up_id.map(SignUpId),
        at: row.at,
    })
}

#[async_trait]
impl SignUpRepository for DatabaseTransaction {
    async fn add(&mut self, it: &SignUp) -> Result<bool, StoreError> {
        let (stage, until_at, gone) = stage_columns(it.entry.stage);
        let key = it.entry.key.as_str().to_owned();
        let consent = it.consent.as_ref();
        let [second_name, second_email, emergency_name, emergency_phone] = kin_columns(&it.kin);
        let row = sign_up::ActiveModel {
            id: Set(it.id.0),
            occurrence_id: Set(it.occurrence.0),
            activity_id: Set(it.activity.0),
            party_key: Set(key.clone()),
            active_key: Set(Some(key)),
            kind: Set(it.party.kind().key().to_owned()),
            party: Set(party_text(it)?),
            seats: Set(it.entry.seats.into()),
            turn: Set(it.entry.turn.cast_signed()),
            draw_rank: Set(it.entry.rank.map(u32::cast_signed)),
            stage: Set(stage),
            until_at: Set(until_at),
            gone: Set(gone),
            email_key: Set(it.contact.email.as_ref().map(domain::Email::key)),
            email: Set(it.contact.email.as_ref().map(ToString::to_string).unwrap_or_default()),
            phone: Set(it.contact.phone.as_ref().map(|it| it.as_str().to_owned())),
            language: Set(it.contact.language.key().to_owned()),
            second_name: Set(second_name),
            second_email: Set(second_email),
            emergency_name: Set(emergency_name),
            emergency_phone: Set(emergency_phone),
            needs: Set(it.needs.as_ref().map(ToString::to_string)),
            answers: Set(answers_text(it)?),
            consent_at: Set(consent.map(|it| it.given_at)),
            consent_text: Set(consent.map(|it| it.text.clone())),
            consent_withdrawn_at: Set(consent.and_then(|it| it.withdrawn_at)),
            signed_up_at: Set(it.signed_up_at),
            reminded_of: Set(None),
            asked_at: Set(it.coming.asked_at),
            asked_again_at: Set(it.coming.reminded_at),
            still_comes_at: Set(it.coming.yes_at),
        };
        let row =
            sign_up::Entity::insert(row).on_conflict(OnConflict::new().do_nothing().to_owned());
        let added = self.rows.with_waiting(&row).await.map_err(failed)?;
        if added > 0 {
            self.added.push(it.entry.clone());
        }
        Ok(added > 0)
    }

    async fn by_id(&mut self, id: SignUpId) -> Result<Option<SignUp>, StoreError> {
        let row = sign_up::Entity::find_by_id(id.0).one(&self.rows).await.map_err(failed)?;
        row.map(sign_up_of).transpose().map_err(failed)
    }

    async fn of(
        &mut self,
        activity: ActivityId,
        party: &PartyKey,
    ) -> Result<Option<SignUp>, StoreError> {
        let row = sign_up::Entity::find()
            .filter(sign_up::Column::ActivityId.eq(activity.0))
            .filter(sign_up::Column::ActiveKey.eq(party.as_str()))
            .one(&self.rows)
            .await
            .map_err(failed)?;
        row.map(sign_up_of).transpose().map_err(failed)
    }

    async fn at(&mut self, date: OccurrenceId) -> Result<Vec<SignUp>, StoreError> {
        let rows = sign_up::Entity::find()
            .filter(sign_up::Column::OccurrenceId.eq(date.0))
            .filter(sign_up::Column::ActiveKey.is_not_null())
            .order_by_asc(sign_up::Column::Turn)
            .all(&self.rows)
            .await
            .map_err(failed)?;
        rows.into_iter().map(sign_up_of).collect::<Result<_, _>>().map_err(failed)
    }

    async fn dates_of(
        &mut self,
        activities: &[ActivityId],
    ) -> Result<HashSet<OccurrenceId>, StoreError> {
        let mut dates = HashSet::new();
        for ids in activities.chunks(ACTIVITIES_AT_ONCE) {
            let found: Vec<Uuid> = sign_up::Entity::find()
                .select_only()
                .column(sign_up::Column::OccurrenceId)
                .distinct()
                .filter(sign_up::Column::ActivityId.is_in(ids.iter().map(|it| it.0)))
                .filter(sign_up::Column::ActiveKey.is_not_null())
                .into_tuple()
                .all(&self.rows)
                .await
                .map_err(failed)?;
            dates.extend(found.into_iter().map(OccurrenceId));
        }
        Ok(dates)
    }

    async fn move_links(&mut self, from: SignUpId, to: SignUpId) -> Result<(), StoreError> {
        sign_up_link::Entity::update_many()
            .col_expr(sign_up_link::Column::SignUpId, Expr::val(to.0))
            .filter(sign_up_link::Column::SignUpId.eq(from.0))
            .exec(&self.rows)
            .await
            .map_err(failed)?;
        Ok(())
    }

    async fn save(&mut self, it: &SignUp) -> Result<(), StoreError> {
        let needs = it.needs.as_ref().map(ToString::to_string);
        let consent = it.consent.as_ref();
        let text = consent.map(|it| it.text.clone());
        let withdrawn = consent.and_then(|it| it.withdrawn_at);
        let [second_name, second_email, emergency_name, emergency_phone] = kin_columns(&it.kin);
        sign_up::Entity::update_many()
            .col_expr(sign_up::Column::Party, Expr::val(party_text(it)?))
            .col_expr(sign_up::Column::SecondName, Expr::val(second_name))
            .col_expr(sign_up::Column::SecondEmail, Expr::val(second_email))
            .col_expr(sign_up::Column::EmergencyName, Expr::val(emergency_name))
            .col_expr(sign_up::Column::EmergencyPhone, Expr::val(emergency_phone))
            .col_expr(sign_up::Column::Needs, Expr::val(needs))
            .col_expr(sign_up::Column::Answers, Expr::val(answers_text(it)?))
            .col_expr(sign_up::Column::ConsentAt, Expr::val(consent.map(|it| it.given_at)))
            .col_expr(sign_up::Column::ConsentText, Expr::val(text))
            .col_expr(sign_up::Column::ConsentWithdrawnAt, Expr::val(withdrawn))
            .filter(sign_up::Column::Id.eq(it.id.0))
            .exec(&self.rows)
            .await
            .map_err(failed)?;
        Ok(())
    }

    async fn add_link(&mut self, link: &SignUpLink) -> Result<(), StoreError> {
        let row = sign_up_link::ActiveModel {
            mark: Set(link.mark.as_str().to_owned()),
            sign_up_id: Set(link.sign_up.0),
            purpose: Set(link.purpose.key().to_owned()),
            created_at: Set(link.created_at),
        };
        self.rows.later(&sign_up_link::Entity::insert(row)).await.map_err(failed)
    }

    async fn take_link(&mut self, mark: &Mark) -> Result<Option<SignUpLink>, StoreError> {
        let row = sign_up_link::Entity::find_by_id(mark.as_str())
            .one(&self.rows)
            .await
            .map_err(failed)?;
        let Some(row) = row else { return Ok(None) };
        let gone = sign_up_link::Entity::delete_many()
            .filter(sign_up_link::Column::SignUpId.eq(row.sign_up_id))
            .filter(sign_up_link::Column::Purpose.eq(row.purpose.as_str()))
            .exec(&self.rows)
            .await
            .map_err(failed)?;
        // Of two who take it at once, one finds nothing left to delete.
        if gone.rows_affected == 0 {
            return Ok(None);
        }
        link_of(row).map(Some).map_err(failed)
    }

    async fn drop_links(&mut self, id: SignUpId, of: SignUpPurpose) -> Result<(), StoreError> {
        sign_up_link::Entity::delete_many()
            .filter(sign_up_link::Column::SignUpId.eq(id.0))
            .filter(sign_up_link::Column::Purpose.eq(of.key()))
            .exec(&self.rows)
            .await
            .map_err(failed)?;
        Ok(())
    }

    async fn note_reminded(&mut self, id: SignUpId, of: SignUpNews) -> Result<bool, StoreError> {
        let is_new = Condition::any()
            .add(sign_up::Column::RemindedOf.is_null())
            .add(sign_up::Column::RemindedOf.ne(of.key()));
        let noted = sign_up::Entity::update_many()
            .col_expr(sign_up::Column::RemindedOf, Expr::val(of.key()))
            .filter(sign_up::Column::Id.eq(id.0))
            .filter(is_new)
            .exec(&self.rows)
            .await
            .map_err(failed)?;
        Ok(noted.rows_affected > 0)
    }

    async fn note_coming(&mut self, id: SignUpId, it: Coming) -> Result<(), StoreError> {
        self.keep_coming(id, it).await
    }

    async fn attempt(&mut self, key: &AttemptKey) -> Result<Option<Attempt>, StoreError> {
        let row = sign_up_attempt::Entity::find_by_id(key.as_str())
            .one(&self.rows)
            .await
            .map_err(failed)?;
        row.map(attempt_of).transpose().map_err(failed)
    }

    async fn keep_attempt(&mut self, it: &Attempt) -> Result<bool, StoreError> {
        let (Admission::Held { until }
        | Admission::FirstToAnswer { until }
        | Admission::Queued { until }) = it.admission;
        let row = sign_up_attempt::ActiveModel {
            key: Set(it.key.as_str().to_owned()),
            body: Set(it.body.as_str().to_owned()),
            is_held: Set(matches!(it.admission, Admission::Held { .. })),
            is_for_who_answers: Set(matches!(it.admission, Admission::FirstToAnswer { .. })),
            until_at: Set(until),
            sign_up_id: Set(it.sign_up.map(|it| it.0)),
            at: Set(it.at),
        };
        let row = sign_up_attempt::Entity::insert(row)
            .on_conflict(OnConflict::new().do_nothing().to_owned());
        Ok(self.rows.with_waiting(&row).await.map_err(failed)? > 0)
    }
}
