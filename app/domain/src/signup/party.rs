//! Who comes, and whether the activity is for them.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::{
    Email, InvalidText,
    catalogue::{Audience, Level, Particulars},
    identity::{Mark, PersonName},
    keyed::keyed,
    text::text,
};

text! {
    /// What a school is called.
    SchoolName, 2..=120, false
}

text! {
    /// What a school calls one of its classes: »6.B«.
    ClassName, 1..=40, false
}

text! {
    /// What a child is called; the first name is enough.
    ChildName, 1..=40, false
}

text! {
    /// What a party needs so that it can take part, said freely and kept for a short time.
    Needs, 2..=500, true
}

/// A telephone number: 8 to 15 digits (ITU-T E.164), as it was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Phone(String);

impl Phone {
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<&str> for Phone {
    type Error = InvalidText;

    fn try_from(text: &str) -> Result<Self, Self::Error> {
        let text = crate::text::tidy(text, 8, 30, false)?;
        let digits = text.chars().filter(char::is_ascii_digit).count();
        let is_plain = text.chars().all(|c| c.is_ascii_digit() || " +()-".contains(c));
        if is_plain && (8..=15).contains(&digits) {
            Ok(Self(text))
        } else {
            Err(InvalidText::WrongShape)
        }
    }
}

impl TryFrom<String> for Phone {
    type Error = InvalidText;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::try_from(text.as_str())
    }
}

impl From<Phone> for String {
    fn from(phone: Phone) -> Self {
        phone.0
    }
}

keyed! {
    /// As what somebody comes.
    PartyKind {
        Class = "class",
        Child = "child",
        One = "one",
    }
}

/// Who comes: one person, one child through a guardian, or a class without its pupils' names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Party {
    /// An adult or a student, 15 or older.
    One {
        name: PersonName,
        age: u8,
    },
    Child {
        name: ChildName,
        age: u8,
        guardian: PersonName,
    },
    Class {
        school: SchoolName,
        class: ClassName,
        /// Nothing where pupils of several grades come.
        grade: Option<Level>,
        pupils: u16,
        /// Grown-ups who come along; they need no seats.
        adults: u16,
        contact: PersonName,
    },
}

/// Who a party is, as far as it must be known that nobody is signed up twice. Nothing can be
/// read from it. It is shared, since whole rosters are copied with all their keys.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartyKey(Arc<str>);

