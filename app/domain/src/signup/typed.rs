//! What somebody typed to sign up, and what is wrong with it, field by field.

use super::{
    Answered, Contact, Field, FieldFault, FieldFaults, Kin, Needs, Party, PartyKind, Phone,
    TypedAnswers, TypedKin, Unfit, read_text,
};
use crate::{
    Email, InvalidText,
    catalogue::{Level, Particulars, Question},
    holds_cpr_number,
    identity::LetterLanguage,
};

/// Who comes, where they are reached, whom else they name, and what they need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadParty {
    pub party: Party,
    pub contact: Contact,
    pub kin: Kin,
    pub needs: Option<Needs>,
    pub answers: Vec<Answered>,
}

/// What somebody typed to sign up: every field as it was sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedParty {
    pub kind: String,
    pub school: String,
    pub class: String,
    pub grade: String,
    pub pupils: String,
    pub adults: String,
    pub child: String,
    pub age: String,
    pub name: String,
    pub email: String,
    pub phone: String,
    pub needs: String,
    /// Whom else a guardian names; of nobody else it is read.
    pub kin: TypedKin,
    pub answers: TypedAnswers,
    pub agrees: bool,
    /// Whether the party would rather wait than be sent away.
    pub waits: bool,
}

/// Who fills in the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypedBy {
    /// Whoever comes, or looks after them.
    Party,
    /// The organiser, who was called. A grown-up need not have an address then; a guardian must,
    /// since consent is asked for in a letter.
    Organiser,
}

/// The word for »pupils of several grades« in the field of the grade.
const MIXED: &str = "mixed";

#[derive(Default)]
pub(super) struct Reading(pub(super) FieldFaults);

impl Reading {
    pub(super) fn fault<T>(&mut self, field: Field, fault: FieldFault) -> Option<T> {
        self.0.push((field, fault));
        None
    }

    pub(super) fn text<T>(&mut self, field: Field, typed: &str) -> Option<T>
    where
        T: for<'a> TryFrom<&'a str, Error = InvalidText>,
    {
        match read_text(typed) {
            Ok(text) => Some(text),
            Err(FieldFault::Unreadable)
                if matches!(field, Field::Phone | Field::EmergencyPhone) =>
            {
                self.fault(field, FieldFault::NoPhone)
            }
            Err(fault) => self.fault(field, fault),
        }
    }

    pub(super) fn email(&mut self, field: Field, typed: &str) -> Option<Email> {
        if holds_cpr_number(typed) {
            return self.fault(field, FieldFault::CprNumber);
        }
        match Email::try_from(typed) {
            Ok(email) => Some(email),
            Err(_) if typed.trim().is_empty() && field == Field::SecondEmail => {
                self.fault(field, FieldFault::Missing)
            }
            Err(_) => self.fault(field, FieldFault::NoEmail),
        }
    }

    fn if_any<T>(&mut self, field: Field, typed: &str) -> Option<T>
    where
        T: for<'a> TryFrom<&'a str, Error = InvalidText>,
    {
        if typed.trim().is_empty() { None } else { self.text(field, typed) }
    }

    fn number<N: TryFrom<u32>>(&mut self, field: Field, typed: &str) -> Option<N> {
        let typed = typed.trim();
        if typed.is_empty() {
            return self.fault(field, FieldFault::Missing);
        }
        let number = typed.parse::<u32>().ok().filter(|it| *it <= 1_000);
        match number.and_then(|it| N::try_from(it).ok()) {
            Some(number) => Some(number),
            None => self.fault(field, FieldFault::NoNumber),
        }
    }

    /// The grade of a class; nothing where several come, or where none was chosen, which is told.
    fn grade(&mut self, typed: &str, particulars: &Particulars) -> Option<Level> {
        if particulars.levels.is_empty() || typed == MIXED {
            return None;
        }
        match typed.parse() {
            Ok(level) => Some(level),
            Err(_) => self.fault(Field::Grade, FieldFault::Missing),
        }
    }
}

