//! Chance.

/// Throws the dice.
pub trait Chance: Send + Sync {
    /// Fills all of it with what nobody can guess.
    fn fill(&self, bytes: &mut [u8]);
}
