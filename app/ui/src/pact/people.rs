//! Whom moderators and administrators look after.

mod people_page;
mod person_page;

pub use people_page::people_page;
pub use person_page::{PersonFault, TypedPerson, person_page};
