//! What letters to parties say.

use domain::signup::SignUpLetter;

use super::words::Said;
use crate::{Locale, Place, Site, Speech, TakingPart, signup::draw_why};

pub(super) fn of(site: &Site, locale: Locale, letter: &SignUpLetter) -> Said {
    let t = Speech::of(locale);
    let key = format!("letter-signup-{}", letter.news);
    let until = letter.until.map(|it| t.moment(it)).unwrap_or_default();
    let named_by = letter.named_by.as_ref().map_or("", domain::identity::PersonName::as_str);
    let why = letter.drawn.as_ref().map(|it| draw_why(t, it)).unwrap_or_default();
    let text = t.tell(
        &key,
        &[
            ("title", letter.title.as_str().into()),
            ("party", letter.party.as_str().into()),
            ("when", t.period(letter.start, letter.end).into()),
            ("n", letter.seats.into()),
            ("until", until.into()),
            ("guardian", named_by.to_owned().into()),
            ("place", letter.place.unwrap_or(1).into()),
            ("why", why.into()),
        ],
    );
    let (words, place) = match &letter.secret {
        Some(secret) if letter.news.asks() => {
            ("letter-signup-go-asks", Place::TakingPart(TakingPart::Answer(secret.clone())))
        }
        Some(secret) if letter.news.asks_again() => {
            ("letter-signup-go-yes", Place::TakingPart(TakingPart::StillComing(secret.clone())))
        }
        Some(secret) => {
            ("letter-signup-go-page", Place::TakingPart(TakingPart::Own(secret.clone())))
        }
        None => ("letter-signup-go-activity", Place::Activity(letter.slug.clone())),
    };
    let at = |place: Place| format!("{}{}", site.public_url, place.path(locale));
    let no = letter.secret.clone().filter(|_| letter.news.asks_again());
    let no = no.map(|it| at(Place::TakingPart(TakingPart::NotComing(it))));
    let aside = letter.withdraws.clone().map(|secret| {
        let place = Place::TakingPart(TakingPart::WithdrawConsent(secret));
        (t.say("letter-signup-go-withdraw").to_owned(), at(place))
    });
    Said {
        subject: t.say(&format!("{key}-subject")).to_owned(),
        paragraphs: text.split(" | ").map(str::to_owned).collect(),
        button: Some((t.say(words).to_owned(), at(place))),
        also: no.map(|address| (t.say("letter-signup-go-no").to_owned(), address)),
        aside,
        end: match letter.named_by {
            Some(_) => t.tell("letter-end-second", &[("guardian", named_by.to_owned().into())]),
            None => t.say("letter-end-signup").to_owned(),
        },
    }
}
