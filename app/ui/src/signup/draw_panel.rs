//! How the seats of a date are given: what an organiser chooses, and what it is called.

use application::{
    copenhagen,
    signup::{ShownRoster, TypedDraw},
};
use domain::signup::{DateDraw, Field as Name, FieldFaults, Priority, Refusal};
use leptos::prelude::*;

use super::faults;
use crate::{
    Ask, Place, Speech, TakingPart,
    design::{
        field::{Field, FieldText},
        field_error::FieldError,
    },
};

/// What an organiser typed about a draw, and what is wrong with it.
#[derive(Clone, Debug, Default)]
pub struct DrawForm {
    pub typed: TypedDraw,
    pub faults: FieldFaults,
    pub refusal: Option<Refusal>,
}

impl DrawForm {
    /// What stands in the form before anything is typed.
    fn of(draw: Option<&DateDraw>) -> Self {
        let Some(draw) = draw else { return Self::default() };
        let at = copenhagen::local(draw.draws_at);
        let typed = TypedDraw {
            by: TypedDraw::DRAW.to_owned(),
            day: at.format("%Y-%m-%d").to_string(),
            time: at.format("%H:%M").to_string(),
            priority: draw.priority.key().to_owned(),
        };
        Self { typed, ..Self::default() }
    }

    fn error(&self, t: &'static Speech, name: Name) -> Option<String> {
        let is_missing = self.faults.iter().any(|it| it.0 == name);
        let missing = is_missing.then(|| t.word("draw-missing", name.key()).to_owned());
        let refused = self.refusal.filter(|it| (name == Name::Day) == (*it == Refusal::DrawTime));
        let refused = refused.filter(|_| name != Name::Time);
        missing.or_else(|| refused.map(|it| faults::organisers(t, it)))
    }

    /// All that is wrong, each by the field it is about.
    pub(super) fn told(&self, t: &'static Speech) -> Vec<(String, String)> {
        let of = |(id, name): (&str, Name)| Some((id.to_owned(), self.error(t, name)?));
        [("by", Name::Answer), ("day", Name::Day), ("time", Name::Time)]
            .into_iter()
            .filter_map(of)
            .collect()
    }
}

/// Who comes before the lots, for everybody to read; nothing where nobody does.
pub(super) fn priority_line(t: &'static Speech, draw: &DateDraw) -> Option<String> {
    let has_some = draw.priority != Priority::ByLot;
    let words = || t.word("draw-priority", draw.priority.key()).to_owned();
    has_some.then(|| t.tell("draw-comes-first", &[("who", words().into())]))
}

/// How the seats are given, and the form to choose it while nobody has signed up.
#[component]
pub(super) fn DrawPanel(ask: Ask, shown: ShownRoster, form: Option<DrawForm>) -> impl IntoView {
    let t = ask.speech();
    let id = shown.date.id;
    let kept = shown.roster.kept();
    let now = kept.draw.map(|draw| {
        let (key, at) = match draw.done {
            None => ("draw-panel-waits", draw.draws_at),
            Some(done) => ("draw-panel-done", done.at),
        };
        let see = ask.path(&Place::TakingPart(TakingPart::Draw(id)));
        let priority = priority_line(t, &draw).map(|it| view! { <p>{it}</p> });
        view! {
            <p>{t.tell(key, &[("when", t.moment(at).into())])}</p>
            {priority}
            <p><a href=see>{t.say("draw-see")}</a></p>
        }
    });
    let body = if kept.last_turn > 0 && form.is_none() {
        let first = kept.draw.is_none().then(|| view! { <p>{t.say("draw-panel-first")}</p> });
        view! { {first} <p class="s muted">{t.say("draw-not-empty")}</p> }.into_any()
    } else {
        let form = form.unwrap_or_else(|| DrawForm::of(kept.draw.as_ref()));
        fields(&ask, &shown, &form).into_any()
    };
    view! {
        <section class="panel stack" aria-labelledby="h-fordeling">
            <h2 class="t2" id="h-fordeling">{t.say("draw-panel")}</h2>
            {now}
            {body}
        </section>
    }
}

fn fields(ask: &Ask, shown: &ShownRoster, form: &DrawForm) -> impl IntoView + use<> {
    let t = ask.speech();
    let text = |name: Name, hint: Option<String>| FieldText {
        label: t.word("draw-label", name.key()).to_owned(),
        hint,
        error: form.error(t, name),
        error_word: t.say("form-error").to_owned(),
    };
    let closes = t.moment(shown.roster.date().closes_at);
    let day = text(Name::Day, Some(t.tell("draw-hint-day", &[("when", closes.into())])));
    let time = text(Name::Time, None);
    let error = form.error(t, Name::Answer);
    let described = error.is_some().then_some("by-e");
    let error = error.map(|error| {
        view! { <FieldError id="by-e" word=t.say("form-error") error /> }
    });
    let is_draw = form.typed.by == TypedDraw::DRAW;
    let ways: Vec<_> = [("by", "first", !is_draw), ("by-draw", TypedDraw::DRAW, is_draw)]
        .into_iter()
        .map(|(id, value, checked)| {
            view! {
                <label class="tick">
                    <input type="radio" id=id name="by" value=value checked=checked />
                    <span>{t.word("draw-by", value)}</span>
                </label>
            }
        })
        .collect();
    let chosen = form.typed.priority.parse().unwrap_or(Priority::ByLot);
    let priorities: Vec<_> = Priority::ALL
        .iter()
        .map(|it| {
            let selected = *it == chosen;
            view! { <option value=it.key() selected=selected>{t.word("draw-priority", it.key())}</option> }
        })
        .collect();
    let action = ask.path(&Place::TakingPart(TakingPart::HaveDrawn(shown.date.id)));
    let typed = form.typed.clone();
    view! {
        <form class="stack" method="post" action=action novalidate>
            <fieldset class="stack" aria-describedby=described>
                <legend class="legend">{t.say("draw-choose")}</legend>
                {error}
                {ways}
            </fieldset>
            <div class="two">
                <Field name="day" kind="date" text=day value=typed.day />
                <Field name="time" kind="time" text=time value=typed.time />
            </div>
            <div class="field">
                <label for="priority">{t.say("draw-label-priority")}</label>
                <select id="priority" name="priority">{priorities}</select>
            </div>
            <p><button class="btn btn--line" type="submit">{t.say("draw-choose-go")}</button></p>
        </form>
    }
}
