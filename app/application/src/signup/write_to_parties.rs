//! The organiser writes to the parties of a date.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::{
    Email, Uuid,
    catalogue::OccurrenceId,
    identity::{Account, Action, DeedKind, Letter, Subject, Target},
    signup::{
        Field, FieldFault, Message, MessageId, MessageLetter, MessageWords, Readers, SignUp,
        SignUpId,
    },
};

use super::{
    ShownRoster, SignUpError,
    quiet::leaves_at,
    show_roster::{show_roster, theirs},
};
use crate::{
    deeds::{Doing, write_down},
    identity::{Viewer, post_for},
    ports::{ActivityDetails, OccurrenceSummary, Ports, Transaction},
};

/// To whom the organiser can write, and what was written before.
#[derive(Clone, Debug)]
pub struct ShownMessages {
    pub roster: ShownRoster,
    /// The newest first.
    pub written: Vec<Message>,
    /// When a message that is written now leaves, where that is not at once.
    pub leaves_at: Option<DateTime<Utc>>,
}

/// What somebody typed to write a message, and names this filling-in of the form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedMessage {
    pub key: Uuid,
    pub to: String,
    pub chosen: Vec<SignUpId>,
    pub words: String,
}

/// The form in which the organiser of a date that is their partner's writes to its parties.
///
/// # Errors
///
/// [`SignUpError::Unknown`] where it is not theirs.
pub async fn show_messages(
    ports: &Ports,
    viewer: &Viewer,
    id: OccurrenceId,
) -> Result<ShownMessages, SignUpError> {
    theirs(ports, viewer, Action::WriteToParties, id).await?;
    let roster = show_roster(ports, viewer, id).await?;
    let written = ports.sign_ups.messages_of(id).await?;
    let now = ports.clock.now();
    let leaves_at = Some(leaves_at(now)).filter(|at| *at > now);
    Ok(ShownMessages { roster, written, leaves_at })
}

/// Writes to all or some of the parties of a date that is their partner's: one letter to each
/// address, which an answer to goes to the organiser, and none at night. A form that is sent again
/// writes nothing. Answers to how many it went.
///
/// # Errors
///
/// [`SignUpError::Fields`] where nobody is meant or nothing is said, [`SignUpError::TooOften`]
/// where the date has had its messages for the day, [`SignUpError::Unknown`] where it is not
/// theirs.
pub async fn write_to_parties(
    ports: &Ports,
    viewer: &Viewer,
    date: OccurrenceId,
    typed: &TypedMessage,
) -> Result<u32, SignUpError> {
    let details = theirs(ports, viewer, Action::WriteToParties, date).await?;
    let when = details.occurrences.iter().find(|it| it.id == date).copied();
    let when = when.ok_or(SignUpError::Unknown)?;
    let (readers, words) = read(typed)?;
    let now = ports.clock.now();
    let mut tx = ports.store.begin().await?;
    let account = viewer.lock(&mut *tx).await.map_err(|_| SignUpError::Unknown)?;
    // Whoever signs up or leaves meanwhile does so before or after.
    tx.rosters().lock(date).await?.ok_or(SignUpError::Unknown)?;
    if let Some(earlier) = tx.messages().by_id(MessageId(typed.key)).await? {
        return Ok(earlier.letters);
    }
    let meant = |it: &SignUp| {
        let is_ticked = readers != Readers::Chosen || typed.chosen.contains(&it.id);
        is_ticked && readers.may_be(it.entry.stage)
    };
    let parties: Vec<SignUp> = tx.sign_ups().at(date).await?.into_iter().filter(meant).collect();
    let letters = letters(&parties, &words, &account, &details, &when);
    if letters.is_empty() {
        return Err(SignUpError::Fields(vec![(Field::To, FieldFault::Missing)]));
    }
    let target = Target::Messages(date);
    let mut tally = tx.accounts().tally(target).await?;
    if !tally.message_at(now) {
        return Err(SignUpError::TooOften);
    }
    tx.accounts().keep_tally(target, tally).await?;
    let n = u32::try_from(letters.len()).unwrap_or(u32::MAX);
    for (party, email, letter) in letters {
        let letter = Letter::FromOrganiser { letter };
        let times = (now, leaves_at(now));
        post_for(ports, &mut *tx, (email, party.contact.language), letter, times).await?;
    }
    let id = MessageId(typed.key);
    let (by, occurrence, written_at) = (account.id, date, now);
    let message = Message { id, occurrence, by, readers, words, letters: n, written_at };
    tx.messages().add(&message).await?;
    wrote(ports, &mut *tx, &account, &details).await?;
    tx.commit().await?;
    tracing::info!(occurrence = %date.0, letters = n, "an organiser wrote to parties");
    Ok(n)
}

async fn wrote(
    ports: &Ports,
    tx: &mut dyn Transaction,
    account: &Account,
    details: &ActivityDetails,
) -> Result<(), SignUpError> {
    let doing = Doing {
        by: Some(account.id),
        on_behalf_of: Some(details.activity.partner),
        kind: DeedKind::PartiesWrittenTo,
        about: Subject::Activity(details.activity.id),
        remark: None,
    };
    Ok(write_down(ports, tx, doing).await?)
}

fn read(typed: &TypedMessage) -> Result<(Readers, MessageWords), SignUpError> {
    let readers = typed.to.parse::<Readers>().map_err(|_| (Field::To, FieldFault::Missing));
    let words = Message::read_words(&typed.words).map_err(|fault| (Field::Words, fault));
    match (readers, words) {
        (Ok(readers), Ok(words)) => Ok((readers, words)),
        (readers, words) => {
            Err(SignUpError::Fields(readers.err().into_iter().chain(words.err()).collect()))
        }
    }
}

/// One letter to each address, a second guardian's too, by the first of the parties that are
/// reached there.
fn letters<'a>(
    parties: &'a [SignUp],
    words: &MessageWords,
    account: &Account,
    details: &ActivityDetails,
    when: &OccurrenceSummary,
) -> Vec<(&'a SignUp, &'a Email, MessageLetter)> {
    let mut by_address: BTreeMap<String, Vec<(&SignUp, &Email)>> = BTreeMap::new();
    for party in parties {
        let second = party.kin.second.as_ref().map(|it| &it.email);
        for email in party.contact.email.iter().chain(second) {
            by_address.entry(email.key()).or_default().push((party, email));
        }
    }
    let activity = &details.activity;
    let letter = |parties: Vec<(&'a SignUp, &'a Email)>| {
        let letter = MessageLetter {
            title: activity.particulars().title.clone(),
            slug: activity.slug.clone(),
            start: when.start,
            end: when.end,
            parties: parties.iter().map(|it| it.0.party.title().to_owned()).collect(),
            words: words.clone(),
            organiser: account.name.clone(),
            partner: details.partner.name.clone(),
            reply_to: account.email.clone(),
        };
        let (party, email) = parties[0];
        (party, email, letter)
    };
    by_address.into_values().map(letter).collect()
}
