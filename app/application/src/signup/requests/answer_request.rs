//! The organiser answers somebody who asks.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use domain::{
    Uuid,
    catalogue::OccurrenceId,
    identity::{Action, DeedKind, Remark, Subject},
    signup::{
        Field, FieldFault, FieldFaults, RequestAnswer, RequestId, RequestNews, SignUpId, read_text,
    },
};

use super::{
    SignUpError,
    seat::{self, SeatAt},
    show_requests::show_own_request,
    write,
};
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
    /// One of the activity's dates; [`Self::ANOTHER`] for one that was agreed; empty where none
    /// is yet.
    pub date: String,
    /// When the party comes, in Danish time, where another day was agreed: all or none.
    pub day: String,
    pub time: String,
    pub until: String,
    pub words: String,
}

impl TypedAnswer {
    /// The word for a date that is none of the activity's yet.
    pub const ANOTHER: &'static str = "another";

    /// Whether it is a yes, for when, and with which words.
    fn read(&self, now: DateTime<Utc>) -> Result<(bool, Answered), FieldFaults> {
        let mut faults = FieldFaults::new();
        let yes = self.answer == "yes";
        if !yes && self.answer != "no" {
            faults.push((Field::Answer, FieldFault::Missing));
        }
        let seat = if yes { self.seat(now, &mut faults) } else { None };
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
        if faults.is_empty() { Ok((yes, Answered { seat, words })) } else { Err(faults) }
    }

    /// For which date; none where that is agreed on later.
    fn seat(&self, now: DateTime<Utc>, faults: &mut FieldFaults) -> Option<SeatAt> {
        let (day, time, until) = (self.day.trim(), self.time.trim(), self.until.trim());
        let nothing_typed = [day, time, until].iter().all(|it| it.is_empty());
        match self.date.trim() {
            "" if nothing_typed => return None,
            "" | Self::ANOTHER => {}
            known => {
                if let Ok(id) = known.parse::<Uuid>() {
                    return Some(SeatAt::Known(OccurrenceId(id)));
                }
                faults.push((Field::Date, FieldFault::Missing));
                return None;
            }
        }
        let Ok(day) = day.parse::<NaiveDate>() else {
            faults.push((Field::Day, FieldFault::Missing));
            return None;
        };
        let at = |text: &str| {
            let time = NaiveTime::parse_from_str(text, "%H:%M").ok();
            time.and_then(|it| copenhagen::instant(day.and_time(it)).ok())
        };
        let (start, end) = (at(time), at(until));
        if start.is_none() {
            faults.push((Field::Time, FieldFault::Missing));
        }
        let end = end.filter(|end| start.is_none_or(|start| start < *end));
        if end.is_none() {
            faults.push((Field::Until, FieldFault::Missing));
        }
        if start.is_some_and(|it| it <= now) {
            faults.push((Field::Day, FieldFault::Unreadable));
        }
        start.zip(end).map(|(start, end)| SeatAt::Agreed(start, end))
    }
}

struct Answered {
    seat: Option<SeatAt>,
    words: Option<Remark>,
}

/// Answers a request about an activity that is their partner's, yes or no, with a word; whoever
/// asked is told. A yes for a date is a sign-up for it, whose seats are counted.
///
/// # Errors
///
/// [`SignUpError::Fields`] where something is missing, [`SignUpError::Refused`] where there are
/// not seats enough at the date, [`SignUpError::Request`] where it was
/// answered or withdrawn meanwhile, [`SignUpError::Unknown`] where it is not theirs.
pub async fn answer_request(
    ports: &Ports,
    viewer: &Viewer,
    id: RequestId,
    typed: &TypedAnswer,
) -> Result<(), SignUpError> {
    let (details, _) = show_own_request(ports, viewer, id).await?;
    let now = ports.clock.now();
    let (yes, Answered { seat, words }) = typed.read(now).map_err(SignUpError::Fields)?;
    let mut tx = ports.store.begin().await?;
    let account = viewer.lock(&mut *tx).await.map_err(|_| SignUpError::Unknown)?;
    let partner = details.activity.partner;
    may_for_partner(&account, Action::AnswerRequest, partner).map_err(|_| SignUpError::Unknown)?;
    let mut request = tx.requests().by_id(id).await?.ok_or(SignUpError::Unknown)?;
    let sign_up = seat.map(|_| SignUpId(ports.ids.next()));
    let by = account.id;
    request.answer(yes, RequestAnswer { by, day: None, words: words.clone(), sign_up }, now)?;
    let kind = if yes { DeedKind::RequestAccepted } else { DeedKind::RequestDeclined };
    if let (Some(seat), Some(sign_up)) = (seat, sign_up) {
        let date = seat::date(ports, &mut *tx, &request, seat).await?;
        let start = seat::give(ports, &mut *tx, &details, &request, (date, sign_up)).await?;
        if let Some(answer) = &mut request.answer {
            answer.day = Some(start);
        }
        tx.requests().save(&request).await?;
        seat::tell(ports, &mut *tx, &details, &request, (start, sign_up, words)).await?;
    } else {
        tx.requests().save(&request).await?;
        let news = if yes { RequestNews::Accepted } else { RequestNews::Declined };
        write(ports, &mut *tx, &details, &request, (news, None, words)).await?;
    }
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
