//! Everything that is held of somebody: asked for, shown, erased.

use application::privacy::{Obstacle, Receipt, ShownData};
use domain::{Email, identity::Secret, privacy::Holding};
use leptos::prelude::*;

use super::{
    Fault, Typed,
    form::{door_page, path, words},
};
use crate::{
    Ask, Door, Page, Place, Speech,
    about::WriteToUs,
    design::{
        field::Field,
        field_error::FieldError,
        notice::{Notice, Tone},
        summary::Summary,
    },
    speech::capitalised,
};

/// Somebody asks for what is held of them.
#[must_use]
pub fn ask_for_data_page(ask: &Ask, typed: &Typed) -> Page {
    let t = ask.speech();
    let text = typed.field(t, "email", "sign-in-email", Some("data-email-hint"));
    let heading = words(t, "data-title", "data-lead");
    door_page(ask, typed.status(), Door::AskForData, heading, || {
        view! {
            {typed.summary(t)}
            <form class="panel stack" method="post" action=path(ask, Door::AskForData) novalidate>
                <Field name="email" text kind="email" autocomplete="email" value=typed.email.clone() />
                <button class="btn" type="submit">{t.say("data-send")}</button>
            </form>
            <p>{t.say("data-child")}</p>
            <p><a href=ask.path(&Place::Privacy)>{t.say("data-more")}</a></p>
        }
    })
}

/// A letter is on its way, whoever asked for it.
#[must_use]
pub fn data_letter_sent_page(ask: &Ask) -> Page {
    let t = ask.speech();
    door_page(ask, 200, Door::AskForData, words(t, "data-sent-title", "data-sent-lead"), || {
        view! { <p><a href=path(ask, Door::AskForData)>{t.say("data-sent-again")}</a></p> }
    })
}

/// What stands behind the link of a letter: a button, since only a person presses one.
#[must_use]
pub fn data_letter_page(ask: &Ask, secret: &Secret, email: &Email) -> Page {
    let t = ask.speech();
    let door = Door::DataLetter(secret.clone());
    let action = path(ask, door.clone());
    let email = email.to_string();
    door_page(ask, 200, door, words(t, "data-open-title", "data-open-lead"), || {
        view! {
            <form class="panel stack" method="post" action=action>
                <p><strong>{email}</strong></p>
                <button class="btn btn--big" type="submit">{t.say("data-open-go")}</button>
            </form>
        }
    })
}

/// A link that does not work (any more), and the way to another.
#[must_use]
pub fn dead_data_page(ask: &Ask) -> Page {
    let t = ask.speech();
    door_page(ask, 410, Door::AskForData, words(t, "data-dead-title", "data-dead-lead"), || {
        view! { <p><a class="btn" href=path(ask, Door::AskForData)>{t.say("data-dead-go")}</a></p> }
    })
}

fn section<V: IntoView + 'static>(id: &'static str, title: &str, body: V) -> AnyView {
    view! {
        <section class="panel stack" aria-labelledby=id>
            <h2 class="t2" id=id>{title.to_owned()}</h2>
            {body}
        </section>
    }
    .into_any()
}

fn sign_ups(t: &'static Speech, shown: &ShownData) -> Option<AnyView> {
    let parties = shown.sign_ups.iter().map(|it| {
        let when = capitalised(&t.period(it.start, it.end));
        (it.title.to_string(), it.sign_up.party.title().to_owned(), when)
    });
    let requests = shown.requests.iter().map(|it| {
        let party = it.request.party.title().to_owned();
        (it.title.to_string(), party, t.say("data-request").to_owned())
    });
    let rows: Vec<_> = parties
        .chain(requests)
        .map(|(title, party, when)| {
            view! { <li><strong>{title}</strong> <br /> {party} ". " {when}</li> }
        })
        .collect();
    (!rows.is_empty()).then(|| {
        section("tilmeldt", t.say("data-sign-ups"), view! { <ul class="stack plain">{rows}</ul> })
    })
}

/// What they keep for later.
fn saved(t: &'static Speech, shown: &ShownData) -> Option<AnyView> {
    let rows: Vec<_> = shown
        .saved
        .iter()
        .map(|it| view! { <li>{it.particulars().title.to_string()}</li> })
        .collect();
    (!rows.is_empty()).then(|| {
        section("gemt", t.say("saved-title"), view! { <ul class="stack plain">{rows}</ul> })
    })
}

/// How much is held for each purpose.
fn counts(t: &'static Speech, shown: &ShownData) -> AnyView {
    let rows: Vec<_> = Holding::ALL
        .iter()
        .filter_map(|holding| {
            let n = shown.held.iter().filter(|it| it.holding == *holding).count();
            let words = t.holding(*holding);
            (n > 0).then(|| {
                view! {
                    <li>
                        <strong>{words.when}</strong> ": " {t.tell("data-n", &[("n", n.into())])} ". "
                        {words.how_long} "."
                    </li>
                }
            })
        })
        .collect();
    section("alt", t.say("data-all"), view! { <ul class="stack plain">{rows}</ul> })
}

