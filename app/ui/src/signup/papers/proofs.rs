//! A partner's certificate, and the proof that somebody took part: the words of both.

use application::signup::{Certificate, PaperDate, Proof};
use domain::{
    identity::Secret,
    paper::{Look, Paper, Part, Section, Words},
    signup::{CameAs, DateTold},
};

use super::PlacedPaper;
use crate::{Ask, TakingPart, signup::came, speech::capitalised};

/// That partners held a date for so many.
#[must_use]
pub fn certificate(ask: &Ask, it: &Certificate) -> PlacedPaper {
    let (t, id) = (ask.speech(), it.of.date);
    let n = it.came.total();
    let mut parts = vec![Part::Paragraph(t.say("paper-has-held").into())];
    parts.extend(what_and_when(ask, &it.of));
    parts.push(Part::Strong(t.tell("paper-for", &[("n", n.into())]).into()));
    if CameAs::ALL.iter().filter(|who| it.came.of(**who) > 0).count() > 1 {
        let told = DateTold { came: it.came, ..DateTold::default() };
        parts.push(Part::Paragraph(capitalised(&came(t, &told)).into()));
    }
    let held_by = t.list(&it.of.partners);
    PlacedPaper {
        paper: framed(ask, t.say("paper-certificate"), held_by.into(), parts),
        place: TakingPart::Certificate(id),
        file: TakingPart::CertificatePdf(id),
        from: TakingPart::Report(id),
    }
}

/// That somebody took part. It names nobody: there is a line to write on.
#[must_use]
pub fn proof(ask: &Ask, secret: &Secret, it: &Proof) -> PlacedPaper {
    let t = ask.speech();
    let mut parts = vec![
        Part::Blanks(vec![t.say("release-name").to_owned()]),
        Part::Paragraph(t.say("paper-took-part").into()),
    ];
    parts.extend(what_and_when(ask, &it.of));
    let held_by = t.tell("paper-held-by", &[("partner", t.list(&it.of.partners).into())]);
    parts.push(Part::Paragraph(held_by.into()));
    PlacedPaper {
        paper: framed(ask, t.say("paper-proof"), Words::default(), parts),
        place: TakingPart::Proof(secret.clone()),
        file: TakingPart::ProofPdf(secret.clone()),
        from: TakingPart::Own(secret.clone()),
    }
}

/// What it was, and when.
fn what_and_when(ask: &Ask, of: &PaperDate) -> [Part; 2] {
    let title = Words::from(of.title.to_string()).spoken_in(ask.foreign(of.language));
    let when = capitalised(&ask.speech().period(of.start, of.end));
    [Part::Heading(title), Part::Paragraph(when.into())]
}

fn framed(ask: &Ask, title: &str, lead: Words, parts: Vec<Part>) -> Paper {
    Paper {
        title: title.to_owned(),
        look: Look::Certificate,
        language: ask.locale.code(),
        lead,
        sections: vec![Section { heading: String::new(), parts }],
        foot: ask.speech().say("paper-gnist").to_owned(),
    }
}
