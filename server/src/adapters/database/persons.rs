//! Whose a row is: where what is held of somebody is found, and what becomes of it.

use domain::privacy::Holding;

use super::register::{Content, REGISTER};

/// By what a row is somebody's: the first value of its question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    /// Their address, as addresses are compared.
    Address,
    /// The name of their account.
    Account,
}

/// What becomes of somebody's rows when they are erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    Goes,
    /// It goes if this is so; else something else lets it go first.
    GoesIf(&'static str),
    /// It stays, and names somebody no more.
    Empties(&'static str),
    /// It stays as nobody's: the column names who wrote it.
    Nobodys(&'static str),
    /// It names nobody once the others are gone.
    Stays,
}

/// Somebody's rows of a table.
pub(super) struct Theirs {
    pub(super) table: &'static str,
    pub(super) by: By,
    /// Which rows: `$1` is the address or the account.
    pub(super) which: &'static str,
    pub(super) fate: Fate,
    /// The columns that are told, where it is not all that open nothing.
    pub(super) told: Option<&'static str>,
}

const fn theirs(table: &'static str, by: By, which: &'static str, fate: Fate) -> Theirs {
    Theirs { table, by, which, fate, told: None }
}

const SIGN_UPS: &str = "sign_up_id in (select id from sign_up where email_key = $1)";
const REQUESTS: &str = "request_id in (select id from request where email_key = $1)";

/// All rows that are somebody's, in the order in which they are erased.
pub(super) const PERSONS: &[Theirs] = &[
    theirs("sign_up_link", By::Address, SIGN_UPS, Fate::Goes),
    theirs(
        "sign_up_link",
        By::Address,
        "purpose in ('second-page', 'second-coming', 'withdraw') and sign_up_id in \
         (select id from sign_up where lower(second_email) = $1)",
        Fate::Goes,
    ),
    theirs("sign_up_attempt", By::Address, SIGN_UPS, Fate::Goes),
    theirs("sign_up_step", By::Address, SIGN_UPS, Fate::Stays),
    Theirs { told: Some("here at"), ..theirs("tick", By::Address, SIGN_UPS, Fate::Stays) },
    theirs("sign_up", By::Address, "email_key = $1", Fate::GoesIf("active_key is null")),
    Theirs {
        // The rest is the first guardian's.
        told: Some("activity_id second_name second_email signed_up_at"),
        ..theirs(
            "sign_up",
            By::Address,
            "lower(second_email) = $1",
            Fate::Empties("second_name = null, second_email = null"),
        )
    },
    theirs("request_link", By::Address, REQUESTS, Fate::Goes),
    theirs("request", By::Address, "email_key = $1", Fate::Goes),
    theirs("letter", By::Address, "lower(to_email) = $1", Fate::Goes),
    theirs("link", By::Address, "lower(email) = $1", Fate::Goes),
    theirs("errand", By::Address, "lower(email) = $1", Fate::Goes),
    theirs("review", By::Address, "lower(reply_to) = $1", Fate::Goes),
    theirs("invitation", By::Address, "email_key = $1", Fate::Goes),
    Theirs {
        // Who was invited is another.
        told: Some("partner_id membership invited_at"),
        ..theirs("invitation", By::Account, "account_id = $1", Fate::Goes)
    },
    Theirs {
        told: Some("answer_words changed_at"),
        ..theirs("request", By::Account, "answered_by = $1", Fate::Empties("answered_by = null"))
    },
    theirs("message", By::Account, "account_id = $1", Fate::Nobodys("account_id")),
    theirs("deed", By::Account, "about = 'account' and about_id = $1", Fate::Goes),
    theirs("deed", By::Account, "account_id = $1", Fate::Empties("account_id = null")),
    theirs("claim", By::Account, "account_id = $1", Fate::Goes),
    Theirs {
        // What stands in it is the partner's.
        told: Some("id partner_id activity_id created_at changed_at"),
        ..theirs("draft", By::Account, "writer_id = $1", Fate::Nobodys("writer_id"))
    },
    Theirs {
        told: Some("id partner_id file_name stage handed_in_at"),
        ..theirs("import", By::Account, "account_id = $1", Fate::Goes)
    },
    Theirs {
        told: Some("number written_at"),
        ..theirs("synonym_list", By::Account, "account_id = $1", Fate::Nobodys("account_id"))
    },
    theirs("saved_activity", By::Account, "account_id = $1", Fate::Goes),
    theirs("joined_identity", By::Account, "account_id = $1", Fate::Goes),
    theirs("session", By::Account, "account_id = $1", Fate::Goes),
    theirs("account", By::Account, "id = $1", Fate::Goes),
];

/// Tables that keep something of people, but nobody's rows by an address: what a partner says to
/// everybody or of its dates is the partner's, and marks of tries go by the marks of an address.
#[cfg(test)]
const OTHERS: [&str; 5] = ["activity", "date_report", "import_trace", "tally", "tombstone"];

/// What opens something, or would only be a riddle to whoever takes it along.
const NEVER_TOLD: [&str; 14] = [
    "mark",
    "key",
    "body",
    "email_key",
    "party_key",
    "active_key",
    "password_hash",
    "password_stands_alone",
    "factor_key",
    "factor_last_step",
    "factor_recovery",
    "factor_is_confirmed",
    "about_id",
    "file",
];

impl Theirs {
    /// The columns that are told, with what each is kept for.
    pub(super) fn columns(&self) -> Vec<(&'static str, Option<Holding>)> {
        let contents = REGISTER.iter().find(|it| it.0 == self.table).map_or(&[][..], |it| it.1);
        let of = |content: &Content| match content {
            Content::Of(holding) => Some(*holding),
            Content::Open | Content::Count => None,
        };
        let all = contents
            .iter()
            .flat_map(|(content, names)| names.split(' ').map(move |name| (name, of(content))));
        let is_told = |name: &str| match self.told {
            Some(told) => told.split(' ').any(|it| it == name),
            // What a letter says opens things.
            None => !NEVER_TOLD.contains(&name) && (self.table, name) != ("letter", "about"),
        };
        all.filter(|it| is_told(it.0)).collect()
    }

    /// What its rows are kept for before all.
    pub(super) fn holding(&self) -> Holding {
        self.columns().iter().find_map(|it| it.1).unwrap_or(Holding::Desk)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_every_table_that_keeps_something_of_people_it_is_known_whose_a_row_is() {
        for (table, contents) in REGISTER {
            let is_of_people = contents.iter().any(|it| matches!(it.0, Content::Of(_)));
            let is_known = PERSONS.iter().any(|it| it.table == *table) || OTHERS.contains(table);
            assert_eq!(is_of_people, is_known, "{table}");
        }
    }

    #[test]
    fn nothing_that_opens_something_is_told() {
        for it in PERSONS {
            let told = it.columns();
            assert!(!told.is_empty(), "{}", it.table);
            for secret in ["mark", "password_hash", "factor_key", "factor_recovery"] {
                assert!(told.iter().all(|(name, _)| *name != secret), "{}: {secret}", it.table);
            }
        }
    }
}
