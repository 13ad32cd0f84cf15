//! How strange a slip would be: of two words that are equally many slips away, the one
//! that is more likely to be mistyped so is meant.

use std::ops::Range;

/// A letter put twice or once too few, or an accent left out.
const EASY: u16 = 3;
/// Letters that are swapped, or that sound alike.
const COMMON: u16 = 4;
/// A letter left out: the commonest slip of those that change a word
/// (Pollock and Zamora 1984: omission, insertion, substitution, transposition).
const LEFT_OUT: u16 = 5;
/// A letter put in, or the key beside the right one.
const PUT_IN: u16 = 6;
const EXCHANGED: u16 = 8;
/// Hardly anybody gets the first letter wrong (Yannakoudakis and Fawthrop 1983).
const AT_FIRST: u16 = 4;

/// How strange the slips would be that made `meant` into `typed`, from 0 for none; both are
/// folded. To be compared for words that are equally many slips away.
///
/// ```
/// use language::strangeness;
/// assert!(strangeness("fredrag", "foredrag") < strangeness("fredrag", "fredag"));
/// assert!(strangeness("forlop", "forlob") < strangeness("forlop", "forlod"));
/// ```
#[must_use]
pub fn strangeness(typed: &str, meant: &str) -> u16 {
    // »raetter« can be »rætter« as well as »raketter« without its k.
    let as_keys = between(&letters(typed), &letters(meant));
    as_keys.min(between(typed.as_bytes(), meant.as_bytes()))
}

fn between(typed: &[u8], meant: &[u8]) -> u16 {
    let mut rows = vec![vec![u16::MAX / 2; meant.len() + 1]; typed.len() + 1];
    rows[0][0] = 0;
    for t in 0..=typed.len() {
        for m in 0..=meant.len() {
            let mut best = rows[t][m];
            let mut come = |from_t: usize, from_m: usize, price: u16| {
                if t >= from_t && m >= from_m {
                    let is_first = price > EASY && (t == from_t || m == from_m);
                    let price = price + if is_first { AT_FIRST } else { 0 };
                    best = best.min(rows[t - from_t][m - from_m].saturating_add(price));
                }
            };
            if t > 0 && m > 0 {
                come(1, 1, exchanged(typed[t - 1], meant[m - 1]));
            }
            if t > 0 {
                let double = is_double(typed, t - 1);
                come(1, 0, if double { EASY } else { PUT_IN });
            }
            if m > 0 {
                let double = is_double(meant, m - 1);
                come(0, 1, if double { EASY } else { LEFT_OUT });
            }
            if t > 1 && m > 1 && typed[t - 2] == meant[m - 1] && typed[t - 1] == meant[m - 2] {
                come(2, 2, COMMON);
            }
            for (two, one) in SOUNDS {
                if ends(typed, t.saturating_sub(2)..t, two)
                    && ends(meant, m.wrapping_sub(1)..m, one)
                {
                    come(2, 1, EASY);
                }
                if ends(meant, m.saturating_sub(2)..m, two)
                    && ends(typed, t.wrapping_sub(1)..t, one)
                {
                    come(1, 2, EASY);
                }
            }
            rows[t][m] = best;
        }
    }
    rows[typed.len()][meant.len()]
}

/// Two letters that sound like one.
const SOUNDS: [(&[u8], &[u8]); 6] =
    [(b"ph", b"f"), (b"ks", b"x"), (b"ck", b"k"), (b"th", b"t"), (b"gh", b"g"), (b"sc", b"s")];

/// Letters that sound alike in Danish or are taken for one another.
const ALIKE: [&[u8]; 16] = [
    b"bp", b"dt", b"gk", b"ck", b"cs", b"sz", b"vw", b"fv", b"iy", b"ij", b"ou", b"o}", b"e{",
    b"y|", b"kq", b"ei",
];

/// The rows of keys, each letter beside its neighbours.
const KEYS: [&[u8]; 3] = [b"qwertyuiop}", b"asdfghjkl{|", b"zxcvbnm"];

const AE: u8 = b'{';
const OE: u8 = b'|';
const AA: u8 = b'}';

/// The letters as they are on the keys: æ, ø and å are one each.
fn letters(folded: &str) -> Vec<u8> {
    let mut letters = Vec::with_capacity(folded.len());
    for letter in folded.bytes() {
        let whole = match (letters.last(), letter) {
            (Some(b'a'), b'e') => Some(AE),
            (Some(b'o'), b'e') => Some(OE),
            (Some(b'a'), b'a') => Some(AA),
            _ => None,
        };
        match whole {
            Some(whole) => {
                letters.pop();
                letters.push(whole);
            }
            None => letters.push(letter),
        }
    }
    letters
}

fn exchanged(typed: u8, meant: u8) -> u16 {
    let is = |a: u8, b: u8| (typed, meant) == (a, b) || (typed, meant) == (b, a);
    if typed == meant {
        0
    } else if is(AE, b'a') || is(OE, b'o') || is(AA, b'a') {
        EASY
    } else if ALIKE.iter().any(|pair| is(pair[0], pair[1])) {
        COMMON
    } else if KEYS.iter().any(|row| row.windows(2).any(|keys| is(keys[0], keys[1]))) {
        PUT_IN
    } else {
        EXCHANGED
    }
}

fn is_double(letters: &[u8], at: usize) -> bool {
    at > 0 && letters[at - 1] == letters[at]
}

fn ends(letters: &[u8], range: Range<usize>, with: &[u8]) -> bool {
    letters.get(range).is_some_and(|it| it == with)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{EASY, LEFT_OUT, strangeness};

    #[test]
    fn what_is_easily_mistyped_is_least_strange() {
        for (typed, likely, unlikely) in [
            ("fredrag", "foredrag", "fredag"),
            ("raetter", "raketter", "raekker"),
            ("aenergi", "energi", "allergi"),
            ("eleer", "elever", "eller"),
            ("dak", "dag", "dam"),
            ("sikb", "skib", "silo"),
            ("phamilie", "familie", "emilie"),
            ("brnit", "brint", "bonit"),
        ] {
            assert!(strangeness(typed, likely) < strangeness(typed, unlikely), "{typed}");
        }
    }

    #[test]
    fn a_doubled_letter_is_less_than_any_other() {
        assert_eq!(strangeness("robbot", "robot"), EASY);
        assert_eq!(strangeness("progamering", "programmering"), EASY + LEFT_OUT);
        assert_eq!(strangeness("kobenhavn", "koebenhavn"), EASY);
    }

    proptest! {
        #[test]
        fn only_the_word_itself_is_not_strange(a in "[a-zæøå]{0,9}", b in "[a-zæøå]{0,9}") {
            let (a, b) = (crate::folded(&a), crate::folded(&b));
            prop_assert_eq!(strangeness(&a, &b) == 0, a == b);
        }
    }
}
