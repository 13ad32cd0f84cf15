//! A sign-up's own page: where it stands, and all that can be done with it.

use application::signup::ShownSignUp;
use domain::{
    identity::Secret,
    signup::{
        Field as Name, FieldFault, FieldFaults, PartyKind, Position, Refusal, Stage, TypedAnswers,
        TypedKin, WaitingRule,
    },
};
use leptos::prelude::*;

use super::{
    coming, date_card::DateCard, draw_page, faults, kin::kin_panel, questions::answers_panel,
    refused,
};
use crate::{
    Ask, Page, Place, Speech, TakingPart, Told,
    design::{
        field::{Field, FieldText},
        notice::{Notice, Tone},
        square_code::{Modules, SquareCode},
        summary::Summary,
    },
    frame::{self, Head},
};

/// What the page tells about what was just done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnTold {
    Confirmed,
    InLine,
    InDraw,
    Changed,
    Accepted,
    Declined,
    Cancelled,
    KinChanged,
    Answered,
    StillComing,
    NotComing,
}

impl OwnTold {
    pub const ALL: [Self; 11] = [
        Self::Confirmed,
        Self::InLine,
        Self::InDraw,
        Self::Changed,
        Self::Accepted,
        Self::Declined,
        Self::Cancelled,
        Self::KinChanged,
        Self::Answered,
        Self::StillComing,
        Self::NotComing,
    ];

    /// The word in an address.
    #[must_use]
    pub const fn word(self) -> Told {
        match self {
            Self::Confirmed => Told::JOINED,
            Self::InLine => Told::IN_LINE,
            Self::InDraw => Told::IN_DRAW,
            Self::Changed => Told::CORRECTED,
            Self::Accepted => Told::ACCEPTED,
            Self::Declined => Told::DECLINED,
            Self::Cancelled => Told::CANCELLED,
            Self::KinChanged => Told::KIN_CHANGED,
            Self::Answered => Told::ANSWERS_CHANGED,
            Self::StillComing => Told::STILL_COMING,
            Self::NotComing => Told::NOT_COMING,
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Confirmed => "signup-told-confirmed",
            Self::InLine => "signup-told-line",
            Self::InDraw => "draw-told-in",
            Self::Changed => "signup-told-changed",
            Self::Accepted => "signup-told-accepted",
            Self::Declined => "signup-told-declined",
            Self::Cancelled => "signup-told-cancelled",
            Self::KinChanged | Self::Answered => "signup-told-kin",
            Self::StillComing => "coming-told-yes",
            Self::NotComing => "coming-told-no",
        }
    }
}

/// Why something was not done.
#[derive(Clone, Debug, Default)]
pub struct OwnFault {
    /// The number that was typed.
    pub pupils: String,
    /// Whom else was named.
    pub kin: Option<TypedKin>,
    /// What was answered.
    pub answers: Option<TypedAnswers>,
    pub faults: FieldFaults,
    pub refusal: Option<Refusal>,
    pub is_too_often: bool,
}

impl OwnFault {
    /// What is wrong with the number.
    fn sentence(&self, t: &'static Speech) -> Option<String> {
        let fault = self.faults.iter().find(|it| it.0 == Name::Pupils);
        let fault = fault.map(|it| faults::sentence(t, it.0, it.1));
        fault.or_else(|| self.refusal.map(|it| faults::refusal(t, it)))
    }

    /// All that is wrong, each by the field it is about.
    fn told(&self, t: &'static Speech) -> Vec<(String, String)> {
        let of = |it: &(Name, FieldFault)| (it.0.key().to_owned(), faults::sentence(t, it.0, it.1));
        let mut told: Vec<_> = self.faults.iter().map(of).collect();
        if let Some(refusal) = self.refusal {
            let field = if self.pupils.is_empty() { "tilbud" } else { "pupils" };
            told.push((field.to_owned(), faults::refusal(t, refusal)));
        }
        if self.is_too_often {
            told.push(("second_email".to_owned(), t.say("signup-too-often").to_owned()));
        }
        told
    }
}

