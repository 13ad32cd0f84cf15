//! A party asks whether it may come.

use chrono::{DateTime, Utc};
use domain::{
    catalogue::Slug,
    identity::LetterLanguage,
    signup::{
        Admission, Attempt, AttemptKey, Field, PartyKind, ReadParty, Request, RequestId,
        RequestNews, RequestStage, RequestWish, TypedBy, TypedParty, read_text,
    },
};

use super::{SignUpError, show_asking::show_asking, write};
use crate::{
    identity::count_letter,
    ports::{ActivityDetails, Ports, Transaction},
};

/// Asks whether a party may come; the organiser sees it once its letter is answered. A form that
/// is sent again does nothing. Whoever has the same question open gets a letter that says so, and
/// the same answer as anybody.
///
/// # Errors
///
/// [`SignUpError::Fields`] where it cannot be; and those of [`show_asking`].
pub async fn ask(
    ports: &Ports,
    slug: &Slug,
    key: AttemptKey,
    (typed, wish): (&TypedParty, &str),
    language: LetterLanguage,
) -> Result<(), SignUpError> {
    let shown = show_asking(ports, slug).await?;
    let by = (language, TypedBy::Party);
    let read = typed.read((shown.details.activity.particulars(), &[]), by);
    let read_wish = if wish.trim().is_empty() { Ok(None) } else { read_text(wish).map(Some) };
    let (read, wish) = match (read, read_wish) {
        (Ok(read), Ok(wish)) => (read, wish),
        (read, wish) => {
            let mut faults = read.err().unwrap_or_default();
            faults.extend(wish.err().map(|fault| (Field::Wish, fault)));
            return Err(SignUpError::Fields(faults));
        }
    };
    let now = ports.clock.now();
    let mut tx = ports.store.begin().await?;
    let body = Attempt::body_of(typed.all().chain([wish_text(wish.as_ref())]));
    if let Some(earlier) = tx.sign_ups().attempt(&key).await? {
        return if earlier.body == body { Ok(()) } else { Err(SignUpError::OtherForm) };
    }
    if let Some(email) = &read.contact.email
        && !count_letter(&mut *tx, email, now).await?
    {
        return Err(SignUpError::TooOften);
    }
    enter(ports, &mut *tx, &shown.details, (read, wish), now).await?;
    let admission = Admission::Queued { until: now };
    let attempt = Attempt { key, body, admission, sign_up: None, at: now };
    if !tx.sign_ups().keep_attempt(&attempt).await? {
        return Err(SignUpError::OtherForm);
    }
    tx.commit().await?;
    Ok(())
}

fn wish_text(wish: Option<&RequestWish>) -> &str {
    wish.map_or("", RequestWish::as_str)
}

async fn enter(
    ports: &Ports,
    tx: &mut dyn Transaction,
    details: &ActivityDetails,
    (read, wish): (ReadParty, Option<RequestWish>),
    now: DateTime<Utc>,
) -> Result<(), SignUpError> {
    // Who else is named, and what the organiser asks, is asked where there is a seat.
    let ReadParty { party, contact, needs, .. } = read;
    let news = if party.kind() == PartyKind::Child {
        RequestNews::ConsentAsked
    } else {
        RequestNews::Asked
    };
    let request = Request {
        id: RequestId(ports.ids.next()),
        activity: details.activity.id,
        party,
        contact,
        needs,
        wish,
        consent: None,
        stage: RequestStage::Asked,
        asked_at: now,
        sent_at: None,
        answer: None,
        changed_at: now,
    };
    let until = Some(now + Request::PATIENCE);
    let known = tx.requests().open_of(request.activity, &request.key()).await?;
    match known {
        // Its letter may be lost; it is asked anew.
        Some(mut known) if known.stage == RequestStage::Asked => {
            (known.asked_at, known.changed_at) = (now, now);
            tx.requests().save(&known).await?;
            Ok(write(ports, tx, details, &known, (news, until, None)).await?)
        }
        Some(known) => {
            let told = (RequestNews::AlreadyAsked, None, None);
            Ok(write(ports, tx, details, &known, told).await?)
        }
        None => {
            if !tx.requests().add(&request).await? {
                // It was asked in this very moment, and that is told by the other's letter.
                return Ok(());
            }
            Ok(write(ports, tx, details, &request, (news, until, None)).await?)
        }
    }
}
