//! What an organiser asks those who sign up: little, and nothing before a moderator has said yes.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::Answers;
use crate::{InvalidText, holds_cpr_number, keyed::keyed, text::text};

text! {
    /// A question as it is asked.
    QuestionWords, 5..=150, false
}

text! {
    /// One of the answers that can be chosen.
    QuestionChoice, 1..=80, false
}

keyed! {
    /// What is answered to a question.
    QuestionKind {
        /// A short text.
        Text = "text",
        /// One of a list.
        Choice = "choice",
        YesNo = "yes-no",
        /// A whole number.
        Number = "number",
    }
}

/// Something that is asked in the form in which somebody signs up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    pub words: QuestionWords,
    pub kind: QuestionKind,
    /// What can be chosen, where one of a list is.
    pub choices: Vec<QuestionChoice>,
    /// Whether nobody signs up without an answer.
    pub is_needed: bool,
}

/// The parts of a question in the editor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum QuestionPart {
    Words,
    Kind,
    Choices,
}

/// What is wrong with a part of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidQuestion {
    #[error(transparent)]
    Text(#[from] InvalidText),
    #[error("no kind of answer is chosen")]
    NoKind,
    #[error("a list has 2 to {max} choices, each once", max = Question::MOST_CHOICES)]
    Choices,
    /// What tells of health or food is said freely, in a field of its own, by whoever wants to.
    #[error("it asks about health or food")]
    Private,
    #[error("it asks for a CPR number")]
    CprNumber,
    #[error("it is asked twice")]
    Twice,
}

/// A question as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedQuestion {
    pub words: String,
    pub kind: String,
    /// One choice a line.
    pub choices: String,
    pub is_needed: bool,
}

impl Question {
    pub const MOST: usize = 3;
    pub const MOST_CHOICES: usize = 8;

    /// Beginnings of words, small letters, that tell of health, food or CPR numbers.
    const PRIVATE: [&'static str; 43] = [
        "allerg",
        "intoleran",
        "diæt",
        "kost",
        "vegetar",
        "vegan",
        "halal",
        "kosher",
        "glute",
        "laktos",
        "lactos",
        "nødder",
        "spis",
        "mad",
        "fødevare",
        "food",
        "eat",
        "diet",
        "nuts",
        "helbred",
        "sundhed",
        "health",
        "syg",
        "sick",
        "illness",
        "diseas",
        "medic",
        "diagnos",
        "handicap",
        "disab",
        "funktionsneds",
        "psyk",
        "mental",
        "adhd",
        "autis",
        "epilep",
        "astma",
        "asthma",
        "diabet",
        "lidelse",
        "gravid",
        "pregnan",
        "vaccin",
    ];
    /// Words that begin so and tell of nothing of the kind.
    const HARMLESS: [&'static str; 15] = [
        "madras",
        "made",
        "madison",
        "kostum",
        "koster",
        "kosted",
        "kostb",
        "sygeplejersk",
        "sundhedsudd",
        "sundhedstek",
        "sundhedsplat",
        "sundhedsfag",
        "sundhedsvæs",
        "healthcare",
        "healthtech",
    ];
    const NUMBERS: [&'static str; 6] =
        ["cpr", "personnummer", "personnumre", "fødselsdato", "birthdate", "ssn"];

    /// What a text asks for that nobody may be asked for in this way, as far as its words tell.
    fn forbidden_in(text: &str) -> Option<InvalidQuestion> {
        if holds_cpr_number(text) {
            return Some(InvalidQuestion::CprNumber);
        }
        let folded = text.to_lowercase();
        let begins = |list: &[&str], word: &str| list.iter().any(|it| word.starts_with(it));
        let mut words = folded.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty());
        words.find_map(|word| {
            if begins(&Self::NUMBERS, word) {
                return Some(InvalidQuestion::CprNumber);
            }
            let is_private = begins(&Self::PRIVATE, word) && !begins(&Self::HARMLESS, word);
            is_private.then_some(InvalidQuestion::Private)
        })
    }

    /// Reads what was typed.
    ///
    /// # Errors
    ///
    /// Everything that is wrong, in the order of the form.
    pub fn read(typed: &TypedQuestion) -> Result<Self, Vec<(QuestionPart, InvalidQuestion)>> {
        let mut faults = Vec::new();
        let words = typed.words.as_str().try_into();
        let words: Option<QuestionWords> =
            words.map_err(|it: InvalidText| faults.push((QuestionPart::Words, it.into()))).ok();
        faults.extend(Self::forbidden_in(&typed.words).map(|it| (QuestionPart::Words, it)));
        let kind: Option<QuestionKind> = typed.kind.parse().ok();
        if kind.is_none() {
            faults.push((QuestionPart::Kind, InvalidQuestion::NoKind));
        }
        let mut choices: Vec<QuestionChoice> = Vec::new();
        if kind == Some(QuestionKind::Choice) {
            match Self::choices(&typed.choices) {
                Ok(read) => choices = read,
                Err(fault) => faults.push((QuestionPart::Choices, fault)),
            }
        }
        match (words, kind) {
            (Some(words), Some(kind)) if faults.is_empty() => {
                Ok(Self { words, kind, choices, is_needed: typed.is_needed })
            }
            _ => Err(faults),
        }
    }

