//! Recognising, letter by letter, the words that are spelled almost like one that was typed.
//!
//! Read along a sorted vocabulary, a beginning that nothing near can begin with is left with
//! all words that share it, so the work grows with what is near and hardly with the
//! vocabulary (the idea of Schulz and Mihov's Levenshtein automata, 2002, here with the rows
//! of the distance itself as states).

use crate::{Tongue, bare, spelling::respelled, stem, typos_allowed};

/// Recognises the words that are near to one.
#[derive(Clone, Debug)]
pub struct Near {
    ways: Vec<Way>,
}

/// One way in which a word can be near: so many slips from some letters.
#[derive(Clone, Debug)]
struct Way {
    letters: Vec<u8>,
    at_most: u8,
    /// Whether the bare spelling of a word is compared, see [`bare`].
    is_bare: bool,
}

/// How far a word has been read.
#[derive(Clone, Copy, Debug)]
pub struct Reading([State; MOST_WAYS]);

/// As it is, without accents, its stem, and as it sounds.
const MOST_WAYS: usize = 4;
/// More slips are never allowed.
const MOST_SLIPS: u8 = 2;
/// How many columns of a row can be within reach.
const BAND: usize = 2 * MOST_SLIPS as usize + 1;
/// Out of reach.
const FAR: u8 = u8::MAX / 2;

#[derive(Clone, Copy, Debug)]
struct State {
    /// How many letters have been compared.
    read: u8,
    last_letter: u8,
    /// The second letter of æ, ø or å may follow.
    open: u8,
    row: [u8; BAND],
    row_before: [u8; BAND],
}

impl Near {
    /// What may be meant by a folded word: with the slips that [`typos_allowed`] grants it,
    /// without regard to accents and doubled letters, with another ending, or as it sounds.
    /// None where it is no word of letters from a to z.
    #[must_use]
    pub fn to(typed: &str) -> Option<Self> {
        Self::within(typed, MOST_SLIPS)
    }

    /// The same with at most so many slips.
    #[must_use]
    pub fn within(typed: &str, slips: u8) -> Option<Self> {
        if typed.len() > LONGEST || !typed.bytes().all(|it| it.is_ascii_lowercase()) {
            return None;
        }
        let allowed = typos_allowed(typed).min(slips);
        let mut near = Self { ways: Vec::with_capacity(MOST_WAYS) };
        let sound = bare(&respelled(typed));
        let bare = bare(typed);
        let stem = stem(typed, Tongue::Danish);
        if allowed > 0 {
            near.ways.push(Way::of(typed, allowed, false));
            near.ways.push(Way::of(&bare, allowed.min(typos_allowed(&bare)), true));
            if stem.len() > 3 && stem != typed {
                near.ways.push(Way::of(&stem, allowed, false));
            }
        }
        if sound.len() > 3 && sound != bare {
            near.ways.push(Way::of(&sound, allowed.saturating_sub(1), true));
        }
        (!near.ways.is_empty()).then_some(near)
    }

    /// What is spelled like a part of a word but for one slip, or its accents.
    #[must_use]
    pub(crate) fn to_part(part: &str) -> Self {
        Self { ways: vec![Way::of(part, 1, false), Way::of(&bare(part), 1, true)] }
    }

    /// Before the first letter.
    #[must_use]
    pub fn start(&self) -> Reading {
        let mut states = [State::DEAD; MOST_WAYS];
        for (state, way) in states.iter_mut().zip(&self.ways) {
            *state = way.start();
        }
        Reading(states)
    }

    /// After one more letter.
    #[must_use]
    pub fn read(&self, reading: &Reading, letter: u8) -> Reading {
        let mut states = [State::DEAD; MOST_WAYS];
        for ((state, way), before) in states.iter_mut().zip(&self.ways).zip(&reading.0) {
            *state = way.read(before, letter);
        }
        Reading(states)
    }

    /// Whether what was read is a word that is near.
    #[must_use]
    pub fn is_near(&self, reading: &Reading) -> bool {
        self.ways.iter().zip(&reading.0).any(|(way, state)| way.is_near(state))
    }

    /// Whether a word that is near can begin with what was read.
    #[must_use]
    pub fn can_begin(&self, reading: &Reading) -> bool {
        self.ways.iter().zip(&reading.0).any(|(way, state)| way.can_begin(state))
    }

    /// Whether this word is near.
    #[must_use]
    pub fn recognises(&self, word: &str) -> bool {
        let mut reading = self.start();
        for letter in word.bytes() {
            reading = self.read(&reading, letter);
            if !self.can_begin(&reading) {
                return false;
            }
        }
        self.is_near(&reading)
    }
}

/// Longer words are not compared, in bytes.
const LONGEST: usize = 64;

impl State {
    const DEAD: Self =
        Self { read: 0, last_letter: 0, open: 0, row: [FAR; BAND], row_before: [FAR; BAND] };
}

