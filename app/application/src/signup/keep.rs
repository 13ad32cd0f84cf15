//! A roster is kept with every letter that follows from its steps, in one transaction.

use chrono::{DateTime, Utc};
use domain::{
    catalogue::{Activity, ActivityId, Slug, Title},
    identity::{Letter, Secret},
    signup::{
        Date, PartyKind, Reason, Refusal, Roster, SignUp, SignUpLetter, SignUpLink, SignUpNews,
        SignUpPurpose, Stage, Step,
    },
};

use super::SignUpError;
use crate::{
    identity::{post, secret},
    ports::{ActivityDetails, Ports, StoreError, Transaction},
};

/// What letters say about the activity.
pub(super) struct About {
    title: Title,
    slug: Slug,
}

impl About {
    pub(super) fn of(details: &ActivityDetails) -> Self {
        Self::named(&details.activity)
    }

    pub(super) fn named(activity: &Activity) -> Self {
        Self { title: activity.particulars().title.clone(), slug: activity.slug.clone() }
    }
}

/// What letters say about the activity that a roster's date belongs to.
pub(super) async fn about(ports: &Ports, date: &Date) -> Result<About, SignUpError> {
    about_activity(ports, date.activity).await
}

/// What letters say about an activity. Where many ask at once it is read before a transaction
/// begins: whoever holds a connection to the database should not wait for a second one.
pub(super) async fn about_activity(ports: &Ports, id: ActivityId) -> Result<About, SignUpError> {
    let details = ports.desk.activity_by_id(id).await?;
    Ok(About::of(&details.ok_or(SignUpError::Unknown)?))
}

/// Adds a party that a roster has taken in, and keeps the roster.
///
/// # Errors
///
/// [`Refusal::AlreadyIn`] where another date of the activity took the party in this very moment.
pub(super) async fn add(
    ports: &Ports,
    tx: &mut dyn Transaction,
    (roster, about): (&Roster, &About),
    new: &SignUp,
) -> Result<(), SignUpError> {
    if !tx.sign_ups().add(new).await? {
        return Err(Refusal::AlreadyIn.into());
    }
    Ok(keep_with(ports, tx, (roster, about), Some(new)).await?)
}

/// Keeps a roster, and writes to each party what it must know of each step.
pub(super) async fn keep(
    ports: &Ports,
    tx: &mut dyn Transaction,
    roster: &Roster,
    about: &About,
) -> Result<(), StoreError> {
    keep_with(ports, tx, (roster, about), None).await
}

/// Likewise, where one party is at hand and need not be read again.
async fn keep_with(
    ports: &Ports,
    tx: &mut dyn Transaction,
    (roster, about): (&Roster, &About),
    at_hand: Option<&SignUp>,
) -> Result<(), StoreError> {
    tx.rosters().save(roster).await?;
    let mut number = None;
    for step in roster.steps() {
        let at_hand = at_hand.filter(|it| it.id == step.sign_up).cloned();
        let found = match at_hand {
            Some(sign_up) => Some(sign_up),
            None => tx.sign_ups().by_id(step.sign_up).await?,
        };
        // Parties do not leave while their letters are written, so each is found.
        let Some(sign_up) = found else { continue };
        if step.seats != sign_up.party.seats() {
            number = Some((step.sign_up, step.seats));
        }
        if let Some(news) = news(step, &sign_up) {
            write(ports, tx, (roster, about), &sign_up, news, step.at).await?;
        }
    }
    if let Some((id, seats)) = number
        && let Some(mut sign_up) = tx.sign_ups().by_id(id).await?
    {
        sign_up.party = sign_up.party.numbering(seats);
        tx.sign_ups().save(&sign_up).await?;
    }
    Ok(())
}

/// What a step is news of, to the party that takes it; some steps are none.
fn news(step: &Step, sign_up: &SignUp) -> Option<SignUpNews> {
    let is_child = sign_up.party.kind() == PartyKind::Child;
    Some(match (step.to, step.reason) {
        (_, Reason::NumberChanged) => SignUpNews::NumberChanged,
        (Stage::Held { .. }, _) if is_child => SignUpNews::ConsentAsked,
        (Stage::Held { .. }, _) => SignUpNews::SeatsHeld,
        (Stage::Queued { .. }, _) if is_child => SignUpNews::ConsentAskedInLine,
        (Stage::Queued { .. }, _) => SignUpNews::LineHeld,
        (Stage::Confirmed, Reason::AddedByOrganiser) => SignUpNews::AddedByOrganiser,
        (Stage::Confirmed, Reason::Moved) => SignUpNews::Moved,
        (Stage::Confirmed, _) => SignUpNews::Confirmed,
        (Stage::Waiting, _) => SignUpNews::InLine,
        (Stage::Offered { .. }, _) => SignUpNews::Offered,
        // What it comes to instead is told.
        (Stage::Gone(_), Reason::Moved) => return None,
        // Whoever never answered has not asked for letters.
        (Stage::Gone(_), _) if !step.from.is_some_and(Stage::is_sure) => return None,
        (Stage::Gone(_), Reason::Cancelled | Reason::OfferDeclined) => SignUpNews::Cancelled,
        (Stage::Gone(_), Reason::CancelledByOrganiser) => SignUpNews::CancelledByOrganiser,
        (Stage::Gone(_), Reason::ConsentWithdrawn) => SignUpNews::ConsentWithdrawn,
        (Stage::Gone(_), Reason::OfferPassed) => SignUpNews::OfferPassed,
        (Stage::Gone(_), Reason::ListClosed) => SignUpNews::ListClosed,
        (Stage::Gone(_), Reason::DateCancelled) => SignUpNews::DateCancelled,
        (Stage::Gone(_), _) => return None,
    })
}

/// Writes to a party, with a link of its own where the letter has one.
pub(super) async fn write(
    ports: &Ports,
    tx: &mut dyn Transaction,
    (roster, about): (&Roster, &About),
    sign_up: &SignUp,
    news: SignUpNews,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let Some(email) = &sign_up.contact.email else { return Ok(()) };
    let purpose = if news.asks() {
        Some(SignUpPurpose::Confirm)
    } else {
        news.has_page().then_some(SignUpPurpose::Page)
    };
    let secret = match purpose {
        Some(purpose) => Some(link(ports, tx, sign_up, purpose, now).await?),
        None => None,
    };
    let entry = roster.entry(sign_up.id);
    let letter = SignUpLetter {
        news,
        title: about.title.clone(),
        slug: about.slug.clone(),
        party: sign_up.party.title().to_owned(),
        seats: entry.map_or(sign_up.entry.seats, |it| it.seats),
        start: roster.date().start,
        end: roster.date().end,
        until: entry.and_then(|it| it.stage.until()),
        place: roster.position(sign_up.id).map(|it| it.place),
        secret,
    };
    let to = (email, sign_up.contact.language);
    post(ports, tx, to, Letter::SignUp { letter }, now).await
}

/// Keeps a new link to a sign-up, and answers the secret that opens it.
pub(super) async fn link(
    ports: &Ports,
    tx: &mut dyn Transaction,
    sign_up: &SignUp,
    purpose: SignUpPurpose,
    now: DateTime<Utc>,
) -> Result<Secret, StoreError> {
    let secret = secret(ports);
    let link = SignUpLink { mark: secret.mark(), sign_up: sign_up.id, purpose, created_at: now };
    tx.sign_ups().add_link(&link).await?;
    Ok(secret)
}
