//! What letters about a request say.

use domain::signup::{RequestLetter, RequestNews, SignUpPurpose};

use super::words::Said;
use crate::{Locale, Place, Site, Speech, TakingPart};

pub(super) fn of(site: &Site, locale: Locale, letter: &RequestLetter) -> Said {
    let t = Speech::of(locale);
    let key = format!("letter-request-{}", letter.news);
    let when = letter.when.map(|it| t.moment(it));
    let text = t.tell(
        &key,
        &[
            ("title", letter.title.as_str().into()),
            ("party", letter.party.as_str().into()),
            ("until", when.clone().unwrap_or_default().into()),
        ],
    );
    let mut paragraphs: Vec<String> = text.split(" | ").map(str::to_owned).collect();
    if let (RequestNews::Accepted | RequestNews::Seated, Some(when)) = (letter.news, when) {
        paragraphs.push(t.tell("request-day", &[("when", when.into())]));
    }
    if let Some(words) = &letter.words {
        paragraphs.push(format!("{}:", t.say("request-words")));
        let lines = words.as_str().lines().map(str::trim).filter(|it| !it.is_empty());
        paragraphs.extend(lines.map(str::to_owned));
    }
    let secret = letter.secret.clone();
    let (go, place) = match letter.news.purpose() {
        _ if letter.news == RequestNews::Seated => {
            ("letter-signup-go-page", TakingPart::Own(secret))
        }
        SignUpPurpose::Confirm => ("letter-signup-go-asks", TakingPart::SendRequest(secret)),
        SignUpPurpose::Page
        | SignUpPurpose::SecondPage
        | SignUpPurpose::Coming
        | SignUpPurpose::SecondComing
        | SignUpPurpose::Withdraw => ("letter-request-go", TakingPart::OwnRequest(secret)),
    };
    let address = format!("{}{}", site.public_url, Place::TakingPart(place).path(locale));
    Said {
        subject: t.say(&format!("{key}-subject")).to_owned(),
        paragraphs,
        button: Some((t.say(go).to_owned(), address)),
        also: None,
        aside: None,
        end: t.say("letter-end-signup").to_owned(),
    }
}
