//! What is told of a partner, for those who change it.

use domain::partners::Partner;
use leptos::prelude::*;

use super::{find_page::TypedPartner, partner_fields::PartnerFields};
use crate::{
    Ask, Desk, Page, Place,
    design::{
        breadcrumbs::Breadcrumbs,
        notice::{Notice, Tone},
        summary::Summary,
    },
    frame::{self, Head},
};

/// What is told of a partner, as fields; where something typed is wrong, it comes back instead.
#[must_use]
pub fn profile_page(
    ask: &Ask,
    partner: &Partner,
    typed: Option<TypedPartner>,
    told: Option<&'static str>,
) -> Page {
    let t = ask.speech();
    let typed = typed.unwrap_or_else(|| as_typed(partner));
    let title = t.tell("profile-title", &[("partner", partner.name.to_string().into())]);
    let place = Place::Desk(Desk::Profile(partner.id));
    let head = Head::new(title.clone(), t.say("profile-lead"), place).unlisted();
    let status = if typed.faults.is_empty() { 200 } else { 422 };
    let (ask, partner) = (ask.clone(), partner.clone());
    frame::page(&ask.clone(), status, head, move || {
        let crumbs = vec![
            (ask.path(&Place::Home), t.say("crumb-home").to_owned()),
            (ask.path(&Place::Desk(Desk::Home)), t.say("desk-title").to_owned()),
        ];
        let told = told.map(|key| view! { <Notice tone=Tone::Good><p>{t.say(key)}</p></Notice> });
        let faults: Vec<_> =
            typed.faults.iter().map(|it| (it.field().to_owned(), it.sentence(t))).collect();
        let words = t.tell("form-errors", &[("n", faults.len().into())]);
        let summary = (!faults.is_empty()).then(|| view! { <Summary title=words faults /> });
        let fields = PartnerFields { t, typed: &typed };
        let see =
            ask.path(&Place::Partner(partner.slug.clone(), domain::search::PageNumber::FIRST));
        view! {
            <div class="wrap">
                <Breadcrumbs label=t.say("frame-breadcrumbs").to_owned() links=crumbs />
                <div class="stack desk edit">
                    <h1 class="t3">{title}</h1>
                    <p class="lead">{t.say("profile-lead")}</p>
                    {told}
                    {summary}
                    <p><a class="go" href=see>{t.say("profile-see")}</a></p>
                    <form class="panel stack" method="post" action=ask.path(&Place::Desk(Desk::Profile(partner.id))) novalidate>
                        {fields.about()}
                        {fields.sector()}
                        {fields.website()}
                        <p class="hint">{t.say("profile-website-lets-in")}</p>
                        {fields.postcode()}
                        <button class="btn" type="submit">{t.say("profile-go")}</button>
                    </form>
                    <p class="muted">{t.say("profile-name-stays")}</p>
                </div>
            </div>
        }
    })
}

fn as_typed(it: &Partner) -> TypedPartner {
    let or_nothing = |it: Option<String>| it.unwrap_or_default();
    TypedPartner {
        name: it.name.to_string(),
        sector: it.sector.key().to_owned(),
        website: or_nothing(it.website.as_ref().map(|it| it.as_str().to_owned())),
        postcode: or_nothing(it.postcode.map(|it| it.to_string())),
        about: or_nothing(it.about.as_ref().map(ToString::to_string)),
        faults: Vec::new(),
    }
}