/// A sign-up's own page, for whoever has its link.
#[must_use]
pub fn own_page(
    ask: &Ask,
    secret: &Secret,
    shown: &ShownSignUp,
    told: Option<OwnTold>,
    fault: &OwnFault,
    square: Option<Modules>,
) -> Page {
    let t = ask.speech();
    let place = Place::TakingPart(TakingPart::Own(secret.clone()));
    let stage = shown.sign_up.entry.stage;
    let key = match stage {
        Stage::Waiting if is_drawn_later(shown) => "draw-own-title",
        stage => title_key(stage),
    };
    let title = t.tell(key, &[("party", shown.sign_up.party.title().to_owned().into())]);
    let head = Head::new(title.clone(), t.say("signup-lead"), place).unlisted();
    let wrong = fault.told(t);
    let status = match (fault.is_too_often, wrong.is_empty()) {
        (true, _) => 429,
        (false, true) => 200,
        (false, false) => 422,
    };
    let (ask, secret, shown, fault) = (ask.clone(), secret.clone(), shown.clone(), fault.clone());
    frame::page(&ask.clone(), status, head, move || {
        let date = shown.details.occurrences.iter().find(|it| it.id == shown.sign_up.occurrence);
        let card = date.copied().map(|date| {
            view! { <DateCard ask=ask.clone() details=shown.details.clone() date line=None /> }
        });
        let told = told.map(|it| {
            view! { <Notice tone=Tone::Good><p>{t.say(it.key())}</p></Notice> }
        });
        let summary = (!wrong.is_empty()).then(|| {
            let words = t.tell("form-errors", &[("n", wrong.len().into())]);
            view! { <Summary title=words faults=wrong /> }
        });
        let stands = stands(t, &shown);
        let drawn = drawn(&ask, &shown);
        let square = square.filter(|_| stage == Stage::Confirmed).map(|modules| {
            view! {
                <section class="panel stack" aria-labelledby="h-kode">
                    <h2 class="t3" id="h-kode">{t.say("checkin-own-title")}</h2>
                    <p>{t.say("checkin-own")}</p>
                    <SquareCode modules name=t.say("checkin-own-square").to_owned() />
                </section>
            }
        });
        let proof = shown.has_proof.then(|| {
            let to = ask.path(&Place::TakingPart(TakingPart::Proof(secret.clone())));
            view! {
                <section class="panel stack" aria-labelledby="h-bevis">
                    <h2 class="t3" id="h-bevis">{t.say("paper-proof")}</h2>
                    <p>{t.say("paper-proof-own")}</p>
                    <p><a class="btn" href=to>{t.say("paper-proof-go")}</a></p>
                </section>
            }
        });
        let actions = stage.is_active().then(|| actions(&ask, &secret, &shown, &fault));
        view! {
            <div class="wrap side side--form">
                <div class="stack edit">
                    <h1>{title}</h1>
                    {summary}
                    {told}
                    {stands}
                    {drawn}
                    {proof}
                    {square}
                    {actions}
                </div>
                <aside class="stack">{card}</aside>
            </div>
        }
    })
}

const fn title_key(stage: Stage) -> &'static str {
    match stage {
        Stage::Confirmed => "signup-own-confirmed",
        Stage::Waiting | Stage::Queued { .. } => "signup-own-waiting",
        Stage::Offered { .. } => "signup-own-offered",
        Stage::Held { .. } => "signup-own-held",
        Stage::Gone(_) => "signup-own-gone",
    }
}

/// Where the party stands, in plain words.
fn stands(t: &'static Speech, shown: &ShownSignUp) -> impl IntoView + use<> {
    let seats = shown.sign_up.entry.seats;
    let words = match shown.sign_up.entry.stage {
        Stage::Confirmed => t.tell("signup-stands-confirmed", &[("n", seats.into())]),
        Stage::Held { until } | Stage::Queued { until } => {
            t.tell("signup-stands-held", &[("until", t.moment(until).into())])
        }
        Stage::Offered { until } => t.tell(
            "signup-stands-offered",
            &[("n", seats.into()), ("until", t.moment(until).into())],
        ),
        Stage::Gone(why) => t.word("signup-gone", why.key()).to_owned(),
        Stage::Waiting if is_drawn_later(shown) => {
            t.tell("draw-stands-in", &[("number", shown.number.0.to_string().into())])
        }
        Stage::Waiting => shown.position.map_or_else(String::new, |it| line(t, it)),
    };
    let waits = shown.sign_up.entry.stage == Stage::Waiting && !is_drawn_later(shown);
    let rule = waits.then(|| {
        let key = match shown.rule {
            WaitingRule::StrictOrder => "signup-rule-strict",
            WaitingRule::FillGaps => "signup-rule-gaps",
        };
        view! { <p>{t.say(key)}</p> <p>{t.say("signup-line-then")}</p> }
    });
    view! { <p class="lead">{words}</p> {rule} }
}

fn is_drawn_later(shown: &ShownSignUp) -> bool {
    shown.draw.is_some_and(|it| it.is_collecting())
}

