//! Parties that sign up, and what the portal told them.

use super::web::{Answer, Browser};

/// A class that fills in the form once.
#[derive(Clone, Debug)]
pub struct Party {
    pub date: String,
    pub key: String,
    pub email: String,
    class: String,
    pub seats: u32,
    waits: bool,
}

/// What a party was told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// Its seats are kept.
    Held,
    /// It stands in line.
    Queued,
    /// It does not come, and was told why.
    Refused,
}

impl Party {
    pub fn new(date: &str, name: &str, seats: u32) -> Self {
        Self {
            date: date.to_owned(),
            key: format!("key-of-a-form-{name}"),
            email: format!("{name}@skole.dk"),
            class: name.to_owned(),
            seats,
            waits: true,
        }
    }

    /// The same, sent away where there is no room.
    pub fn without_patience(mut self) -> Self {
        self.waits = false;
        self
    }

    /// The path of the form.
    pub fn path(&self) -> String {
        format!("/tilmelding/{}", self.date)
    }

    /// What is typed into it.
    pub fn fields<'a>(&'a self, seats: &'a str) -> Vec<(&'a str, &'a str)> {
        let mut fields = vec![
            ("kind", "class"),
            ("key", self.key.as_str()),
            ("school", "Munkebjergskolen"),
            ("class", self.class.as_str()),
            ("grade", "grade-6"),
            ("pupils", seats),
            ("name", "Lone Holm"),
            ("email", self.email.as_str()),
            ("agrees", "yes"),
        ];
        if self.waits {
            fields.push(("waits", "yes"));
        }
        fields
    }

    /// Sends the form.
    pub fn signs_up(&self, browser: &mut Browser) -> anyhow::Result<Answer> {
        browser.sends(&self.path(), &self.fields(&self.seats.to_string()))
    }
}

/// What an answer to a form means.
pub fn told(answer: &Answer) -> anyhow::Result<Told> {
    match (answer.status, answer.location.split("ok=").nth(1)) {
        (303, Some("held")) => Ok(Told::Held),
        (303, Some("in-line" | "first-to-answer")) => Ok(Told::Queued),
        (422, _) => Ok(Told::Refused),
        (status, to) => anyhow::bail!("a form was answered with {status} {to:?}"),
    }
}
