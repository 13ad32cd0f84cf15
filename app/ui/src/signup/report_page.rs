//! What is told of a date once it is over: a form that is filled in already, and what stands.

use application::signup::ShownReport;
use domain::{
    catalogue::Level,
    signup::{CameAs, DateRemark, DateTold, Field as Name, FieldFaults, ReportTime, TypedReport},
};
use leptos::prelude::*;

use super::{faults, interest_panel::interest_told};
use crate::{
    Ask, Desk, Page, Place, Speech, TakingPart,
    design::{
        breadcrumbs::Breadcrumbs,
        field::{Field, FieldText},
        notice::{Notice, Tone},
        summary::Summary,
        text_area::TextArea,
    },
    frame::{self, Head},
    speech::capitalised,
};

/// What somebody typed to report a date, and why it was not kept.
#[derive(Clone, Debug, Default)]
pub struct ReportForm {
    pub typed: TypedReport,
    pub faults: FieldFaults,
    /// It is not the time for it.
    pub is_not_now: bool,
}

impl ReportForm {
    fn error(&self, t: &'static Speech, name: Name) -> Option<String> {
        let fault = self.faults.iter().find(|it| it.0 == name);
        fault.map(|it| faults::sentence(t, it.0, it.1))
    }

    /// All that is wrong, each by the field it is about.
    fn told(&self, t: &'static Speech, time: ReportTime) -> Vec<(String, String)> {
        let of = |it: &(Name, _)| (it.0.key().to_owned(), faults::sentence(t, it.0, it.1));
        let mut told: Vec<_> = self.faults.iter().map(of).collect();
        if self.is_not_now {
            told.push(("tid".to_owned(), t.say(time_key(time)).to_owned()));
        }
        told
    }
}

/// Why nothing can be told now.
const fn time_key(time: ReportTime) -> &'static str {
    match time {
        ReportTime::NotYet => "after-not-yet",
        ReportTime::CalledOff => "after-called-off",
        ReportTime::Open | ReportTime::Closed => "after-closed",
    }
}

/// The report of a date: a form while it can be told, with what was typed where it was not kept;
/// `is_told` just now.
#[must_use]
pub fn report_page(
    ask: &Ask,
    shown: &ShownReport,
    form: Option<ReportForm>,
    is_told: bool,
) -> Page {
    let t = ask.speech();
    let id = shown.date.id;
    let name = shown.details.activity.particulars().title.to_string();
    let title = format!("{}: {name}", t.say("after-title"));
    let place = Place::TakingPart(TakingPart::Report(id));
    let head = Head::new(title.clone(), t.say("after-lead"), place).unlisted();
    let wrong = form.as_ref().map(|it| it.told(t, shown.time)).unwrap_or_default();
    let status = if wrong.is_empty() { 200 } else { 422 };
    let (ask, shown) = (ask.clone(), shown.clone());
    frame::page(&ask.clone(), status, head, move || {
        let to = |it| ask.path(&Place::TakingPart(it));
        let crumbs = vec![
            (ask.path(&Place::Desk(Desk::Home)), t.say("roster-desk").to_owned()),
            (to(TakingPart::Roster(id)), t.say("checkin-roster").to_owned()),
        ];
        let summary = (!wrong.is_empty()).then(|| {
            let title = t.tell("form-errors", &[("n", wrong.len().into())]);
            view! { <Summary title faults=wrong /> }
        });
        let told = is_told.then(|| {
            view! { <Notice tone=Tone::Good><p>{t.say("after-told")}</p></Notice> }
        });
        let stands = shown.report.as_ref().map(|it| stands(t, &it.told));
        let unlocked = shown.report.as_ref().filter(|it| it.told.came.total() > 0).map(|_| {
            view! {
                <p class="row">
                    <a class="btn btn--line" href=to(TakingPart::Certificate(id))>{t.say("paper-certificate-go")}</a>
                </p>
                <p class="s muted">{t.say("paper-unlocked")}</p>
            }
        });
        let interest = shown.interest.map(|it| {
            view! {
                <section class="panel stack" aria-labelledby="h-elevsvar">
                    <h2 class="t2" id="h-elevsvar">{t.say("interest-desk")}</h2>
                    <p>{interest_told(t, it)}</p>
                </section>
            }
        });
        let body = match shown.time {
            ReportTime::Open => the_form(&ask, &shown, form.as_ref()).into_any(),
            time => view! {
                <div id="tid"><Notice tone=Tone::Info><p>{t.say(time_key(time))}</p></Notice></div>
            }
            .into_any(),
        };
        view! {
            <div class="wrap">
                <Breadcrumbs label=t.say("frame-breadcrumbs").to_owned() links=crumbs />
                <div class="stack desk">
                    {summary}
                    <div>
                        <h1 class="t3">{title}</h1>
                        <p class="lead">{capitalised(&t.period(shown.date.start, shown.date.end))}</p>
                    </div>
                    {told}
                    {stands}
                    {unlocked}
                    {interest}
                    {body}
                </div>
            </div>
        }
    })
}

