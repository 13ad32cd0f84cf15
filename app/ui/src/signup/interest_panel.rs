//! What the pupils of a date answer, and the way to the link by which they do.

use application::signup::AskedInterest;
use domain::{
    catalogue::OccurrenceId,
    signup::{InterestFigures, InterestTime},
};
use leptos::prelude::*;

use crate::{Ask, Place, Speech, TakingPart};

/// »23 har svaret …«; that there are too few, where nothing is told.
pub(crate) fn interest_told(t: &'static Speech, figures: InterestFigures) -> String {
    let tenths = |n: u32| {
        t.tell("interest-mean", &[("whole", (n / 10).into()), ("tenths", (n % 10).into())])
    };
    let fillings = [
        ("n", figures.answers.into()),
        ("before", tenths(figures.before).into()),
        ("after", tenths(figures.after).into()),
    ];
    t.tell("interest-figures", &fillings)
}

/// What the pupils of a date answer, and the way to the link. Nothing where nobody was asked and
/// it is too late to ask.
#[component]
pub(super) fn InterestPanel(
    ask: Ask,
    date: OccurrenceId,
    interest: AskedInterest,
) -> impl IntoView {
    let t = ask.speech();
    let is_over = interest.time == InterestTime::Closed;
    if is_over && interest.made_at.is_none() && interest.figures.is_none() {
        return ().into_any();
    }
    let figures = interest
        .figures
        .map_or_else(|| t.say("interest-few").to_owned(), |it| interest_told(t, it));
    let figures = (interest.figures.is_some() || interest.made_at.is_some())
        .then(|| view! { <p><strong>{figures}</strong></p> });
    let made = interest.made_at.filter(|_| !is_over).map(|at| {
        view! { <p>{t.tell("interest-made", &[("when", t.moment(at).into())])}</p> }
    });
    let go = match interest.made_at {
        Some(_) => "interest-again",
        None => "interest-make",
    };
    let form = (!is_over).then(|| {
        view! {
            <form method="post" action=ask.path(&Place::TakingPart(TakingPart::AskInterest(date)))>
                <button class="btn btn--line" type="submit">{t.say(go)}</button>
            </form>
        }
    });
    view! {
        <section class="panel stack" aria-labelledby="h-elevsvar">
            <h2 class="t2" id="h-elevsvar">{t.say("interest-panel")}</h2>
            <p>{t.say("interest-what")}</p>
            {figures}
            {made}
            {form}
        </section>
    }
    .into_any()
}
