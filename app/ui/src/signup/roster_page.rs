//! Who comes to a date, for those who offer it.

use application::signup::ShownRoster;
use domain::signup::{Party, SignUp, Stage, WaitingRule};
use leptos::prelude::*;

use crate::{
    Ask, Desk, Page, Place, Speech, TakingPart, Told,
    design::{
        breadcrumbs::Breadcrumbs,
        notice::{Notice, Tone},
    },
    frame::{self, Head},
    speech::capitalised,
};

/// What the page tells about what was just done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RosterTold {
    Cancelled,
    RuleSet,
}

impl RosterTold {
    pub const ALL: [Self; 2] = [Self::Cancelled, Self::RuleSet];

    /// The word in an address.
    #[must_use]
    pub const fn word(self) -> Told {
        match self {
            Self::Cancelled => Told::CANCELLED,
            Self::RuleSet => Told::RULE_SET,
        }
    }
}

/// Who comes to a date, who waits, and who left.
#[must_use]
pub fn roster_page(ask: &Ask, shown: &ShownRoster, told: Option<RosterTold>) -> Page {
    let t = ask.speech();
    let id = shown.date.id;
    let title = shown.details.activity.particulars().title.to_string();
    let head =
        Head::new(title.clone(), t.say("roster-lead"), Place::TakingPart(TakingPart::Roster(id)));
    let (ask, shown) = (ask.clone(), shown.clone());
    frame::page(&ask.clone(), 200, head.unlisted(), move || {
        let crumbs = vec![
            (ask.path(&Place::Desk(Desk::Home)), t.say("roster-desk").to_owned()),
            (
                ask.path(&Place::Desk(Desk::Activity(shown.details.activity.id))),
                shown.details.activity.particulars().title.to_string(),
            ),
        ];
        let told = told.map(|it| {
            let key = match it {
                RosterTold::Cancelled => "roster-told-cancelled",
                RosterTold::RuleSet => "roster-told-rule",
            };
            view! { <Notice tone=Tone::Good><p>{t.say(key)}</p></Notice> }
        });
        let taken = t.tell(
            "roster-taken",
            &[("taken", shown.roster.taken().into()), ("free", shown.roster.free().into())],
        );
        let kept: u32 = shown
            .roster
            .entries()
            .iter()
            .filter(|it| matches!(it.stage, Stage::Held { .. }))
            .map(domain::signup::Entry::takes)
            .sum();
        let kept = (kept > 0)
            .then(|| view! { <p class="s">{t.tell("roster-kept", &[("n", kept.into())])}</p> });
        let part = |is_in: fn(&Stage) -> bool| -> Vec<SignUp> {
            shown.sign_ups.iter().filter(|it| is_in(&it.entry.stage)).cloned().collect()
        };
        let coming = part(|it| matches!(it, Stage::Confirmed));
        let waiting = part(|it| matches!(it, Stage::Waiting | Stage::Offered { .. }));
        let gone = part(|it| matches!(it, Stage::Gone(_)));
        let to = |it| ask.path(&Place::TakingPart(it));
        view! {
            <div class="wrap">
                <Breadcrumbs label=t.say("frame-breadcrumbs").to_owned() links=crumbs />
                <div class="stack desk">
                    <h1>{title}</h1>
                    <p class="lead">{capitalised(&t.period(shown.date.start, shown.date.end))}</p>
                    {told}
                    <p><strong>{taken}</strong></p>
                    {kept}
                    <p class="row">
                        <a class="btn btn--line" href=to(TakingPart::RosterCsv(id)) download="">{t.say("roster-csv")}</a>
                        <a class="btn btn--line" href=to(TakingPart::RosterXlsx(id)) download="">{t.say("roster-xlsx")}</a>
                    </p>
                    <List ask=ask.clone() name="kommer" heading="roster-coming" none="roster-nobody" list=coming />
                    <List ask=ask.clone() name="venter" heading="roster-waiting" none="roster-nobody-waits" list=waiting />
                    <List ask=ask.clone() name="afmeldt" heading="roster-gone" none="roster-nobody-left" list=gone />
                    <Rule ask=ask.clone() shown=shown.clone() />
                    <p class="s muted">{t.say("roster-privacy")}</p>
                </div>
            </div>
        }
    })
}

