//! Every plug for the application's sockets.

pub mod board;
pub mod database;
pub mod embedded_search;
pub mod meilisearch;
mod random_ids;
pub mod search_with_fallback;
pub mod search_words;
pub mod spreadsheet;
mod system_clock;
mod vain_counter;

pub use random_ids::RandomIds;
pub use system_clock::{ShiftedClock, SystemClock};
pub use vain_counter::VainCounter;
