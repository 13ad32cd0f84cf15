//! The letter that a class hands in at its school. Pupils' names are written in by hand.

use application::signup::{ReleasedClass, ShownReleaseLetter};
use domain::{
    identity::Secret,
    paper::{Fact, Part, Table, Words},
};

use super::{PlacedPaper, paper, section, told, whereabouts};
use crate::{Ask, Speech, TakingPart, speech::capitalised};

/// As many lines for names as a class has pupils, at most.
const MOST_LINES: u16 = 40;

/// What a class hands in at its school.
#[must_use]
pub fn release_letter(ask: &Ask, secret: &Secret, shown: &ShownReleaseLetter) -> PlacedPaper {
    let (t, class) = (ask.speech(), &shown.class);
    let it = shown.details.activity.particulars();
    let asks = t.tell(
        "release-asks",
        &[
            ("class", class.name.to_string().into()),
            ("title", it.title.to_string().into()),
            ("partner", shown.details.partner.name.clone().into()),
        ],
    );
    let deal = vec![
        Fact::new(t.say("paper-party"), format!("{}, {}", class.name, class.school)),
        Fact::new(t.say("paper-number"), number(t, class)),
        Fact::new(t.say("paper-activity"), told(ask, it, it.title.to_string())),
        Fact::new(t.say("paper-when"), capitalised(&t.period(shown.date.start, shown.date.end))),
        Fact::new(t.say("fact-where"), whereabouts(t, it).join("\n")),
    ];
    let at_organiser = format!("{}\n{}", shown.details.partner.name, it.contact);
    let contacts = vec![
        Fact::new(t.say("release-at-organiser"), at_organiser),
        Fact::new(t.say("release-at-class"), teacher(class)),
    ];
    let blanks = |keys: &[&str]| Part::Blanks(keys.iter().map(|it| t.say(it).to_owned()).collect());
    let journey = blanks(&["paper-blank-go", "paper-blank-by", "paper-blank-back"]);
    let signed = blanks(&["release-signed-teacher", "release-signed-school"]);
    let sections = vec![
        section(t, "release-deal", vec![Part::Paragraph(asks.into()), Part::Facts(deal)]),
        section(t, "release-contacts", vec![Part::Facts(contacts)]),
        section(
            t,
            "release-journey",
            vec![Part::Paragraph(t.say("release-journey-what").into()), journey],
        ),
        section(t, "release-signed", vec![signed]),
        section(t, "release-names", names(t, class.pupils)),
    ];
    let lead = t.tell("release-to", &[("school", class.school.to_string().into())]);
    PlacedPaper {
        paper: paper(ask, t.say("release-title"), lead.into(), sections),
        place: TakingPart::ReleaseLetter(secret.clone()),
        file: TakingPart::ReleaseLetterPdf(secret.clone()),
        from: TakingPart::Own(secret.clone()),
    }
}

fn number(t: &'static Speech, class: &ReleasedClass) -> String {
    let pupils = t.tell("paper-pupils", &[("n", class.pupils.into())]);
    let adults = t.tell("paper-adults", &[("n", class.adults.into())]);
    let parts = if class.adults > 0 { vec![pupils, adults] } else { vec![pupils] };
    t.list(&parts)
}

fn teacher(class: &ReleasedClass) -> String {
    let phone = class.contact.phone.as_ref().map(|it| it.as_str().to_owned());
    let email = class.contact.email.as_ref().map(ToString::to_string);
    let parts = [Some(class.teacher.to_string()), phone, email];
    parts.into_iter().flatten().collect::<Vec<_>>().join("\n")
}

/// Lines for names, one a pupil.
fn names(t: &'static Speech, pupils: u16) -> Vec<Part> {
    let columns = ["release-line", "release-name"].map(|it| t.say(it).to_owned());
    let rows = (1..=pupils.min(MOST_LINES)).map(|n| [n.to_string().into(), Words::default()]);
    let mut parts = vec![
        Part::Paragraph(t.say("release-names-what").into()),
        Part::Table(Table::new(columns, rows)),
    ];
    if pupils > MOST_LINES {
        parts.push(Part::Paragraph(t.say("release-names-more").into()));
    }
    parts
}
