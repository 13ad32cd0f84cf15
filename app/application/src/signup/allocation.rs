//! Fair allocation: what is published of a draw, and how anybody finds out whether it is true.

mod check_allocation;
mod draw_sheets;
mod have_drawn;
mod show_draw;

pub use check_allocation::{AllocationFault, CheckedAllocation, check_allocation};
pub use draw_sheets::{DrawSheet, DrawSheets, draw_sheets};
pub use have_drawn::{TypedDraw, have_drawn};
pub use show_draw::{ShownDraw, publish_draw, show_draw};
