//! Taking part: the form for a date, the answer to a letter, and a sign-up's own page.

mod answer_page;
mod date_card;
mod faults;
mod form;
mod form_page;
mod own_page;
mod refused;
mod roster_page;

pub use answer_page::{answer_page, dead_answer_page};
pub use form_page::{SentWord, TypedForm, form_page};
pub use own_page::{OwnFault, OwnTold, own_page};
pub use roster_page::{RosterTold, roster_page};
