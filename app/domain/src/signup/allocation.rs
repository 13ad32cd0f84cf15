//! Fair allocation where more want to come than there are seats: wishes are collected until a
//! closing time, ranked, and then one draw gives the seats of all its dates at once.
//!
//! Invariant: what a draw gives follows from its dates, its parties and its seed alone, so that
//! anybody who has them comes to the same result. `docs/allocation.md` tells the method to
//! everybody, and what is proved of it.

mod date_draw;
mod draw;
mod lot;
mod priority;
#[cfg(test)]
mod tests;

pub use date_draw::{DateDraw, DrawDone, Drawn, WhyDrawn};
pub use draw::{Draw, DrawnParty, InvalidDraw, Outcome, Ranked, Refused, Room, Standing};
pub use lot::{InvalidSeed, LotNumber, Promise, PublicNumber, Seed};
pub use priority::{Priority, PriorityClass};