/// »23 elever, 2 lærere«; nothing of those of whom nobody came.
pub(crate) fn came(t: &'static Speech, told: &DateTold) -> String {
    let some = CameAs::ALL.iter().map(|who| (*who, told.came.of(*who))).filter(|it| it.1 > 0);
    let parts: Vec<String> =
        some.map(|(who, n)| t.tell(&format!("after-came-{who}"), &[("n", n.into())])).collect();
    if parts.is_empty() { t.say("after-nobody").to_owned() } else { t.list(&parts) }
}

/// What stands of a date.
fn stands(t: &'static Speech, told: &DateTold) -> impl IntoView + use<> {
    let girls = told.girls_of_hundred().map(|n| {
        row(t.say("after-girls-share"), t.tell("after-girls-percent", &[("n", n.into())]))
    });
    let levels =
        (!told.levels.is_empty()).then(|| row(t.say("after-levels"), t.levels(&told.levels)));
    let remark =
        |key: &'static str, it: Option<&DateRemark>| it.map(|it| row(t.say(key), it.to_string()));
    view! {
        <section class="panel stack" aria-labelledby="h-staar">
            <h2 class="t2" id="h-staar">{t.say("after-stands")}</h2>
            <dl class="answers">
                {row(t.say("after-came"), capitalised(&came(t, told)))}
                {girls}
                {levels}
                {remark("after-well", told.well.as_ref())}
                {remark("after-better", told.better.as_ref())}
            </dl>
        </section>
    }
}

fn row(what: &'static str, told: String) -> impl IntoView {
    view! {
        <dt>{what}</dt>
        <dd>{told}</dd>
    }
}

fn the_form(ask: &Ask, shown: &ShownReport, form: Option<&ReportForm>) -> impl IntoView + use<> {
    let t = ask.speech();
    let known = || ReportForm { typed: TypedReport::of(&shown.told()), ..ReportForm::default() };
    let form = form.cloned().unwrap_or_else(known);
    let text = |name: Name, label: &str, hint: Option<&str>| FieldText {
        label: t.say(label).to_owned(),
        hint: hint.map(|it| t.say(it).to_owned()),
        error: form.error(t, name),
        error_word: t.say("form-error").to_owned(),
    };
    let groups: Vec<_> = CameAs::ALL
        .iter()
        .zip(form.typed.came.clone())
        .map(|(who, value)| {
            let text = text(who.field(), &format!("after-who-{who}"), None);
            view! { <Field name=who.field().key() text value numeric=true /> }
        })
        .collect();
    let girls = text(Name::Girls, "after-girls", Some("after-girls-hint"));
    let well = text(Name::Well, "after-well", Some("after-remark-hint"));
    let better = text(Name::Better, "after-better", Some("after-remark-hint"));
    let filled_in = match (&shown.report, shown.filled_in.is_ticked) {
        (Some(_), _) => "after-mend",
        (None, true) => "after-from-door",
        (None, false) => "after-from-roster",
    };
    let action = ask.path(&Place::TakingPart(TakingPart::Report(shown.date.id)));
    let TypedReport { girls: n, well: good, better: other, .. } = form.typed.clone();
    view! {
        <form class="panel stack" method="post" action=action novalidate>
            <h2 class="t2">{t.say("after-form")}</h2>
            <p>{t.say(filled_in)}</p>
            <fieldset class="stack">
                <legend class="legend">{t.say("after-came")}</legend>
                <div class="two">{groups}</div>
            </fieldset>
            <Field name=Name::Girls.key() text=girls value=n numeric=true />
            {levels(t, shown, &form)}
            <TextArea name=Name::Well.key() text=well value=good rows=3 />
            <TextArea name=Name::Better.key() text=better value=other rows=3 />
            <p><button class="btn" type="submit">{t.say("after-go")}</button></p>
            <p class="s muted">{t.say("after-privacy")}</p>
        </form>
    }
}

/// From which levels they came: those that the activity is for, and those that came all the same.
fn levels(t: &'static Speech, shown: &ShownReport, form: &ReportForm) -> impl IntoView + use<> {
    let meant = &shown.details.activity.particulars().levels;
    let is_chosen = |it: &Level| form.typed.levels.iter().any(|key| key == it.key());
    let offered = |it: &&Level| meant.is_empty() || meant.contains(it) || is_chosen(it);
    let boxes: Vec<_> = Level::ALL
        .iter()
        .filter(offered)
        .map(|it| {
            let checked = is_chosen(it);
            view! {
                <label class="pick">
                    <input type="checkbox" name="level" value=it.key() checked=checked />
                    <span>{capitalised(t.word("level", it.key()))}</span>
                </label>
            }
        })
        .collect();
    view! {
        <fieldset class="stack">
            <legend class="legend">{t.say("after-levels")}</legend>
            <div class="picks">{boxes}</div>
        </fieldset>
    }
}
