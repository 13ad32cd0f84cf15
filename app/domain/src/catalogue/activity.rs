//! What a partner offers.

use std::{fmt, num::ParseIntError, str::FromStr};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    ExternalId, Forbidden, Occurrence, Particulars, Question, Questions, State, Title,
    moved::{recognise, recognise_starts},
};
use crate::partners::PartnerId;

/// Names an activity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ActivityId(pub Uuid);

/// What a partner offers, with its dates in the order of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Activity {
    pub id: ActivityId,
    pub partner: PartnerId,
    pub external_id: ExternalId,
    pub slug: Slug,
    state: State,
    particulars: Particulars,
    occurrences: Vec<Occurrence>,
    questions: Questions,
    pub created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

/// Which words of an activity somebody has seen: another one with each change of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Revision(i64);

impl fmt::Display for Revision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl FromStr for Revision {
    type Err = ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse().map(Self)
    }
}

impl Activity {
    /// Drafts an activity; its address is made of its title and cannot clash.
    #[must_use]
    pub fn draft(
        id: ActivityId,
        partner: PartnerId,
        external_id: ExternalId,
        particulars: Particulars,
        occurrences: Vec<Occurrence>,
        now: DateTime<Utc>,
    ) -> Self {
        let slug = Slug::of(&particulars.title, id);
        let state = State::Draft;
        Self {
            id,
            partner,
            external_id,
            slug,
            state,
            particulars,
            occurrences,
            questions: Questions::default(),
            created_at: now,
            updated_at: now,
        }
        .sorted()
    }

    /// An activity as a store kept it.
    #[must_use]
    pub fn kept(mut self, state: State, updated_at: DateTime<Utc>) -> Self {
        self.state = state;
        self.updated_at = updated_at;
        self
    }

    /// The same with what is asked of those who sign up, as a store kept it.
    #[must_use]
    pub fn asking(mut self, questions: Questions) -> Self {
        self.questions = questions;
        self
    }

    /// What is asked of those who sign up.
    #[must_use]
    pub const fn questions(&self) -> &Questions {
        &self.questions
    }

    /// Takes over what its organisers would ask ([`Questions::propose`]).
    pub fn propose_questions(&mut self, questions: Vec<Question>, now: DateTime<Utc>) {
        let before = self.questions.clone();
        self.questions.propose(questions, now);
        if self.questions != before {
            self.updated_at = now;
        }
    }

    /// Asks what waits from now on; answers whether something waited.
    pub fn approve_questions(&mut self, now: DateTime<Utc>) -> bool {
        let waited = self.questions.approve();
        if waited {
            self.updated_at = now;
        }
        waited
    }

    /// Drops what waits to be asked; answers whether something waited.
    pub fn refuse_questions(&mut self, now: DateTime<Utc>) -> bool {
        let waited = self.questions.refuse();
        if waited {
            self.updated_at = now;
        }
        waited
    }

    #[must_use]
    pub fn state(&self) -> State {
        self.state
    }

    #[must_use]
    pub fn particulars(&self) -> &Particulars {
        &self.particulars
    }

    #[must_use]
    pub fn occurrences(&self) -> &[Occurrence] {
        &self.occurrences
    }

    /// Whether all its dates have been; what has none is never over.
    #[must_use]
    pub fn is_over_at(&self, now: DateTime<Utc>) -> bool {
        !self.occurrences.is_empty() && self.occurrences.iter().all(|it| it.end() <= now)
    }

    #[must_use]
    pub fn updated_at(&self) -> DateTime<Utc> {
        self.updated_at
    }

    /// Which words of it whoever looks at it now has seen.
    #[must_use]
    pub fn revision(&self) -> Revision {
        Revision(self.updated_at.timestamp_micros())
    }

    /// Takes the step to `state`.
    ///
    /// # Errors
    ///
    /// [`Forbidden`] where there is no such step.
    pub fn step_to(&mut self, state: State, now: DateTime<Utc>) -> Result<(), Forbidden> {
        self.state = self.state.step_to(state)?;
        self.updated_at = now;
        Ok(())
    }

    /// Takes what is public out of sight, until its partner sends it anew.
    ///
    /// # Errors
    ///
    /// [`Forbidden`] where it is not public.
    pub fn take_down(&mut self, now: DateTime<Utc>) -> Result<(), Forbidden> {
        self.state = self.state.taken_down()?;
        self.updated_at = now;
        Ok(())
    }

