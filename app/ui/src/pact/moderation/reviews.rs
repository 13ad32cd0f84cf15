//! Why a moderator was asked to look at something public, and the answer.

use application::pact::Case;
use domain::pact::{Review, Verdict};
use leptos::prelude::*;

use super::{Answering, Reason};
use crate::{Ask, Desk, Place};

/// What was reported or sampled, each with a way to leave it as it is; and once for all of it, the
/// ways to take the activity out of sight.
#[component]
pub(super) fn Reviews(ask: Ask, case: Case, answering: Answering) -> impl IntoView {
    let t = ask.speech();
    let first = case.reviews.first().map(|it| it.id)?;
    let state = case.page.details.activity.state();
    let rows: Vec<_> = case
        .reviews
        .iter()
        .map(|it| view! { <li><Asked ask=ask.clone() review=it.clone() is_own=case.is_own /></li> })
        .collect();
    let action = ask.path(&Place::Desk(Desk::AnswerReview(first)));
    let takes_down = (state.is_public() && !case.is_own).then(|| {
        // What is cancelled already can only be taken out of sight.
        let cancel = (state == domain::catalogue::State::Published).then(|| {
            view! {
                <button class="btn btn--line" type="submit" name="verdict" value=Verdict::Cancelled.key()>
                    {t.say("review-cancel")}
                </button>
            }
        });
        view! {
            <form class="stack" method="post" action=action novalidate>
                <Reason
                    t
                    label="review-reason"
                    hint="review-reason-hint"
                    value=answering.reason.clone()
                    is_missing=answering.reason_missing
                />
                <p class="row">
                    <button class="btn" type="submit" name="verdict" value=Verdict::Returned.key()>
                        {t.say("review-return")}
                    </button>
                    {cancel}
                </p>
            </form>
        }
    });
    Some(view! {
        <section class="panel stack" aria-labelledby="h-set">
            <h2 class="t2" id="h-set">{t.tell("review-heading", &[("n", case.reviews.len().into())])}</h2>
            <ul class="stack plain">{rows}</ul>
            {takes_down}
        </section>
    })
}

#[component]
fn Asked(ask: Ask, review: Review, is_own: bool) -> impl IntoView {
    let t = ask.speech();
    let remark =
        review.remark.map(|it| view! { <blockquote class="remark">{it.to_string()}</blockquote> });
    let waits = review.reply_to.is_some().then(|| view! { ", " {t.say("review-wants-answer")} });
    let cause = t.word("cause", review.cause.key());
    let fine = (!is_own).then(|| {
        view! {
            <button class="btn btn--line btn--s" type="submit" name="verdict" value=Verdict::Fine.key()>
                {t.say("review-fine")} <span class="vh">": " {cause}</span>
            </button>
        }
    });
    view! {
        <form class="stack" method="post" action=ask.path(&Place::Desk(Desk::AnswerReview(review.id)))>
            <p>
                <strong>{cause}</strong>
                ", "
                <span class="muted">{t.moment(review.asked_at)}</span>
                {waits}
            </p>
            {remark}
            {fine}
        </form>
    }
}
