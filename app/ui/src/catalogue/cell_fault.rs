//! What is wrong in a cell of a sheet or in a field of the editor: the same words for both.

use application::catalogue::Fault;
use domain::{
    InvalidEmail, InvalidText, InvalidUrl,
    catalogue::{
        InvalidAgeRange, InvalidCoordinates, InvalidGroupSize, InvalidParticulars, InvalidPrice,
    },
    pact::InvalidPostcode,
};

use crate::Speech;

/// What is wrong in a cell, and what to do.
#[must_use]
pub fn cell_fault(t: &'static Speech, fault: &Fault) -> String {
    let say = |key: &str| t.say(key).to_owned();
    match fault {
        Fault::Missing => say("cell-missing"),
        Fault::TooFewCells { lacking } => t.tell("cell-too-few", &[("n", (*lacking).into())]),
        Fault::TooManyCells { beyond } => t.tell("cell-too-many", &[("n", (*beyond).into())]),
        Fault::Text(text) => match text {
            InvalidText::Blank => say("cell-missing"),
            InvalidText::TooShort { min } => t.tell("cell-too-short", &[("min", (*min).into())]),
            InvalidText::TooLong { max } => t.tell("cell-too-long", &[("max", (*max).into())]),
            InvalidText::ControlCharacter => say("cell-control"),
            InvalidText::WrongShape => say("cell-shape"),
        },
        Fault::Url(url) => say(match url {
            InvalidUrl::NotAnAddress => "cell-url",
            InvalidUrl::TooLong => "cell-url-long",
            InvalidUrl::Scheme | InvalidUrl::NotHttps => "cell-url-https",
            InvalidUrl::Credentials => "cell-url-credentials",
        }),
        Fault::Email(email) => say(match email {
            InvalidEmail::NoAt => "cell-email-at",
            InvalidEmail::Domain => "cell-email-domain",
            InvalidEmail::Shape => "cell-email",
        }),
        Fault::CampaignClosed => say("cell-campaign-closed"),
        Fault::UnknownKey(word) => t.tell("cell-unknown-key", &[("word", word.clone().into())]),
        Fault::Language => say("cell-language"),
        Fault::Age(InvalidAgeRange::NoAge) => {
            t.tell("cell-number", &[("min", 0.into()), ("max", 99.into())])
        }
        Fault::Age(InvalidAgeRange::Reversed) => say("cell-age-reversed"),
        Fault::Group(InvalidGroupSize::OutOfBounds) => {
            t.tell("cell-number", &[("min", 1.into()), ("max", 1000.into())])
        }
        Fault::Group(InvalidGroupSize::Reversed) => say("cell-group-reversed"),
        Fault::Price(InvalidPrice::NoAmount) => say("cell-price"),
        Fault::Price(InvalidPrice::TooHigh) => say("cell-price-high"),
        Fault::Postcode(InvalidPostcode::Shape) => say("cell-postcode"),
        Fault::Postcode(InvalidPostcode::Unknown) => say("cell-postcode-unknown"),
        Fault::Coordinates(InvalidCoordinates::Half) => say("cell-coordinates-half"),
        Fault::Coordinates(_) => say("cell-coordinates"),
        Fault::Number { min, max } => {
            t.tell("cell-number", &[("min", (*min).into()), ("max", (*max).into())])
        }
        Fault::Flag => say("cell-flag"),
        Fault::Time => say("cell-time"),
        Fault::NoSuchDay => say("cell-no-such-day"),
        Fault::NoSuchTime => say("cell-no-such-time"),
        Fault::EndsTooSoon => say("cell-ends-too-soon"),
        Fault::LateDeadline => say("cell-late-deadline"),
        Fault::SameStart { line } => t.tell("cell-same-start", &[("line", (*line).into())]),
        Fault::Conflict { line } => t.tell("cell-conflict", &[("line", (*line).into())]),
        Fault::FirstRowRejected { line } => {
            t.tell("cell-first-rejected", &[("line", (*line).into())])
        }
        Fault::NewPartnerWithoutSector => say("cell-new-partner"),
        Fault::OtherPartner => say("cell-other-partner"),
        Fault::Cancelled => say("cell-cancelled"),
        Fault::Archived => say("cell-archived"),
        Fault::HandedOver => say("cell-handed-over"),
        Fault::Again(why) => super::editor::again_sentence(t, *why).to_owned(),
        Fault::Question { why, .. } => super::editor::question_sentence(t, *why),
        Fault::Together(together) => say(match together {
            InvalidParticulars::Topics => "cell-topics",
            InvalidParticulars::NoAudience => "cell-missing",
            InvalidParticulars::NoLevels => "cell-levels",
            InvalidParticulars::NoPostcode => "cell-needs-postcode",
            InvalidParticulars::NoCity => "cell-needs-city",
            InvalidParticulars::TravelElsewhere => "cell-travel",
            InvalidParticulars::NoSignUpUrl => "cell-needs-url",
        }),
    }
}
