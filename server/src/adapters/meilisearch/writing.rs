//! How our words are written so that Meilisearch takes each as one word and leaves it alone.
//!
//! Its tokenizer parts words at every mark, so the form of a word is told by letters in front
//! of it, and whatever is no letter from a to z and no digit is spelled out.

use std::fmt::Write as _;

use crate::adapters::search_words::Form;

/// What stands in front of the words of a form.
fn front(form: Form) -> &'static str {
    match form {
        Form::Exact => "xe",
        Form::Stem => "xs",
        Form::Part => "xp",
        Form::Bare => "xb",
    }
}

const FORMS: [Form; 4] = [Form::Exact, Form::Stem, Form::Part, Form::Bare];

/// A word with its mark, as Meilisearch is told it. Different words are written differently.
pub(super) fn written(key: &str) -> String {
    let form = FORMS.into_iter().find(|form| key.starts_with(form.mark()));
    let (front, word) = form.map_or(("xo", key), |it| (front(it), &key[it.mark().len_utf8()..]));
    let mut written = String::with_capacity(word.len() + 2);
    written.push_str(front);
    for c in word.chars() {
        match c {
            'q' => written.push_str("qq"),
            'a'..='z' | '0'..='9' => written.push(c),
            other => {
                let _ = write!(written, "q{:x}q", u32::from(other));
            }
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_keeps_its_form_and_no_mark() {
        assert_eq!(written("=robot"), "xerobot");
        assert_eq!(written("~robot"), "xsrobot");
        assert_eq!(written("+3d"), "xp3d");
        assert_eq!(written("-quiz"), "xbqquiz");
        assert_eq!(written("=中"), "xeq4e2dq");
    }

    #[test]
    fn different_words_are_written_differently() {
        assert_ne!(written("=q4e2dq"), written("=中"));
        assert_ne!(written("=robot"), written("~robot"));
        assert_ne!(written("=ebot"), written("bot"));
    }
}
