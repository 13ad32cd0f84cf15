//! One row at the door. It holds what it says in both states, so that a script only has to show
//! one of them: what is hidden here is shown there, and no sentence is written twice.

use application::signup::{Expected, WalkedIn};
use domain::signup::{Kin, PartyKind, SignUpId, Stage};
use leptos::prelude::*;

use super::{kin::kin_lines, roster_page::who};
use crate::{
    Ask, Speech,
    design::{field_error::FieldError, way_out},
};

/// What rows have in common.
#[derive(Clone)]
pub(super) struct Rows {
    pub ask: Ask,
    /// Where their forms lead.
    pub action: String,
    pub is_open: bool,
    /// The party whose number was wrong, and what was typed.
    pub wrong: Option<(SignUpId, String)>,
}

/// The field of how many of a party are here.
pub(super) fn number_of(party: SignUpId) -> String {
    format!("her-{}", party.0)
}

/// »Børn: 3«.
pub(super) fn walk_in(t: &'static Speech, kind: PartyKind, n: String) -> String {
    let kind = t.word("checkin-kind", kind.key()).to_owned();
    t.tell("checkin-walk-in-row", &[("kind", kind.into()), ("n", n.into())])
}

impl Rows {
    pub(super) fn party(&self, it: &Expected) -> impl IntoView + use<> {
        let t = self.ask.speech();
        let (sign_up, seats) = (&it.sign_up, it.sign_up.entry.seats);
        let id = sign_up.id;
        let name = who(t, &sign_up.party);
        let phone = sign_up.contact.phone.as_ref().map(|it| {
            view! { " · " <a href=way_out::call(it.as_str())>{it.as_str().to_owned()}</a> }
        });
        let contact = sign_up.party.contact().to_string();
        let stage = match sign_up.entry.stage {
            Stage::Gone(why) => Some(t.word("roster-gone", why.key())),
            Stage::Confirmed => None,
            _ => Some(t.say("checkin-waits")),
        };
        let stage = stage.map(|it| view! { <p class="s"><strong>{it}</strong></p> });
        let said = |here: String, n: String| {
            t.tell("checkin-row", &[("here", here.into()), ("n", n.into())])
        };
        let pattern = said("{here}".to_owned(), "{n}".to_owned());
        let words = said(it.here().to_string(), seats.to_string());
        // On the day, somebody is called; nobody writes letters from the door.
        let called = Kin { second: None, ..sign_up.kin.clone() };
        let forms = self.is_open.then(|| self.forms(it, &name));
        view! {
            <li id=format!("p-{}", id.0) data-party=id.0.to_string() data-seats=seats.to_string() data-here=it.here().to_string()>
                <div>
                    <h3 class="t1" data-name="">{name}</h3>
                    <p data-say=pattern>{words}</p>
                    {stage}
                    <p class="s muted">{contact}{phone}</p>
                    {kin_lines(t, &called)}
                </div>
                {forms}
            </li>
        }
    }

    fn forms(&self, it: &Expected, name: &str) -> impl IntoView + use<> {
        let t = self.ask.speech();
        let (id, name) = (it.sign_up.id, name.to_owned());
        let is_here = it.here() > 0;
        let is_class = it.sign_up.party.kind() == PartyKind::Class;
        let field = number_of(id);
        let wrong = self.wrong.as_ref().filter(|wrong| wrong.0 == id);
        let number = if is_class {
            let error_id = format!("{field}-e");
            let described = wrong.map(|_| error_id.clone());
            let invalid = wrong.map(|_| "true");
            let error = wrong.map(|_| {
                let error = t.say("checkin-number-wrong").to_owned();
                view! { <FieldError id=error_id word=t.say("form-error") error /> }
            });
            let usual = if is_here { it.here() } else { it.sign_up.entry.seats };
            let value = wrong.map_or_else(|| usual.to_string(), |it| it.1.clone());
            let label = name.clone();
            view! {
                <div class="field">
                    <label for=field.clone()>{t.say("checkin-number")} <span class="vh">" "{label}</span></label>
                    {error}
                    <input
                        type="text"
                        inputmode="numeric"
                        autocomplete="off"
                        id=field
                        name="here"
                        value=value
                        aria-describedby=described
                        aria-invalid=invalid
                        data-wrong=t.say("checkin-number-wrong")
                    />
                </div>
            }
            .into_any()
        } else {
            view! { <input type="hidden" name="here" value="1" /> }.into_any()
        };
        // One person is here or not; of a class the number can be corrected.
        let (is_missing, is_hidden) = (!is_here, is_here && !is_class);
        let go = if is_class { None } else { Some("missing") };
        let (party, again) = (id.0.to_string(), id.0.to_string());
        let (named, taken) = (name.clone(), name);
        view! {
            <div class="row">
                <form method="post" action=self.action.clone() data-tick="" data-is=go hidden=is_hidden novalidate>
                    <input type="hidden" name="party" value=party />
                    {number}
                    <button class="btn" type="submit">
                        <span data-is="missing" hidden=is_here>{t.say("checkin-go")}</span>
                        <span data-is="here" hidden=is_missing>{t.say("checkin-change")}</span>
                        <span class="vh">" "{named}</span>
                    </button>
                </form>
                <form method="post" action=self.action.clone() data-tick="" data-is="here" hidden=is_missing>
                    <input type="hidden" name="party" value=again />
                    <input type="hidden" name="here" value="0" />
                    <button class="btn btn--quiet" type="submit">
                        {t.say("checkin-undo")} <span class="vh">" "{taken}</span>
                    </button>
                </form>
            </div>
        }
    }

    /// Some who came without a sign-up; with nobody in it, what a script fills in.
    pub(super) fn walked_in(&self, it: Option<WalkedIn>) -> impl IntoView + use<> {
        let t = self.ask.speech();
        let kind = it.map_or(PartyKind::One, |it| it.kind);
        let words = it.map(|it| walk_in(t, kind, it.said.here.to_string())).unwrap_or_default();
        let pattern = t.tell(
            "checkin-walk-in-row",
            &[("kind", "{kind}".to_owned().into()), ("n", "{n}".to_owned().into())],
        );
        let name = it.map(|it| it.id.0.to_string());
        let id = name.as_ref().map(|it| format!("w-{it}"));
        let (about, said) = (name.clone(), words.clone());
        let undo = self.is_open.then(|| {
            view! {
                <form method="post" action=self.action.clone() data-tick="">
                    <input type="hidden" name="walk_in" value=name />
                    <input type="hidden" name="kind" value=kind.key() />
                    <input type="hidden" name="here" value="0" />
                    <button class="btn btn--quiet" type="submit">
                        {t.say("checkin-undo")} <span class="vh" data-say=pattern.clone()>" "{said}</span>
                    </button>
                </form>
            }
        });
        view! {
            <li id=id data-walk-in=about data-kind=kind.key()>
                <div><p data-say=pattern.clone()>{words}</p></div>
                {undo}
            </li>
        }
    }
}
