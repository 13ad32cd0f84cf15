//! Who asks about an activity, for those who offer it.

use application::{
    ports::ActivityDetails,
    signup::{OwnRequest, ShownRequests, TypedAnswer},
};
use domain::signup::{
    Field as Name, FieldFault, Refusal, Request, RequestPatience, RequestRefusal, RequestStage,
};
use leptos::prelude::*;

use super::{faults, roster_page::who};
use crate::{
    Ask, Desk, Page, Place, Speech, TakingPart,
    design::{
        breadcrumbs::Breadcrumbs,
        field::{Field, FieldText},
        field_error::FieldError,
        notice::{Notice, Tone},
        summary::Summary,
        text_area::TextArea,
    },
    frame::{self, Head},
    speech::capitalised,
};

/// What an organiser typed to answer, and what is wrong with it.
#[derive(Clone, Debug, Default)]
pub struct AnswerForm {
    pub typed: TypedAnswer,
    pub faults: Vec<(Name, FieldFault)>,
    pub refusal: Option<RequestRefusal>,
    /// Why there are no seats at the date.
    pub seat: Option<Refusal>,
}

/// Who waits for an answer, and who has one; whether one was just `answered`.
#[must_use]
pub fn requests_page(ask: &Ask, shown: &ShownRequests, answered: bool) -> Page {
    let t = ask.speech();
    let id = shown.details.activity.id;
    let place = Place::TakingPart(TakingPart::Requests(id));
    let head = Head::new(t.say("requests-title"), t.say("requests-lead"), place);
    let (ask, shown) = (ask.clone(), shown.clone());
    frame::page(&ask.clone(), 200, head.unlisted(), move || {
        let crumbs = crumbs(&ask, &shown.details);
        let told = answered.then(|| {
            view! { <Notice tone=Tone::Good><p>{t.say("requests-told")}</p></Notice> }
        });
        let waiting: Vec<_> = shown.waiting.iter().map(|it| waits(&ask, it)).collect();
        let waiting = if waiting.is_empty() {
            view! { <p>{t.say("requests-nobody")}</p> }.into_any()
        } else {
            view! { <ul class="stack plain">{waiting}</ul> }.into_any()
        };
        let settled: Vec<_> = shown.answered.iter().map(|it| settled(t, it)).collect();
        let settled = (!settled.is_empty()).then(|| {
            view! {
                <section class="panel stack" aria-labelledby="h-svaret">
                    <h2 class="t2" id="h-svaret">{t.say("requests-answered")}</h2>
                    <ul class="stack plain">{settled}</ul>
                </section>
            }
        });
        view! {
            <div class="wrap">
                <Breadcrumbs label=t.say("frame-breadcrumbs").to_owned() links=crumbs />
                <div class="stack desk">
                    <h1>{t.say("requests-title")}</h1>
                    <p class="lead">{t.say("requests-lead")}</p>
                    {told}
                    <section class="panel stack" aria-labelledby="h-venter">
                        <h2 class="t2" id="h-venter">{t.tell("requests-waiting", &[("n", shown.waiting.len().into())])}</h2>
                        {waiting}
                    </section>
                    {settled}
                </div>
            </div>
        }
    })
}

fn crumbs(ask: &Ask, details: &ActivityDetails) -> Vec<(String, String)> {
    let t = ask.speech();
    let activity = &details.activity;
    vec![
        (ask.path(&Place::Desk(Desk::Home)), t.say("roster-desk").to_owned()),
        (
            ask.path(&Place::Desk(Desk::Activity(activity.id))),
            activity.particulars().title.to_string(),
        ),
    ]
}

/// For how many whole working days a request has waited: »har ventet 2 arbejdsdage«.
fn clock(t: &'static Speech, it: &OwnRequest) -> String {
    t.tell("requests-clock", &[("n", it.waited.num_days().into())])
}

/// That a request has waited for too long.
fn overdue(t: &'static Speech, it: &OwnRequest) -> Option<AnyView> {
    let is_overdue = it.patience() == RequestPatience::Overdue;
    is_overdue.then(|| view! { <p><strong>{t.say("requests-overdue")}</strong></p> }.into_any())
}

