//! Two questions for a pupil, and the sheet with the link that leads to them. Nothing on either is
//! about anybody.

use application::signup::{ShownQuestion, ShownSheet};
use domain::{
    identity::Secret,
    signup::{Field as Name, FieldFaults, InterestTime, Score, TypedInterest},
};
use leptos::prelude::*;

use super::faults;
use crate::{
    Ask, Locale, Page, Place, Speech, TakingPart,
    design::{
        breadcrumbs::Breadcrumbs,
        field_error::FieldError,
        notice::{Notice, Tone},
        square_code::{Modules, SquareCode},
        summary::Summary,
    },
    frame::{self, Head},
    speech::capitalised,
};

/// What somebody chose, and why it was not counted.
#[derive(Clone, Debug, Default)]
pub struct InterestForm {
    pub typed: TypedInterest,
    pub faults: FieldFaults,
    /// As many have answered as came.
    pub is_full: bool,
    /// Too many answer at once.
    pub is_too_often: bool,
    /// It is not the time for it.
    pub is_not_now: bool,
}

impl InterestForm {
    fn status(&self) -> u16 {
        match (self.is_too_often, self.is_full || self.is_not_now || !self.faults.is_empty()) {
            (true, _) => 429,
            (false, true) => 422,
            (false, false) => 200,
        }
    }

    fn error(&self, t: &'static Speech, name: Name) -> Option<String> {
        let fault = self.faults.iter().find(|it| it.0 == name);
        fault.map(|it| faults::sentence(t, it.0, it.1))
    }

    /// All that is wrong, each by the field it is about.
    fn told(&self, t: &'static Speech) -> Vec<(String, String)> {
        let of = |it: &(Name, _)| (it.0.key().to_owned(), faults::sentence(t, it.0, it.1));
        let mut told: Vec<_> = self.faults.iter().map(of).collect();
        for (is_so, key) in
            [(self.is_full, "interest-full"), (self.is_too_often, "interest-too-often")]
        {
            if is_so {
                told.push((Name::Before.key().to_owned(), t.say(key).to_owned()));
            }
        }
        told
    }
}

/// Two questions for a pupil; `is_told` where one has just answered.
#[must_use]
pub fn interest_page(
    ask: &Ask,
    secret: &Secret,
    shown: &ShownQuestion,
    form: &InterestForm,
    is_told: bool,
) -> Page {
    let t = ask.speech();
    let place = Place::TakingPart(TakingPart::Interest(secret.clone()));
    let head = Head::new(t.say("interest-title"), t.say("interest-lead"), place.clone()).unlisted();
    let (ask, shown, form) = (ask.clone(), shown.clone(), form.clone());
    frame::page(&ask.clone(), form.status(), head, move || {
        let particulars = shown.details.activity.particulars();
        let lang = ask.foreign(particulars.language);
        let wrong = form.told(t);
        let summary = (!wrong.is_empty()).then(|| {
            let title = t.tell("form-errors", &[("n", wrong.len().into())]);
            view! { <Summary title faults=wrong /> }
        });
        let here = ask.path(&place);
        let body = match shown.time {
            _ if is_told => view! {
                <Notice tone=Tone::Good><p>{t.say("interest-thanks")}</p></Notice>
                <p><a class="btn btn--line" href=here>{t.say("interest-next")}</a></p>
            }
            .into_any(),
            InterestTime::NotYet => view! {
                <Notice tone=Tone::Info><p>{t.say("interest-not-yet")}</p></Notice>
            }
            .into_any(),
            InterestTime::Closed => view! {
                <Notice tone=Tone::Info><p>{t.say("interest-closed")}</p></Notice>
            }
            .into_any(),
            InterestTime::Open => view! {
                <form class="panel stack" method="post" action=here novalidate>
                    {question(t, &form, Name::Before, &form.typed.before)}
                    {question(t, &form, Name::After, &form.typed.after)}
                    <p><button class="btn btn--big" type="submit">{t.say("interest-go")}</button></p>
                    <p class="s muted">{t.say("interest-privacy")}</p>
                </form>
            }
            .into_any(),
        };
        view! {
            <div class="wrap">
                <div class="stack desk">
                    {summary}
                    <div>
                        <h1>{t.say("interest-title")}</h1>
                        <p class="lead"><span lang=lang>{particulars.title.to_string()}</span></p>
                        <p>{capitalised(&t.period(shown.date.start, shown.date.end))}</p>
                    </div>
                    {body}
                </div>
            </div>
        }
    })
}

