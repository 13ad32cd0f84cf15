//! Which window wrote a step of a draft last, so that none writes over another unseen.

use std::{collections::BTreeMap, fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// One opening of a step's page; each has a name of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SittingId(pub Uuid);

/// What is handed in from a sitting: whose, and its how-manieth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Keeping {
    pub sitting: SittingId,
    pub n: u32,
}

impl fmt::Display for Keeping {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.sitting.0, self.n)
    }
}

impl FromStr for Keeping {
    type Err = super::UnknownKey;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (sitting, n) = text.split_once('.').ok_or(super::UnknownKey)?;
        let sitting = SittingId(Uuid::parse_str(sitting).map_err(|_| super::UnknownKey)?);
        Ok(Self { sitting, n: n.parse().map_err(|_| super::UnknownKey)? })
    }
}

/// Whose words stand in each step of a draft, by the step's key.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Sittings(BTreeMap<String, Keeping>);

/// Where words come from: the keeping, and whose words stood there when their sitting began.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin {
    pub keeping: Keeping,
    pub seen: Option<Keeping>,
    /// Whether somebody pressed a button. What is sent unasked can overtake what was sent before
    /// it; a person waits for the answer, and may go back to a page and press again.
    pub is_pressed: bool,
}

/// How words stand to those that are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Admission {
    /// They take their place.
    Newest,
    /// The same sitting has sent newer ones, which stay.
    Overtaken,
    /// Another sitting wrote since this one began.
    Crossed,
}

impl Sittings {
    /// Whose words stand in a step; nobody's where nothing was ever kept.
    #[must_use]
    pub fn last(&self, step: &str) -> Option<Keeping> {
        self.0.get(step).copied()
    }

    /// Lets words into a step, unless they are older than what stands there or their writer has
    /// never seen it.
    pub fn admit(&mut self, step: &str, origin: Origin) -> Admission {
        let last = self.last(step);
        let own = last.filter(|it| it.sitting == origin.keeping.sitting);
        if let Some(own) = own {
            if !origin.is_pressed && origin.keeping.n <= own.n {
                return Admission::Overtaken;
            }
        } else if last != origin.seen {
            return Admission::Crossed;
        }
        // What was sent unasked before a button was pressed must not come after it.
        let n = own.map_or(origin.keeping.n, |own| own.n.max(origin.keeping.n));
        self.put(step, Keeping { n, ..origin.keeping });
        Admission::Newest
    }

    /// Lets words into a step from somebody who does not say what they saw.
    pub fn put(&mut self, step: &str, keeping: Keeping) {
        self.0.insert(step.to_owned(), keeping);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keeping(sitting: u128, n: u32) -> Keeping {
        Keeping { sitting: SittingId(Uuid::from_u128(sitting)), n }
    }

    fn unasked(sitting: u128, n: u32, seen: Option<Keeping>) -> Origin {
        Origin { keeping: keeping(sitting, n), seen, is_pressed: false }
    }

    #[test]
    fn a_keeping_comes_back_from_a_form_as_it_was_written() {
        for n in [0, 7, u32::MAX] {
            assert_eq!(keeping(5, n).to_string().parse(), Ok(keeping(5, n)));
        }
        for text in ["", ".", "5.1", "00000000-0000-0000-0000-000000000005", "x.1"] {
            assert!(text.parse::<Keeping>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_sitting_goes_on_with_what_it_kept_itself() {
        let mut all = Sittings::default();
        for n in 1..4 {
            assert_eq!(all.admit("what", unasked(1, n, None)), Admission::Newest);
        }
        assert_eq!(all.last("what"), Some(keeping(1, 3)));
    }

    #[test]
    fn what_comes_late_does_not_take_the_place_of_what_is_newer() {
        // Every order in which five keepings can arrive ends with the last of them.
        let mut orders = vec![vec![]];
        for n in 1..=5 {
            let longer = |order: &Vec<u32>| {
                let order = order.clone();
                (0..=order.len()).map(move |at| {
                    let mut order = order.clone();
                    order.insert(at, n);
                    order
                })
            };
            orders = orders.iter().flat_map(longer).collect();
        }
        assert_eq!(orders.len(), 120);
        for order in orders {
            let (mut all, mut stands) = (Sittings::default(), 0);
            for n in &order {
                match all.admit("what", unasked(1, *n, None)) {
                    Admission::Newest => stands = *n,
                    Admission::Overtaken => {}
                    Admission::Crossed => panic!("a sitting is crossed by itself: {order:?}"),
                }
            }
            assert_eq!(stands, 5, "{order:?}");
        }
    }

    #[test]
    fn two_windows_do_not_write_over_each_other_unseen() {
        let mut all = Sittings::default();
        assert_eq!(all.admit("what", unasked(1, 1, None)), Admission::Newest);
        assert_eq!(all.admit("what", unasked(2, 1, None)), Admission::Crossed);
        assert_eq!(all.last("what"), Some(keeping(1, 1)), "nothing was written over");
        // Whoever opens the step again has seen it.
        assert_eq!(all.admit("what", unasked(3, 1, Some(keeping(1, 1)))), Admission::Newest);
        assert_eq!(all.admit("what", unasked(1, 2, None)), Admission::Crossed);
        // Another step is another matter.
        assert_eq!(all.admit("when", unasked(1, 1, None)), Admission::Newest);
    }

    #[test]
    fn a_button_is_heard_again_and_what_was_on_its_way_is_not() {
        let mut all = Sittings::default();
        let pressed = |n| Origin { is_pressed: true, ..unasked(1, n, None) };
        for _ in 0..2 {
            assert_eq!(all.admit("what", pressed(0)), Admission::Newest, "back and pressed again");
        }
        assert_eq!(all.admit("what", pressed(7)), Admission::Newest);
        assert_eq!(all.admit("what", unasked(1, 6, None)), Admission::Overtaken);
        // Somebody else's button is no leave to write over this one.
        let other = Origin { is_pressed: true, ..unasked(2, 0, None) };
        assert_eq!(all.admit("what", other), Admission::Crossed);
    }
}
