//! Who may come before others whatever the lots say: a fixed list that everybody can read.

use crate::{
    catalogue::Phase,
    keyed::keyed,
    signup::{Party, PartyKind},
};

keyed! {
    /// Who comes first in a draw. An organiser picks one of these and makes no other; it is
    /// published with the draw before anybody signs up.
    Priority {
        /// Nobody: the lots alone decide.
        ByLot = "by-lot",
        /// Classes, since a whole class is harder to find seats for.
        ClassesFirst = "classes-first",
        /// Whoever comes without a class, since classes have visits of their own.
        WithoutClassFirst = "without-class-first",
        /// Grades 7 to 10, and children of 13 to 16, who choose an education soon.
        ChoosingFirst = "choosing-first",
    }
}

/// Which of those a priority tells apart: 1 comes before 2, and lots decide between equals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PriorityClass(pub u8);

impl PriorityClass {
    pub const FIRST: Self = Self(1);
    pub const THEN: Self = Self(2);
}

impl Priority {
    /// Where it puts a party: by what the party is, never by what it wishes.
    #[must_use]
    pub fn class_of(self, party: &Party) -> PriorityClass {
        let is_class = party.kind() == PartyKind::Class;
        let is_first = match self {
            Self::ByLot => true,
            Self::ClassesFirst => is_class,
            Self::WithoutClassFirst => !is_class,
            Self::ChoosingFirst => match party {
                Party::Class { grade, .. } => grade.is_some_and(|it| it.phase() == Phase::Upper),
                Party::One { age, .. } | Party::Child { age, .. } => (13..=16).contains(age),
            },
        };
        if is_first { PriorityClass::FIRST } else { PriorityClass::THEN }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Level;

    #[test]
    fn a_priority_looks_at_what_a_party_is() {
        let class = |grade| Party::Class {
            school: "Nørrevangsskolen".try_into().unwrap(),
            class: "8.A".try_into().unwrap(),
            grade,
            pupils: 24,
            adults: 2,
            contact: "Lone Vestergaard".try_into().unwrap(),
        };
        let one = |age| Party::One { name: "Bo".try_into().unwrap(), age };
        let classes = |party: &Party| Priority::ALL.iter().map(|it| it.class_of(party).0).collect();
        let told: Vec<Vec<u8>> =
            [class(Some(Level::Grade8)), class(Some(Level::Grade3)), class(None), one(16), one(17)]
                .iter()
                .map(classes)
                .collect();
        assert_eq!(
            told,
            [[1, 1, 2, 1], [1, 1, 2, 2], [1, 1, 2, 2], [1, 2, 1, 1], [1, 2, 1, 2]],
            "by lot, classes first, without a class first, those who choose soon first",
        );
    }
}
