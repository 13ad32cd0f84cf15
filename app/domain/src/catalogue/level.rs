//! Grades and programmes, from kindergarten to the university.

use std::ops::RangeInclusive;

use crate::keyed::keyed;

keyed! {
    /// A grade or a programme that an activity suits.
    Level {
        Preschool = "preschool",
        Grade0 = "grade-0",
        Grade1 = "grade-1",
        Grade2 = "grade-2",
        Grade3 = "grade-3",
        Grade4 = "grade-4",
        Grade5 = "grade-5",
        Grade6 = "grade-6",
        Grade7 = "grade-7",
        Grade8 = "grade-8",
        Grade9 = "grade-9",
        Grade10 = "grade-10",
        Efterskole = "efterskole",
        Fgu = "fgu",
        Stx = "stx",
        Hf = "hf",
        Hhx = "hhx",
        Htx = "htx",
        Eux = "eux",
        Eud = "eud",
        Academy = "academy",
        BachelorProfessional = "bachelor_professional",
        Bachelor = "bachelor",
        Master = "master",
    }
}

/// The part of school life that a level belongs to, as Danish schools group them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// Before school.
    Preschool,
    /// Grades 0 to 3, *indskoling*.
    Lower,
    /// Grades 4 to 6, *mellemtrin*.
    Middle,
    /// Grades 7 to 10 and *efterskole*, *udskoling*.
    Upper,
    /// Youth education: general, vocational and preparatory.
    Youth,
    /// Academies, university colleges and universities.
    Higher,
}

impl Phase {
    pub const ALL: &'static [Self] =
        &[Self::Preschool, Self::Lower, Self::Middle, Self::Upper, Self::Youth, Self::Higher];

    /// The levels of this phase, youngest first.
    pub fn levels(self) -> impl Iterator<Item = Level> {
        Level::ALL.iter().copied().filter(move |level| level.phase() == self)
    }
}

impl Level {
    /// The number of the grade, 0 to 10, where the level is one.
    #[must_use]
    pub const fn grade(self) -> Option<u8> {
        match self {
            Self::Grade0 => Some(0),
            Self::Grade1 => Some(1),
            Self::Grade2 => Some(2),
            Self::Grade3 => Some(3),
            Self::Grade4 => Some(4),
            Self::Grade5 => Some(5),
            Self::Grade6 => Some(6),
            Self::Grade7 => Some(7),
            Self::Grade8 => Some(8),
            Self::Grade9 => Some(9),
            Self::Grade10 => Some(10),
            _ => None,
        }
    }

    #[must_use]
    pub const fn phase(self) -> Phase {
        match self {
            Self::Preschool => Phase::Preschool,
            Self::Grade0 | Self::Grade1 | Self::Grade2 | Self::Grade3 => Phase::Lower,
            Self::Grade4 | Self::Grade5 | Self::Grade6 => Phase::Middle,
            Self::Grade7 | Self::Grade8 | Self::Grade9 | Self::Grade10 | Self::Efterskole => {
                Phase::Upper
            }
            Self::Fgu | Self::Stx | Self::Hf | Self::Hhx | Self::Htx | Self::Eux | Self::Eud => {
                Phase::Youth
            }
            Self::Academy | Self::BachelorProfessional | Self::Bachelor | Self::Master => {
                Phase::Higher
            }
        }
    }

    /// The level of ISCED 2011 (UNESCO), 0 to 8.
    #[must_use]
    pub const fn isced(self) -> u8 {
        match self {
            Self::Fgu => 2,
            Self::Academy => 5,
            Self::BachelorProfessional | Self::Bachelor => 6,
            Self::Master => 7,
            other => match other.phase() {
                Phase::Preschool => 0,
                Phase::Lower | Phase::Middle => 1,
                Phase::Upper => 2,
                Phase::Youth | Phase::Higher => 3,
            },
        }
    }

    /// The ages, in whole years, at which most are there; adults return to the
    /// open-ended programmes at any age, which is written as 99.
    #[must_use]
    pub const fn typical_ages(self) -> RangeInclusive<u8> {
        match self {
            Self::Preschool => 3..=6,
            Self::Efterskole => 14..=17,
            Self::Fgu | Self::Eux | Self::Eud => 15..=25,
            Self::Hf => 16..=25,
            Self::Stx | Self::Hhx | Self::Htx => 16..=19,
            Self::Academy | Self::BachelorProfessional | Self::Bachelor => 19..=99,
            Self::Master => 22..=99,
            grade => match grade.grade() {
                Some(n) => n + 6..=n + 7,
                None => 0..=99,
            },
        }
    }
}

/// The levels from `first` to `last`, both included, in school order; empty where `last` comes first.
pub fn levels_in_span(first: Level, last: Level) -> impl Iterator<Item = Level> {
    Level::ALL.iter().copied().filter(move |level| (first..=last).contains(level))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_is_in_the_fifth_grade_is_eleven_or_twelve() {
        assert_eq!(Level::Grade5.typical_ages(), 11..=12);
        assert_eq!(Level::Grade5.isced(), 1);
    }

    #[test]
    fn every_level_belongs_to_exactly_one_phase() {
        let listed: usize = Phase::ALL.iter().map(|phase| phase.levels().count()).sum();
        assert_eq!(listed, Level::ALL.len());
    }

    #[test]
    fn ages_and_isced_levels_rise_through_school() {
        let grades: Vec<Level> =
            Level::ALL.iter().copied().filter(|it| it.grade().is_some()).collect();
        for pair in grades.windows(2) {
            assert!(pair[0].typical_ages().start() < pair[1].typical_ages().start());
            assert!(pair[0].isced() <= pair[1].isced());
        }
    }

    #[test]
    fn a_span_holds_both_its_ends() {
        let span: Vec<&str> =
            levels_in_span(Level::Grade4, Level::Grade6).map(Level::key).collect();
        assert_eq!(span, ["grade-4", "grade-5", "grade-6"]);
        assert_eq!(levels_in_span(Level::Grade6, Level::Grade4).count(), 0);
    }
}