impl Way {
    fn of(letters: &str, at_most: u8, is_bare: bool) -> Self {
        Self { letters: letters.as_bytes().to_vec(), at_most, is_bare }
    }

    fn start(&self) -> State {
        let mut state = State::DEAD;
        for n in 0..=self.at_most {
            state.row[usize::from(self.at_most + n)] = n;
        }
        state
    }

    fn read(&self, state: &State, letter: u8) -> State {
        if !self.can_begin(state) {
            return State::DEAD;
        }
        if !self.is_bare {
            return self.compare(state, letter);
        }
        // As `bare` does, but letter by letter.
        if (state.open == b'a' && matches!(letter, b'a' | b'e'))
            || (state.open == b'o' && letter == b'e')
        {
            return State { open: 0, ..*state };
        }
        let open = if matches!(letter, b'a' | b'o') { letter } else { 0 };
        if letter == state.last_letter && letter.is_ascii_alphabetic() {
            return State { open, ..*state };
        }
        State { open, ..self.compare(state, letter) }
    }

    /// The next row of the distance, as far as it is within reach of the diagonal.
    fn compare(&self, state: &State, letter: u8) -> State {
        let reach = usize::from(self.at_most);
        let read = usize::from(state.read) + 1;
        let mut row = [FAR; BAND];
        for at in 0..=2 * reach {
            // Of the letters that were typed, so many are compared in this column.
            let Some(typed) = (read + at).checked_sub(reach) else { continue };
            if typed > self.letters.len() {
                break;
            }
            let mut best = if at < 2 * reach { state.row[at + 1] + 1 } else { FAR };
            if typed > 0 {
                let same = self.letters[typed - 1] == letter;
                best = best.min(state.row[at] + u8::from(!same));
                if at > 0 {
                    best = best.min(row[at - 1] + 1);
                }
            }
            if typed > 1
                && self.letters[typed - 1] == state.last_letter
                && self.letters[typed - 2] == letter
            {
                best = best.min(state.row_before[at] + 1);
            }
            row[at] = best.min(FAR);
        }
        State {
            read: state.read.saturating_add(1),
            last_letter: letter,
            open: 0,
            row,
            row_before: state.row,
        }
    }

    fn is_near(&self, state: &State) -> bool {
        let reach = usize::from(self.at_most);
        let column = (self.letters.len() + reach).checked_sub(usize::from(state.read));
        column.is_some_and(|it| it <= 2 * reach && state.row[it] <= self.at_most)
    }

    fn can_begin(&self, state: &State) -> bool {
        // A swap reaches back two rows.
        state.row.iter().any(|it| *it <= self.at_most)
            || state.row_before.iter().any(|it| *it < self.at_most)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Near, Way};
    use crate::{bare, distance};

    fn alone(letters: &str, at_most: u8, is_bare: bool) -> Near {
        Near { ways: vec![Way::of(letters, at_most, is_bare)] }
    }

    #[test]
    fn slips_accents_endings_and_sounds_are_near() {
        for (typed, meant) in [
            ("robbot", "robot"),
            ("kodnnig", "kodning"),
            ("forloeb", "faarloeb"),
            ("varksted", "vaerksted"),
            ("vindmoeler", "vindmoelle"),
            ("physik", "fysik"),
            ("phablab", "fablab"),
            ("wand", "vand"),
        ] {
            assert!(Near::to(typed).is_some_and(|near| near.recognises(meant)), "{typed}");
        }
    }

    #[test]
    fn short_words_numbers_and_other_scripts_are_near_to_nothing() {
        for typed in ["", "klia", "8800", "uge42", "пример"] {
            assert!(Near::to(typed).is_none(), "{typed}");
        }
    }

    #[test]
    fn a_beginning_that_cannot_be_meant_is_left_at_once() {
        let near = Near::to("robot").expect("a word");
        let begun = "xy".bytes().fold(near.start(), |it, letter| near.read(&it, letter));
        assert!(!near.can_begin(&begun));
    }

    proptest! {
        #[test]
        fn what_is_recognised_is_what_is_near(
            typed in "[abe]{0,9}", word in "[abe]{0,9}", at_most in 0_u8..3,
        ) {
            let is_near = distance(&typed, &word, at_most).is_some();
            prop_assert_eq!(alone(&typed, at_most, false).recognises(&word), is_near);
        }

        #[test]
        fn a_bare_spelling_is_recognised_letter_by_letter(
            typed in "[abeo]{0,9}", word in "[abeo]{0,9}", at_most in 0_u8..3,
        ) {
            let is_near = distance(&bare(&typed), &bare(&word), at_most).is_some();
            prop_assert_eq!(alone(&bare(&typed), at_most, true).recognises(&word), is_near);
        }
    }
}
