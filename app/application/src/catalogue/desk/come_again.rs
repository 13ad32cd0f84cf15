//! The last date of a draft comes again.

use domain::catalogue::{AgainFault, Answers, TypedAgain};

use crate::catalogue::{AnswerFault, Column, Fault};

/// Adds the dates that somebody wants to come again ([`TypedAgain::read`]); where something about
/// that is wrong, nothing is added. Answers what is wrong, each at its field.
#[must_use]
pub fn come_again(answers: &mut Answers, typed: &TypedAgain) -> Vec<AnswerFault> {
    let faults = match typed.read(&answers.dates) {
        Ok(coming) => {
            answers.dates.extend(coming);
            return Vec::new();
        }
        Err(faults) => faults,
    };
    let told = faults.into_iter().map(|fault| match fault {
        // It is missing where the date itself is typed.
        AgainFault::NoDay => {
            let last = answers.dates.last();
            let is_blank = last.is_none_or(|it| it.day.trim().is_empty());
            let fault = if is_blank { Fault::Missing } else { Fault::NoSuchDay };
            let date = answers.dates.len().checked_sub(1);
            AnswerFault { column: Column::Start, date, fault }
        }
        fault => AnswerFault { column: Column::Start, date: None, fault: Fault::Again(fault) },
    });
    told.collect()
}

#[cfg(test)]
mod tests {
    use domain::catalogue::TypedDate;

    use super::*;

    #[test]
    fn what_comes_again_is_added_and_what_is_wrong_is_told_at_its_field() {
        let mut answers = Answers::default();
        answers.dates.push(TypedDate { day: "2027-03-18".into(), ..TypedDate::default() });
        let typed = |until: &str| TypedAgain {
            every: "1".into(),
            until: until.into(),
            ..TypedAgain::default()
        };
        let faults = come_again(&mut answers, &typed(""));
        assert_eq!(faults.len(), 1);
        assert_eq!(faults[0].fault, Fault::Again(AgainFault::NoEnd));
        assert_eq!(answers.dates.len(), 1, "nothing is added");
        assert_eq!(come_again(&mut answers, &typed("2027-04-01")), []);
        let days: Vec<_> = answers.dates.iter().map(|it| it.day.as_str()).collect();
        assert_eq!(days, ["2027-03-18", "2027-04-01"], "Maundy Thursday is passed over");
        answers.dates.push(TypedDate { from: "09:00".into(), ..TypedDate::default() });
        let faults = come_again(&mut answers, &typed("2027-06-01"));
        assert_eq!((faults[0].date, &faults[0].fault), (Some(2), &Fault::Missing));
    }
}
