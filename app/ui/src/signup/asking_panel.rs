//! When those who come are asked whether they still do: what an organiser chooses for a date.

use application::signup::{ShownRoster, TypedAsking};
use domain::signup::{ComingRule, ComingStand, Field as Name, FieldFaults, Stage};
use leptos::prelude::*;

use super::faults;
use crate::{Ask, Place, Speech, TakingPart, design::field_error::FieldError};

/// What an organiser chose about the question, and what is wrong with it.
#[derive(Clone, Debug, Default)]
pub struct AskingForm {
    pub typed: TypedAsking,
    pub faults: FieldFaults,
}

impl AskingForm {
    /// What stands in the form before anything is chosen.
    fn of(rule: ComingRule) -> Self {
        let days = |it: Option<u8>| it.map(|it| it.to_string()).unwrap_or_default();
        let typed = TypedAsking { asks: days(rule.asks()), frees: days(rule.frees()) };
        Self { typed, ..Self::default() }
    }

    fn error(&self, t: &'static Speech, name: Name) -> Option<String> {
        let fault = self.faults.iter().find(|it| it.0 == name);
        fault.map(|it| faults::sentence(t, it.0, it.1))
    }

    /// All that is wrong, each by the field it is about.
    pub(super) fn told(&self, t: &'static Speech) -> Vec<(String, String)> {
        let of = |name: Name| Some((name.key().to_owned(), self.error(t, name)?));
        [Name::Asks, Name::Frees].into_iter().filter_map(of).collect()
    }
}

/// How many were asked and how many of them have answered; nothing where nobody was.
fn answered(t: &'static Speech, shown: &ShownRoster) -> Option<String> {
    let (rule, date) = (shown.roster.kept().coming, shown.roster.date());
    let coming = shown.sign_ups.iter().filter(|it| it.entry.stage == Stage::Confirmed);
    let stands: Vec<ComingStand> = coming.filter_map(|it| it.coming.stand(rule, date)).collect();
    let said = stands.iter().filter(|it| matches!(it, ComingStand::SaidYes(_))).count();
    let fillings = [("asked", stands.len().into()), ("n", said.into())];
    (!stands.is_empty()).then(|| t.tell("coming-answered", &fillings))
}

/// How the date asks, and the form to choose it.
#[component]
pub(super) fn AskingPanel(ask: Ask, shown: ShownRoster, form: Option<AskingForm>) -> impl IntoView {
    let t = ask.speech();
    let form = form.unwrap_or_else(|| AskingForm::of(shown.roster.kept().coming));
    let answered = answered(t, &shown).map(|it| view! { <p><strong>{it}</strong></p> });
    let action = ask.path(&Place::TakingPart(TakingPart::AskComing(shown.date.id)));
    let asks = (ComingRule::LATEST..=ComingRule::EARLIEST).map(u32::from);
    let frees = (1..=ComingRule::EARLIEST - ComingRule::PATIENCE).map(u32::from);
    let asks = choice(t, &form, (Name::Asks, form.typed.asks.clone()), asks.collect());
    let frees = choice(t, &form, (Name::Frees, form.typed.frees.clone()), frees.collect());
    let closes = t.moment(shown.roster.date().closes_at);
    view! {
        <section class="panel stack" aria-labelledby="h-spoerg">
            <h2 class="t2" id="h-spoerg">{t.say("coming-choose")}</h2>
            <p>{t.say("coming-choose-what")}</p>
            {answered}
            <form class="stack" method="post" action=action novalidate>
                {asks}
                {frees}
                <p class="s muted">{t.tell("coming-choose-closes", &[("when", closes.into())])}</p>
                <p><button class="btn btn--line" type="submit">{t.say("coming-choose-go")}</button></p>
            </form>
        </section>
    }
}

/// Some days before the date, or not at all.
fn choice(
    t: &'static Speech,
    form: &AskingForm,
    (name, chosen): (Name, String),
    days: Vec<u32>,
) -> impl IntoView + use<> {
    let id = name.key();
    let error = form.error(t, name);
    let described = error.is_some().then(|| format!("{id}-e"));
    let invalid = error.is_some().then_some("true");
    let error = error.map(|error| {
        view! { <FieldError id=format!("{id}-e") word=t.say("form-error") error /> }
    });
    let options: Vec<_> = days
        .into_iter()
        .map(|n| {
            let selected = chosen == n.to_string();
            view! {
                <option value=n.to_string() selected=selected>{t.tell("coming-days", &[("n", n.into())])}</option>
            }
        })
        .collect();
    view! {
        <div class="field">
            <label for=id>{t.word("coming-label", id)}</label>
            {error}
            <select id=id name=id aria-describedby=described aria-invalid=invalid>
                <option value="">{t.word("coming-never", id)}</option>
                {options}
            </select>
        </div>
    }
}
