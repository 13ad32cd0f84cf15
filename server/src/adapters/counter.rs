//! Counting in memory, until it is written down.

use std::{
    collections::HashMap,
    hash::Hash,
    sync::{Mutex, PoisonError},
};

/// Counts different things, each by itself; whoever writes the counts down takes them.
pub struct Counter<K> {
    counts: Mutex<HashMap<K, u32>>,
    most: usize,
}

impl<K: Eq + Hash> Counter<K> {
    /// One that counts at most so many different things between two times of writing down:
    /// whoever floods it does not flood the database.
    #[must_use]
    pub fn of_at_most(most: usize) -> Self {
        Self { counts: Mutex::default(), most }
    }

    /// Counts one more of a thing.
    pub fn count(&self, what: K) {
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        if counts.len() < self.most || counts.contains_key(&what) {
            *counts.entry(what).or_default() += 1;
        }
    }

    /// Everything counted since it was last taken.
    pub fn take(&self) -> HashMap<K, u32> {
        std::mem::take(&mut *self.counts.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Puts back what could not be written down.
    pub fn put_back(&self, counted: impl IntoIterator<Item = (K, u32)>) {
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        for (what, n) in counted {
            *counts.entry(what).or_default() += n;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flood_has_an_end_and_nothing_that_was_put_back_is_lost() {
        let counter = Counter::of_at_most(10);
        for n in 0..25 {
            counter.count(n);
            counter.count(0);
        }
        let taken = counter.take();
        assert_eq!((taken.len(), taken[&0]), (10, 26));
        assert!(counter.take().is_empty());
        counter.count(0);
        counter.put_back(taken);
        assert_eq!(counter.take()[&0], 27);
    }
}
