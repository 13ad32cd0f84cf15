//! Who comes to a date, for those who offer it.

use application::{ports::OccurrenceSummary, signup::ShownRoster};
use domain::signup::{
    CheckIn, ComingRule, Date, Field, FieldFault, Party, Refusal, SignUp, SignUpId, Stage,
};
use leptos::prelude::*;

use super::{
    asking_panel::{AskingForm, AskingPanel},
    coming,
    draw_panel::{DrawForm, DrawPanel},
    faults,
    interest_panel::InterestPanel,
    kin::kin_lines,
    questions::answer_lines,
    rule_panel::Rule,
};
use crate::{
    Ask, Desk, Page, Place, Speech, TakingPart, Told,
    design::{
        breadcrumbs::Breadcrumbs,
        field_error::FieldError,
        notice::{Notice, Tone},
        summary::Summary,
    },
    frame::{self, Head},
    speech::capitalised,
};

/// What the page tells about what was just done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RosterTold {
    Added,
    Cancelled,
    Moved,
    RuleSet,
    DrawSet,
    AskingSet,
}

/// Why a party could not be moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CannotMove {
    pub party: SignUpId,
    /// Nothing where no date was chosen.
    pub refusal: Option<Refusal>,
}

/// Why something was not done.
#[derive(Clone, Debug)]
pub enum RosterFault {
    Move(CannotMove),
    Draw(DrawForm),
    Asking(AskingForm),
}

impl RosterFault {
    /// All that is wrong, each by the field it is about.
    fn told(&self, t: &'static Speech) -> Vec<(String, String)> {
        match self {
            Self::Move(it) => vec![(moving(it.party), it.sentence(t))],
            Self::Draw(it) => it.told(t),
            Self::Asking(it) => it.told(t),
        }
    }
}

impl CannotMove {
    fn sentence(self, t: &'static Speech) -> String {
        let missing = || faults::sentence(t, Field::Date, FieldFault::Missing);
        self.refusal.map_or_else(missing, |it| faults::organisers(t, it))
    }
}

impl RosterTold {
    pub const ALL: [Self; 6] =
        [Self::Added, Self::Cancelled, Self::Moved, Self::RuleSet, Self::DrawSet, Self::AskingSet];

    /// The word in an address.
    #[must_use]
    pub const fn word(self) -> Told {
        match self {
            Self::Added => Told::ADDED,
            Self::Cancelled => Told::CANCELLED,
            Self::Moved => Told::MOVED,
            Self::RuleSet => Told::RULE_SET,
            Self::DrawSet => Told::DRAW_SET,
            Self::AskingSet => Told::ASKING_SET,
        }
    }

    /// The key of what is said at the roster.
    const fn sentence(self) -> &'static str {
        match self {
            Self::Added => "roster-told-added",
            Self::Cancelled => "roster-told-cancelled",
            Self::Moved => "roster-told-moved",
            Self::RuleSet => "roster-told-rule",
            Self::DrawSet => "draw-told-set",
            Self::AskingSet => "coming-told-set",
        }
    }
}

