//! Which rows of a block.

/// Rows of one block.
pub(super) const ROWS: usize = 2_048;
const WORDS: usize = ROWS / 64;

/// A set of the rows of one block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bits([u64; WORDS]);

impl Bits {
    pub(super) const NONE: Self = Self([0; WORDS]);

    /// The first `n` rows.
    pub(super) fn first(n: usize) -> Self {
        let mut bits = Self::NONE;
        for (i, word) in bits.0.iter_mut().enumerate() {
            let left = n.saturating_sub(i * 64);
            *word = if left >= 64 { u64::MAX } else { (1 << left) - 1 };
        }
        bits
    }

    pub(super) fn add(&mut self, row: usize) {
        self.0[row / 64] |= 1 << (row % 64);
    }

    pub(super) fn drop(&mut self, row: usize) {
        self.0[row / 64] &= !(1 << (row % 64));
    }

    pub(super) fn has(&self, row: usize) -> bool {
        self.0[row / 64] >> (row % 64) & 1 == 1
    }

    pub(super) fn and(&self, other: &Self) -> Self {
        self.zip(other, |a, b| a & b)
    }

    pub(super) fn or(&self, other: &Self) -> Self {
        self.zip(other, |a, b| a | b)
    }

    /// Those that are not among the others.
    pub(super) fn without(&self, other: &Self) -> Self {
        self.zip(other, |a, b| a & !b)
    }

    fn zip(&self, other: &Self, join: impl Fn(u64, u64) -> u64) -> Self {
        let mut bits = Self::NONE;
        for (word, (a, b)) in bits.0.iter_mut().zip(self.0.iter().zip(&other.0)) {
            *word = join(*a, *b);
        }
        bits
    }

    pub(super) fn count(&self) -> u32 {
        self.0.iter().map(|word| word.count_ones()).sum()
    }

    /// How many are in both.
    pub(super) fn count_with(&self, other: &Self) -> u32 {
        self.0.iter().zip(&other.0).map(|(a, b)| (a & b).count_ones()).sum()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    /// The rows, in their order.
    pub(super) fn rows(&self) -> impl Iterator<Item = usize> + '_ {
        self.0.iter().enumerate().flat_map(|(n, word)| {
            let mut left = *word;
            std::iter::from_fn(move || {
                (left != 0).then(|| {
                    let bit = left.trailing_zeros() as usize;
                    left &= left - 1;
                    n * 64 + bit
                })
            })
        })
    }
}

/// Rows of one block that are kept: a list of them where they are few, which takes less room
/// and less time to count.
pub(super) enum Rows {
    Few(Box<[u16]>),
    Many(Box<Bits>),
}

impl Rows {
    /// Looking at so many bits one by one takes as long as counting all of them.
    const FEW: u32 = 48;

    pub(super) fn of(bits: &Bits) -> Self {
        if bits.count() > Self::FEW {
            return Self::Many(Box::new(*bits));
        }
        Self::Few(bits.rows().filter_map(|row| u16::try_from(row).ok()).collect())
    }

    /// How many are among the others.
    pub(super) fn count_with(&self, other: &Bits) -> u32 {
        match self {
            Self::Few(rows) => rows.iter().map(|row| u32::from(other.has(usize::from(*row)))).sum(),
            Self::Many(bits) => bits.count_with(other),
        }
    }

    /// Adds them to others.
    pub(super) fn add_to(&self, other: &mut Bits) {
        match self {
            Self::Few(rows) => rows.iter().for_each(|row| other.add(usize::from(*row))),
            Self::Many(bits) => *other = other.or(bits),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    fn bits(rows: &BTreeSet<usize>) -> Bits {
        let mut bits = Bits::NONE;
        for row in rows {
            bits.add(*row);
        }
        bits
    }

    proptest! {
        #[test]
        fn bits_are_sets(a in prop::collection::btree_set(0..ROWS, 0..90), b in prop::collection::btree_set(0..ROWS, 0..90)) {
            let (x, y) = (bits(&a), bits(&b));
            let list = |bits: Bits| bits.rows().collect::<Vec<_>>();
            prop_assert_eq!(list(x.and(&y)), a.intersection(&b).copied().collect::<Vec<_>>());
            prop_assert_eq!(list(x.or(&y)), a.union(&b).copied().collect::<Vec<_>>());
            prop_assert_eq!(list(x.without(&y)), a.difference(&b).copied().collect::<Vec<_>>());
            prop_assert_eq!(x.count_with(&y) as usize, a.intersection(&b).count());
            prop_assert_eq!((x.count() as usize, x.is_empty()), (a.len(), a.is_empty()));
        }

        #[test]
        fn rows_that_are_kept_are_those_that_were_given(a in prop::collection::btree_set(0..ROWS, 0..90), b in prop::collection::btree_set(0..ROWS, 0..90)) {
            let (rows, others) = (Rows::of(&bits(&a)), bits(&b));
            prop_assert_eq!(rows.count_with(&others), bits(&a).count_with(&others));
            let mut both = others;
            rows.add_to(&mut both);
            prop_assert_eq!(both, bits(&a).or(&others));
        }

        #[test]
        fn the_first_rows_are_the_first(n in 0..=ROWS) {
            prop_assert_eq!(Bits::first(n).rows().collect::<Vec<_>>(), (0..n).collect::<Vec<_>>());
        }
    }
}
