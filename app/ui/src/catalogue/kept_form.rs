//! A form that keeps what is typed into it, before anybody sends it.

use std::time::Duration;

use leptos::{ev, prelude::*, wasm_bindgen::JsCast as _, web_sys};
use wasm_bindgen_futures::JsFuture;

use super::live;

/// So long nothing may be typed before what stands there is kept.
const PAUSE: Duration = Duration::from_secs(2);
/// So long later it is tried again where it could not be.
const RETRY: Duration = Duration::from_secs(8);
/// The hidden field that names the window and counts what it hands in: `0f….3`.
const SITTING: &str = "sitting";

/// What has come of handing something in.
enum Heard {
    /// The server says that it is kept, or why it cannot be before a person does something.
    Said(String),
    /// Another window wrote since; so the server says.
    Crossed(String),
    /// There is nothing here any more in which it could be kept.
    Gone,
    /// Nobody answered, or not in a way that says anything.
    Lost,
}

/// A form around what it is given. Without scripts it is exactly that; awake, it keeps what stands
/// in it once nobody has typed for a moment, with each field that is finished and when somebody
/// turns away from the page, and says so. Nobody is told what is wrong before they want to go on.
#[island]
pub fn KeptForm(
    /// Said where it could not be kept yet.
    lost: String,
    /// Said where it never can be any more.
    gone: String,
    children: Children,
) -> impl IntoView {
    let (news, tell) = signal(String::new());
    let keeper = Keeper {
        tell,
        lost: StoredValue::new(lost),
        gone: StoredValue::new(gone),
        typed: StoredValue::new(0),
        kept: StoredValue::new(0),
        n: StoredValue::new(0),
        is_busy: StoredValue::new(false),
        is_over: StoredValue::new(false),
        is_sent: StoredValue::new(false),
        listens: StoredValue::new(false),
    };
    let on_typed = move |event: web_sys::Event| {
        if let Some(form) = form_around(&event) {
            keeper.hear(form);
        }
    };
    // Whoever has finished a field may go on by a link, so it is not waited for then.
    let on_changed = move |event: web_sys::Event| {
        if let Some(form) = form_around(&event) {
            keeper.keep(form);
        }
    };
    let on_sent = move |event: ev::SubmitEvent| {
        if let Some(form) = form_around(&event) {
            keeper.step_aside(&form);
        }
    };
    view! {
        <div class="stack" on:input=on_typed on:change=on_changed on:submit=on_sent>
            {children()} <p class="s muted" role="status">{news}</p>
        </div>
    }
}

/// Who keeps what stands in a form.
#[derive(Clone, Copy)]
struct Keeper {
    tell: WriteSignal<String>,
    lost: StoredValue<String>,
    gone: StoredValue<String>,
    /// How often something was typed, and how often of that is kept.
    typed: StoredValue<u32>,
    kept: StoredValue<u32>,
    /// How often something was handed in; what overtakes another on its way is told apart by it.
    n: StoredValue<u32>,
    /// Whether an answer is waited for.
    is_busy: StoredValue<bool>,
    /// Whether nothing is kept from here any more, since another window wrote.
    is_over: StoredValue<bool>,
    /// Whether a button was pressed, whose answer is on its way.
    is_sent: StoredValue<bool>,
    listens: StoredValue<bool>,
}

impl Keeper {
    /// Whether something stands there that is not kept, and may be.
    fn has_more(self) -> bool {
        let is_kept = self.typed.get_value() == self.kept.get_value();
        !is_kept && !self.is_over.get_value() && !self.is_sent.get_value()
    }

    /// Something was typed.
    fn hear(self, form: web_sys::HtmlFormElement) {
        self.listen(&form);
        let at = self.typed.get_value() + 1;
        self.typed.set_value(at);
        let once_quiet = move || {
            if self.typed.get_value() == at {
                // Whoever is here still is not led away by the button.
                self.is_sent.set_value(false);
                self.keep(form);
            }
        };
        set_timeout(once_quiet, PAUSE);
    }

    /// Hands in what stands there, one after the other.
    fn keep(self, form: web_sys::HtmlFormElement) {
        if self.is_busy.get_value() || !self.has_more() {
            return;
        }
        let at = self.typed.get_value();
        let Some(body) = self.body(&form) else { return };
        self.is_busy.set_value(true);
        leptos::task::spawn_local(async move {
            let heard = send(&form, &body).await;
            self.is_busy.set_value(false);
            match heard {
                Heard::Said(words) => {
                    self.kept.set_value(at);
                    self.tell.set(words);
                }
                Heard::Crossed(words) => {
                    self.is_over.set_value(true);
                    self.tell.set(words);
                }
                Heard::Gone => {
                    self.kept.set_value(at);
                    self.tell.set(self.gone.get_value());
                }
                Heard::Lost => {
                    self.tell.set(self.lost.get_value());
                    set_timeout(move || self.keep(form), RETRY);
                    return;
                }
            }
            // What was typed meanwhile has a pause of its own, unless that is over by now.
            if self.has_more() {
                set_timeout(move || self.keep(form), PAUSE);
            }
        });
    }

