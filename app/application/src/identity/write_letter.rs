//! How a letter and its link come to be, in the transaction of the fact they tell.

use chrono::{DateTime, Utc};
use domain::{
    Email, Inside,
    identity::{
        Account, AccountId, Addressed, Letter, LetterId, LetterLanguage, Link, PersonName, Purpose,
        Secret, Target,
    },
};

use crate::ports::{Ports, StoreError, Transaction};

/// A new secret.
pub(crate) fn secret(ports: &Ports) -> Secret {
    let mut chance = [0; 32];
    ports.chance.fill(&mut chance);
    Secret::of(chance)
}

/// To whom a link goes.
pub(crate) struct Reader<'a> {
    pub(crate) email: &'a Email,
    pub(crate) account: Option<&'a Account>,
    pub(crate) name: Option<PersonName>,
    pub(crate) language: LetterLanguage,
    pub(crate) next: Option<Inside>,
}

/// Keeps a new link, and answers the secret that opens it.
pub(crate) async fn link(
    ports: &Ports,
    tx: &mut dyn Transaction,
    purpose: Purpose,
    reader: Reader<'_>,
    now: DateTime<Utc>,
) -> Result<Secret, StoreError> {
    let secret = secret(ports);
    let link = Link {
        mark: secret.mark(),
        purpose,
        email: reader.email.clone(),
        account: reader.account.map(|it| it.id),
        name: reader.name,
        language: reader.language,
        next: reader.next,
        created_at: now,
    };
    tx.links().add(&link).await?;
    Ok(secret)
}

/// Counts one more letter to an address, and answers whether it is within its allowance.
pub(crate) async fn count_letter(
    tx: &mut dyn Transaction,
    to: &Email,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let mut tally = tx.accounts().tally(Target::Letters(to)).await?;
    let is_allowed = tally.letter_at(now);
    tx.accounts().keep_tally(Target::Letters(to), tally).await?;
    Ok(is_allowed)
}

/// Counts one more letter that somebody has us write to a stranger, and answers whether it is
/// within their allowance. It is counted after the letter to its address.
pub(crate) async fn count_letter_by(
    tx: &mut dyn Transaction,
    account: AccountId,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let target = Target::LettersBy(account);
    let mut tally = tx.accounts().tally(target).await?;
    let is_allowed = tally.letter_by_at(now);
    tx.accounts().keep_tally(target, tally).await?;
    Ok(is_allowed)
}

/// Puts a letter into the outbox.
pub(crate) async fn post(
    ports: &Ports,
    tx: &mut dyn Transaction,
    to: (&Email, LetterLanguage),
    letter: Letter,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    post_for(ports, tx, to, letter, (now, now)).await
}

/// Puts a letter into the outbox that is written now, but may leave later.
pub(crate) async fn post_for(
    ports: &Ports,
    tx: &mut dyn Transaction,
    (to, language): (&Email, LetterLanguage),
    letter: Letter,
    (written_at, leaves_at): (DateTime<Utc>, DateTime<Utc>),
) -> Result<(), StoreError> {
    let id = LetterId(ports.ids.next());
    let letter = Addressed { id, to: to.clone(), language, letter, written_at };
    tx.outbox().push_for(&letter, leaves_at).await
}

/// Puts a letter to the owner of an account into the outbox.
pub(crate) async fn tell(
    ports: &Ports,
    tx: &mut dyn Transaction,
    account: &Account,
    letter: Letter,
) -> Result<(), StoreError> {
    let now = ports.clock.now();
    post(ports, tx, (&account.email, account.language), letter, now).await
}