impl TypedParty {
    /// Everything that was typed, in a fixed order.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        let yes = |it: bool| if it { "yes" } else { "" };
        [
            self.kind.as_str(),
            &self.school,
            &self.class,
            &self.grade,
            &self.pupils,
            &self.adults,
            &self.child,
            &self.age,
            &self.name,
            &self.email,
            &self.phone,
            &self.needs,
            yes(self.agrees),
            yes(self.waits),
        ]
        .into_iter()
        .chain(self.kin.all())
        .chain(self.answers.all())
    }

    /// The party that is meant, for an activity that is for it and asks something.
    ///
    /// # Errors
    ///
    /// Everything that is wrong, in the order of the form.
    pub fn read(
        &self,
        (particulars, asked): (&Particulars, &[Question]),
        (language, by): (LetterLanguage, TypedBy),
    ) -> Result<ReadParty, FieldFaults> {
        let Ok(kind) = self.kind.parse::<PartyKind>() else {
            return Err(vec![(Field::Kind, FieldFault::Missing)]);
        };
        let mut reading = Reading::default();
        let party = self.party(kind, particulars, &mut reading);
        let email = self.email(kind, by, &mut reading);
        let phone = reading.if_any::<Phone>(Field::Phone, &self.phone);
        let needs = reading.if_any(Field::Needs, &self.needs);
        let kin = match kind {
            PartyKind::Child => self.kin.read_into(&mut reading, email.as_ref()),
            PartyKind::One | PartyKind::Class => Kin::default(),
        };
        let answers = self.answers.read(asked, by).unwrap_or_else(|faults| {
            reading.0.extend(faults);
            Vec::new()
        });
        if !self.agrees {
            reading.0.push((Field::Agrees, FieldFault::NotAgreed));
        }
        if let Some(unfit) = party.as_ref().and_then(|it| it.fits(particulars).err()) {
            reading.0.push((field_of(unfit), FieldFault::Unfit(unfit)));
        }
        reading.0.sort_by_key(|(field, _)| *field);
        match party {
            Some(party) if reading.0.is_empty() => {
                let contact = Contact { email, phone, language };
                Ok(ReadParty { party, contact, kin, needs, answers })
            }
            _ => Err(reading.0),
        }
    }

    /// Where the party is reached; nothing where there is no address, or a fault was told.
    fn email(&self, kind: PartyKind, by: TypedBy, reading: &mut Reading) -> Option<Email> {
        let may_be_none = by == TypedBy::Organiser && kind != PartyKind::Child;
        if may_be_none && self.email.trim().is_empty() {
            return None;
        }
        reading.email(Field::Email, &self.email)
    }

    fn party(
        &self,
        kind: PartyKind,
        particulars: &Particulars,
        reading: &mut Reading,
    ) -> Option<Party> {
        let name = reading.text(Field::Name, &self.name);
        match kind {
            PartyKind::One => {
                let age = reading.number(Field::Age, &self.age);
                Some(Party::One { name: name?, age: age? })
            }
            PartyKind::Child => {
                let child = reading.text(Field::Child, &self.child);
                let age = reading.number(Field::Age, &self.age);
                Some(Party::Child { name: child?, age: age?, guardian: name? })
            }
            PartyKind::Class => {
                let school = reading.text(Field::School, &self.school);
                let class = reading.text(Field::Class, &self.class);
                let grade = reading.grade(&self.grade, particulars);
                let pupils: Option<u16> = reading.number(Field::Pupils, &self.pupils);
                let pupils = pupils.filter(|it| *it > 0).or_else(|| {
                    let is_told = reading.0.iter().any(|(field, _)| *field == Field::Pupils);
                    if is_told { None } else { reading.fault(Field::Pupils, FieldFault::Missing) }
                });
                let adults = if self.adults.trim().is_empty() {
                    Some(0)
                } else {
                    reading.number(Field::Adults, &self.adults)
                };
                let contact = name?;
                let (school, class) = (school?, class?);
                let (pupils, adults) = (pupils?, adults?);
                Some(Party::Class { school, class, grade, pupils, adults, contact })
            }
        }
    }
}

