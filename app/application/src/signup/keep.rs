//! A roster is kept with every letter that follows from its steps, in one transaction.

use chrono::{DateTime, Utc};
use domain::{
    Email,
    catalogue::{Activity, ActivityId, Slug, Title},
    identity::{Letter, Secret},
    signup::{
        Coming, ComingStand, Consent, Date, Drawn, Kin, PartyKind, PublicNumber, ReadParty, Reason,
        Refusal, Roster, SignUp, SignUpId, SignUpLetter, SignUpLink, SignUpNews, SignUpPurpose,
        Stage, Step, WhyDrawn,
    },
};

use super::SignUpError;
use crate::{
    identity::{count_letter, post, secret},
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
async fn add(
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

/// Keeps a roster that somebody has left who is erased, with the letters to all others; what is
/// written to whoever left is erased with them. Where nobody knows the activity any more, nobody
/// is written to.
pub(crate) async fn keep_for_erasure(
    ports: &Ports,
    tx: &mut dyn Transaction,
    roster: &Roster,
) -> Result<(), StoreError> {
    match ports.desk.activity_by_id(roster.date().activity).await? {
        Some(details) => keep(ports, tx, roster, &About::of(&details)).await,
        None => tx.rosters().save(roster).await,
    }
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
        if let Some(news) = news(step, &sign_up, roster.is_collecting()) {
            write(ports, tx, (roster, about), &sign_up, news, step.at).await?;
        }
        // Nobody is called about a child that does not come.
        if !step.to.is_active() && sign_up.kin.emergency.is_some() {
            let kin = Kin { emergency: None, ..sign_up.kin.clone() };
            tx.sign_ups().save(&SignUp { kin, ..sign_up }).await?;
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

/// Puts a party on the roster that has just admitted it under a name, and writes to it.
///
/// # Errors
///
/// [`Refusal::AlreadyIn`] where another date of the activity took it in this very moment.
pub(super) async fn enter(
    ports: &Ports,
    tx: &mut dyn Transaction,
    (roster, about): (&Roster, &About),
    (id, read, consent): (SignUpId, ReadParty, Option<Consent>),
    now: DateTime<Utc>,
) -> Result<(), SignUpError> {
    let ReadParty { party, contact, kin, needs, answers } = read;
    let sign_up = SignUp {
        id,
        occurrence: roster.date().occurrence,
        activity: roster.date().activity,
        party,
        contact,
        kin,
        needs,
        answers,
        consent,
        signed_up_at: now,
        coming: Coming::default(),
        entry: roster.entry(id).cloned().ok_or(Refusal::Unknown)?,
    };
    add(ports, tx, (roster, about), &sign_up).await
}

/// Counts the letters that a party's form causes; answers whether there may be so many.
pub(super) async fn count_letters(
    tx: &mut dyn Transaction,
    read: &ReadParty,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let second = read.kin.second.as_ref().map(|it| &it.email);
    let mut emails: Vec<&Email> = read.contact.email.iter().chain(second).collect();
    // Two guardians who name each other in this very moment wait for each other in one order.
    emails.sort_by_key(|it| it.key());
    for email in emails {
        if !count_letter(tx, email, now).await? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// What a step is news of, to the party that takes it; some steps are none.
fn news(step: &Step, sign_up: &SignUp, is_collecting: bool) -> Option<SignUpNews> {
    let is_child = sign_up.party.kind() == PartyKind::Child;
    Some(match (step.to, step.reason) {
        (_, Reason::NumberChanged) => SignUpNews::NumberChanged,
        // What the organiser answered is told in a letter of its own, and so is what a party comes
        // to instead.
        (_, Reason::RequestAccepted) | (Stage::Gone(_), Reason::Moved) => return None,
        (Stage::Held { .. }, _) if is_child => SignUpNews::ConsentAsked,
        (Stage::Held { .. }, _) => SignUpNews::SeatsHeld,
        (Stage::Queued { .. }, Reason::ToBeDrawn) if is_child => SignUpNews::ConsentAskedForDraw,
        (Stage::Queued { .. }, Reason::ToBeDrawn) => SignUpNews::DrawHeld,
        (Stage::Queued { .. }, Reason::FirstToAnswer) if is_child => SignUpNews::ConsentAskedOpen,
        (Stage::Queued { .. }, Reason::FirstToAnswer) => SignUpNews::SeatsOpen,
        (Stage::Queued { .. }, _) if is_child => SignUpNews::ConsentAskedInLine,
        (Stage::Queued { .. }, _) => SignUpNews::LineHeld,
        (Stage::Confirmed, Reason::AddedByOrganiser) => SignUpNews::AddedByOrganiser,
        (Stage::Confirmed, Reason::Moved) => SignUpNews::Moved,
        (Stage::Confirmed, Reason::Drawn) => SignUpNews::Drawn,
        (Stage::Confirmed, _) => SignUpNews::Confirmed,
        (Stage::Waiting, Reason::NotDrawn) => SignUpNews::NotDrawn,
        (Stage::Waiting, _) if is_collecting => SignUpNews::InDraw,
        (Stage::Waiting, _) => SignUpNews::InLine,
        (Stage::Offered { .. }, _) => SignUpNews::Offered,
        // Whoever never answered has not asked for letters.
        (Stage::Gone(_), _) if !step.from.is_some_and(Stage::is_sure) => return None,
        (Stage::Gone(_), Reason::Cancelled | Reason::OfferDeclined | Reason::NotComing) => {
            SignUpNews::Cancelled
        }
        (Stage::Gone(_), Reason::NotHeardFrom) => SignUpNews::NotHeardFrom,
        (Stage::Gone(_), Reason::CancelledByOrganiser) => SignUpNews::CancelledByOrganiser,
        (Stage::Gone(_), Reason::ConsentWithdrawn) => SignUpNews::ConsentWithdrawn,
        (Stage::Gone(_), Reason::ConsentWithdrawnBySecond) => SignUpNews::ConsentWithdrawnBySecond,
        (Stage::Gone(_), Reason::OfferPassed) => SignUpNews::OfferPassed,
        (Stage::Gone(_), Reason::ListClosed) => SignUpNews::ListClosed,
        (Stage::Gone(_), Reason::DateCancelled) => SignUpNews::DateCancelled,
        (Stage::Gone(_), _) => return None,
    })
}

/// Writes to a party, with a link of its own where the letter has one; to a second guardian too,
/// where it is news for both.
pub(super) async fn write(
    ports: &Ports,
    tx: &mut dyn Transaction,
    (roster, about): (&Roster, &About),
    sign_up: &SignUp,
    news: SignUpNews,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    if let Some(email) = &sign_up.contact.email {
        let to = (email, news.link(false), now);
        write_letter(ports, tx, (roster, about), sign_up, news, to).await?;
    }
    if news.is_for_second() {
        write_to_second(ports, tx, (roster, about), sign_up, news, now).await?;
    }
    Ok(())
}

/// Writes to the second guardian of a child, where there is one; with a link that takes the
/// consent back as long as there is one to take back.
pub(super) async fn write_to_second(
    ports: &Ports,
    tx: &mut dyn Transaction,
    (roster, about): (&Roster, &About),
    sign_up: &SignUp,
    news: SignUpNews,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let Some(second) = &sign_up.kin.second else { return Ok(()) };
    let to = (&second.email, news.link(true), now);
    write_letter(ports, tx, (roster, about), sign_up, news, to).await
}

async fn write_letter(
    ports: &Ports,
    tx: &mut dyn Transaction,
    (roster, about): (&Roster, &About),
    sign_up: &SignUp,
    news: SignUpNews,
    (email, purpose, now): (&Email, Option<SignUpPurpose>, DateTime<Utc>),
) -> Result<(), StoreError> {
    let secret = match purpose {
        Some(purpose) => Some(link(ports, tx, sign_up, purpose, now).await?),
        None => None,
    };
    let entry = roster.entry(sign_up.id);
    let is_second = sign_up.kin.second.as_ref().is_some_and(|it| it.email == *email);
    let is_agreed = sign_up.consent.as_ref().is_some_and(|it| it.withdrawn_at.is_none());
    let withdraws = if is_second && is_agreed && news.has_page() {
        Some(link(ports, tx, sign_up, SignUpPurpose::Withdraw, now).await?)
    } else {
        None
    };
    let letter = SignUpLetter {
        news,
        title: about.title.clone(),
        slug: about.slug.clone(),
        party: sign_up.party.title().to_owned(),
        seats: entry.map_or(sign_up.entry.seats, |it| it.seats),
        start: roster.date().start,
        end: roster.date().end,
        until: entry
            .and_then(|it| it.stage.until())
            .or_else(|| draws_at(roster, news))
            .or_else(|| kept_until(roster, sign_up, news)),
        place: roster.position(sign_up.id).map(|it| it.place),
        secret,
        drawn: why_drawn(roster, sign_up, news),
        named_by: is_second.then(|| sign_up.party.contact().clone()),
        withdraws,
    };
    let to = (email, sign_up.contact.language);
    post(ports, tx, to, Letter::SignUp { letter }, now).await
}

/// When the seats are drawn, where a letter tells of it.
fn draws_at(roster: &Roster, news: SignUpNews) -> Option<DateTime<Utc>> {
    roster.kept().draw.filter(|_| news == SignUpNews::InDraw).map(|it| it.draws_at)
}

/// Until when the seats of a party that is asked again are kept, where it says nothing.
fn kept_until(roster: &Roster, sign_up: &SignUp, news: SignUpNews) -> Option<DateTime<Utc>> {
    let stand = sign_up.coming.stand(roster.kept().coming, roster.date());
    match stand.filter(|_| news.asks_again()) {
        Some(ComingStand::Silent { until, .. }) => until,
        _ => None,
    }
}

/// Why the draw gave what it gave, where a letter tells of it.
fn why_drawn(roster: &Roster, sign_up: &SignUp, news: SignUpNews) -> Option<WhyDrawn> {
    let done = roster.kept().draw.and_then(|it| it.done)?;
    let tells = matches!(news, SignUpNews::Drawn | SignUpNews::NotDrawn);
    let number = PublicNumber::of(&sign_up.entry);
    tells.then(|| Drawn::why(roster.drawn(), done, number)).flatten()
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
