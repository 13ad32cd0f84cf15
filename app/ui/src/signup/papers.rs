//! What is taken along on paper: what stands on it, put into words once for the page and the file.

mod day_sheet;
mod paper_page;
mod proofs;
mod release_letter;
mod story;

use application::ports::{ActivityDetails, OccurrenceSummary};
use domain::{
    catalogue::{Accessibility, Format, Particulars},
    paper::{Fact, Look, Paper, Part, Section, Words},
};

use crate::{Ask, Speech, TakingPart, catalogue::address, speech::capitalised};

pub use day_sheet::{day_sheet, own_day_sheet};
pub use paper_page::paper_page;
pub(super) use paper_page::{part, said};
pub use proofs::{certificate, proof};
pub use release_letter::release_letter;

/// A paper, and where it stands.
#[derive(Clone, Debug)]
pub struct PlacedPaper {
    pub paper: Paper,
    pub place: TakingPart,
    /// The same as a file.
    pub file: TakingPart,
    /// The page on which it hangs.
    pub from: TakingPart,
}

/// A paper of a date. It says as of when, since numbers change after it is printed.
fn paper(ask: &Ask, title: &str, lead: Words, sections: Vec<Section>) -> Paper {
    let t = ask.speech();
    let now = t.moment(ask.ports.clock.now());
    Paper {
        title: title.to_owned(),
        look: Look::Sheets,
        language: ask.locale.code(),
        lead,
        sections,
        foot: t.tell("paper-foot", &[("when", now.into())]),
    }
}

fn section(t: &'static Speech, key: &str, parts: Vec<Part>) -> Section {
    Section { heading: t.say(key).to_owned(), parts }
}

/// Words of the organiser's own, which may speak another language than the paper.
fn told(ask: &Ask, it: &Particulars, words: impl Into<Words>) -> Words {
    words.into().spoken_in(ask.foreign(it.language))
}

/// »Byg en robot« hos Robothuset.
fn lead(ask: &Ask, details: &ActivityDetails) -> Words {
    let title = details.activity.particulars().title.to_string();
    let partner = details.partner.name.clone();
    ask.speech().tell("paper-at", &[("title", title.into()), ("partner", partner.into())]).into()
}

/// Everybody who owns an activity, the one that leads it first.
fn organisers(t: &'static Speech, details: &ActivityDetails) -> String {
    let others = details.co_owners.iter().map(|it| it.link.name.clone());
    let names: Vec<String> = std::iter::once(details.partner.name.clone()).chain(others).collect();
    t.list(&names)
}

/// What, when, where, at whose.
fn when_and_where(ask: &Ask, details: &ActivityDetails, date: &OccurrenceSummary) -> Vec<Fact> {
    let (t, it) = (ask.speech(), details.activity.particulars());
    vec![
        Fact::new(t.say("paper-activity"), told(ask, it, it.title.to_string())),
        Fact::new(t.say("paper-when"), capitalised(&t.period(date.start, date.end))),
        Fact::new(t.say("fact-where"), whereabouts(t, it).join("\n")),
        Fact::new(t.say("paper-organiser"), organisers(t, details)),
        Fact::new(t.say("paper-write-to"), it.contact.to_string()),
    ]
}

fn whereabouts(t: &'static Speech, it: &Particulars) -> Vec<String> {
    if !it.format.has_venue() {
        return vec![t.format(it.format).to_owned()];
    }
    let extra = (it.format != Format::OnSite).then(|| t.format(it.format).to_owned());
    address(&it.venue).into_iter().chain(extra).collect()
}

/// How whoever comes gets there.
fn way(t: &'static Speech, it: &Particulars) -> Vec<Part> {
    let address = address(&it.venue).join(", ");
    let public = t.tell("paper-way-public", &[("address", address.into())]);
    let (bus, say) = (t.say("paper-way-bus").to_owned(), |key| t.say(key).to_owned());
    let sentences = match it.format {
        Format::OnSite => vec![public, bus],
        Format::Outdoor => vec![public, bus, say("paper-way-outdoor")],
        Format::Hybrid => vec![public, bus, say("paper-way-hybrid")],
        Format::AtSchool => vec![say("paper-way-to-you")],
        Format::Online => vec![say("paper-way-online")],
    };
    sentences.into_iter().map(|it| Part::Paragraph(it.into())).collect()
}

/// What the organiser says of who can take part.
fn access(t: &'static Speech, it: &Particulars) -> Option<Part> {
    let name = |fact: &Accessibility| t.word("accessibility", fact.key()).into();
    let facts: Vec<Words> = it.accessibility.iter().map(name).collect();
    (!facts.is_empty()).then_some(Part::List(facts))
}

/// The organiser's own words for what happens.
fn about(ask: &Ask, it: &Particulars) -> Section {
    let mut parts = vec![Part::Paragraph(told(ask, it, it.summary.to_string()))];
    parts.extend(story::parts(it.description.as_str(), ask.foreign(it.language).as_deref()));
    section(ask.speech(), "activity-what", parts)
}