    fn choices(typed: &str) -> Result<Vec<QuestionChoice>, InvalidQuestion> {
        let lines = typed.lines().filter(|it| !it.trim().is_empty());
        let choices = lines.map(TryInto::try_into).collect::<Result<Vec<QuestionChoice>, _>>()?;
        if let Some(forbidden) = Self::forbidden_in(typed) {
            return Err(forbidden);
        }
        let mut known = choices.clone();
        known.sort_unstable();
        known.dedup();
        let is_fine = (2..=Self::MOST_CHOICES).contains(&choices.len());
        if is_fine && known.len() == choices.len() {
            Ok(choices)
        } else {
            Err(InvalidQuestion::Choices)
        }
    }

    /// Reads all that were typed into a draft; fields that are empty ask nothing.
    ///
    /// # Errors
    ///
    /// Everything that is wrong, by the question it is wrong with, from 0.
    pub fn read_all(
        answers: &Answers,
    ) -> Result<Vec<Self>, Vec<(usize, QuestionPart, InvalidQuestion)>> {
        let (mut questions, mut faults): (Vec<Self>, _) = (Vec::new(), Vec::new());
        for n in 0..Self::MOST {
            let typed = TypedQuestion::of(answers, n);
            if typed.is_empty() {
                continue;
            }
            match Self::read(&typed) {
                Ok(it) if questions.iter().any(|known| known.words == it.words) => {
                    faults.push((n, QuestionPart::Words, InvalidQuestion::Twice));
                }
                Ok(it) => questions.push(it),
                Err(told) => faults.extend(told.into_iter().map(|(part, why)| (n, part, why))),
            }
        }
        if faults.is_empty() { Ok(questions) } else { Err(faults) }
    }
}

impl TypedQuestion {
    /// The names under which a draft keeps the parts of a question, and a form sends them.
    pub const NAMES: [[&'static str; 4]; Question::MOST] = [
        ["question_1", "question_1_kind", "question_1_choices", "question_1_needed"],
        ["question_2", "question_2_kind", "question_2_choices", "question_2_needed"],
        ["question_3", "question_3_kind", "question_3_choices", "question_3_needed"],
    ];

    /// What a draft keeps of a question, from 0.
    #[must_use]
    pub fn of(answers: &Answers, n: usize) -> Self {
        let [words, kind, choices, needed] = Self::NAMES[n].map(|it| answers.get(it));
        Self {
            words: words.to_owned(),
            kind: kind.to_owned(),
            choices: choices.to_owned(),
            is_needed: needed == "yes",
        }
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.trim().is_empty() && self.choices.trim().is_empty()
    }

    /// Lets a draft tell questions as somebody would type them.
    pub fn tell(answers: &mut Answers, questions: &[Question]) {
        for (names, it) in Self::NAMES.iter().zip(questions) {
            let choices: Vec<&str> = it.choices.iter().map(QuestionChoice::as_str).collect();
            answers.set(names[0], it.words.as_str());
            answers.set(names[1], it.kind.key());
            answers.set(names[2], choices.join("\n"));
            answers.set(names[3], if it.is_needed { "yes" } else { "" });
        }
    }
}

/// Questions that wait for a moderator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposedQuestions {
    pub questions: Vec<Question>,
    pub since: DateTime<Utc>,
}

/// What is asked of those who sign up for an activity, and what its organisers would ask instead.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Questions {
    asked: Vec<Question>,
    proposed: Option<ProposedQuestions>,
}

impl Questions {
    /// As a store kept them.
    #[must_use]
    pub const fn kept(asked: Vec<Question>, proposed: Option<ProposedQuestions>) -> Self {
        Self { asked, proposed }
    }

    /// What is asked: a moderator said yes to it.
    #[must_use]
    pub fn asked(&self) -> &[Question] {
        &self.asked
    }

    /// What waits for a moderator.
    #[must_use]
    pub const fn proposed(&self) -> Option<&ProposedQuestions> {
        self.proposed.as_ref()
    }

    /// What its organisers said last, approved or not.
    #[must_use]
    pub fn last_said(&self) -> &[Question] {
        self.proposed.as_ref().map_or(&self.asked, |it| &it.questions)
    }

    /// Takes over what organisers would ask. Asking less needs nobody's yes; all else waits, and
    /// the same as before does not wait anew.
    pub fn propose(&mut self, questions: Vec<Question>, now: DateTime<Utc>) {
        if questions == self.last_said() {
            return;
        }
        if questions.iter().all(|it| self.asked.contains(it)) {
            *self = Self { asked: questions, proposed: None };
        } else {
            self.proposed = Some(ProposedQuestions { questions, since: now });
        }
    }

    /// A moderator says yes to what waits; answers whether something did.
    pub fn approve(&mut self) -> bool {
        match self.proposed.take() {
            Some(proposed) => {
                self.asked = proposed.questions;
                true
            }
            None => false,
        }
    }

    /// A moderator says no to what waits: what was asked before goes on being asked. Answers
    /// whether something waited.
    pub fn refuse(&mut self) -> bool {
        self.proposed.take().is_some()
    }
}

#[cfg(test)]
mod tests;