/// Who comes to a date, who waits, and who left.
#[must_use]
pub fn roster_page(
    ask: &Ask,
    shown: &ShownRoster,
    told: Option<RosterTold>,
    fault: Option<RosterFault>,
) -> Page {
    let t = ask.speech();
    let id = shown.date.id;
    let title = shown.details.activity.particulars().title.to_string();
    let head =
        Head::new(title.clone(), t.say("roster-lead"), Place::TakingPart(TakingPart::Roster(id)));
    let (ask, shown) = (ask.clone(), shown.clone());
    let status = if fault.is_some() { 422 } else { 200 };
    frame::page(&ask.clone(), status, head.unlisted(), move || {
        let crumbs = vec![
            (ask.path(&Place::Desk(Desk::Home)), t.say("roster-desk").to_owned()),
            (
                ask.path(&Place::Desk(Desk::Activity(shown.details.activity.id))),
                shown.details.activity.particulars().title.to_string(),
            ),
        ];
        let told = told.map(|it| {
            view! { <Notice tone=Tone::Good><p>{t.say(it.sentence())}</p></Notice> }
        });
        let n = shown.roster.taken();
        let taken = match shown.date.capacity {
            Some(_) => {
                t.tell("roster-taken", &[("taken", n.into()), ("free", shown.roster.free().into())])
            }
            None => t.tell("roster-taken-open", &[("n", n.into())]),
        };
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
        let summary = fault.as_ref().map(|it| {
            let faults = it.told(t);
            let title = t.tell("form-errors", &[("n", faults.len().into())]);
            view! { <Summary title faults /> }
        });
        let row = RowSays {
            ask: ask.clone(),
            elsewhere: shown.elsewhere.clone(),
            leads: shown.leads,
            rule: shown.roster.kept().coming,
            date: *shown.roster.date(),
            fault: match &fault {
                Some(RosterFault::Move(it)) => Some(*it),
                _ => None,
            },
        };
        let (draw, asking) = match fault.clone() {
            Some(RosterFault::Draw(form)) => (Some(form), None),
            Some(RosterFault::Asking(form)) => (None, Some(form)),
            _ => (None, None),
        };
        view! {
            <div class="wrap">
                <Breadcrumbs label=t.say("frame-breadcrumbs").to_owned() links=crumbs />
                <div class="stack desk">
                    {summary}
                    <h1>{title}</h1>
                    <p class="lead">{capitalised(&t.period(shown.date.start, shown.date.end))}</p>
                    {told}
                    <p><strong>{taken}</strong></p>
                    {kept}
                    {ways_on(&ask, &shown)}
                    <List row=row.clone() name="kommer" heading="roster-coming" none="roster-nobody" list=coming />
                    <List row=row.clone() name="venter" heading="roster-waiting" none="roster-nobody-waits" list=waiting />
                    <List row=row.clone() name="afmeldt" heading="roster-gone" none="roster-nobody-left" list=gone />
                    <InterestPanel ask=ask.clone() date=id interest=shown.interest />
                    {shown.leads.then(|| view! { <DrawPanel ask=ask.clone() shown=shown.clone() form=draw /> })}
                    {shown.leads.then(|| view! { <AskingPanel ask=ask.clone() shown=shown.clone() form=asking /> })}
                    {shown.leads.then(|| view! { <Rule ask=ask.clone() shown=shown.clone() /> })}
                    <p class="s muted">{t.say("roster-privacy")}</p>
                </div>
            </div>
        }
    })
}

/// Where one goes on from here, by the time of the date.
fn ways_on(ask: &Ask, shown: &ShownRoster) -> impl IntoView + use<> {
    let (t, id) = (ask.speech(), shown.date.id);
    let to = |it| ask.path(&Place::TakingPart(it));
    let now = ask.ports.clock.now();
    let check_in = CheckIn::is_open(shown.date.start, shown.date.end, now).then(|| {
        view! { <a class="btn" href=to(TakingPart::CheckIn(id))>{t.say("checkin-open")}</a> }
    });
    let report = (shown.date.end <= now).then(|| {
        view! { <a class="btn" href=to(TakingPart::Report(id))>{t.say("after-open")}</a> }
    });
    let leads = shown.leads.then(|| {
        view! {
            <a class="btn" href=to(TakingPart::Write(id))>{t.say("roster-write")}</a>
            <a class="btn btn--line" href=to(TakingPart::AddParty(id))>{t.say("roster-add")}</a>
        }
    });
    view! {
        <p class="row">
            {report}
            {check_in}
            {leads}
            <a class="btn btn--line" href=to(TakingPart::DaySheet(id))>{t.say("paper-day-sheet")}</a>
            <a class="btn btn--line" href=to(TakingPart::RosterCsv(id)) download="">{t.say("roster-csv")}</a>
            <a class="btn btn--line" href=to(TakingPart::RosterXlsx(id)) download="">{t.say("roster-xlsx")}</a>
        </p>
    }
}

#[component]
fn List(
    row: RowSays,
    /// Names the list in the page.
    name: &'static str,
    heading: &'static str,
    none: &'static str,
    list: Vec<SignUp>,
) -> impl IntoView {
    let t = row.ask.speech();
    let n: u32 = list.iter().map(|it| u32::from(it.entry.seats)).sum();
    let body = if list.is_empty() {
        view! { <p>{t.say(none)}</p> }.into_any()
    } else {
        let rows: Vec<_> = list.into_iter().map(|it| row.show(it)).collect();
        view! { <ul class="stack plain">{rows}</ul> }.into_any()
    };
    view! {
        <section class="panel stack" aria-labelledby=name>
            <h2 class="t2" id=name>{t.tell(heading, &[("n", n.into())])}</h2>
            {body}
        </section>
    }
}

/// What stands on each row beside the party.
#[derive(Clone)]
struct RowSays {
    ask: Ask,
    elsewhere: Vec<OccurrenceSummary>,
    /// Whether whoever looks may change anything.
    leads: bool,
    rule: ComingRule,
    date: Date,
    fault: Option<CannotMove>,
}

/// The field of the date to which a party is moved.
fn moving(party: SignUpId) -> String {
    format!("flyt-{}", party.0)
}