fn question(
    t: &'static Speech,
    form: &InterestForm,
    name: Name,
    chosen: &str,
) -> impl IntoView + use<> {
    let key = name.key();
    let error = form.error(t, name);
    let described = error.is_some().then(|| format!("{key}-e"));
    let error = error.map(|error| {
        view! { <FieldError id=format!("{key}-e") word=t.say("form-error") error /> }
    });
    let picks: Vec<_> = Score::all()
        .map(|it| {
            let n = it.get().to_string();
            // What is wrong leads to the first choice.
            let id = if it.get() == 1 { key.to_owned() } else { format!("{key}-{n}") };
            let checked = chosen == n;
            view! {
                <label class="pick">
                    <input type="radio" id=id name=key value=n.clone() checked=checked />
                    <span>{n.clone()} ": " {t.word("interest-score", &n)}</span>
                </label>
            }
        })
        .collect();
    view! {
        <fieldset class="stack" aria-describedby=described>
            <legend class="legend">{t.word("interest-question", key)}</legend>
            {error}
            <div class="picks">{picks}</div>
        </fieldset>
    }
}

/// The link leads nowhere (any more).
#[must_use]
pub fn dead_interest_page(ask: &Ask) -> Page {
    let t = ask.speech();
    let place = Place::Nowhere("/dit-svar".to_owned());
    let head = Head::new(t.say("interest-dead-title"), t.say("interest-dead"), place).unlisted();
    frame::page(ask, 410, head, move || {
        view! {
            <div class="wrap">
                <div class="stack edit">
                    <h1>{t.say("interest-dead-title")}</h1>
                    <Notice tone=Tone::Info><p>{t.say("interest-dead")}</p></Notice>
                </div>
            </div>
        }
    })
}

/// The sheet that an organiser shows a class, or prints: the link, and its square.
#[must_use]
pub fn interest_sheet_page(
    ask: &Ask,
    secret: &Secret,
    shown: &ShownSheet,
    square: Option<Modules>,
) -> Page {
    let t = ask.speech();
    let id = shown.date.id;
    let place = Place::TakingPart(TakingPart::InterestSheet(id, secret.clone()));
    let head = Head::new(t.say("interest-sheet"), t.say("interest-lead"), place).unlisted();
    let url = ask.url(&Place::TakingPart(TakingPart::Interest(secret.clone())), Locale::Da);
    let (ask, shown) = (ask.clone(), shown.clone());
    frame::page(&ask.clone(), 200, head, move || {
        let particulars = shown.details.activity.particulars();
        let lang = ask.foreign(particulars.language);
        let roster = ask.path(&Place::TakingPart(TakingPart::Roster(id)));
        let crumbs = vec![(roster, t.say("checkin-roster").to_owned())];
        let square = square.map(|modules| {
            view! { <SquareCode modules name=t.say("interest-square").to_owned() /> }
        });
        view! {
            <div class="wrap">
                <Breadcrumbs label=t.say("frame-breadcrumbs").to_owned() links=crumbs />
                <div class="stack desk">
                    <h1>{t.say("interest-sheet")}</h1>
                    <p class="lead"><span lang=lang>{particulars.title.to_string()}</span></p>
                    <p>{capitalised(&t.period(shown.date.start, shown.date.end))}</p>
                    <p>{t.say("interest-sheet-how")}</p>
                    {square}
                    <p><a class="square-link" href=url.clone()>{url.clone()}</a></p>
                    <p class="s muted">{t.say("interest-privacy")}</p>
                    <p class="s muted no-print">{t.say("interest-sheet-keep")}</p>
                </div>
            </div>
        }
    })
}