/// The draw that the party is in, or what it gave and why.
fn drawn(ask: &Ask, shown: &ShownSignUp) -> Option<impl IntoView + use<>> {
    let t = ask.speech();
    let draw = shown.draw.filter(|it| it.is_collecting() || shown.why.is_some())?;
    let place = TakingPart::Draw(shown.sign_up.occurrence);
    let body = match shown.why {
        None => draw_page::notice(ask, place, &draw).into_any(),
        Some(it) => {
            let see = ask.path(&Place::TakingPart(place));
            let number = shown.number.0.to_string();
            view! {
                <p>{draw_page::why(t, &it)}</p>
                <p><a href=see>{t.tell("draw-see-number", &[("number", number.into())])}</a></p>
            }
            .into_any()
        }
    };
    Some(view! {
        <section class="panel stack" aria-labelledby="h-lod">
            <h2 class="t3" id="h-lod">{t.say("draw-title")}</h2>
            {body}
        </section>
    })
}

fn line(t: &'static Speech, it: Position) -> String {
    t.tell(
        "signup-stands-line",
        &[("place", it.place.into()), ("free", it.free.into()), ("asked", it.asked.into())],
    )
}

fn actions(
    ask: &Ask,
    secret: &Secret,
    shown: &ShownSignUp,
    fault: &OwnFault,
) -> impl IntoView + use<> {
    let t = ask.speech();
    let to = |it: fn(Secret) -> TakingPart| ask.path(&Place::TakingPart(it(secret.clone())));
    let stage = shown.sign_up.entry.stage;
    let is_child = shown.sign_up.party.kind() == PartyKind::Child;
    let offer = matches!(stage, Stage::Offered { .. }).then(|| {
        view! {
            <form class="panel stack" id="tilbud" method="post" action=to(TakingPart::AnswerOffer)>
                <h2 class="t3">{t.say("signup-offer-title")}</h2>
                <p class="row">
                    <button class="btn btn--big" type="submit" name="answer" value="yes">{t.say("signup-offer-yes")}</button>
                    <button class="btn btn--line" type="submit" name="answer" value="no">{t.say("signup-offer-no")}</button>
                </p>
            </form>
        }
    });
    let coming = coming::panel(ask, secret, shown);
    let is_class = shown.sign_up.party.kind() == PartyKind::Class;
    let number = is_class.then(|| {
        let value = if fault.pupils.is_empty() {
            shown.sign_up.entry.seats.to_string()
        } else {
            fault.pupils.clone()
        };
        let text = FieldText {
            label: t.say("signup-number").to_owned(),
            hint: Some(t.say(refused::number_hint(stage)).to_owned()),
            error: fault.sentence(t).filter(|_| !fault.pupils.is_empty()),
            error_word: t.say("form-error").to_owned(),
        };
        view! {
            <form class="panel stack" method="post" action=to(TakingPart::Change) novalidate>
                <h2 class="t3">{t.say("signup-number-title")}</h2>
                <Field name="pupils" text value numeric=true />
                <button class="btn btn--line" type="submit">{t.say("signup-number-go")}</button>
            </form>
        }
    });
    let answers = answers_panel(ask, secret, shown, fault);
    let kin = is_child.then(|| kin_panel(ask, secret, shown, fault));
    let papers = (stage == Stage::Confirmed).then(|| papers(ask, secret, shown));
    let withdraw = (is_child && shown.sign_up.consent.is_some()).then(|| {
        view! {
            <p>
                <button class="btn btn--quiet" type="submit" name="withdraw" value="yes">{t.say("signup-withdraw")}</button>
            </p>
        }
    });
    view! {
        {offer}
        {coming}
        {number}
        {answers}
        {kin}
        <p>
            <a class="btn btn--line" href=to(TakingPart::Calendar) download="">{t.say("signup-calendar")}</a>
        </p>
        {papers}
        <form class="panel stack" method="post" action=to(TakingPart::Cancel)>
            <h2 class="t3">{t.say("signup-cancel-title")}</h2>
            <p>{t.say("signup-cancel-what")}</p>
            <p><button class="btn btn--bad" type="submit">{t.say("signup-cancel-go")}</button></p>
            {withdraw}
        </form>
    }
}

/// What can be taken along on paper.
fn papers(ask: &Ask, secret: &Secret, shown: &ShownSignUp) -> impl IntoView + use<> {
    let t = ask.speech();
    let to = |it: fn(Secret) -> TakingPart| ask.path(&Place::TakingPart(it(secret.clone())));
    let leaves = shown.sign_up.party.leaves_school(shown.details.activity.particulars());
    let release = leaves.then(|| {
        view! { <a class="btn btn--line" href=to(TakingPart::ReleaseLetter)>{t.say("paper-release")}</a> }
    });
    view! {
        <section class="panel stack" aria-labelledby="h-papir">
            <h2 class="t3" id="h-papir">{t.say("paper-heading")}</h2>
            <p>{t.say("paper-what")}</p>
            <p class="row">
                <a class="btn btn--line" href=to(TakingPart::OwnDaySheet)>{t.say("paper-day-sheet")}</a>
                {release}
            </p>
        </section>
    }
}
