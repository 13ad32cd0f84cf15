//! What organisers write, and what stands around it.

use domain::signup::MessageLetter;

use super::words::Said;
use crate::{Locale, Place, Site, Speech};

pub(super) fn of(site: &Site, locale: Locale, letter: &MessageLetter) -> Said {
    let t = Speech::of(locale);
    let organiser = letter.organiser.as_str();
    let from = t.tell(
        "letter-message-from",
        &[
            ("organiser", organiser.into()),
            ("partner", letter.partner.as_str().into()),
            ("parties", letter.parties.join(", ").into()),
            ("title", letter.title.as_str().into()),
            ("when", t.period(letter.start, letter.end).into()),
        ],
    );
    // Each line is a paragraph, since mail programs do not keep lines apart.
    let lines = letter.words.as_str().lines().map(str::trim).filter(|it| !it.is_empty());
    let reply = t.tell("letter-message-reply", &[("organiser", organiser.into())]);
    let paragraphs =
        std::iter::once(from).chain(lines.map(str::to_owned)).chain(std::iter::once(reply));
    let place = Place::Activity(letter.slug.clone());
    Said {
        subject: t.say("letter-message-subject").to_owned(),
        paragraphs: paragraphs.collect(),
        button: Some((
            t.say("letter-message-go").to_owned(),
            format!("{}{}", site.public_url, place.path(locale)),
        )),
        also: None,
        aside: None,
        end: t.say("letter-end-message").to_owned(),
    }
}
