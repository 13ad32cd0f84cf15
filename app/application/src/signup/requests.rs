//! Parties ask the organiser whether they may come, and the organiser answers.

mod answer_request;
mod ask;
mod confirm_request;
mod forget_old_requests;
mod open_request;
mod remind_organisers;
mod seat;
mod show_asking;
mod show_request;
mod show_requests;
#[cfg(test)]
mod tests;
mod withdraw_request;

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    identity::{Letter, Remark, Secret},
    signup::{Request, RequestLetter, RequestLink, RequestNews, SignUpPurpose},
};

pub use answer_request::{TypedAnswer, answer_request};
pub use ask::ask;
pub use confirm_request::{AskedAboutRequest, asked_about_request, confirm_request};
pub use forget_old_requests::forget_old_requests;
pub use open_request::{open_own_request, open_seat};
pub use remind_organisers::remind_organisers;
pub use show_asking::{ShownAsking, show_asking};
pub use show_request::{ShownRequest, show_request};
pub use show_requests::{OwnRequest, ShownRequests, show_own_request, show_requests};
pub use withdraw_request::withdraw_request;

use super::SignUpError;
use crate::{
    identity::{post, secret, tell},
    pact::waited_at_most,
    ports::{ActivityDetails, Ports, StoreError, Transaction},
};

/// For how long working days are counted.
const COUNTED: TimeDelta = TimeDelta::days(20);

/// For how long a request has waited for an answer, working days alone.
fn has_waited(it: &Request, now: DateTime<Utc>) -> TimeDelta {
    waited_at_most(it.sent_at.unwrap_or(it.changed_at), now, COUNTED)
}

/// Keeps a new link to a request, and answers the secret that opens it.
async fn link(
    ports: &Ports,
    tx: &mut dyn Transaction,
    request: &Request,
    purpose: SignUpPurpose,
) -> Result<Secret, StoreError> {
    let secret = secret(ports);
    let link = RequestLink { mark: secret.mark(), request: request.id, purpose };
    tx.requests().add_link(&link).await?;
    Ok(secret)
}

/// Writes to whoever asked.
async fn write(
    ports: &Ports,
    tx: &mut dyn Transaction,
    details: &ActivityDetails,
    request: &Request,
    (news, when, words): (RequestNews, Option<DateTime<Utc>>, Option<Remark>),
) -> Result<(), StoreError> {
    let Some(email) = &request.contact.email else { return Ok(()) };
    let secret = link(ports, tx, request, news.purpose()).await?;
    let activity = &details.activity;
    let letter = RequestLetter {
        news,
        title: activity.particulars().title.clone(),
        slug: activity.slug.clone(),
        party: request.party.title().to_owned(),
        when,
        words,
        secret,
    };
    let to = (email, request.contact.language);
    post(ports, tx, to, Letter::Request { letter }, ports.clock.now()).await
}

/// Writes to everybody who acts for the partner of an activity.
async fn tell_organisers(
    ports: &Ports,
    tx: &mut dyn Transaction,
    details: &ActivityDetails,
    letter: &Letter,
) -> Result<(), StoreError> {
    for account in tx.accounts().members_of(details.activity.partner).await? {
        if !account.is_suspended() {
            tell(ports, tx, &account, letter.clone()).await?;
        }
    }
    Ok(())
}
