//! Where a row of an account, a session, a link or a letter becomes a thing, and back.

use chrono::{DateTime, Utc};
use domain::{
    Uuid,
    identity::{
        Account, AccountId, AddressChange, Addressed, Factor, FactorKey, KeptPassword, LetterId,
        Link, Mark, PasswordHash, Role, Session, SessionId,
    },
};
use sea_orm::ActiveValue::{NotSet, Set};

use super::{
    RowError,
    entity::{account, letter, link, session},
    row::Columns,
    seals::owner,
};
use crate::adapters::Keyring;

/// A row of an account, the key of its second factor sealed for it alone.
pub(super) fn account_row(
    it: &Account,
    keyring: &Keyring,
) -> Result<account::ActiveModel, RowError> {
    let key = it.factor.as_ref().map(|factor| keyring.seal(&factor.key.text(), &owner(it.id.0)));
    let key = key.transpose().map_err(|error| Columns("account").fault("factor_key", error))?;
    let (password, factor, change) = (&it.password, &it.factor, &it.address_change);
    let joined = |words: Vec<String>| words.join(";");
    Ok(account::ActiveModel {
        id: Set(it.id.0),
        email: Set(it.email.to_string()),
        email_key: Set(it.email.key()),
        name: Set(it.name.to_string()),
        language: Set(it.language.key().to_owned()),
        password_hash: Set(password.as_ref().map(|it| it.hash.as_str().to_owned())),
        password_stands_alone: Set(password.as_ref().map(|it| it.stands_alone)),
        factor_key: Set(key),
        factor_is_confirmed: Set(factor.as_ref().is_some_and(|it| it.is_confirmed)),
        factor_last_step: Set(factor.as_ref().map_or(0, |it| it.last_step)),
        factor_recovery: Set(joined(
            factor.iter().flat_map(|it| &it.recovery).map(|it| it.as_str().to_owned()).collect(),
        )),
        roles: Set(joined(it.roles.iter().map(Role::to_string).collect())),
        new_email: Set(change.as_ref().map(|it| it.new.to_string())),
        new_email_old_agrees: Set(change.as_ref().is_some_and(|it| it.old_agrees)),
        new_email_new_agrees: Set(change.as_ref().is_some_and(|it| it.new_agrees)),
        new_email_asked_at: Set(change.as_ref().map(|it| it.asked_at)),
        suspended_at: Set(it.suspended_at),
        created_at: Set(it.created_at),
        // Who comes is noted apart, so that whoever changes an account does not take it back.
        last_came: NotSet,
        warned_on: NotSet,
    })
}

pub(super) fn account_of(row: account::Model, keyring: &Keyring) -> Result<Account, RowError> {
    let columns = Columns("account");
    let hash = row.password_hash.map(PasswordHash::kept);
    let factor = match row.factor_key {
        None => None,
        Some(kept) => Some(Factor {
            key: factor_key(row.id, &kept, keyring)?,
            is_confirmed: row.factor_is_confirmed,
            last_step: row.factor_last_step,
            recovery: words(&row.factor_recovery).map(Mark::kept).collect(),
        }),
    };
    let asked_at = row.new_email_asked_at;
    let address_change = match columns.some("new_email", row.new_email)?.zip(asked_at) {
        None => None,
        Some((new, asked_at)) => Some(AddressChange {
            new,
            old_agrees: row.new_email_old_agrees,
            new_agrees: row.new_email_new_agrees,
            asked_at,
        }),
    };
    Ok(Account {
        id: AccountId(row.id),
        email: columns.text("email", row.email)?,
        name: columns.text("name", row.name)?,
        language: columns.key("language", &row.language)?,
        password: hash.map(|hash| KeptPassword {
            hash,
            stands_alone: row.password_stands_alone.unwrap_or_default(),
        }),
        factor,
        roles: columns.keys("roles", &row.roles)?,
        address_change,
        suspended_at: row.suspended_at,
        created_at: row.created_at,
    })
}

/// The key of an account's second factor, opened.
fn factor_key(id: Uuid, kept: &str, keyring: &Keyring) -> Result<FactorKey, RowError> {
    let columns = Columns("account");
    let key = keyring.open(kept, &owner(id));
    let key = key.map_err(|error| columns.fault("factor_key", error))?;
    FactorKey::kept(&key).ok_or_else(|| columns.fault("factor_key", "(hidden)"))
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(';').filter(|word| !word.is_empty())
}

pub(super) fn session_row(it: &Session) -> session::ActiveModel {
    session::ActiveModel {
        id: Set(it.id.0),
        mark: Set(it.mark.as_str().to_owned()),
        account_id: Set(it.account.0),
        stage: Set(it.stage.key().to_owned()),
        started_at: Set(it.started_at),
        seen_at: Set(it.seen_at),
        proved_at: Set(it.proved_at),
        device: Set(it.device.clone()),
    }
}

pub(super) fn session_of(row: session::Model) -> Result<Session, RowError> {
    Ok(Session {
        id: SessionId(row.id),
        mark: Mark::kept(row.mark),
        account: AccountId(row.account_id),
        stage: Columns("session").key("stage", &row.stage)?,
        started_at: row.started_at,
        seen_at: row.seen_at,
        proved_at: row.proved_at,
        device: row.device,
    })
}

pub(super) fn link_row(it: &Link) -> link::ActiveModel {
    link::ActiveModel {
        mark: Set(it.mark.as_str().to_owned()),
        purpose: Set(it.purpose.key().to_owned()),
        email: Set(it.email.to_string()),
        account_id: Set(it.account.map(|it| it.0)),
        name: Set(it.name.as_ref().map(ToString::to_string)),
        language: Set(it.language.key().to_owned()),
        next: Set(it.next.as_ref().map(ToString::to_string)),
        created_at: Set(it.created_at),
    }
}

pub(super) fn link_of(row: link::Model) -> Result<Link, RowError> {
    let columns = Columns("link");
    Ok(Link {
        mark: Mark::kept(row.mark),
        purpose: columns.key("purpose", &row.purpose)?,
        email: columns.text("email", row.email)?,
        account: row.account_id.map(AccountId),
        name: columns.some("name", row.name)?,
        language: columns.key("language", &row.language)?,
        next: columns.some("next", row.next)?,
        created_at: row.created_at,
    })
}

pub(super) fn letter_row(
    it: &Addressed,
    leaves_at: DateTime<Utc>,
) -> Result<letter::ActiveModel, serde_json::Error> {
    Ok(letter::ActiveModel {
        id: Set(it.id.0),
        to_email: Set(Some(it.to.to_string())),
        language: Set(it.language.key().to_owned()),
        about: Set(Some(serde_json::to_string(&it.letter)?)),
        state: Set(super::outbox::WAITING.to_owned()),
        tries: Set(0),
        written_at: Set(it.written_at),
        next_at: Set(leaves_at),
    })
}

pub(super) fn letter_of(row: letter::Model) -> Result<Addressed, RowError> {
    let columns = Columns("letter");
    let about = row.about.unwrap_or_default();
    // What it says is a secret while it waits, and so is no part of an error.
    let letter = serde_json::from_str(&about).map_err(|_| columns.fault("about", "(hidden)"))?;
    Ok(Addressed {
        id: LetterId(row.id),
        to: columns.text("to_email", row.to_email.unwrap_or_default())?,
        language: columns.key("language", &row.language)?,
        letter,
        written_at: row.written_at,
    })
}
