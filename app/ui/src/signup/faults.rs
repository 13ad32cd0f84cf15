//! What is wrong with a form, in words.

use domain::signup::{Field, FieldFault, Party, Refusal, Unfit};

use crate::Speech;

/// What is wrong with a field, and what to do.
pub(super) fn sentence(t: &'static Speech, field: Field, fault: FieldFault) -> String {
    let n = |key: &str, n: u64| t.tell(key, &[("n", n.into())]);
    match fault {
        FieldFault::Missing => t.word("signup-missing", field.key()).to_owned(),
        FieldFault::TooLong { max } => n("signup-too-long", max as u64),
        FieldFault::Unreadable => t.say("signup-unreadable").to_owned(),
        FieldFault::CprNumber => t.say("signup-cpr").to_owned(),
        FieldFault::NoEmail => t.say("signup-no-email").to_owned(),
        FieldFault::NoPhone => t.say("signup-no-phone").to_owned(),
        FieldFault::NoNumber => t.say("signup-no-number").to_owned(),
        FieldFault::SameEmail => t.say("signup-same-email").to_owned(),
        FieldFault::MoreThanCame { n: came } => n("signup-more-than-came", came.into()),
        FieldFault::NotAgreed => t.say("signup-not-agreed").to_owned(),
        FieldFault::Unfit(unfit) => match unfit {
            Unfit::Kind => t.say("signup-unfit-kind").to_owned(),
            Unfit::GroupTooSmall { min } => n("signup-unfit-small", min.into()),
            Unfit::GroupTooLarge { max } => n("signup-unfit-large", max.into()),
            Unfit::Level => t.say("signup-unfit-level").to_owned(),
            Unfit::TooYoung { min } => n("signup-unfit-young", min.into()),
            Unfit::TooOld { max } => n("signup-unfit-old", max.into()),
            Unfit::NeedsGuardian => n("signup-unfit-guardian", Party::OWN_CONSENT.into()),
        },
    }
}

/// Why an organiser cannot put a party where they want it, and what to do.
pub(super) fn organisers(t: &'static Speech, refusal: Refusal) -> String {
    match refusal {
        Refusal::Full { free, .. } => t.tell("roster-full", &[("n", free.into())]),
        Refusal::NeverFits { seats } => t.tell("roster-full", &[("n", seats.into())]),
        Refusal::AlreadyIn => t.say("roster-already-in").to_owned(),
        Refusal::NotSure => t.say("roster-not-sure").to_owned(),
        Refusal::DateCancelled | Refusal::Closed => t.say("roster-add-over").to_owned(),
        Refusal::NotEmpty => t.say("draw-not-empty").to_owned(),
        Refusal::DrawTime => t.say("draw-wrong-time").to_owned(),
        Refusal::Gone(_) | Refusal::Unknown | Refusal::Nobody | Refusal::NotOffered => {
            t.say("roster-too-late").to_owned()
        }
    }
}

/// Why a party does not get what it asks for, and what to do.
pub(super) fn refusal(t: &'static Speech, refusal: Refusal) -> String {
    match refusal {
        Refusal::Full { free: 0, .. } => t.say("signup-full-none").to_owned(),
        Refusal::Full { free, others_wait: true } => {
            t.tell("signup-full-line", &[("n", free.into())])
        }
        Refusal::Full { free, others_wait: false } => t.tell("signup-full", &[("n", free.into())]),
        Refusal::NeverFits { seats } => t.tell("signup-never-fits", &[("n", seats.into())]),
        Refusal::DateCancelled => t.say("signup-date-cancelled").to_owned(),
        Refusal::Closed | Refusal::NotEmpty | Refusal::DrawTime => {
            t.say("signup-closed").to_owned()
        }
        Refusal::AlreadyIn => t.say("signup-already-in").to_owned(),
        Refusal::Nobody => t.say("signup-no-number").to_owned(),
        Refusal::Gone(_) | Refusal::Unknown => t.say("signup-too-late").to_owned(),
        Refusal::NotSure | Refusal::NotOffered => t.say("signup-not-offered").to_owned(),
    }
}
