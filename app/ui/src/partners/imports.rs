//! Sheets that members of a partner hand in.

mod done;
mod import_page;
mod imports_page;
mod meanings;
mod rows;

use application::catalogue::Column;

pub use import_page::import_page;
pub use imports_page::{UploadFault, imports_page};

use crate::{Locale, Speech};

/// What a column is called in a sheet.
fn column_name(t: &'static Speech, column: Column) -> &'static str {
    match (t.locale(), column.names()) {
        (Locale::Da, (_, Some(danish))) => danish,
        (_, (name, _)) => name,
    }
}
