//! The day sheet: for a party what it comes to, for those who offer the date who comes.

use application::signup::{ComingParty, ShownDaySheet};
use domain::{
    catalogue::{Format, Particulars},
    identity::Secret,
    paper::{Fact, Part, Section, Table, Words},
    signup::{Party, PartyKind, SignUp},
};

use super::{PlacedPaper, about, access, lead, paper, section, way, when_and_where};
use crate::{
    Ask, Speech, TakingPart,
    signup::{questions, roster_page::who},
};

/// What a party takes along.
#[must_use]
pub fn own_day_sheet(ask: &Ask, secret: &Secret, shown: &ComingParty) -> PlacedPaper {
    let (t, details) = (ask.speech(), &shown.details);
    let it = details.activity.particulars();
    let mut facts = when_and_where(ask, details, &shown.date);
    facts.push(Fact::new(t.say("fact-price"), t.price(it.price)));
    let mut journey = way(t, it);
    if it.format.has_venue() {
        let back = match shown.sign_up.party.kind() {
            PartyKind::Class => "paper-blank-back",
            _ => "paper-blank-home",
        };
        let blanks = ["paper-blank-meet", "paper-blank-by", back];
        journey.push(Part::Blanks(blanks.map(|it| t.say(it).to_owned()).to_vec()));
    }
    let sections = vec![
        section(t, "paper-when-where", vec![Part::Facts(facts)]),
        section(t, "paper-who", vec![Part::Facts(own_facts(t, &shown.sign_up))]),
        section(t, "paper-way", journey),
        own_access(t, it),
        about(ask, it),
    ];
    PlacedPaper {
        paper: paper(ask, t.say("paper-day-sheet"), lead(ask, details), sections),
        place: TakingPart::OwnDaySheet(secret.clone()),
        file: TakingPart::OwnDaySheetPdf(secret.clone()),
        from: TakingPart::Own(secret.clone()),
    }
}

/// Who comes, how many they are, and who answers for them.
fn own_facts(t: &'static Speech, sign_up: &SignUp) -> Vec<Fact> {
    let party = &sign_up.party;
    let mut facts = vec![Fact::new(t.say("paper-party"), who(t, party))];
    if party.kind() == PartyKind::Class {
        facts.push(Fact::new(t.say("paper-number"), number(t, sign_up)));
    }
    let phone = sign_up.contact.phone.as_ref().map(|it| it.as_str().to_owned());
    let contact = [Some(party.contact().to_string()), phone];
    let contact: Vec<String> = contact.into_iter().flatten().collect();
    facts.push(Fact::new(t.say("paper-contact"), contact.join(", ")));
    facts
}

/// »24 elever og 2 voksne«; one person is one person.
fn number(t: &'static Speech, sign_up: &SignUp) -> String {
    let n = sign_up.entry.seats;
    let key = match sign_up.party.kind() {
        PartyKind::Class => "paper-pupils",
        _ => "paper-persons",
    };
    let mut parts = vec![t.tell(key, &[("n", n.into())])];
    let adults = sign_up.party.adults();
    if adults > 0 {
        parts.push(t.tell("paper-adults", &[("n", adults.into())]));
    }
    t.list(&parts)
}

fn own_access(t: &'static Speech, it: &Particulars) -> Section {
    let known = access(t, it);
    let key = if known.is_some() { "paper-access-ask" } else { "paper-access-unknown" };
    let ask = t.tell(key, &[("email", it.contact.to_string().into())]);
    let parts = known.into_iter().chain([Part::Paragraph(ask.into())]).collect();
    section(t, "access-heading", parts)
}