impl PartyKey {
    /// A key that was kept.
    #[must_use]
    pub fn kept(text: impl Into<Arc<str>>) -> Self {
        Self(text.into())
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Why an activity is not for a party.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Unfit {
    #[error("nobody comes in this way")]
    Kind,
    #[error("a group has at least {min}")]
    GroupTooSmall { min: u16 },
    #[error("a group has at most {max}")]
    GroupTooLarge { max: u16 },
    #[error("the grade is not one of those it is for")]
    Level,
    #[error("it is for people of {min} or older")]
    TooYoung { min: u8 },
    #[error("it is for people of {max} or younger")]
    TooOld { max: u8 },
    #[error("under {age}, a guardian signs up", age = Party::OWN_CONSENT)]
    NeedsGuardian,
}

impl Party {
    /// From this age on one decides for oneself (databeskyttelsesloven § 6, 2, since 2024).
    pub const OWN_CONSENT: u8 = 15;
    /// The text of the consent that guardians are asked for; a new one where its words change.
    pub const CONSENT_TEXT: &'static str = "2026-11";

    #[must_use]
    pub const fn kind(&self) -> PartyKind {
        match self {
            Self::One { .. } => PartyKind::One,
            Self::Child { .. } => PartyKind::Child,
            Self::Class { .. } => PartyKind::Class,
        }
    }

    /// How many seats it needs.
    #[must_use]
    pub const fn seats(&self) -> u16 {
        match self {
            Self::Class { pupils, .. } => *pupils,
            _ => 1,
        }
    }

    /// How many grown-ups come along with a class; they need no seats.
    #[must_use]
    pub const fn adults(&self) -> u16 {
        match self {
            Self::Class { adults, .. } => *adults,
            _ => 0,
        }
    }

    /// Whether it leaves its school for an activity, so that the school must know.
    #[must_use]
    pub fn leaves_school(&self, particulars: &Particulars) -> bool {
        self.kind() == PartyKind::Class && particulars.format.has_venue()
    }

    /// The same party, but so many. Only a class can be more than one.
    #[must_use]
    pub fn numbering(mut self, n: u16) -> Self {
        if let Self::Class { pupils, .. } = &mut self {
            *pupils = n;
        }
        self
    }

    /// Who reads its letters.
    #[must_use]
    pub const fn contact(&self) -> &PersonName {
        match self {
            Self::One { name, .. } => name,
            Self::Child { guardian, .. } => guardian,
            Self::Class { contact, .. } => contact,
        }
    }

    /// What the party is called on a list: »Alma«, »6.B«.
    #[must_use]
    pub fn title(&self) -> &str {
        match self {
            Self::One { name, .. } => name.as_str(),
            Self::Child { name, .. } => name.as_str(),
            Self::Class { class, .. } => class.as_str(),
        }
    }

    /// Who it is: for one person the address, for a child also its name, for a class also the
    /// school and its own name, however they are written. Where there is no address, the name has
    /// to do.
    #[must_use]
    pub fn key(&self, email: Option<&Email>) -> PartyKey {
        let kind = self.kind().key();
        let email = email.map(Email::key).unwrap_or_default();
        let text = match self {
            Self::One { name, .. } if email.is_empty() => {
                format!("{kind}\n\n{}", folded(name.as_str()))
            }
            Self::One { .. } => format!("{kind}\n{email}"),
            Self::Child { name, .. } => format!("{kind}\n{email}\n{}", folded(name.as_str())),
            Self::Class { school, class, .. } => {
                format!("{kind}\n{email}\n{}\n{}", folded(school.as_str()), folded(class.as_str()))
            }
        };
        PartyKey(Mark::of(text.as_bytes()).as_str().into())
    }

    /// Whether an activity is for the party, whatever a form showed.
    ///
    /// # Errors
    ///
    /// [`Unfit`] with what stands against it.
    pub fn fits(&self, particulars: &Particulars) -> Result<(), Unfit> {
        if !self.kind().is_for(particulars) {
            return Err(Unfit::Kind);
        }
        if let Self::One { age, .. } = self
            && *age < Self::OWN_CONSENT
        {
            return Err(Unfit::NeedsGuardian);
        }
        match self {
            Self::One { age, .. } | Self::Child { age, .. } => fits_age(*age, particulars),
            Self::Class { grade, pupils, .. } => {
                let (min, max) = (particulars.group.min(), particulars.group.max());
                if let Some(min) = min.filter(|min| pupils < min) {
                    return Err(Unfit::GroupTooSmall { min });
                }
                if let Some(max) = max.filter(|max| pupils > max) {
                    return Err(Unfit::GroupTooLarge { max });
                }
                let levels = &particulars.levels;
                let is_fine = levels.is_empty() || grade.is_none_or(|it| levels.contains(&it));
                if is_fine { Ok(()) } else { Err(Unfit::Level) }
            }
        }
    }
}

impl PartyKind {
    /// Whether anybody can come in this way: classes where pupils or students are meant, children
    /// where pupils are, and nobody alone where only groups are taken.
    #[must_use]
    pub fn is_for(self, particulars: &Particulars) -> bool {
        let is_meant = |audience: Audience| particulars.audience.contains(&audience);
        let alone = particulars.group.admits(1);
        match self {
            Self::Class => is_meant(Audience::Pupils) || is_meant(Audience::Students),
            Self::Child => alone && (is_meant(Audience::Pupils) || is_meant(Audience::Parents)),
            Self::One => {
                let oldest = particulars.ages.max().unwrap_or(u8::MAX);
                alone && oldest >= Party::OWN_CONSENT
            }
        }
    }
}

fn fits_age(age: u8, particulars: &Particulars) -> Result<(), Unfit> {
    if let Some(min) = particulars.ages.min().filter(|min| age < *min) {
        return Err(Unfit::TooYoung { min });
    }
    match particulars.ages.max().filter(|max| age > *max) {
        Some(max) => Err(Unfit::TooOld { max }),
        None => Ok(()),
    }
}

/// Without case, spaces and points, so that »6. b« is »6.B«.
fn folded(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{AgeRange, Format, GroupSize};

    fn class(name: &str, pupils: u16) -> Party {
        Party::Class {
            school: "Munkebjergskolen".try_into().unwrap(),
            class: name.try_into().unwrap(),
            grade: Some(Level::Grade6),
            pupils,
            adults: 2,
            contact: "Lone".try_into().unwrap(),
        }
    }

    fn visit() -> Particulars {
        let visit = crate::catalogue::particulars_for_tests();
        Particulars {
            audience: vec![Audience::Pupils],
            levels: vec![Level::Grade5, Level::Grade6],
            group: GroupSize::new(Some(10), Some(28)).unwrap(),
            ..visit
        }
    }

    #[test]
    fn a_class_is_the_same_however_it_is_written_and_whoever_shouts() {
        let (low, loud): (Email, Email) =
            ("lone@skole.dk".try_into().unwrap(), "Lone@Skole.dk".try_into().unwrap());
        assert_eq!(class("6. b", 20).key(Some(&low)), class("6.B", 24).key(Some(&loud)));
        assert_ne!(class("6.A", 20).key(Some(&low)), class("6.B", 20).key(Some(&low)));
        assert!(!class("6.B", 20).key(Some(&low)).as_str().contains("lone"));
    }

    #[test]
    fn sizes_grades_and_ages_hold() {
        let visit = visit();
        assert_eq!(class("6.B", 24).fits(&visit), Ok(()));
        assert_eq!(class("6.B", 9).fits(&visit), Err(Unfit::GroupTooSmall { min: 10 }));
        assert_eq!(class("6.B", 29).fits(&visit), Err(Unfit::GroupTooLarge { max: 28 }));
        let older = Particulars { levels: vec![Level::Grade8], ..visit.clone() };
        assert_eq!(class("6.B", 24).fits(&older), Err(Unfit::Level));
        let child = Party::Child {
            name: "Alma".try_into().unwrap(),
            age: 8,
            guardian: "Mette Holm".try_into().unwrap(),
        };
        assert_eq!(child.fits(&visit), Err(Unfit::Kind), "only groups are taken");
        let open = Particulars {
            group: GroupSize::default(),
            ages: AgeRange::new(Some(10), Some(16)).unwrap(),
            ..visit
        };
        assert_eq!(child.fits(&open), Err(Unfit::TooYoung { min: 10 }));
        let one = |age| Party::One { name: "Bo".try_into().unwrap(), age };
        assert_eq!(one(14).fits(&open), Err(Unfit::NeedsGuardian));
        assert_eq!(one(15).fits(&open), Ok(()));
        assert_eq!(one(17).fits(&open), Err(Unfit::TooOld { max: 16 }));
    }

    #[test]
    fn only_a_class_that_goes_somewhere_leaves_its_school() {
        let visit = visit();
        assert!(visit.format.has_venue() && class("6.B", 24).leaves_school(&visit));
        let at_school = Particulars { format: Format::AtSchool, ..visit.clone() };
        assert!(!class("6.B", 24).leaves_school(&at_school));
        let one = Party::One { name: "Bo".try_into().unwrap(), age: 17 };
        assert!(!one.leaves_school(&visit));
        assert_eq!((class("6.B", 24).adults(), one.adults()), (2, 0));
    }

    #[test]
    fn a_telephone_number_has_eight_digits_or_more() {
        for fine in ["20 12 34 56", "+45 20123456", "(0045) 20-12-34-56"] {
            assert!(Phone::try_from(fine).is_ok(), "{fine}");
        }
        for wrong in ["", "2012345", "ring til mig", "20 12 34 5x", "+4520123456789012"] {
            assert!(Phone::try_from(wrong).is_err(), "{wrong}");
        }
    }
}
