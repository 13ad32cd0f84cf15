//! What a party answers to what its organiser asks.

use serde::{Deserialize, Serialize};

use super::{Field, FieldFault, FieldFaults, TypedBy, read_text};
use crate::{
    catalogue::{Question, QuestionChoice, QuestionKind, QuestionWords},
    identity::Mark,
    text::text,
};

text! {
    /// An answer in one's own words.
    AnswerText, 1..=200, false
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    Text(AnswerText),
    Choice(QuestionChoice),
    YesNo(bool),
    Number(u32),
}

/// An answer with the question as it was asked, since questions change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    pub question: QuestionWords,
    pub answer: Answer,
}

/// What was typed to answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedAnswers {
    /// Names what was asked when the form was shown.
    pub of: String,
    pub cells: [String; Question::MOST],
}

impl TypedAnswers {
    /// The fields, in the order in which is asked.
    pub const FIELDS: [Field; Question::MOST] =
        [Field::Question1, Field::Question2, Field::Question3];

    /// Everything that was typed, in a fixed order.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.cells.iter().map(String::as_str).chain([self.of.as_str()])
    }

    /// Names what is asked, so that an answer is never taken for one to another question.
    #[must_use]
    pub fn name_of(asked: &[Question]) -> String {
        let mut text = String::new();
        for it in asked {
            text += it.words.as_str();
            text += it.kind.key();
            for choice in &it.choices {
                text.push('\n');
                text += choice.as_str();
            }
            text.push('\n');
        }
        Mark::of(text.as_bytes()).as_str().chars().take(16).collect()
    }

    /// As somebody would type what they have answered before.
    #[must_use]
    pub fn of(answered: &[Answered], asked: &[Question]) -> Self {
        let mut typed = Self { of: Self::name_of(asked), ..Self::default() };
        for (cell, question) in typed.cells.iter_mut().zip(asked) {
            if let Some(it) = answered.iter().find(|it| it.question == question.words) {
                *cell = it.answer.typed();
            }
        }
        typed
    }

    /// Reads the answers to what is asked. What was typed while something else was asked answers
    /// nothing; the organiser, who was called, may leave anything out.
    ///
    /// # Errors
    ///
    /// Everything that is wrong, in the order of the form.
    pub fn read(&self, asked: &[Question], by: TypedBy) -> Result<Vec<Answered>, FieldFaults> {
        let (mut answered, mut faults) = (Vec::new(), Vec::new());
        let is_same = self.of == Self::name_of(asked);
        for ((question, field), typed) in asked.iter().zip(Self::FIELDS).zip(&self.cells) {
            let typed = if is_same { typed.trim() } else { "" };
            if typed.is_empty() {
                if question.is_needed && by == TypedBy::Party {
                    faults.push((field, FieldFault::Missing));
                }
                continue;
            }
            match Answer::read(question, typed) {
                Ok(answer) => answered.push(Answered { question: question.words.clone(), answer }),
                Err(fault) => faults.push((field, fault)),
            }
        }
        if faults.is_empty() { Ok(answered) } else { Err(faults) }
    }
}

impl Answer {
    pub const YES: &'static str = "yes";
    pub const NO: &'static str = "no";

    fn read(question: &Question, typed: &str) -> Result<Self, FieldFault> {
        match question.kind {
            QuestionKind::Text => read_text(typed).map(Self::Text),
            QuestionKind::Choice => {
                let chosen = question.choices.iter().find(|it| it.as_str() == typed);
                chosen.cloned().map(Self::Choice).ok_or(FieldFault::Missing)
            }
            QuestionKind::YesNo => match typed {
                Self::YES => Ok(Self::YesNo(true)),
                Self::NO => Ok(Self::YesNo(false)),
                _ => Err(FieldFault::Missing),
            },
            QuestionKind::Number => match typed.parse::<u32>() {
                // Longer than any number of anything that is asked for, and shorter than CPR's.
                Ok(n) if n <= 99_999_999 => Ok(Self::Number(n)),
                _ => Err(FieldFault::NoNumber),
            },
        }
    }

    /// As somebody would type it.
    #[must_use]
    pub fn typed(&self) -> String {
        match self {
            Self::Text(it) => it.to_string(),
            Self::Choice(it) => it.to_string(),
            Self::YesNo(true) => Self::YES.to_owned(),
            Self::YesNo(false) => Self::NO.to_owned(),
            Self::Number(n) => n.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::TypedQuestion;

    fn asked() -> Vec<Question> {
        let question = |words: &str, kind: &str, choices: &str, is_needed| {
            let (words, kind, choices) = (words.into(), kind.into(), choices.into());
            Question::read(&TypedQuestion { words, kind, choices, is_needed }).unwrap()
        };
        vec![
            question("Kommer I med bus?", "yes-no", "", true),
            question("Hvilket hold?", "choice", "Morgen\nAften", true),
            question("Hvor mange cykler?", "number", "", false),
        ]
    }

    fn typed(cells: [&str; 3]) -> TypedAnswers {
        TypedAnswers { of: TypedAnswers::name_of(&asked()), cells: cells.map(str::to_owned) }
    }

    #[test]
    fn each_answer_is_of_its_kind_and_what_is_wrong_is_told_at_its_question() {
        let read = |cells| typed(cells).read(&asked(), TypedBy::Party);
        let answered = read(["yes", "Aften", " 4 "]).unwrap();
        let answers: Vec<String> = answered.iter().map(|it| it.answer.typed()).collect();
        assert_eq!(answers, ["yes", "Aften", "4"]);
        assert_eq!(TypedAnswers::of(&answered, &asked()), typed(["yes", "Aften", "4"]));
        assert_eq!(read(["no", "Morgen", ""]).unwrap().len(), 2);
        let wrong = read(["måske", "Nat", "0112071234"]).unwrap_err();
        let expected = [
            (Field::Question1, FieldFault::Missing),
            (Field::Question2, FieldFault::Missing),
            (Field::Question3, FieldFault::NoNumber),
        ];
        assert_eq!(wrong, expected);
        let by = TypedBy::Organiser;
        assert_eq!(typed(["", "", ""]).read(&asked(), by), Ok(Vec::new()));
    }

    #[test]
    fn a_text_takes_no_cpr_number() {
        let question = TypedQuestion {
            words: "Hvad hedder jeres hold?".into(),
            kind: "text".into(),
            ..TypedQuestion::default()
        };
        let asked = [Question::read(&question).unwrap()];
        let typed = TypedAnswers {
            of: TypedAnswers::name_of(&asked),
            cells: ["Alma 011207-1234".to_owned(), String::new(), String::new()],
        };
        let told = typed.read(&asked, TypedBy::Party).unwrap_err();
        assert_eq!(told, [(Field::Question1, FieldFault::CprNumber)]);
    }

    #[test]
    fn what_was_typed_while_something_else_was_asked_answers_nothing() {
        let other = &asked()[1..];
        let told = typed(["yes", "Aften", "4"]).read(other, TypedBy::Party).unwrap_err();
        assert_eq!(told, [(Field::Question1, FieldFault::Missing)]);
        assert_eq!(typed(["yes", "", ""]).read(&[], TypedBy::Party), Ok(Vec::new()));
    }
}
