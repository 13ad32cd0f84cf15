//! What an activity asks those who sign up, or would ask, and the answer.

use application::pact::Case;
use leptos::prelude::*;

use super::{Answering, Reason};
use crate::{Ask, Desk, Place, signup::question_list};

/// What is asked and what waits to be asked. At an activity that waits itself both are answered
/// with it.
#[component]
pub(super) fn Asking(ask: Ask, case: Case, answering: Answering) -> impl IntoView {
    let t = ask.speech();
    let activity = &case.page.details.activity;
    let questions = activity.questions();
    let asked = (!questions.asked().is_empty()).then(|| {
        view! {
            <h3>{t.say("case-questions-asked")}</h3>
            {question_list(t, questions.asked())}
        }
    });
    let proposed = questions.proposed().map(|it| {
        view! {
            <h3>{t.say("case-questions-proposed")}</h3>
            {question_list(t, &it.questions)}
        }
    });
    let is_alone = activity.state().is_public() && proposed.is_some();
    let answer = (is_alone && !case.is_own).then(|| {
        let action = ask.path(&Place::Desk(Desk::AnswerQuestions(activity.id)));
        let seen = activity.revision().to_string();
        view! {
            <form method="post" action=action.clone()>
                <input type="hidden" name="seen" value=seen />
                <button class="btn" type="submit" name="answer" value="yes">{t.say("case-questions-yes")}</button>
            </form>
            <form class="stack" method="post" action=action novalidate>
                <Reason t label="case-questions-reason" value=answering.reason.clone() is_missing=answering.reason_missing />
                <button class="btn btn--line" type="submit" name="answer" value="no">{t.say("case-questions-no")}</button>
            </form>
        }
    });
    let with_it = (!is_alone && proposed.is_some())
        .then(|| view! { <p class="hint">{t.say("case-questions-with-it")}</p> });
    (asked.is_some() || proposed.is_some()).then(|| {
        view! {
            <section class="panel stack" aria-labelledby="h-spoergsmaal">
                <h2 class="t2" id="h-spoergsmaal">{t.say("case-questions")}</h2>
                {asked}
                {proposed}
                {with_it}
                {answer}
            </section>
        }
        .into_any()
    })
}
