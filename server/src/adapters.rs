//! Every plug for the application's sockets.

pub mod board;
pub mod database;
mod random_ids;
pub mod spreadsheet;
mod system_clock;

pub use random_ids::RandomIds;
pub use system_clock::{ShiftedClock, SystemClock};