/// What stands in the way, and what to do about it.
fn obstacle(t: &'static Speech, it: &Obstacle) -> String {
    match it {
        Obstacle::LastAdministrator(partner) => {
            t.tell("data-last-administrator", &[("partner", partner.as_str().into())])
        }
        Obstacle::RunsPortal => t.say("data-runs-portal").to_owned(),
        Obstacle::Suspended => t.say("data-suspended").to_owned(),
    }
}

fn erasing(ask: &Ask, secret: &Secret, shown: &ShownData, fault: Option<&Fault>) -> AnyView {
    let t = ask.speech();
    if !shown.obstacles.is_empty() {
        let told: Vec<_> =
            shown.obstacles.iter().map(|it| view! { <p>{obstacle(t, it)}</p> }).collect();
        let is_closed = shown.obstacles.contains(&Obstacle::Suspended);
        let write = is_closed.then(|| view! { <WriteToUs ask=ask.clone() /> });
        let told = view! { <Notice tone=Tone::Info>{told} {write}</Notice> };
        return section("slet", t.say("data-erase"), told);
    }
    let error = fault.map(|it| {
        let error = it.sentence(t);
        view! { <FieldError id="agrees-e" word=t.say("form-error") error /> }
    });
    let described = error.is_some().then_some("agrees-e");
    let invalid = error.is_some().then_some("true");
    let action = path(ask, Door::EraseData(secret.clone()));
    let form = view! {
        <p>{t.say("data-erase-what")}</p>
        <p>{t.say("data-erase-stays")}</p>
        <form class="stack" method="post" action=action novalidate>
            {error}
            <label class="tick">
                <input type="checkbox" id="agrees" name="agrees" value="yes" aria-describedby=described aria-invalid=invalid />
                <span>{t.say("data-erase-agrees")}</span>
            </label>
            <button class="btn btn--bad" type="submit">{t.say("data-erase-go")}</button>
        </form>
    };
    section("slet", t.say("data-erase"), form)
}

/// Everything that is held of somebody.
#[must_use]
pub fn data_page(ask: &Ask, secret: &Secret, shown: &ShownData, fault: Option<&Fault>) -> Page {
    let t = ask.speech();
    let status = fault.map_or(200, Fault::status);
    let lead = t.tell("data-shown-lead", &[("email", shown.email.to_string().into())]);
    let heading = (t.say("data-shown-title").to_owned(), lead);
    let summary = fault.map(|it| {
        let faults = vec![(it.field().to_owned(), it.sentence(t))];
        let title = t.tell("form-errors", &[("n", 1.into())]);
        view! { <Summary title faults /> }
    });
    let is_nothing = shown.held.iter().all(|it| it.of == "link") && shown.account.is_none();
    let (ask, secret, shown, fault) = (ask.clone(), secret.clone(), shown.clone(), fault.cloned());
    door_page(&ask.clone(), status, Door::Data(secret.clone()), heading, move || {
        if is_nothing {
            return view! { <Notice tone=Tone::Info><p>{t.say("data-nothing")}</p></Notice> }
                .into_any();
        }
        let file = path(&ask, Door::DataFile(secret.clone()));
        let account = shown.account.as_ref().map(|it| {
            let name = it.name.to_string();
            section("konto", t.say("data-account"), view! { <p>{name}</p> })
        });
        view! {
            {summary}
            {sign_ups(t, &shown)}
            {saved(t, &shown)}
            {account}
            {counts(t, &shown)}
            <p><a class="btn btn--line" href=file download="mine-data.zip">{t.say("data-download")}</a></p>
            {erasing(&ask, &secret, &shown, fault.as_ref())}
        }
        .into_any()
    })
}

/// What was erased, and when: a receipt.
#[must_use]
pub fn data_erased_page(ask: &Ask, receipt: &Receipt) -> Page {
    let t = ask.speech();
    let at = t.moment(receipt.at);
    let lead = t.tell("data-erased-lead", &[("at", at.into())]);
    let heading = (t.say("data-erased-title").to_owned(), lead);
    let erased = receipt.erased;
    let others = erased.others + u64::from(erased.has_account);
    let what = t.tell(
        "data-erased-what",
        &[
            ("sign-ups", erased.sign_ups.into()),
            ("requests", erased.requests.into()),
            ("others", others.into()),
        ],
    );
    door_page(ask, 200, Door::AskForData, heading, || {
        view! {
            <Notice tone=Tone::Good><p>{what}</p></Notice>
            <p>{t.say("data-erased-letter")}</p>
            <p>{t.say("data-erase-stays")}</p>
        }
    })
}