fn waits(ask: &Ask, it: &OwnRequest) -> impl IntoView + use<> {
    let t = ask.speech();
    let name = who(t, &it.request.party);
    let path = ask.path(&Place::TakingPart(TakingPart::Request(it.request.id)));
    view! {
        <li>
            <h3><a href=path>{name}</a></h3>
            <p>{t.tell("roster-seats", &[("n", it.request.party.seats().into())])}</p>
            <p class="s">{clock(t, it)}</p>
            {overdue(t, it)}
        </li>
    }
}

fn settled(t: &'static Speech, it: &Request) -> impl IntoView + use<> {
    let name = who(t, &it.party);
    let day = it.answer.as_ref().and_then(|it| it.day);
    let day = day.filter(|_| it.stage == RequestStage::Accepted).map(|day| {
        view! { <p>{t.tell("request-day", &[("when", t.moment(day).into())])}</p> }
    });
    view! {
        <li>
            <h3>{name}</h3>
            <p>{t.word("requests-stage", it.stage.key())}</p>
            {day}
            <p class="s muted">{contact(it)}</p>
        </li>
    }
}

fn contact(it: &Request) -> String {
    let parts = [
        Some(it.party.contact().to_string()),
        it.contact.email.as_ref().map(ToString::to_string),
        it.contact.phone.as_ref().map(|it| it.as_str().to_owned()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// One request, and the form in which it is answered.
#[must_use]
pub fn request_page(
    ask: &Ask,
    (details, it): (&ActivityDetails, &OwnRequest),
    form: &AnswerForm,
) -> Page {
    let t = ask.speech();
    let title = who(t, &it.request.party);
    let place = Place::TakingPart(TakingPart::Request(it.request.id));
    let head = Head::new(title.clone(), t.say("requests-lead"), place);
    let is_fine = form.faults.is_empty() && form.refusal.is_none() && form.seat.is_none();
    let (ask, details, it, form) = (ask.clone(), details.clone(), it.clone(), form.clone());
    frame::page(&ask.clone(), if is_fine { 200 } else { 422 }, head.unlisted(), move || {
        let mut crumbs = crumbs(&ask, &details);
        let all = ask.path(&Place::TakingPart(TakingPart::Requests(details.activity.id)));
        crumbs.push((all, t.say("requests-title").to_owned()));
        let mut told: Vec<(String, String)> = form
            .faults
            .iter()
            .map(|(field, fault)| (field.key().to_owned(), sentence(t, *field, *fault)))
            .collect();
        if form.refusal.is_some() {
            told.push(("answer".to_owned(), t.say("requests-too-late").to_owned()));
        }
        if let Some(refusal) = form.seat {
            told.push(("date".to_owned(), faults::organisers(t, refusal)));
        }
        let words = t.tell("form-errors", &[("n", told.len().into())]);
        let summary = (!told.is_empty()).then(|| view! { <Summary title=words faults=told /> });
        let lines = |text: Option<String>, key: &'static str| {
            text.map(|text| {
                let lines: Vec<_> =
                    text.lines().map(|line| view! { <p>{line.to_owned()}</p> }).collect();
                view! { <div><h2 class="t3">{t.say(key)}</h2> {lines}</div> }
            })
        };
        let request = &it.request;
        let late = overdue(t, &it).filter(|_| request.stage == RequestStage::Waiting);
        let stage = (request.stage != RequestStage::Waiting)
            .then(|| view! { <p>{t.word("requests-stage", request.stage.key())}</p> });
        let answer = (request.stage == RequestStage::Waiting)
            .then(|| answering(&ask, (&details, &it), &form));
        view! {
            <div class="wrap">
                <Breadcrumbs label=t.say("frame-breadcrumbs").to_owned() links=crumbs />
                <div class="stack desk">
                    {summary}
                    <h1>{title.clone()}</h1>
                    <section class="panel stack">
                        <p>{t.tell("roster-seats", &[("n", request.party.seats().into())])}</p>
                        <p>{clock(t, &it)}</p>
                        {late}
                        {stage}
                        {lines(request.wish.as_ref().map(ToString::to_string), "requests-wish")}
                        {lines(request.needs.as_ref().map(ToString::to_string), "requests-needs")}
                        <p class="s muted">{contact(request)}</p>
                    </section>
                    {answer}
                </div>
            </div>
        }
    })
}

/// What is wrong with an answer, and what to do.
fn sentence(t: &'static Speech, field: Name, fault: FieldFault) -> String {
    match (field, fault) {
        (Name::Day, FieldFault::Unreadable) => t.say("requests-day-over").to_owned(),
        _ => faults::sentence(t, field, fault),
    }
}

fn answering(
    ask: &Ask,
    (details, it): (&ActivityDetails, &OwnRequest),
    form: &AnswerForm,
) -> impl IntoView + use<> {
    let t = ask.speech();
    let error = |field: Name| {
        let fault = form.faults.iter().find(|(it, _)| *it == field);
        fault.map(|(field, fault)| sentence(t, *field, *fault))
    };
    let text = |field: Name, hint: Option<&str>| FieldText {
        label: t.word("requests-label", field.key()).to_owned(),
        hint: hint.map(|it| t.say(it).to_owned()),
        error: error(field),
        error_word: t.say("form-error").to_owned(),
    };
    let missing = error(Name::Answer).map(|error| {
        view! { <FieldError id="answer-e" word=t.say("form-error") error /> }
    });
    let described = missing.is_some().then_some("answer-e");
    let picks: Vec<_> = [("yes", "answer"), ("no", "answer-no")]
        .into_iter()
        .map(|(value, id)| {
            let checked = form.typed.answer == value;
            view! {
                <label class="tick">
                    <input type="radio" id=id name="answer" value=value checked=checked />
                    <span>{t.word("requests-answer", value)}</span>
                </label>
            }
        })
        .collect();
    let action = ask.path(&Place::TakingPart(TakingPart::Request(it.request.id)));
    let typed = form.typed.clone();
    let (day, time) = (text(Name::Day, Some("requests-day-hint")), text(Name::Time, None));
    let until = text(Name::Until, None);
    let date = dates(ask, details, form);
    let words = text(Name::Words, Some("requests-words-hint"));
    view! {
        <form class="panel stack" method="post" action=action novalidate>
            <fieldset class="stack" aria-describedby=described>
                <legend class="legend">{t.say("requests-label-answer")}</legend>
                {missing}
                {picks}
            </fieldset>
            {date}
            <Field name="day" kind="date" text=day value=typed.day />
            <div class="two">
                <Field name="time" kind="time" text=time value=typed.time />
                <Field name="until" kind="time" text=until value=typed.until />
            </div>
            <TextArea name="words" text=words value=typed.words rows=5 />
            <p><button class="btn" type="submit">{t.say("requests-go")}</button></p>
        </form>
    }
}

/// For which of the activity's dates a yes is: those to come, another, or none yet.
fn dates(ask: &Ask, details: &ActivityDetails, form: &AnswerForm) -> AnyView {
    let t = ask.speech();
    let fault = form.faults.iter().find(|(it, _)| *it == Name::Date);
    let error = fault.map(|(field, fault)| sentence(t, *field, *fault));
    let error = error.or_else(|| form.seat.map(|it| faults::organisers(t, it)));
    let described = error.is_some().then_some("date-e");
    let invalid = described.map(|_| "true");
    let error = error.map(|error| {
        view! { <FieldError id="date-e" word=t.say("form-error") error /> }
    });
    let chosen = form.typed.date.clone();
    let to_come =
        details.occurrences.iter().filter(|it| ask.today() <= application::copenhagen::day(it.end));
    let options: Vec<_> = to_come
        .map(|it| {
            let when = t.period(it.start, it.end);
            let words = match it.seats_left {
                Some(free) => {
                    t.tell("roster-move-option", &[("when", when.into()), ("free", free.into())])
                }
                None => when,
            };
            let value = it.id.0.to_string();
            let selected = value == chosen;
            view! { <option value=value selected=selected>{capitalised(&words)}</option> }
        })
        .collect();
    let is_another = chosen == TypedAnswer::ANOTHER;
    view! {
        <div class="field">
            <label for="date">{t.say("requests-label-date")}</label>
            {error}
            <select id="date" name="date" aria-describedby=described aria-invalid=invalid>
                <option value="">{t.say("requests-date-later")}</option>
                {options}
                <option value=TypedAnswer::ANOTHER selected=is_another>{t.say("requests-date-another")}</option>
            </select>
        </div>
    }
    .into_any()
}
