//! The letters that the portal sends, in words: text for everybody, HTML for whoever likes it.
//!
//! A letter loads nothing from anywhere, so nobody learns whether it was read.

mod frame;
mod messages;
mod requests;
mod sign_ups;
mod words;

use domain::identity::{Addressed, LetterLanguage};

use crate::{Locale, Site};

/// A letter, ready to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenLetter {
    pub subject: String,
    pub text: String,
    pub html: String,
}

/// Puts a letter into words.
#[must_use]
pub fn write_letter(site: &Site, letter: &Addressed) -> WrittenLetter {
    let locale = match letter.language {
        LetterLanguage::Danish => Locale::Da,
        LetterLanguage::English => Locale::En,
    };
    let said = words::of(site, locale, &letter.letter);
    WrittenLetter {
        text: frame::text(site, locale, &said),
        html: frame::html(site, locale, &said),
        subject: said.subject,
    }
}
