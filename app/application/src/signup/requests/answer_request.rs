//! The organiser answers somebody who asks.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use domain::{
    identity::{Action, DeedKind, Remark, Subject},
    signup::{Field, FieldFault, FieldFaults, RequestAnswer, RequestId, RequestNews, read_text},
};

use super::{SignUpError, show_requests::show_own_request, write};
use crate::{
    copenhagen,
    deeds::{Doing, write_down},
    identity::{Viewer, may_for_partner},
    ports::Ports,
};

/// What an organiser typed to answer a request.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedAnswer {
    /// `yes` or `no`.
    pub answer: String,
    /// When the party comes, in Danish time: both or neither.
    pub day: String,
    pub time: String,
    pub words: String,
}

impl TypedAnswer {
    /// Whether it is a yes, for when, and with which words.
    fn read(&self, now: DateTime<Utc>) -> Result<(bool, Answered), FieldFaults> {
        let mut faults = FieldFaults::new();
        let yes = self.answer == "yes";
        if !yes && self.answer != "no" {
            faults.push((Field::Answer, FieldFault::Missing));
        }
        let day = if yes { self.day(now, &mut faults) } else { None };
        let is_silent = self.words.trim().is_empty();
        let words = if is_silent { Ok(None) } else { read_text::<Remark>(&self.words).map(Some) };
        let words = words.unwrap_or_else(|fault| {
            faults.push((Field::Words, fault));
            None
        });
        // Whoever is told no hears why.
        if self.answer == "no" && is_silent {
            faults.push((Field::Words, FieldFault::Missing));
        }
        if faults.is_empty() { Ok((yes, Answered { day, words })) } else { Err(faults) }
    }

    fn day(&self, now: DateTime<Utc>, faults: &mut FieldFaults) -> Option<DateTime<Utc>> {
        let (day, time) = (self.day.trim(), self.time.trim());
        if day.is_empty() && time.is_empty() {
            return None;
        }
        let Ok(day) = day.parse::<NaiveDate>() else {
            faults.push((Field::Day, FieldFault::Missing));
            return None;
        };
        let time = NaiveTime::parse_from_str(time, "%H:%M").ok();
        let at = time.and_then(|it| copenhagen::instant(day.and_time(it)).ok());
        let Some(at) = at else {
            faults.push((Field::Time, FieldFault::Missing));
            return None;
        };
        if at <= now {
            faults.push((Field::Day, FieldFault::Unreadable));
        }
        Some(at)
    }
}

struct Answered {
    day: Option<DateTime<Utc>>,
    words: Option<Remark>,
}

/// Answers a request about an activity that is their partner's, yes or no, with a word; whoever
/// asked is told.
///
/// # Errors
///
/// [`SignUpError::Fields`] where something is missing, [`SignUpError::Request`] where it was
/// answered or withdrawn meanwhile, [`SignUpError::Unknown`] where it is not theirs.
pub async fn answer_request(
    ports: &Ports,
    viewer: &Viewer,
    id: RequestId,
    typed: &TypedAnswer,
) -> Result<(), SignUpError> {
    let (details, _) = show_own_request(ports, viewer, id).await?;
    let now = ports.clock.now();
    let (yes, Answered { day, words }) = typed.read(now).map_err(SignUpError::Fields)?;
    let mut tx = ports.store.begin().await?;
    let account = viewer.lock(&mut *tx).await.map_err(|_| SignUpError::Unknown)?;
    let partner = details.activity.partner;
    may_for_partner(&account, Action::AnswerRequest, partner).map_err(|_| SignUpError::Unknown)?;
    let mut request = tx.requests().by_id(id).await?.ok_or(SignUpError::Unknown)?;
    let answer = RequestAnswer { by: account.id, day, words: words.clone() };
    request.answer(yes, answer, now)?;
    tx.requests().save(&request).await?;
    let (news, kind) = if yes {
        (RequestNews::Accepted, DeedKind::RequestAccepted)
    } else {
        (RequestNews::Declined, DeedKind::RequestDeclined)
    };
    write(ports, &mut *tx, &details, &request, (news, day, words)).await?;
    // What was said is erased with the request; a deed would keep it.
    let doing = Doing {
        by: Some(account.id),
        on_behalf_of: Some(partner),
        kind,
        about: Subject::Activity(details.activity.id),
        remark: None,
    };
    write_down(ports, &mut *tx, doing).await?;
    tx.commit().await?;
    tracing::info!(request = %id.0, yes, "a request was answered");
    Ok(())
}
