//! Who has come to a date, ticked off at its door. Without scripts it is a list of plain forms; a
//! script keeps what is ticked while there is no network.

use application::signup::ShownCheckIn;
use domain::signup::{Arriving, PartyKind, SignUpId, Tick};
use leptos::prelude::*;

use super::{
    check_in_row::{Rows, number_of},
    roster_page::who,
};
use crate::{
    Ask, Desk, Door, Page, Place, Speech, TakingPart,
    design::{
        breadcrumbs::Breadcrumbs,
        field_error::FieldError,
        notice::{Notice, Tone},
        summary::Summary,
    },
    frame::{self, Head},
    speech::capitalised,
};

/// What was just ticked, and what stood there before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CheckInTold {
    pub about: Arriving,
    pub before: u16,
}

/// Why nobody was ticked off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CheckInFault {
    /// So many cannot be here of a party, or of some without a sign-up; what was typed.
    Number(Option<SignUpId>, String),
    NotNow,
    TooMuch,
}

/// The field of how many came without a sign-up.
const WALK_IN: &str = "antal";

impl CheckInFault {
    fn told(&self, t: &'static Speech) -> (String, String) {
        let (field, key) = match self {
            Self::Number(Some(party), _) => (number_of(*party), "checkin-number-wrong"),
            Self::Number(None, _) => (WALK_IN.to_owned(), "checkin-number-first"),
            Self::NotNow => ("ankomst".to_owned(), "checkin-not-now"),
            Self::TooMuch => ("ankomst".to_owned(), "checkin-too-much"),
        };
        (field, t.say(key).to_owned())
    }
}

