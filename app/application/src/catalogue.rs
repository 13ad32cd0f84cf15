//! The catalogue: finding activities, and getting them in.

mod desk;
mod home;
mod import_activities;
mod list_addresses;
mod room;
mod saved;
mod see_activity;
mod see_picture;
mod show_activity;
mod watch_addresses;
mod weeks;
mod window;

pub use desk::*;
pub use home::{Home, home};
pub use import_activities::*;
pub use list_addresses::{PageAddresses, list_addresses};
pub use room::{Occasion, Room};
pub use saved::{SaveError, ShownSaved, forget_saved, save_activity, show_saved};
pub use see_activity::{Shown, see_activity};
pub use see_picture::see_picture;
pub use show_activity::{ActivityPage, show_activity};
pub use watch_addresses::watch_addresses;
pub use weeks::Weeks;
pub use window::Window;
