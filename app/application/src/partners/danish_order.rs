//! The order of names in a Danish list.

use std::{cmp::Ordering, iter};

/// Compares two names as a Danish list does: without case, æ, ø and å after z, aa as å, and
/// accents only where all else is equal (Retskrivningsordbogen § 4; CLDR's `da`). Digits come
/// first.
#[must_use]
pub fn by_danish_alphabet(a: &str, b: &str) -> Ordering {
    ranks(a).cmp(ranks(b)).then_with(|| a.cmp(b))
}

const A: u32 = 'a' as u32;
const AE: u32 = 0x1_0001;
const OE: u32 = 0x1_0002;
const AA: u32 = 0x1_0003;

/// The places of the letters of a name, two a's in one.
fn ranks(name: &str) -> impl Iterator<Item = u32> {
    let mut ranks = name.chars().filter_map(rank).peekable();
    iter::from_fn(move || {
        let rank = ranks.next()?;
        let is_double = rank == A && ranks.next_if_eq(&A).is_some();
        Some(if is_double { AA } else { rank })
    })
}

/// A letter's place, or none for what is passed over.
fn rank(c: char) -> Option<u32> {
    let c = c.to_lowercase().next().unwrap_or(c);
    let plain = match c {
        'á' | 'à' | 'â' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'ü' => 'y',
        'ä' => 'æ',
        'ö' => 'ø',
        _ => c,
    };
    match plain {
        'æ' => Some(AE),
        'ø' => Some(OE),
        'å' => Some(AA),
        ' ' => Some(1),
        _ if plain.is_alphanumeric() => Some(u32::from(plain)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn aa_comes_last_with_or_without_a_ring() {
        let mut names =
            ["Ålborg", "Zoo", "Aarhus", "Ærø", "aalborg", "Øst", "Andet", "3D-huset", "Aabenraa"];
        names.sort_by(|a, b| by_danish_alphabet(a, b));
        let sorted =
            ["3D-huset", "Andet", "Zoo", "Ærø", "Øst", "Aabenraa", "aalborg", "Ålborg", "Aarhus"];
        assert_eq!(names, sorted);
    }

    #[test]
    fn two_a_of_two_words_are_two_letters() {
        assert!(by_danish_alphabet("Skola Alfa", "Skole") == Ordering::Less);
    }
}
