//! What is wrong with a form at the doors, and where.

use domain::{
    InvalidEmail,
    identity::{Wait, WeakPassword},
};

use crate::Speech;

/// What is wrong with a form at the doors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    EmailMissing,
    Email(InvalidEmail),
    NameMissing,
    NameTooLong,
    PasswordMissing,
    /// Address and password do not belong together; said of both, never of one.
    WrongPassword,
    /// The current password, of somebody who is signed in.
    WrongCurrentPassword,
    WeakPassword(WeakPassword),
    WrongCode,
    /// It was tried too often; at which field that is said, depends on the form.
    TooOften(&'static str, Wait),
    Busy(&'static str),
    /// Somebody had us write to many others today.
    TooManyLetters,
    /// The box was not ticked.
    NotAgreed,
}

impl Fault {
    /// The field that it is about.
    #[must_use]
    pub fn field(&self) -> &'static str {
        match self {
            Self::EmailMissing | Self::Email(_) | Self::TooManyLetters => "email",
            Self::NameMissing | Self::NameTooLong => "name",
            Self::PasswordMissing | Self::WrongPassword => "password",
            Self::TooOften(field, _) | Self::Busy(field) => field,
            Self::WrongCurrentPassword => "current",
            Self::WeakPassword(_) => "new",
            Self::WrongCode => "code",
            Self::NotAgreed => "agrees",
        }
    }

    /// The same, said at another field where it is about none in particular.
    #[must_use]
    pub fn at(self, field: &'static str) -> Self {
        match self {
            Self::TooOften(_, wait) => Self::TooOften(field, wait),
            Self::Busy(_) => Self::Busy(field),
            other => other,
        }
    }

    /// The status of the answer by RFC 9110 and RFC 6585.
    #[must_use]
    pub fn status(&self) -> u16 {
        match self {
            Self::TooOften(..) | Self::Busy(_) | Self::TooManyLetters => 429,
            _ => 422,
        }
    }

    /// What is wrong, and what to do.
    #[must_use]
    pub fn sentence(&self, t: &'static Speech) -> String {
        let min = |key: &str, n: usize| t.tell(key, &[("n", n.into())]);
        match self {
            Self::EmailMissing => t.say("fault-email-missing").to_owned(),
            Self::Email(InvalidEmail::NoAt) => t.say("fault-email-no-at").to_owned(),
            Self::Email(InvalidEmail::Domain) => t.say("fault-email-domain").to_owned(),
            Self::Email(InvalidEmail::Shape) => t.say("fault-email-shape").to_owned(),
            Self::NameMissing => t.say("fault-name-missing").to_owned(),
            Self::NameTooLong => t.say("fault-name-long").to_owned(),
            Self::PasswordMissing => t.say("fault-password-missing").to_owned(),
            Self::WrongPassword => t.say("fault-password-wrong").to_owned(),
            Self::WrongCurrentPassword => t.say("fault-password-current").to_owned(),
            Self::WeakPassword(WeakPassword::TooShort { min: n }) => {
                min("fault-password-short", *n)
            }
            Self::WeakPassword(WeakPassword::TooLong { max }) => min("fault-password-long", *max),
            Self::WeakPassword(WeakPassword::Common) => t.say("fault-password-common").to_owned(),
            Self::WeakPassword(WeakPassword::Pattern) => t.say("fault-password-pattern").to_owned(),
            Self::WeakPassword(WeakPassword::Personal) => {
                t.say("fault-password-personal").to_owned()
            }
            Self::WrongCode => t.say("fault-code-wrong").to_owned(),
            Self::TooOften(_, Wait::For(time)) => {
                let minutes = (time.num_seconds() + 59) / 60;
                t.tell("fault-too-often", &[("minutes", minutes.into())])
            }
            Self::TooOften("code", Wait::ForLetter) => t.say("fault-codes-closed").to_owned(),
            Self::TooOften(_, Wait::ForLetter) => t.say("fault-needs-letter").to_owned(),
            Self::Busy(_) => t.say("fault-busy").to_owned(),
            Self::TooManyLetters => t.say("fault-too-many-letters").to_owned(),
            Self::NotAgreed => t.say("fault-not-agreed").to_owned(),
        }
    }
}
