//! Every plug for the application's sockets.

mod argon2_passwords;
pub mod board;
mod counter;
mod darkroom;
pub mod database;
pub mod embedded_search;
mod keyring;
pub mod meilisearch;
pub mod openid_provider;
mod pdf;
pub mod post;
mod random_ids;
pub mod search_synonyms;
pub mod search_with_fallback;
pub mod search_words;
pub mod spreadsheet;
mod square_code;
mod system_chance;
mod system_clock;
mod vain_counter;
mod view_counter;
mod web;

pub use argon2_passwords::Argon2Passwords;
pub use darkroom::Darkroom;
pub use keyring::{InvalidKeys, Keyring, Unopened};
pub use pdf::{Unprinted, pdf};
pub use random_ids::RandomIds;
pub use square_code::square_code;
pub use system_chance::SystemChance;
pub use system_clock::{ShiftedClock, SystemClock};
pub use vain_counter::VainCounter;
pub use view_counter::ViewCounter;
pub use web::{OpenWeb, Reach, is_open};
