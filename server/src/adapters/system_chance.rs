//! The system's source of chance.

use application::ports::Chance;

/// What nobody can guess, from the operating system.
#[derive(Clone, Copy)]
pub struct SystemChance;

impl Chance for SystemChance {
    fn fill(&self, bytes: &mut [u8]) {
        if let Err(error) = getrandom::fill(bytes) {
            // A secret that can be guessed is worse than no portal at all.
            tracing::error!(%error, "the system gives no chance");
            std::process::abort();
        }
    }
}
