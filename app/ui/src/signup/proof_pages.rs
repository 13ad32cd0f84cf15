//! A partner's certificate, and the proof that somebody took part, as pages that are printed.

use application::signup::{Certificate, PaperDate, Proof};
use domain::{
    identity::Secret,
    signup::{CameAs, DateTold},
};
use leptos::prelude::*;

use super::report_page::came;
use crate::{
    Ask, Page, Place, Speech, TakingPart,
    design::{breadcrumbs::Breadcrumbs, field::FieldText, text_area::TextArea},
    frame::{self, Head},
    speech::capitalised,
};

/// That partners held a date for so many.
#[must_use]
pub fn certificate_page(ask: &Ask, it: &Certificate) -> Page {
    let t = ask.speech();
    let id = it.of.date;
    let place = Place::TakingPart(TakingPart::Certificate(id));
    let head = Head::new(t.say("paper-certificate"), t.say("paper-certificate-lead"), place);
    let (ask, it) = (ask.clone(), it.clone());
    frame::page(&ask.clone(), 200, head.unlisted(), move || {
        let report = ask.path(&Place::TakingPart(TakingPart::Report(id)));
        let crumbs = vec![(report, t.say("after-title").to_owned())];
        let n = it.came.total();
        let groups = CameAs::ALL.iter().filter(|who| it.came.of(**who) > 0).count();
        let told = DateTold { came: it.came, ..DateTold::default() };
        let groups = (groups > 1).then(|| view! { <p>{capitalised(&came(t, &told))}</p> });
        view! {
            <div class="wrap">
                <Breadcrumbs label=t.say("frame-breadcrumbs").to_owned() links=crumbs />
                <div class="stack desk">
                    <div class="stack no-print">
                        <h1>{t.say("paper-certificate")}</h1>
                        <p>{t.say("paper-print")}</p>
                    </div>
                    <div class="sheets">
                        <article class="proof" aria-label=t.say("paper-certificate")>
                            <p class="proof__what">{t.say("paper-certificate")}</p>
                            <p class="proof__name">{t.list(&it.of.partners)}</p>
                            <p>{t.say("paper-has-held")}</p>
                            {when(&ask, &it.of)}
                            <p><strong>{t.tell("paper-for", &[("n", n.into())])}</strong></p>
                            {groups}
                            <p class="s">{t.say("paper-gnist")}</p>
                        </article>
                    </div>
                </div>
            </div>
        }
    })
}

/// That somebody took part. It names nobody: there is a line to write on, and a field whose words
/// a script writes there, in the browser alone.
#[must_use]
pub fn proof_page(ask: &Ask, secret: &Secret, it: &Proof) -> Page {
    let t = ask.speech();
    let own = Place::TakingPart(TakingPart::Own(secret.clone()));
    let place = Place::TakingPart(TakingPart::Proof(secret.clone()));
    let head = Head::new(t.say("paper-proof"), t.say("paper-proof-own"), place).unlisted();
    let (ask, it) = (ask.clone(), it.clone());
    frame::private_page(&ask.clone(), 200, head, move || {
        let crumbs = vec![(ask.path(&own), t.say("paper-own").to_owned())];
        view! {
            <div class="wrap">
                <Breadcrumbs label=t.say("frame-breadcrumbs").to_owned() links=crumbs />
                <div class="stack desk" id="bevis">
                    <div class="stack no-print">
                        <h1>{t.say("paper-proof")}</h1>
                        <p data-asleep="">{t.say("paper-write")}</p>
                        {names(t)}
                    </div>
                    <div class="sheets" data-sheets="">
                        <article class="proof" aria-label=t.say("paper-proof")>
                            <p class="proof__what">{t.say("paper-proof")}</p>
                            <p class="proof__name" data-name=""></p>
                            <p>{t.say("paper-took-part")}</p>
                            {when(&ask, &it.of)}
                            <p>{t.tell("paper-held-by", &[("partner", t.list(&it.of.partners).into())])}</p>
                            <p class="s">{t.say("paper-gnist")}</p>
                        </article>
                    </div>
                </div>
            </div>
        }
    })
}

/// Where names are typed, for whom a script is awake.
fn names(t: &'static Speech) -> impl IntoView {
    let text = FieldText {
        label: t.say("paper-names").to_owned(),
        hint: Some(t.say("paper-names-hint").to_owned()),
        ..FieldText::default()
    };
    view! {
        <div class="panel stack" data-awake="" hidden=true>
            <TextArea name="navne" text value=String::new() rows=4 />
            <p><button class="btn" type="button" data-print="">{t.say("paper-print-go")}</button></p>
        </div>
    }
}

/// What it was, and when.
fn when(ask: &Ask, of: &PaperDate) -> impl IntoView + use<> {
    let t = ask.speech();
    let (title, lang) = (of.title.to_string(), ask.foreign(of.language));
    view! {
        <p class="proof__what"><span lang=lang>{title}</span></p>
        <p>{capitalised(&t.period(of.start, of.end))}</p>
    }
}