    /// Hands in what stands there to a browser that waits for no answer.
    fn keep_while_leaving(self, form: &web_sys::HtmlFormElement) {
        if self.has_more()
            && let Some(body) = self.body(form)
        {
            let _ = window()
                .navigator()
                .send_beacon_with_opt_url_search_params(&form.action(), Some(&body));
        }
    }

    /// A button was pressed: what it sends is the newest, and nothing is sent beside it.
    fn step_aside(self, form: &web_sys::HtmlFormElement) {
        self.is_sent.set_value(true);
        if let (Some(field), Some(next)) = (sitting_field(form), self.next(form)) {
            field.set_value(&next);
        }
    }

    /// Looks out for somebody who turns away, from the first word on.
    fn listen(self, form: &web_sys::HtmlFormElement) {
        if self.listens.get_value() {
            return;
        }
        self.listens.set_value(true);
        let leaving = form.clone();
        let _ = window_event_listener(ev::pagehide, move |_| self.keep_while_leaving(&leaving));
        // Whoever comes back to the page waits for no answer any more.
        let _ = window_event_listener(ev::pageshow, move |_| self.is_sent.set_value(false));
        // Telephones end pages that are out of sight without a word.
        let hiding = form.clone();
        let _ = window_event_listener_untyped("visibilitychange", move |_| {
            if document().hidden() {
                self.keep_while_leaving(&hiding);
            } else {
                self.keep(hiding.clone());
            }
        });
    }

    /// The name of this window with the next number.
    fn next(self, form: &web_sys::HtmlFormElement) -> Option<String> {
        self.n.update_value(|n| *n += 1);
        let value = sitting_field(form)?.value();
        let name = value.split('.').next()?;
        Some(format!("{name}.{}", self.n.get_value()))
    }

    /// What stands in a form, as it is handed in to be kept.
    fn body(self, form: &web_sys::HtmlFormElement) -> Option<web_sys::UrlSearchParams> {
        let body = web_sys::UrlSearchParams::new_with_str(&live::query_of(form)?).ok()?;
        body.set(SITTING, &self.next(form)?);
        body.set("do", "draft");
        Some(body)
    }
}

fn sitting_field(form: &web_sys::HtmlFormElement) -> Option<web_sys::HtmlInputElement> {
    let field = form.query_selector(&format!("input[name={SITTING}]")).ok()??;
    field.dyn_into().ok()
}

/// The form around what was typed into.
fn form_around(event: &web_sys::Event) -> Option<web_sys::HtmlFormElement> {
    let field: web_sys::Element = event.target()?.dyn_into().ok()?;
    field.closest("form").ok()??.dyn_into().ok()
}

/// Hands it in, and hears what has come of it.
async fn send(form: &web_sys::HtmlFormElement, body: &web_sys::UrlSearchParams) -> Heard {
    match answer_to(form, body).await {
        Some((200 | 422, Some(words))) => Heard::Said(words),
        Some((409, Some(words))) => Heard::Crossed(words),
        // Whoever is signed out is led to the door, which stays unopened here.
        Some((0 | 401 | 403 | 404, _)) => Heard::Gone,
        _ => Heard::Lost,
    }
}

/// The status of the answer, and its words where it speaks to this form.
async fn answer_to(
    form: &web_sys::HtmlFormElement,
    body: &web_sys::UrlSearchParams,
) -> Option<(u16, Option<String>)> {
    let how = web_sys::RequestInit::new();
    how.set_method("POST");
    how.set_redirect(web_sys::RequestRedirect::Manual);
    how.set_body(body.as_ref());
    let sent = window().fetch_with_str_and_init(&form.action(), &how);
    let answer: web_sys::Response = JsFuture::from(sent).await.ok()?.dyn_into().ok()?;
    let kind = answer.headers().get("content-type").ok().flatten().unwrap_or_default();
    if !kind.starts_with("text/plain") {
        return Some((answer.status(), None));
    }
    let words = JsFuture::from(answer.text().ok()?).await.ok()?.as_string();
    Some((answer.status(), words))
}
