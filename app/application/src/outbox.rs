//! Letters on their way out.

mod deliver_letters;

pub use deliver_letters::{Delivered, deliver_letters, deliver_letters_while};
