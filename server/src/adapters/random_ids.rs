//! Names that nobody can guess.

use application::ports::Ids;
use domain::Uuid;

/// Names from the system's source of chance.
pub struct RandomIds;

impl Ids for RandomIds {
    #[expect(clippy::disallowed_methods, reason = "somebody has to throw the dice")]
    fn next(&self) -> Uuid {
        Uuid::new_v4()
    }
}