/// What those who offer a date take along: who comes stands first after when and where.
#[must_use]
pub fn day_sheet(ask: &Ask, shown: &ShownDaySheet) -> PlacedPaper {
    let (t, details, id) = (ask.speech(), &shown.details, shown.date.id);
    let it = details.activity.particulars();
    let mut facts = when_and_where(ask, details, &shown.date);
    facts.extend(numbers(t, shown));
    let coming = if shown.parties.is_empty() {
        vec![Part::Paragraph(t.say("roster-nobody").into())]
    } else {
        let shred = Part::Paragraph(t.say("paper-shred").into());
        vec![Part::Table(table(t, &shown.parties)), shred]
    };
    let untold = || Part::Paragraph(t.say("paper-access-untold").into());
    let sections = vec![
        section(t, "paper-when-where", vec![Part::Facts(facts)]),
        section(t, "paper-who", coming),
        section(t, "paper-way", hosts_way(t, it)),
        section(t, "access-heading", vec![access(t, it).unwrap_or_else(untold)]),
        about(ask, it),
    ];
    PlacedPaper {
        paper: paper(ask, t.say("paper-day-sheet"), lead(ask, details), sections),
        place: TakingPart::DaySheet(id),
        file: TakingPart::DaySheetPdf(id),
        from: TakingPart::Roster(id),
    }
}

/// How those who offer it hear of the way: what those who come are told, or what is theirs to do.
fn hosts_way(t: &'static Speech, it: &Particulars) -> Vec<Part> {
    match it.format {
        Format::AtSchool => vec![Part::Paragraph(t.say("paper-way-you-go").into())],
        Format::Online => vec![Part::Paragraph(t.say("paper-way-send-link").into())],
        _ => way(t, it),
    }
}

/// How many seats are taken, by whom, and how many wait.
fn numbers(t: &'static Speech, shown: &ShownDaySheet) -> Vec<Fact> {
    let persons = shown.persons();
    let taken = match shown.date.capacity {
        Some(seats) => {
            t.tell("paper-of-seats", &[("taken", persons.into()), ("seats", seats.into())])
        }
        None => t.tell("paper-persons", &[("n", persons.into())]),
    };
    let mut many = vec![taken];
    if shown.adults() > 0 {
        many.push(t.tell("paper-adults", &[("n", shown.adults().into())]));
    }
    let kinds = PartyKind::ALL.iter().filter_map(|kind| {
        let n = shown.parties_as(*kind);
        (n > 0).then(|| t.tell(parties_key(*kind), &[("n", n.into())]))
    });
    let kinds: Vec<String> = kinds.collect();
    let mut facts = vec![Fact::new(t.say("paper-number"), t.list(&many))];
    if !kinds.is_empty() {
        facts.push(Fact::new(t.say("paper-parties"), t.list(&kinds)));
    }
    if shown.waiting > 0 {
        let waiting = t.tell("paper-persons", &[("n", shown.waiting.into())]);
        facts.push(Fact::new(t.say("paper-waiting"), waiting));
    }
    facts
}

const fn parties_key(kind: PartyKind) -> &'static str {
    match kind {
        PartyKind::Class => "paper-parties-class",
        PartyKind::Child => "paper-parties-child",
        PartyKind::One => "paper-parties-one",
    }
}

fn table(t: &'static Speech, parties: &[SignUp]) -> Table {
    let columns = ["paper-party", "paper-number", "paper-contact", "paper-needs"];
    let columns = columns.map(|it| t.say(it).to_owned());
    Table::new(columns, parties.iter().map(|it| row(t, it)))
}

/// A party as the roster tells it, without the addresses that letters go to: at the door one calls.
fn row(t: &'static Speech, it: &SignUp) -> [Words; 4] {
    let phone = it.contact.phone.as_ref().map(|it| it.as_str().to_owned());
    let contact = match &it.party {
        // Whoever comes alone is named in the row already.
        Party::One { .. } => None,
        party => Some(party.contact().to_string()),
    };
    let called = it.kin.emergency.as_ref().map(|it| {
        let (name, phone) = (it.name.to_string(), it.phone.as_str().to_owned());
        t.tell("roster-emergency", &[("name", name.into()), ("phone", phone.into())])
    });
    let contact: Vec<String> = [contact, phone, called].into_iter().flatten().collect();
    let needs = it.needs.as_ref().map(ToString::to_string);
    let answers =
        it.answers.iter().map(|it| format!("{} {}", it.question, questions::answer(t, &it.answer)));
    let needs: Vec<String> = needs.into_iter().chain(answers).collect();
    [
        who(t, &it.party).into(),
        number(t, it).into(),
        contact.join("\n").into(),
        needs.join("\n").into(),
    ]
}
