//! Names for new things.

use domain::Uuid;

/// Makes names for new things, no two alike.
pub trait Ids: Send + Sync {
    fn next(&self) -> Uuid;
}
