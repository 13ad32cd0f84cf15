//! The page on which somebody signs up for a date.

use application::{ports::ActivitySummary, signup::DateShown};
use domain::signup::{Field, FieldFault, PartyKind, Refusal, TypedParty, WaitingRule};
use leptos::prelude::*;

use super::{
    date_card::DateCard,
    draw_page, faults,
    form::{FormAbout, PartyForm, Purpose},
};
use crate::{
    Ask, Page, Place, Speech, TakingPart, Told,
    catalogue::CardList,
    design::{
        breadcrumbs::Breadcrumbs,
        notice::{Notice, Tone},
        summary::Summary,
    },
    frame::{self, Head},
};

/// What somebody typed, and what is wrong with it.
#[derive(Clone, Debug, Default)]
pub struct TypedForm {
    /// Names this filling-in of the form.
    pub key: String,
    pub party: TypedParty,
    /// When it would suit whoever asks.
    pub wish: String,
    pub faults: Vec<(Field, FieldFault)>,
    pub refusal: Option<Refusal>,
    pub is_too_often: bool,
    /// Whether the same form was sent before and said something else.
    pub is_other_form: bool,
}

impl TypedForm {
    pub(super) fn status(&self) -> u16 {
        if self.is_too_often {
            return 429;
        }
        let is_fine = self.faults.is_empty() && self.refusal.is_none() && !self.is_other_form;
        if is_fine { 200 } else { 422 }
    }
}

/// What is told once the form was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SentWord {
    Held,
    HeldForChild,
    FirstToAnswer,
    FirstToAnswerForChild,
    Queued,
    QueuedForChild,
}

impl SentWord {
    pub const ALL: [Self; 6] = [
        Self::Held,
        Self::HeldForChild,
        Self::FirstToAnswer,
        Self::FirstToAnswerForChild,
        Self::Queued,
        Self::QueuedForChild,
    ];

    /// The word in an address.
    #[must_use]
    pub const fn word(self) -> Told {
        match self {
            Self::Held => Told::HELD,
            Self::HeldForChild => Told::HELD_CHILD,
            Self::FirstToAnswer => Told::FIRST_TO_ANSWER,
            Self::FirstToAnswerForChild => Told::FIRST_TO_ANSWER_CHILD,
            Self::Queued => Told::IN_LINE,
            Self::QueuedForChild => Told::IN_LINE_CHILD,
        }
    }

    const fn keys(self) -> (&'static str, &'static str) {
        match self {
            Self::Held => ("signup-sent-held-title", "signup-sent-held"),
            Self::HeldForChild => ("signup-sent-held-title", "signup-sent-held-child"),
            Self::FirstToAnswer => ("signup-sent-open-title", "signup-sent-open"),
            Self::FirstToAnswerForChild => ("signup-sent-open-title", "signup-sent-open-child"),
            Self::Queued => ("signup-sent-line-title", "signup-sent-line"),
            Self::QueuedForChild => ("signup-sent-line-title", "signup-sent-line-child"),
        }
    }

    const fn is_in_line(self) -> bool {
        matches!(self, Self::Queued | Self::QueuedForChild)
    }
}

impl TypedForm {
    /// What is wrong, above a form: one link to each field, what concerns the party as a whole at
    /// the field that is given.
    pub(super) fn summary(
        &self,
        t: &'static Speech,
        of_all: Option<(&str, String)>,
    ) -> Option<impl IntoView + use<>> {
        let told = self.faults.iter();
        let mut told: Vec<(String, String)> = told
            .map(|(field, fault)| (field.key().to_owned(), faults::sentence(t, *field, *fault)))
            .collect();
        told.extend(of_all.map(|(field, what)| (field.to_owned(), what)));
        if self.is_too_often {
            told.push(("email".to_owned(), t.say("signup-too-often").to_owned()));
        }
        if self.is_other_form {
            told.push(("email".to_owned(), t.say("signup-other-form").to_owned()));
        }
        let title = t.tell("form-errors", &[("n", told.len().into())]);
        (!told.is_empty()).then(|| view! { <Summary title faults=told /> })
    }
}