const fn field_of(unfit: Unfit) -> Field {
    match unfit {
        Unfit::Kind => Field::Kind,
        Unfit::GroupTooSmall { .. } | Unfit::GroupTooLarge { .. } => Field::Pupils,
        Unfit::Level => Field::Grade,
        Unfit::TooYoung { .. } | Unfit::TooOld { .. } | Unfit::NeedsGuardian => Field::Age,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::catalogue::particulars_for_tests;

    const BY_PARTY: (LetterLanguage, TypedBy) = (LetterLanguage::Danish, TypedBy::Party);

    fn typed() -> TypedParty {
        TypedParty {
            kind: "class".into(),
            school: "Munkebjergskolen".into(),
            class: "6.B".into(),
            grade: MIXED.into(),
            pupils: "24".into(),
            adults: "2".into(),
            name: "Lone Kjær Madsen".into(),
            email: "lone@skole.dk".into(),
            agrees: true,
            ..TypedParty::default()
        }
    }

    fn faults(typed: &TypedParty) -> Vec<(Field, FieldFault)> {
        let read = typed.read((&particulars_for_tests(), &[]), BY_PARTY);
        read.err().unwrap_or_default()
    }

    #[test]
    fn each_field_says_what_is_wrong_with_it_and_a_cpr_number_is_refused_anywhere() {
        assert_eq!(faults(&typed()), []);
        let wrong =
            TypedParty { pupils: "mange".into(), email: "lone@".into(), agrees: false, ..typed() };
        let expected = [
            (Field::Pupils, FieldFault::NoNumber),
            (Field::Email, FieldFault::NoEmail),
            (Field::Agrees, FieldFault::NotAgreed),
        ];
        assert_eq!(faults(&wrong), expected);
        let needs = "Alma 011207-1234 er allergisk".to_owned();
        assert_eq!(
            faults(&TypedParty { needs, ..typed() }),
            [(Field::Needs, FieldFault::CprNumber)]
        );
        let class = TypedParty { class: "0112071234".into(), ..typed() };
        assert_eq!(faults(&class), [(Field::Class, FieldFault::CprNumber)]);
        let nobody = TypedParty { pupils: "0".into(), ..typed() };
        assert_eq!(faults(&nobody), [(Field::Pupils, FieldFault::Missing)]);
        let none = [(Field::Kind, FieldFault::Missing)];
        assert_eq!(faults(&TypedParty::default()), none);
    }

    #[test]
    fn an_organiser_who_was_called_needs_no_address_but_that_of_a_guardian() {
        let by = (LetterLanguage::Danish, TypedBy::Organiser);
        let read = |typed: &TypedParty| typed.read((&particulars_for_tests(), &[]), by);
        let called = TypedParty { email: String::new(), ..typed() };
        assert_eq!(read(&called).unwrap().contact.email, None);
        assert_eq!(faults(&called), [(Field::Email, FieldFault::NoEmail)]);
        let child = TypedParty {
            kind: "child".into(),
            child: "Alma".into(),
            age: "12".into(),
            ..called.clone()
        };
        assert!(read(&child).unwrap_err().contains(&(Field::Email, FieldFault::NoEmail)));
        let number = TypedParty { email: "0112071234@skole.dk".into(), ..typed() };
        assert_eq!(faults(&number), [(Field::Email, FieldFault::CprNumber)]);
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_read_or_told(
            kind in prop::sample::select(vec!["one", "child", "class"]),
            texts in prop::collection::vec(any::<String>(), 10), agrees: bool
        ) {
            let t = |n: usize| texts[n].clone();
            let typed = TypedParty {
                kind: kind.to_owned(), school: t(0), class: t(1), grade: t(2), pupils: t(3),
                adults: t(4), child: t(5), age: t(6), name: t(7), email: t(8), phone: t(9),
                needs: t(0), agrees, waits: false, answers: TypedAnswers::default(),
                kin: TypedKin {
                    second_name: t(1), second_email: t(2), emergency_name: t(3), emergency_phone: t(4),
                },
            };
            match typed.read((&particulars_for_tests(), &[]), BY_PARTY) {
                Ok(read) => prop_assert!(read.party.seats() > 0),
                Err(faults) => prop_assert!(!faults.is_empty()),
            }
        }
    }
}