    /// Takes over what its partner now says; answers whether anything is different.
    ///
    /// A date is recognised by its start, and one that was moved by being near; it keeps its id,
    /// and with it whoever has a seat. Dates that lie before `now` stay as they were, since what
    /// has been cannot be unsaid; coming dates that are no longer named are dropped.
    pub fn revise(
        &mut self,
        particulars: Particulars,
        mut occurrences: Vec<Occurrence>,
        now: DateTime<Utc>,
    ) -> bool {
        recognise(&self.occurrences, &mut occurrences, now);
        let stay = self.occurrences.iter().filter(|old| old.start() < now).cloned().collect();
        self.become_revised(particulars, stay, occurrences, now)
    }

    /// Takes over what its partner now says where not all of it could be read; answers whether
    /// anything is different.
    ///
    /// A date that is not named may be the very one that could not be read. So none is dropped, and
    /// none is taken for one that was moved; a date is recognised by its start alone.
    pub fn revise_in_part(
        &mut self,
        particulars: Particulars,
        mut occurrences: Vec<Occurrence>,
        now: DateTime<Utc>,
    ) -> bool {
        recognise_starts(&self.occurrences, &mut occurrences);
        let stay = self.occurrences.clone();
        self.become_revised(particulars, stay, occurrences, now)
    }

    /// Comes to have the dates that stay and those that are named; a named one goes before one that
    /// stays and starts with it.
    fn become_revised(
        &mut self,
        particulars: Particulars,
        stay: Vec<Occurrence>,
        named: Vec<Occurrence>,
        now: DateTime<Utc>,
    ) -> bool {
        let mut revised = stay;
        for new in named {
            revised.retain(|old| old.start() != new.start());
            revised.push(new);
        }
        revised.sort_by_key(|it| (it.start(), it.id));
        let changed = self.particulars != particulars || self.occurrences != revised;
        if changed {
            self.particulars = particulars;
            self.occurrences = revised;
            self.updated_at = now;
        }
        changed
    }

    /// Lets another partner lead it from now on, under a key of that partner's sheets.
    pub fn passes_to(&mut self, partner: PartnerId, key: ExternalId, now: DateTime<Utc>) {
        self.partner = partner;
        self.external_id = key;
        self.updated_at = now;
    }

    /// Notes that its picture, which is kept beside it, is another one from now on.
    pub fn shows_another_picture(&mut self, now: DateTime<Utc>) {
        self.updated_at = now;
    }

    fn sorted(mut self) -> Self {
        self.occurrences.sort_by_key(|it| (it.start(), it.id));
        self
    }
}

/// The part of an address that names one thing: `robot-i-roret-7kq2mf`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Slug(String);

impl Slug {
    const WORDS: usize = 60;

    /// Made of a title, and of the id so that no two are the same.
    #[must_use]
    pub fn of(title: &Title, id: ActivityId) -> Self {
        const ALPHABET: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
        let words = Self::words(title.as_str());
        let mut bits = id.0.as_u128();
        let mut slug = words;
        slug.push('-');
        for _ in 0..8 {
            slug.push(char::from(ALPHABET[(bits % 32) as usize]));
            bits /= 32;
        }
        Self(slug)
    }

    /// Made of a name that is unique by itself.
    #[must_use]
    pub fn of_name(name: &str) -> Self {
        Self(Self::words(name))
    }

    /// As a store or an address has it.
    #[must_use]
    pub fn kept(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Letters a to z and digits, words joined by hyphens; æ, ø and å as Danes write
    /// them without the keys for it.
    fn words(text: &str) -> String {
        let mut slug = String::new();
        for c in text.chars().flat_map(char::to_lowercase) {
            let plain = match c {
                'æ' | 'ä' => "ae",
                'ø' | 'ö' => "oe",
                'å' => "aa",
                'é' | 'è' | 'ê' => "e",
                'ü' => "u",
                'ß' => "ss",
                _ => "",
            };
            if !plain.is_empty() {
                slug += plain;
            } else if c.is_ascii_alphanumeric() {
                slug.push(c);
            } else if !slug.is_empty() && !slug.ends_with('-') && !matches!(c, '\'' | '’') {
                slug.push('-');
            }
            if slug.len() >= Self::WORDS {
                break;
            }
        }
        let slug = slug.trim_end_matches('-');
        if slug.is_empty() { "x".to_owned() } else { slug.to_owned() }
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests;
