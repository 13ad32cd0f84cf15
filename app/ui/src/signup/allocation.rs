//! How a draw that was done once more is told.

use application::signup::{AllocationFault, CheckedAllocation, DrawSheet};
use domain::signup::{Draw, InvalidDraw, PublicNumber};

use crate::{Speech, catalogue::file_fault};

/// How many parties are named that should have been given something else.
const NAMED: usize = 10;

/// What was given, a sentence a line, and whether it is what was published.
#[must_use]
pub fn checked(t: &'static Speech, it: &CheckedAllocation) -> Vec<String> {
    let n = |n: usize| ("n", n.into());
    let (parties, dates) = (it.outcomes.len(), it.names.len());
    let mut lines =
        vec![t.tell("allocation-drawn", &[("parties", parties.into()), ("dates", dates.into())])];
    for wish in 0..Draw::MOST_WISHES {
        let given = it.outcomes.iter().filter(|it| it.given == Some(wish)).count();
        if given > 0 {
            lines.push(t.tell("allocation-given", &[n(given), ("wish", (wish + 1).into())]));
        }
    }
    let none = it.outcomes.iter().filter(|it| it.given.is_none()).count();
    if none > 0 {
        lines.push(t.tell("allocation-none", &[n(none)]));
    }
    lines.push(match (it.told, it.differ.len()) {
        (0, _) => t.say("allocation-untold").to_owned(),
        (_, 0) => t.say("allocation-same").to_owned(),
        (_, differ) => {
            let named = it.differ.iter().take(NAMED).map(|it| it.0.to_string());
            let named = named.collect::<Vec<_>>().join(", ");
            t.tell("allocation-differs", &[n(differ), ("numbers", named.into())])
        }
    });
    lines
}

/// Why a draw cannot be done again, and what to do.
#[must_use]
pub fn allocation_fault(t: &'static Speech, fault: &AllocationFault) -> String {
    let sheet = |sheet: &DrawSheet| match sheet {
        DrawSheet::Dates => t.say("allocation-sheet-dates"),
        DrawSheet::Parties => t.say("allocation-sheet-parties"),
    };
    match fault {
        AllocationFault::File { sheet: which, fault } => {
            format!("{} {}", sheet(which), file_fault(t, fault))
        }
        AllocationFault::Cell { sheet: which, line, column } => {
            let told = t
                .tell("allocation-cell", &[("line", (*line).into()), ("column", (*column).into())]);
            format!("{} {told}", sheet(which))
        }
        AllocationFault::Invalid(fault) => invalid(t, *fault),
    }
}

fn invalid(t: &'static Speech, fault: InvalidDraw) -> String {
    let tell = |key, number: PublicNumber| t.tell(key, &[("party", number.0.to_string().into())]);
    match fault {
        InvalidDraw::SameNumber(it) => tell("allocation-same-number", it),
        InvalidDraw::Nobody(it) => tell("allocation-nobody", it),
        InvalidDraw::Ranking(it) => t.tell(
            "allocation-ranking",
            &[("party", it.0.to_string().into()), ("max", Draw::MOST_WISHES.into())],
        ),
        InvalidDraw::UnknownDate(it) => tell("allocation-unknown-date", it),
        InvalidDraw::TwoOrders => t.say("allocation-two-orders").to_owned(),
    }
}
