//! The fields of forms about taking part, and what can be wrong with what was typed into them.

use super::Unfit;
use crate::{InvalidText, holds_cpr_number, keyed::keyed};

keyed! {
    /// The fields of the forms, by their names.
    Field {
        Kind = "kind",
        School = "school",
        Class = "class",
        Grade = "grade",
        Pupils = "pupils",
        Adults = "adults",
        Child = "child",
        Age = "age",
        Name = "name",
        Email = "email",
        Phone = "phone",
        Needs = "needs",
        /// What the organiser asks.
        Question1 = "q1",
        Question2 = "q2",
        Question3 = "q3",
        /// Another guardian of a child, and who is called on the day.
        SecondName = "second_name",
        SecondEmail = "second_email",
        EmergencyName = "emergency_name",
        EmergencyPhone = "emergency_phone",
        Agrees = "agrees",
        /// To whom a message goes.
        To = "to",
        /// What it says.
        Words = "words",
        /// Another date.
        Date = "date",
        /// When it would suit whoever asks.
        Wish = "wish",
        /// What is answered to a request, and for which day and time.
        Answer = "answer",
        Day = "day",
        Time = "time",
        /// When the day ends.
        Until = "until",
        /// How many days before a date those who come are asked once more, and until when the
        /// silent keep their seats.
        Asks = "asks",
        Frees = "frees",
        /// How many came, beside pupils and adults, and how many of them were girls.
        Students = "students",
        Teachers = "teachers",
        Girls = "girls",
        /// What an organiser remarks of a date: what went well, and what to do otherwise.
        Well = "well",
        Better = "better",
        /// How interested somebody was before a date, and is after it.
        Before = "before",
        After = "after",
    }
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FieldFault {
    Missing,
    TooLong {
        max: usize,
    },
    Unreadable,
    /// It holds what looks like a CPR number, which is never kept.
    CprNumber,
    NoEmail,
    NoPhone,
    NoNumber,
    NotAgreed,
    /// It is the address of the first guardian.
    SameEmail,
    /// So many did not come.
    MoreThanCame {
        n: u32,
    },
    Unfit(Unfit),
}

/// What is wrong with a form, in its order.
pub type FieldFaults = Vec<(Field, FieldFault)>;

/// What was typed into a field, as a text of its kind.
///
/// # Errors
///
/// What is wrong with it; a CPR number is never kept.
pub fn read_text<T>(typed: &str) -> Result<T, FieldFault>
where
    T: for<'a> TryFrom<&'a str, Error = InvalidText>,
{
    if holds_cpr_number(typed) {
        return Err(FieldFault::CprNumber);
    }
    T::try_from(typed).map_err(|invalid| match invalid {
        InvalidText::Blank | InvalidText::TooShort { .. } => FieldFault::Missing,
        InvalidText::TooLong { max } => FieldFault::TooLong { max },
        InvalidText::ControlCharacter | InvalidText::WrongShape => FieldFault::Unreadable,
    })
}
