//! Keeping the filter form in step with what is typed and ticked, in the browser.

use std::{
    cell::RefCell,
    collections::HashMap,
    sync::atomic::{AtomicU32, Ordering},
};

use leptos::{prelude::document, wasm_bindgen::JsCast as _, web_sys};

use super::api::Counts;

/// Whose turn it is: an older answer may come later than a newer one.
pub(super) struct Turns(AtomicU32);

/// The questions after the list, and those after the form around it.
pub(super) static LIST: Turns = Turns(AtomicU32::new(0));
pub(super) static FORM: Turns = Turns(AtomicU32::new(0));

impl Turns {
    /// Begins a new turn, which ends all others.
    pub(super) fn take(&self) -> u32 {
        self.0.fetch_add(1, Ordering::Relaxed) + 1
    }

    pub(super) fn is_current(&self, turn: u32) -> bool {
        self.0.load(Ordering::Relaxed) == turn
    }
}

/// The id of the button that says how much one would see.
pub(super) const BUTTON: &str = "vis";

/// A form as its address would carry it.
pub(super) fn query_of(form: &web_sys::HtmlFormElement) -> Option<String> {
    let data = web_sys::FormData::new_with_form(form).ok()?;
    let query = web_sys::UrlSearchParams::new_with_str_sequence_sequence(&data).ok()?;
    Some(String::from(query.to_string()))
}

thread_local! {
    /// What was put into each block last, since browsers write the same in other words.
    static SHOWN: RefCell<HashMap<String, String>> = RefCell::default();
}

/// Puts counts into the form that is on the screen. Fields into which something is typed
/// stand outside the blocks; a block in which somebody is busy keeps its boxes.
pub(super) fn show(counts: Counts) {
    let document = document();
    if let Some(button) = document.get_element_by_id(BUTTON) {
        button.set_text_content(Some(&counts.label));
    }
    let busy = document.active_element();
    for (id, html) in counts.blocks {
        let Some(block) = document.get_element_by_id(&id) else { continue };
        if busy.as_ref().is_some_and(|busy| block.contains(Some(busy))) {
            recount(&block, &html);
            SHOWN.with_borrow_mut(|shown| shown.remove(&id));
        } else if SHOWN.with_borrow(|shown| shown.get(&id) != Some(&html)) {
            // Our own page, written by the same hand as the whole one.
            block.set_inner_html(&html);
            SHOWN.with_borrow_mut(|shown| shown.insert(id, html));
        }
    }
}

/// Changes the numbers beside the boxes of a block, and nothing else.
fn recount(block: &web_sys::Element, html: &str) {
    let Ok(new) = document().create_element("div") else { return };
    new.set_inner_html(html);
    let Ok(boxes) = block.query_selector_all("input") else { return };
    for n in 0..boxes.length() {
        let Some(tick) = boxes.get(n).and_then(|it| it.dyn_into::<web_sys::Element>().ok()) else {
            continue;
        };
        let of = |name| tick.get_attribute(name).unwrap_or_default();
        let same = format!("input[name=\"{}\"][value=\"{}\"]", of("name"), of("value"));
        let number = new.query_selector(&same).ok().flatten().and_then(|it| number_of(&it));
        let number = number.and_then(|it| it.text_content()).unwrap_or_else(|| "0".to_owned());
        if let Some(shown) = number_of(&tick) {
            shown.set_text_content(Some(&number));
        }
    }
}

/// The number beside a box.
fn number_of(tick: &web_sys::Element) -> Option<web_sys::Element> {
    tick.closest("label").ok()??.query_selector(".n").ok()?
}
