//! The catalogue: finding activities, and getting them in.

mod count_activities;
mod find_activities;
mod home;
mod import_activities;
mod list_addresses;
mod show_activity;
mod window;

pub use count_activities::count_activities;
pub use find_activities::find_activities;
pub use home::{Home, home};
pub use import_activities::*;
pub use list_addresses::list_addresses;
pub use show_activity::{ActivityPage, Shown, show_activity};
pub use window::Window;