#[component]
fn List(
    ask: Ask,
    /// Names the list in the page.
    name: &'static str,
    heading: &'static str,
    none: &'static str,
    list: Vec<SignUp>,
) -> impl IntoView {
    let t = ask.speech();
    let n: u32 = list.iter().map(|it| u32::from(it.entry.seats)).sum();
    let body = if list.is_empty() {
        view! { <p>{t.say(none)}</p> }.into_any()
    } else {
        let rows: Vec<_> = list.into_iter().map(|it| row(&ask, it)).collect();
        view! { <ul class="stack plain">{rows}</ul> }.into_any()
    };
    view! {
        <section class="panel stack" aria-labelledby=name>
            <h2 class="t2" id=name>{t.tell(heading, &[("n", n.into())])}</h2>
            {body}
        </section>
    }
}

fn row(ask: &Ask, it: SignUp) -> impl IntoView + use<> {
    let t = ask.speech();
    let who = who(t, &it.party);
    let contact = match &it.contact.phone {
        Some(phone) => format!("{}, {}, {}", it.party.contact(), it.contact.email, phone.as_str()),
        None => format!("{}, {}", it.party.contact(), it.contact.email),
    };
    let needs = it.needs.as_ref().map(|needs| view! { <p>{needs.to_string()}</p> });
    let stage = match it.entry.stage {
        Stage::Gone(why) => Some(t.word("roster-gone", why.key()).to_owned()),
        Stage::Offered { until } => {
            Some(t.tell("roster-offered", &[("until", t.moment(until).into())]))
        }
        _ => None,
    };
    let stage = stage.map(|it| view! { <p class="s">{it}</p> });
    let name = it.party.title().to_owned();
    let cancel = it.entry.stage.is_active().then(|| {
        let place = TakingPart::CancelParty(it.occurrence, it.id);
        let action = ask.path(&Place::TakingPart(place));
        view! {
            <details class="fold">
                <summary>{t.say("roster-cancel")} <span class="vh">" "{name.clone()}</span></summary>
                <form method="post" action=action>
                    <p>{t.say("roster-cancel-sure")}</p>
                    <button class="btn btn--bad btn--s" type="submit">{t.say("roster-cancel-go")}</button>
                </form>
            </details>
        }
    });
    view! {
        <li>
            <h3 class="t3">{who}</h3>
            <p>{t.tell("roster-seats", &[("n", it.entry.seats.into())])}</p>
            {stage}
            {needs}
            <p class="s muted">{contact}</p>
            {cancel}
        </li>
    }
}

/// »6.B, Munkebjergskolen«, »Alma, 11 år«.
fn who(t: &'static Speech, party: &Party) -> String {
    match party {
        Party::Class { school, class, .. } => format!("{class}, {school}"),
        Party::Child { name, age, .. } => aged(t, name.as_str(), *age),
        Party::One { name, age } => aged(t, name.as_str(), *age),
    }
}

fn aged(t: &'static Speech, name: &str, age: u8) -> String {
    t.tell("roster-aged", &[("name", name.to_owned().into()), ("n", age.into())])
}

#[component]
fn Rule(ask: Ask, shown: ShownRoster) -> impl IntoView {
    let t = ask.speech();
    let now = shown.roster.kept().rule;
    let picks: Vec<_> = WaitingRule::ALL
        .iter()
        .map(|it| {
            let key = match it {
                WaitingRule::StrictOrder => "signup-rule-strict",
                WaitingRule::FillGaps => "signup-rule-gaps",
            };
            let checked = *it == now;
            view! {
                <label class="tick">
                    <input type="radio" name="rule" value=it.key() checked=checked />
                    <span>{t.say(key)}</span>
                </label>
            }
        })
        .collect();
    let action = ask.path(&Place::TakingPart(TakingPart::SetRule(shown.date.id)));
    view! {
        <form class="panel stack" method="post" action=action>
            <fieldset class="stack">
                <legend class="legend">{t.say("roster-rule")}</legend>
                {picks}
            </fieldset>
            <p><button class="btn btn--line" type="submit">{t.say("roster-rule-go")}</button></p>
        </form>
    }
}
