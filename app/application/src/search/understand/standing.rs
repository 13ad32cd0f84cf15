//! What becomes of words that mean something, beside what was said and chosen before.

use domain::search::Parameter;

type Pair = (Parameter, String);

/// What becomes of words that could be understood.
pub(super) enum Standing {
    /// They ask for something.
    Choice {
        /// What nobody has asked for yet; the rest is chosen, or was said before.
        new: Vec<Pair>,
        /// The choices beside which the rest cannot stand; none where all of it can.
        by: Vec<Pair>,
    },
    /// They stay words: they mean nothing else, or what cannot stand beside earlier words.
    Words,
}

pub(super) fn standing(means: Vec<Pair>, said: &[Pair], chosen: &[Pair]) -> Standing {
    let is_said_otherwise = |it: &Pair| said.iter().any(|known| clash(known, it));
    if means.is_empty() || means.iter().any(is_said_otherwise) {
        return Standing::Words;
    }
    let is_chosen_otherwise = |it: &Pair| chosen.iter().any(|known| clash(known, it));
    // How near is said of one place and not of another.
    let is_elsewhere = means.iter().any(|it| it.0 == Parameter::Near && is_chosen_otherwise(it));
    let (mut new, mut by): (Vec<Pair>, Vec<Pair>) = (Vec::new(), Vec::new());
    for it in means {
        for known in chosen.iter().filter(|known| clash(known, &it)) {
            if !by.contains(known) {
                by.push(known.clone());
            }
        }
        let is_far = is_elsewhere && it.0 == Parameter::WithinKm;
        let counts = !is_far && !is_chosen_otherwise(&it);
        if counts && !said.contains(&it) && !chosen.contains(&it) {
            new.push(it);
        }
    }
    Standing::Choice { new, by }
}

/// Whether nothing can meet both as they are said: two values where one is possible, or days that
/// end before they begin.
fn clash(known: &Pair, it: &Pair) -> bool {
    // Days in figures are in the order of time.
    match (known.0, it.0) {
        (Parameter::From, Parameter::To) => it.1 < known.1,
        (Parameter::To, Parameter::From) => known.1 < it.1,
        (one, other) => one == other && !one.may_repeat() && known.1 != it.1,
    }
}