/// Who has come to a date, and who is missing.
#[must_use]
pub fn check_in_page(
    ask: &Ask,
    shown: &ShownCheckIn,
    told: Option<CheckInTold>,
    fault: Option<CheckInFault>,
) -> Page {
    let t = ask.speech();
    let id = shown.date.id;
    let name = shown.details.activity.particulars().title.to_string();
    let title = format!("{}: {name}", t.say("checkin-title"));
    let place = Place::TakingPart(TakingPart::CheckIn(id));
    let head = Head {
        manifest: Some(ask.path(&Place::TakingPart(TakingPart::CheckInApp(id)))),
        ..Head::new(title.clone(), t.say("checkin-lead"), place.clone()).unlisted()
    };
    let status = if fault.is_some() { 422 } else { 200 };
    let (ask, shown) = (ask.clone(), shown.clone());
    frame::kept_page(&ask.clone(), status, head, move || {
        let to = |it| ask.path(&Place::TakingPart(it));
        let crumbs = vec![
            (ask.path(&Place::Desk(Desk::Home)), t.say("roster-desk").to_owned()),
            (to(TakingPart::Roster(id)), t.say("checkin-roster").to_owned()),
        ];
        let wrong = match &fault {
            Some(CheckInFault::Number(Some(party), typed)) => Some((*party, typed.clone())),
            _ => None,
        };
        let rows = Rows {
            ask: ask.clone(),
            action: to(TakingPart::CheckIn(id)),
            is_open: shown.is_open,
            wrong,
        };
        let summary = fault.as_ref().map(|it| {
            let title = t.tell("form-errors", &[("n", 1.into())]);
            view! { <Summary title faults=vec![it.told(t)] /> }
        });
        let told = told.and_then(|it| just_ticked(&rows, &shown, it));
        let closed = (!shown.is_open).then(|| {
            view! { <Notice tone=Tone::Info><p>{t.say("checkin-not-now")}</p></Notice> }
        });
        let (missing, here): (Vec<_>, Vec<_>) = shown.parties.iter().partition(|it| it.here() == 0);
        let missing_list: Vec<_> = missing.iter().map(|it| rows.party(it)).collect();
        let here_list: Vec<_> = here.iter().map(|it| rows.party(it)).collect();
        let (is_one_missing, is_one_here) = (!missing.is_empty(), !here.is_empty());
        let count = |key: &'static str, n: String| t.tell(key, &[("n", n.into())]);
        let sum = |here: String, n: String| {
            t.tell("checkin-sum", &[("here", here.into()), ("n", n.into())])
        };
        let n = || "{n}".to_owned();
        let ticks: Vec<&Tick> = shown.check_in.ticks().collect();
        let ticks = serde_json::to_string(&ticks).unwrap_or_else(|_| "[]".to_owned());
        view! {
            <div class="wrap">
                <Breadcrumbs label=t.say("frame-breadcrumbs").to_owned() links=crumbs />
                <div
                    class="stack desk"
                    id="ankomst"
                    data-ticks=ticks
                    data-expected=shown.expected().to_string()
                    data-is-open=shown.is_open.then_some("")
                    data-ends=shown.day_ends.timestamp_millis().to_string()
                    data-tell=to(TakingPart::CheckInTold(id))
                    data-page=to(TakingPart::CheckIn(id))
                    data-guard=to(TakingPart::CheckInGuard)
                >
                    {summary}
                    <div>
                        <h1 class="t3">{title}</h1>
                        <p class="lead">{capitalised(&t.period(shown.date.start, shown.date.end))}</p>
                    </div>
                    {closed}
                    <div data-said="" role="status">{told}</div>
                    <p class="gate__sum" role="status" data-sum="" data-say=sum("{here}".to_owned(), n())>
                        {sum(shown.here().to_string(), shown.expected().to_string())}
                    </p>
                    {net(&ask, &shown)}
                    <section class="stack" aria-labelledby="mangler">
                        <h2 class="t2" id="mangler" data-say=count("checkin-missing", n())>
                            {count("checkin-missing", missing.len().to_string())}
                        </h2>
                        <p data-none="missing" hidden=is_one_missing>{t.say("checkin-nobody-missing")}</p>
                        <ul class="gate" data-list="missing">{missing_list}</ul>
                    </section>
                    <section class="stack" aria-labelledby="her">
                        <h2 class="t2" id="her" data-say=count("checkin-here", n())>
                            {count("checkin-here", here.len().to_string())}
                        </h2>
                        <p data-none="here" hidden=is_one_here>{t.say("checkin-nobody-here")}</p>
                        <ul class="gate" data-list="here">{here_list}</ul>
                    </section>
                    {walk_ins(&rows, &shown, fault.as_ref())}
                    <details class="fold">
                        <summary>{t.say("checkin-install")}</summary>
                        <p>{t.say("checkin-install-how")}</p>
                        <p>{t.say("checkin-install-two")}</p>
                    </details>
                </div>
            </div>
        }
    })
}

/// What a script shows of the network, in its time.
fn net(ask: &Ask, shown: &ShownCheckIn) -> impl IntoView + use<> {
    let t = ask.speech();
    let unsent = t.tell("checkin-unsent", &[("n", "{n}".to_owned().into())]);
    let ready = t.tell("checkin-ready", &[("when", t.moment(shown.day_ends).into())]);
    let sign_in = ask.path(&Place::Door(Door::SignIn));
    view! {
        <div role="status" class="stack">
            <p class="notice" data-when="offline" hidden=true>{t.say("checkin-offline")}</p>
            <p class="notice" data-when="unsent" data-say=unsent hidden=true></p>
            <p class="notice" data-when="sign-in" hidden=true>
                {t.say("checkin-sign-in")} " " <a href=sign_in>{t.say("checkin-sign-in-go")}</a>
            </p>
            <p class="notice notice--bad" data-when="stuck" hidden=true>{t.say("checkin-stuck")}</p>
            <p class="s muted" data-when="ready" hidden=true>{ready}</p>
        </div>
    }
}

