//! Whether a party still comes: the page behind the letter, the question on its own page, and what
//! its organiser sees of the answer.

use application::signup::{AskedWhetherComing, ShownSignUp};
use domain::{
    identity::Secret,
    signup::{ComingStand, Stage},
};
use leptos::prelude::*;

use super::date_card::DateCard;
use crate::{
    Ask, Page, Place, Speech, TakingPart, Told,
    design::notice::{Notice, Tone},
    frame::{self, Head},
};

/// What the page tells about what was just answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComingTold {
    Yes,
    No,
}

impl ComingTold {
    pub const ALL: [Self; 2] = [Self::Yes, Self::No];

    /// The word in an address.
    #[must_use]
    pub const fn word(self) -> Told {
        match self {
            Self::Yes => Told::STILL_COMING,
            Self::No => Told::NOT_COMING,
        }
    }
}

/// Asks whoever opened the letter's link whether they still come; looking answers nothing. Whoever
/// chose »no« in the letter finds that button first.
#[must_use]
pub fn coming_page(
    ask: &Ask,
    secret: &Secret,
    it: &AskedWhetherComing,
    says_no: bool,
    told: Option<ComingTold>,
) -> Page {
    let t = ask.speech();
    let place = Place::TakingPart(TakingPart::StillComing(secret.clone()));
    let party = it.sign_up.party.title().to_owned();
    let key = match it.sign_up.entry.stage {
        Stage::Gone(_) => "signup-own-gone",
        _ => "coming-title",
    };
    let title = t.tell(key, &[("party", party.into())]);
    let head = Head::new(title.clone(), t.say("signup-lead"), place.clone()).unlisted();
    let (ask, it) = (ask.clone(), it.clone());
    frame::page(&ask.clone(), 200, head, move || {
        let date = it.details.occurrences.iter().find(|date| date.id == it.sign_up.occurrence);
        let card = date.copied().map(|date| {
            view! { <DateCard ask=ask.clone() details=it.details.clone() date line=None /> }
        });
        let told = told.map(|it| {
            let key = match it {
                ComingTold::Yes => "coming-told-yes",
                ComingTold::No => "coming-told-no",
            };
            view! { <Notice tone=Tone::Good><p>{t.say(key)}</p></Notice> }
        });
        let body = if let Stage::Gone(why) = it.sign_up.entry.stage {
            let again = ask.path(&Place::Activity(it.details.activity.slug.clone()));
            view! {
                <p class="lead">{t.word("signup-gone", why.key())}</p>
                <p>{t.say("coming-gone")}</p>
                <p><a class="btn btn--line" href=again>{t.say("letter-signup-go-activity")}</a></p>
            }
            .into_any()
        } else {
            let action = ask.path(&place);
            let lead = t.tell("coming-lead", &[("n", it.sign_up.entry.seats.into())]);
            view! {
                <p class="lead">{lead}</p>
                {stands(t, it.stand)}
                <form method="post" action=action>{buttons(t, says_no, it.stand)}</form>
                <p class="s muted">{t.say("coming-fewer")}</p>
            }
            .into_any()
        };
        view! {
            <div class="wrap side side--form">
                <div class="stack edit">
                    <h1>{title}</h1>
                    {told}
                    {body}
                </div>
                <aside class="stack">{card}</aside>
            </div>
        }
    })
}

/// What was answered, or what silence leads to.
fn stands(t: &'static Speech, stand: Option<ComingStand>) -> Option<impl IntoView + use<>> {
    let words = match stand? {
        ComingStand::SaidYes(at) => t.tell("coming-said-yes", &[("when", t.moment(at).into())]),
        ComingStand::Silent { until: Some(until), .. } => {
            t.tell("coming-until", &[("until", t.moment(until).into())])
        }
        ComingStand::Silent { until: None, .. } => t.say("coming-kept").to_owned(),
    };
    Some(view! { <p>{words}</p> })
}

/// Yes and no; the one that was chosen in the letter first and bigger. Whoever has said yes need
/// not say it again.
fn buttons(t: &'static Speech, says_no: bool, stand: Option<ComingStand>) -> impl IntoView + use<> {
    let said_yes = matches!(stand, Some(ComingStand::SaidYes(_)));
    let button = |value: &'static str, is_first: bool| {
        let class = match (value, is_first) {
            ("no", true) => "btn btn--big btn--bad",
            (_, true) => "btn btn--big",
            (_, false) => "btn btn--line",
        };
        view! {
            <button class=class type="submit" name="answer" value=value>{t.word("coming-go", value)}</button>
        }
    };
    let (yes, no) = ((!said_yes).then(|| button("yes", !says_no)), button("no", says_no));
    if says_no {
        view! { <p class="row">{no} {yes}</p> }.into_any()
    } else {
        view! { <p class="row">{yes} {no}</p> }.into_any()
    }
}

/// The question on a sign-up's own page, where it was asked.
pub(super) fn panel(ask: &Ask, secret: &Secret, shown: &ShownSignUp) -> Option<AnyView> {
    let t = ask.speech();
    let is_there = shown.sign_up.entry.stage == Stage::Confirmed;
    let stand = shown.coming.filter(|_| is_there)?;
    if matches!(stand, ComingStand::SaidYes(_)) {
        return stands(t, Some(stand)).map(IntoAny::into_any);
    }
    let action = ask.path(&Place::TakingPart(TakingPart::SayComing(secret.clone())));
    let panel = view! {
        <form class="panel stack" id="kommer" method="post" action=action>
            <h2 class="t3">{t.say("coming-panel")}</h2>
            {stands(t, Some(stand))}
            {buttons(t, false, Some(stand))}
        </form>
    };
    Some(panel.into_any())
}

/// What an organiser sees of a party that was asked.
pub(super) fn row(t: &'static Speech, stand: Option<ComingStand>) -> Option<AnyView> {
    let words = match stand? {
        ComingStand::SaidYes(at) => t.tell("coming-row-yes", &[("when", t.moment(at).into())]),
        ComingStand::Silent { until: Some(until), .. } => {
            t.tell("coming-row-until", &[("until", t.moment(until).into())])
        }
        ComingStand::Silent { asked_at, until: None } => {
            t.tell("coming-row-silent", &[("when", t.moment(asked_at).into())])
        }
    };
    Some(view! { <p class="s">{words}</p> }.into_any())
}
