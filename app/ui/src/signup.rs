//! Taking part: the form for a date, the answer to a letter, and a sign-up's own page.

mod add_page;
mod allocation;
mod answer_page;
mod asking_page;
mod date_card;
mod faults;
mod form;
mod form_page;
mod kin;
mod message_page;
mod mine_page;
mod own_page;
mod questions;
mod refused;
mod request_pages;
mod requests_page;
mod roster_page;

pub use add_page::add_page;
pub use allocation::{allocation_fault, checked};
pub use answer_page::{answer_page, dead_answer_page};
pub use asking_page::asking_page;
pub use form_page::{SentWord, TypedForm, form_page};
pub use message_page::{MessageForm, message_page};
pub use mine_page::mine_page;
pub use own_page::{OwnFault, OwnTold, own_page};
pub use questions::question_list;
pub use request_pages::{own_request_page, send_request_page};
pub use requests_page::{AnswerForm, request_page, requests_page};
pub use roster_page::{CannotMove, RosterTold, roster_page};