/// What was just ticked, with the way back.
fn just_ticked(
    rows: &Rows,
    shown: &ShownCheckIn,
    told: CheckInTold,
) -> Option<impl IntoView + use<>> {
    let t = rows.ask.speech();
    let words = match told.about {
        Arriving::Party(id) => {
            let party = shown.parties.iter().find(|it| it.sign_up.id == id)?;
            let who = who(t, &party.sign_up.party);
            if party.here() > 0 {
                t.tell("checkin-told", &[("who", who.into()), ("here", party.here().into())])
            } else {
                t.tell("checkin-told-undone", &[("who", who.into())])
            }
        }
        Arriving::WalkIn { .. } => t.say("checkin-told-walk-in").to_owned(),
    };
    let about = match told.about {
        Arriving::Party(id) => {
            view! { <input type="hidden" name="party" value=id.0.to_string() /> }.into_any()
        }
        Arriving::WalkIn { id, kind } => view! {
            <input type="hidden" name="walk_in" value=id.0.to_string() />
            <input type="hidden" name="kind" value=kind.key() />
        }
        .into_any(),
    };
    let action = rows.action.clone();
    Some(view! {
        <Notice tone=Tone::Good>
            <p>{words}</p>
            <form method="post" action=action data-tick="">
                {about}
                <input type="hidden" name="here" value=told.before.to_string() />
                <button class="btn btn--line btn--s" type="submit">{t.say("checkin-told-undo")}</button>
            </form>
        </Notice>
    })
}

/// Those who came without a sign-up, and where more of them are counted.
fn walk_ins(
    rows: &Rows,
    shown: &ShownCheckIn,
    fault: Option<&CheckInFault>,
) -> impl IntoView + use<> {
    let t = rows.ask.speech();
    let list: Vec<_> = shown.walk_ins.iter().map(|it| rows.walked_in(Some(*it))).collect();
    let n: u32 = shown.walk_ins.iter().map(|it| u32::from(it.said.here)).sum();
    let heading = |n: String| t.tell("checkin-walk-ins", &[("n", n.into())]);
    let typed = match fault {
        Some(CheckInFault::Number(None, typed)) => Some(typed.clone()),
        _ => None,
    };
    let error_id = format!("{WALK_IN}-e");
    let (invalid, described) =
        (typed.as_ref().map(|_| "true"), typed.as_ref().map(|_| error_id.clone()));
    let error = typed.as_ref().map(|_| {
        let error = t.say("checkin-number-first").to_owned();
        view! { <FieldError id=error_id word=t.say("form-error") error /> }
    });
    let form = shown.is_open.then(|| {
        let kinds: Vec<_> = PartyKind::ALL
            .iter()
            .rev()
            .map(|it| {
                view! { <option value=it.key()>{t.word("checkin-kind", it.key())}</option> }
            })
            .collect();
        view! {
            <form class="stack" method="post" action=rows.action.clone() data-tick="" novalidate>
                <div class="two">
                    <div class="field">
                        <label for="slags">{t.say("checkin-kind")}</label>
                        <select id="slags" name="kind">{kinds}</select>
                    </div>
                    <div class="field">
                        <label for=WALK_IN>{t.say("checkin-number")}</label>
                        {error}
                        <input
                            type="text"
                            inputmode="numeric"
                            autocomplete="off"
                            id=WALK_IN
                            name="here"
                            value=typed.unwrap_or_else(|| "1".to_owned())
                            aria-describedby=described
                            aria-invalid=invalid
                            data-wrong=t.say("checkin-number-first")
                        />
                    </div>
                </div>
                <p><button class="btn btn--line" type="submit">{t.say("checkin-walk-in-go")}</button></p>
            </form>
        }
    });
    view! {
        <section class="panel stack" aria-labelledby="uden">
            <h2 class="t2" id="uden" data-say=heading("{n}".to_owned())>{heading(n.to_string())}</h2>
            <p>{t.say("checkin-walk-in-lead")}</p>
            <ul class="gate" data-list="walk-ins">{list}</ul>
            {form}
            <template data-walk-in="">{rows.walked_in(None)}</template>
        </section>
    }
}
