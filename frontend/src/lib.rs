//! Wakes the islands of a page that the server has written.
//!
//! Invariant: a dozen lines; what wakes up is in `ui`.

use wasm_bindgen::prelude::wasm_bindgen;

extern crate ui;

/// Makes the page ready for its islands, which the script then wakes one by one.
#[wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_islands();
}
