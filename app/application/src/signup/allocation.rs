//! Fair allocation: what is published of a draw, and how anybody finds out whether it is true.

mod check_allocation;
mod draw_sheets;

pub use check_allocation::{AllocationFault, CheckedAllocation, check_allocation};
pub use draw_sheets::{DrawSheet, DrawSheets, draw_sheets};
