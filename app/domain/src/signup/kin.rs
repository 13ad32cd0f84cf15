//! Whom a guardian names for a child beside themselves: nobody has to be.

use super::{Field, FieldFault, FieldFaults, Phone, typed::Reading};
use crate::{Email, identity::PersonName};

/// Another guardian of a child, who is told of what the first is told of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecondGuardian {
    pub name: PersonName,
    pub email: Email,
}

/// Who is called on the day if something happens to a child.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmergencyContact {
    pub name: PersonName,
    pub phone: Phone,
}

/// Whom a guardian names for a child beside themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kin {
    pub second: Option<SecondGuardian>,
    pub emergency: Option<EmergencyContact>,
}

impl Kin {
    #[must_use]
    pub const fn is_nobody(&self) -> bool {
        self.second.is_none() && self.emergency.is_none()
    }
}

/// What somebody typed about them: every field as it was sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedKin {
    pub second_name: String,
    pub second_email: String,
    pub emergency_name: String,
    pub emergency_phone: String,
}

impl TypedKin {
    /// Everything that was typed, in a fixed order.
    #[must_use]
    pub fn all(&self) -> [&str; 4] {
        [&self.second_name, &self.second_email, &self.emergency_name, &self.emergency_phone]
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all().iter().all(|it| it.trim().is_empty())
    }

    /// As somebody would type what is known.
    #[must_use]
    pub fn of(kin: &Kin) -> Self {
        let (second, emergency) = (kin.second.as_ref(), kin.emergency.as_ref());
        Self {
            second_name: second.map(|it| it.name.to_string()).unwrap_or_default(),
            second_email: second.map(|it| it.email.to_string()).unwrap_or_default(),
            emergency_name: emergency.map(|it| it.name.to_string()).unwrap_or_default(),
            emergency_phone: emergency.map(|it| it.phone.as_str().to_owned()).unwrap_or_default(),
        }
    }

    /// Whom it means, beside the guardian at an address. Fields that are all empty name nobody;
    /// a name needs its address or number, and these need their name.
    ///
    /// # Errors
    ///
    /// Everything that is wrong, in the order of the form.
    pub fn read(&self, first: Option<&Email>) -> Result<Kin, FieldFaults> {
        let mut reading = Reading::default();
        let kin = self.read_into(&mut reading, first);
        if reading.0.is_empty() { Ok(kin) } else { Err(reading.0) }
    }

    pub(super) fn read_into(&self, reading: &mut Reading, first: Option<&Email>) -> Kin {
        Kin { second: self.second(reading, first), emergency: self.emergency(reading) }
    }

    fn second(&self, reading: &mut Reading, first: Option<&Email>) -> Option<SecondGuardian> {
        let typed = [self.second_name.as_str(), self.second_email.as_str()];
        if typed.iter().all(|it| it.trim().is_empty()) {
            return None;
        }
        let name = reading.text(Field::SecondName, &self.second_name);
        let email = reading.email(Field::SecondEmail, &self.second_email);
        let is_first = |it: &Email| first.is_some_and(|first| first.key() == it.key());
        if email.as_ref().is_some_and(is_first) {
            return reading.fault(Field::SecondEmail, FieldFault::SameEmail);
        }
        Some(SecondGuardian { name: name?, email: email? })
    }

    fn emergency(&self, reading: &mut Reading) -> Option<EmergencyContact> {
        let typed = [self.emergency_name.as_str(), self.emergency_phone.as_str()];
        if typed.iter().all(|it| it.trim().is_empty()) {
            return None;
        }
        let name = reading.text(Field::EmergencyName, &self.emergency_name);
        let phone = reading.text(Field::EmergencyPhone, &self.emergency_phone);
        Some(EmergencyContact { name: name?, phone: phone? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed() -> TypedKin {
        TypedKin {
            second_name: "Ali Holm".into(),
            second_email: "ali@hjem.dk".into(),
            emergency_name: "Farmor".into(),
            emergency_phone: "20 12 34 56".into(),
        }
    }

    fn faults(typed: &TypedKin) -> FieldFaults {
        let first = Email::try_from("mette@hjem.dk").unwrap();
        typed.read(Some(&first)).err().unwrap_or_default()
    }

    #[test]
    fn nobody_has_to_be_named_and_whoever_is_comes_back_as_typed() {
        assert!(TypedKin::default().read(None).unwrap().is_nobody());
        let kin = typed().read(None).unwrap();
        assert_eq!(TypedKin::of(&kin), typed());
        let alone = TypedKin { second_name: " ".into(), second_email: String::new(), ..typed() };
        let kin = alone.read(None).unwrap();
        assert!(kin.second.is_none() && kin.emergency.is_some());
    }

    #[test]
    fn half_of_somebody_is_told_at_the_half_that_is_missing() {
        let half = TypedKin { second_email: String::new(), ..typed() };
        assert_eq!(faults(&half), [(Field::SecondEmail, FieldFault::Missing)]);
        let half = TypedKin { emergency_name: String::new(), ..typed() };
        assert_eq!(faults(&half), [(Field::EmergencyName, FieldFault::Missing)]);
        let half = TypedKin { emergency_phone: "112".into(), ..typed() };
        assert_eq!(faults(&half), [(Field::EmergencyPhone, FieldFault::Missing)]);
    }

    #[test]
    fn the_first_guardian_is_no_second_and_no_field_takes_a_cpr_number() {
        let same = TypedKin { second_email: "METTE@hjem.dk".into(), ..typed() };
        assert_eq!(faults(&same), [(Field::SecondEmail, FieldFault::SameEmail)]);
        let number = "011207-1234";
        let all = TypedKin {
            second_name: format!("Ali {number}"),
            second_email: "0112071234@hjem.dk".into(),
            emergency_name: number.into(),
            emergency_phone: number.into(),
        };
        let told: Vec<_> = faults(&all).into_iter().map(|it| it.1).collect();
        assert_eq!(told, [FieldFault::CprNumber; 4]);
    }
}
