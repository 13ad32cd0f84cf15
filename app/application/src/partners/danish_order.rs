//! The order of names in a Danish list.

use std::cmp::Ordering;

/// Compares two names as a Danish list does: without case, æ, ø and å after z, and
/// accents only where all else is equal (Retskrivningsordbogen § 44). Digits come first.
#[must_use]
pub fn by_danish_alphabet(a: &str, b: &str) -> Ordering {
    a.chars().filter_map(rank).cmp(b.chars().filter_map(rank)).then_with(|| a.cmp(b))
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
        'æ' => Some(0x1_0001),
        'ø' => Some(0x1_0002),
        'å' => Some(0x1_0003),
        ' ' => Some(1),
        _ if plain.is_alphanumeric() => Some(u32::from(plain)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn aa_with_a_ring_comes_last() {
        let mut names = ["Ålborg", "Zoo", "Ærø", "aalborg", "Øst", "Andet", "3D-huset"];
        names.sort_by(|a, b| by_danish_alphabet(a, b));
        assert_eq!(names, ["3D-huset", "aalborg", "Andet", "Zoo", "Ærø", "Øst", "Ålborg"]);
    }
}