/// The form for a date, or what became of it.
#[must_use]
pub fn form_page(
    ask: &Ask,
    shown: &DateShown,
    typed: &TypedForm,
    told: Option<SentWord>,
    instead: Vec<ActivitySummary>,
) -> Page {
    let t = ask.speech();
    let kind = typed.party.kind.parse().ok().filter(|it| shown.kinds.contains(it));
    let kind = kind.or(shown.kinds.first().copied());
    let title = match told {
        Some(told) if told.is_in_line() && is_drawn_later(shown) => t.say("draw-sent-title"),
        Some(told) => t.say(told.keys().0),
        None => kind.map_or_else(|| t.say("signup-title"), |it| t.word("signup-title", it.key())),
    };
    let head = Head::new(
        title.to_owned(),
        t.say("signup-lead"),
        Place::TakingPart(TakingPart::Form(shown.date.id)),
    );
    let (shown, typed, title) = (shown.clone(), typed.clone(), title.to_owned());
    let ask = ask.clone();
    frame::page(&ask.clone(), typed.status(), head.unlisted(), move || {
        let slug = shown.details.activity.slug.clone();
        let activity = shown.details.activity.particulars().title.to_string();
        let crumbs = vec![
            (ask.path(&Place::Home), t.say("crumb-home").to_owned()),
            (ask.path(&Place::catalogue()), t.say("frame-find").to_owned()),
            (ask.path(&Place::Activity(slug)), activity),
        ];
        let body = match told {
            Some(told) => sent(&ask, told, is_drawn_later(&shown)).into_any(),
            None => asked(&ask, &shown, &typed, kind).into_any(),
        };
        let wants_more =
            told.map_or(shown.line.free == 0 || typed.refusal.is_some(), SentWord::is_in_line);
        let instead = (wants_more && !instead.is_empty()).then(|| {
            view! {
                <section class="band band--paper" aria-labelledby="h-alt">
                    <div class="wrap">
                        <div class="head"><h2 id="h-alt">{t.say("signup-instead")}</h2></div>
                        <CardList ask=ask.clone() list=instead labelled_by="h-alt" class="cards--ground cards--3" />
                    </div>
                </section>
            }
        });
        let line = (!is_drawn_later(&shown)).then(|| shown.line.clone());
        let waits =
            !is_drawn_later(&shown) && (!shown.line.parties.is_empty() || shown.line.free == 0);
        let rule = waits.then(|| {
            let key = match shown.rule {
                WaitingRule::StrictOrder => "signup-rule-strict",
                WaitingRule::FillGaps => "signup-rule-gaps",
            };
            view! { <p class="s">{t.say(key)}</p> }
        });
        view! {
            <div class="wrap">
                <Breadcrumbs label=t.say("frame-breadcrumbs").to_owned() links=crumbs />
            </div>
            <div class="wrap side side--form">
                <div class="stack edit">
                    <h1>{title}</h1>
                    {body}
                </div>
                <aside class="stack">
                    <DateCard ask=ask.clone() details=shown.details.clone() date=shown.date line />
                    {rule}
                </aside>
            </div>
            {instead}
        }
    })
}

fn is_drawn_later(shown: &DateShown) -> bool {
    shown.draw.is_some_and(|it| it.is_collecting())
}

fn sent(ask: &Ask, told: SentWord, is_drawn: bool) -> impl IntoView + use<> {
    let t = ask.speech();
    let key = match told {
        SentWord::Queued if is_drawn => "draw-sent",
        SentWord::QueuedForChild if is_drawn => "draw-sent-child",
        told => told.keys().1,
    };
    view! {
        <Notice tone=Tone::Good>
            <p>{t.say(key)}</p>
        </Notice>
        <p>{t.say("signup-sent-where")}</p>
    }
}

fn asked(
    ask: &Ask,
    shown: &DateShown,
    typed: &TypedForm,
    kind: Option<PartyKind>,
) -> impl IntoView + use<> {
    let t = ask.speech();
    let (true, Some(kind)) = (shown.is_open, kind) else {
        let key = if shown.is_open { "signup-nobody" } else { "signup-closed" };
        return view! { <Notice tone=Tone::Info><p>{t.say(key)}</p></Notice> }.into_any();
    };
    let of_all = typed.refusal.map(|refusal| {
        let field = if kind == PartyKind::Class { "pupils" } else { "waits" };
        (field, faults::refusal(t, refusal))
    });
    let summary = typed.summary(t, of_all);
    let others: Vec<_> = shown.kinds.iter().copied().filter(|it| *it != kind).collect();
    let others: Vec<_> = others
        .into_iter()
        .map(|it| {
            let path = ask.path(&Place::TakingPart(TakingPart::FormFor(shown.date.id, it)));
            view! { <li><a href=path>{t.word("signup-instead-as", it.key())}</a></li> }
        })
        .collect();
    let others = (!others.is_empty()).then(|| view! { <ul class="s stack">{others}</ul> });
    let is_drawn = is_drawn_later(shown);
    let drawn = shown.draw.filter(|_| is_drawn).map(|draw| {
        let words = draw_page::notice(ask, TakingPart::Draw(shown.date.id), &draw);
        view! { <Notice tone=Tone::Info>{words}</Notice> }
    });
    let full = (shown.line.free == 0 && !is_drawn).then(|| {
        view! { <Notice tone=Tone::Info><p>{t.say("signup-all-taken")}</p></Notice> }
    });
    let about = FormAbout {
        purpose: Purpose::SigningUp,
        action: ask.path(&Place::TakingPart(TakingPart::Form(shown.date.id))),
        details: shown.details.clone(),
        line: (!is_drawn).then(|| shown.line.clone()),
    };
    view! {
        {summary}
        {drawn}
        {full}
        <p class="lead">{t.word("signup-lead", kind.key())}</p>
        {others}
        <PartyForm ask=ask.clone() about typed=typed.clone() kind />
    }
    .into_any()
}
