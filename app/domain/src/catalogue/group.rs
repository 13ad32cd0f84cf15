//! How many can come as one block.

use serde::{Deserialize, Serialize};

/// The smallest and the largest class or group that can sign up as one, in persons.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "(Option<u16>, Option<u16>)", into = "(Option<u16>, Option<u16>)")]
pub struct GroupSize {
    min: Option<u16>,
    max: Option<u16>,
}

/// Why two numbers are no size of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error, Serialize, Deserialize)]
pub enum InvalidGroupSize {
    #[error("a group has 1 to {max} persons", max = GroupSize::LARGEST)]
    OutOfBounds,
    #[error("the smallest group is larger than the largest")]
    Reversed,
}

impl GroupSize {
    pub const LARGEST: u16 = 1_000;

    /// # Errors
    ///
    /// [`InvalidGroupSize`] where a size is 0 or above 1,000, or `min` exceeds `max`.
    pub fn new(min: Option<u16>, max: Option<u16>) -> Result<Self, InvalidGroupSize> {
        let possible = |size: Option<u16>| size.is_none_or(|it| (1..=Self::LARGEST).contains(&it));
        if !possible(min) || !possible(max) {
            return Err(InvalidGroupSize::OutOfBounds);
        }
        match (min, max) {
            (Some(min), Some(max)) if min > max => Err(InvalidGroupSize::Reversed),
            _ => Ok(Self { min, max }),
        }
    }

    #[must_use]
    pub fn min(self) -> Option<u16> {
        self.min
    }

    #[must_use]
    pub fn max(self) -> Option<u16> {
        self.max
    }

    /// Whether `n` persons can come as one block.
    #[must_use]
    pub fn admits(self, n: u16) -> bool {
        self.min.is_none_or(|min| n >= min) && self.max.is_none_or(|max| n <= max)
    }
}

impl TryFrom<(Option<u16>, Option<u16>)> for GroupSize {
    type Error = InvalidGroupSize;

    fn try_from((min, max): (Option<u16>, Option<u16>)) -> Result<Self, Self::Error> {
        Self::new(min, max)
    }
}

impl From<GroupSize> for (Option<u16>, Option<u16>) {
    fn from(size: GroupSize) -> Self {
        (size.min, size.max)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_of_24_fits_where_10_to_28_may_come() {
        let size = GroupSize::new(Some(10), Some(28)).unwrap();
        assert!(size.admits(24) && !size.admits(9) && !size.admits(29));
        assert!(GroupSize::default().admits(900));
    }

    #[test]
    fn a_group_of_nobody_is_no_group() {
        assert_eq!(GroupSize::new(Some(0), None), Err(InvalidGroupSize::OutOfBounds));
        assert_eq!(GroupSize::new(Some(9), Some(8)), Err(InvalidGroupSize::Reversed));
    }
}