impl RowSays {
    fn show(&self, it: SignUp) -> impl IntoView + use<> {
        let t = self.ask.speech();
        let who = who(t, &it.party);
        let contact = [
            Some(it.party.contact().to_string()),
            it.contact.email.as_ref().map(ToString::to_string),
            it.contact.phone.as_ref().map(|it| it.as_str().to_owned()),
        ];
        let contact = contact.into_iter().flatten().collect::<Vec<_>>().join(", ");
        let needs = it.needs.as_ref().map(|needs| view! { <p>{needs.to_string()}</p> });
        let answers = answer_lines(t, &it.answers);
        let kin = kin_lines(t, &it.kin);
        let stage = match it.entry.stage {
            Stage::Gone(why) => Some(t.word("roster-gone", why.key()).to_owned()),
            Stage::Offered { until } => {
                Some(t.tell("roster-offered", &[("until", t.moment(until).into())]))
            }
            _ => None,
        };
        let stage = stage.map(|it| view! { <p class="s">{it}</p> });
        let comes = it.entry.stage == Stage::Confirmed;
        let coming = coming::row(t, it.coming.stand(self.rule, &self.date).filter(|_| comes));
        let is_there = self.leads && it.entry.stage.is_active();
        let moves = (is_there && !self.elsewhere.is_empty()).then(|| self.moves(&it));
        let cancel = is_there.then(|| self.cancel(&it));
        view! {
            <li>
                <h3>{who}</h3>
                <p>{t.tell("roster-seats", &[("n", it.entry.seats.into())])}</p>
                {stage}
                {coming}
                {answers}
                {needs}
                <p class="s muted">{contact}</p>
                {kin}
                {moves}
                {cancel}
            </li>
        }
    }

    fn cancel(&self, it: &SignUp) -> impl IntoView + use<> {
        let t = self.ask.speech();
        let place = TakingPart::CancelParty(it.occurrence, it.id);
        let action = self.ask.path(&Place::TakingPart(place));
        let name = it.party.title().to_owned();
        view! {
            <details class="fold">
                <summary>{t.say("roster-cancel")} <span class="vh">" "{name}</span></summary>
                <form method="post" action=action>
                    <p>{t.say("roster-cancel-sure")}</p>
                    <button class="btn btn--bad btn--s" type="submit">{t.say("roster-cancel-go")}</button>
                </form>
            </details>
        }
    }

    fn moves(&self, it: &SignUp) -> impl IntoView + use<> {
        let t = self.ask.speech();
        let place = TakingPart::MoveParty(it.occurrence, it.id);
        let action = self.ask.path(&Place::TakingPart(place));
        let name = it.party.title().to_owned();
        let id = moving(it.id);
        let fault = self.fault.filter(|fault| fault.party == it.id);
        let error_id = format!("{id}-e");
        let described = fault.map(|_| error_id.clone());
        let invalid = fault.map(|_| "true");
        let error = fault.map(|it| {
            view! { <FieldError id=error_id word=t.say("form-error") error=it.sentence(t) /> }
        });
        let options: Vec<_> = self
            .elsewhere
            .iter()
            .map(|date| {
                let when = t.period(date.start, date.end);
                let free = date.seats_left.unwrap_or_default();
                let words =
                    t.tell("roster-move-option", &[("when", when.into()), ("free", free.into())]);
                view! { <option value=date.id.0.to_string()>{capitalised(&words)}</option> }
            })
            .collect();
        view! {
            <details class="fold" open=fault.is_some()>
                <summary>{t.say("roster-move")} <span class="vh">" "{name}</span></summary>
                <form class="stack" method="post" action=action novalidate>
                    <p>{t.say("roster-move-sure")}</p>
                    <div class="field">
                        <label for=id.clone()>{t.say("roster-move-to")}</label>
                        {error}
                        <select id=id name="date" aria-describedby=described aria-invalid=invalid>
                            <option value="">{t.say("roster-move-choose")}</option>
                            {options}
                        </select>
                    </div>
                    <p><button class="btn btn--line btn--s" type="submit">{t.say("roster-move-go")}</button></p>
                </form>
            </details>
        }
    }
}

/// »6.B, Munkebjergskolen«, »Alma, 11 år«.
pub(super) fn who(t: &'static Speech, party: &Party) -> String {
    match party {
        Party::Class { school, class, .. } => format!("{class}, {school}"),
        Party::Child { name, age, .. } => aged(t, name.as_str(), *age),
        Party::One { name, age } => aged(t, name.as_str(), *age),
    }
}

fn aged(t: &'static Speech, name: &str, age: u8) -> String {
    t.tell("roster-aged", &[("name", name.to_owned().into()), ("n", age.into())])
}
