//! Spellings that are close: typed without Danish keys, or with a slip of the finger.

/// A weaker key than the folded spelling: what is left of a word when somebody without
/// Danish keys writes a and o for æ, å and ø, and doubles are typed once.
///
/// Two words with one key are less sure to be the same word than two with one folded
/// spelling ("rod" and "rød" meet here), so the key ranks below it.
///
/// ```
/// use language::{bare, folded};
/// assert_eq!(bare(&folded("København")), bare("kobenhavn"));
/// assert_eq!(bare(&folded("værksted")), bare("varksted"));
/// ```
#[must_use]
pub fn bare(folded: &str) -> String {
    let mut bare = String::with_capacity(folded.len());
    let mut chars = folded.chars().peekable();
    while let Some(c) = chars.next() {
        let plain = match (c, chars.peek()) {
            ('a', Some('e' | 'a')) | ('o', Some('e')) => {
                chars.next();
                c
            }
            ('å' | 'æ', _) => 'a',
            ('ø', _) => 'o',
            _ => c,
        };
        if !bare.ends_with(plain) || plain.is_numeric() {
            bare.push(plain);
        }
    }
    bare
}

/// A word as a Dane would write what is heard: »physik« is »fysik«, »code« is »kode«.
pub(crate) fn respelled(folded: &str) -> String {
    let mut respelled = String::with_capacity(folded.len() + 2);
    let mut chars = folded.chars().peekable();
    while let Some(c) = chars.next() {
        match (c, chars.peek()) {
            ('p', Some('h')) => {
                chars.next();
                respelled.push('f');
            }
            ('t', Some('h')) => {
                chars.next();
                respelled.push('t');
            }
            ('q', Some('u')) => {
                chars.next();
                respelled.push_str("kv");
            }
            ('c', Some('e' | 'i' | 'y')) | ('z', _) => respelled.push('s'),
            ('c' | 'q', _) => respelled.push('k'),
            ('w', _) => respelled.push('v'),
            ('x', _) => respelled.push_str("ks"),
            _ => respelled.push(c),
        }
    }
    respelled
}

/// How many slips of the finger a word may hold and still be meant: none below five
/// letters or with a digit in it, one from five letters and two from nine
/// (Meilisearch's defaults, documented under "Typo tolerance settings").
#[must_use]
pub fn typos_allowed(word: &str) -> u8 {
    if word.chars().any(char::is_numeric) {
        return 0;
    }
    match word.chars().count() {
        0..5 => 0,
        5..9 => 1,
        _ => 2,
    }
}

/// How many slips of the finger made `meant` into `typed`; none where it takes more than
/// [`typos_allowed`].
#[must_use]
pub fn slips(typed: &str, meant: &str) -> Option<u8> {
    distance(typed, meant, typos_allowed(typed))
}

/// How many letters must be put in, left out, exchanged or swapped with their neighbour to
/// make one word the other, if it takes no more than `at_most`
/// (the restricted Damerau–Levenshtein distance, also "optimal string alignment").
///
/// ```
/// assert_eq!(language::distance("robot", "robto", 2), Some(1));
/// assert_eq!(language::distance("brint", "vindmølle", 2), None);
/// ```
#[must_use]
pub fn distance(a: &str, b: &str, at_most: u8) -> Option<u8> {
    let limit = usize::from(at_most);
    let a: Vec<char> = a.chars().collect();
    let b: Vec<char> = b.chars().collect();
    if a.len().abs_diff(b.len()) > limit {
        return None;
    }
    let mut before_last = vec![0; b.len() + 1];
    let mut last: Vec<usize> = (0..=b.len()).collect();
    let mut row = vec![0; b.len() + 1];
    let mut cheapest_before = 0;
    for i in 1..=a.len() {
        row[0] = i;
        let mut cheapest = i;
        for j in 1..=b.len() {
            let exchanged = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut best = exchanged.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(before_last[j - 2] + 1);
            }
            row[j] = best;
            cheapest = cheapest.min(best);
        }
        // A swap reaches back two rows; only when both are too dear can nothing come.
        if cheapest > limit && cheapest_before > limit {
            return None;
        }
        cheapest_before = cheapest;
        std::mem::swap(&mut before_last, &mut last);
        std::mem::swap(&mut last, &mut row);
    }
    u8::try_from(last[b.len()]).ok().filter(|distance| *distance <= at_most)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{bare, distance, typos_allowed};
    use crate::folded;

    #[test]
    fn whoever_has_no_danish_keys_is_understood() {
        for (danish, typed) in [
            ("København", "kobenhavn"),
            ("Rønne", "ronne"),
            ("Århus", "arhus"),
            ("smørrebrød", "smorrebrod"),
            ("værksted", "vaerksted"),
            ("værksted", "varksted"),
            ("læring", "laring"),
        ] {
            assert_eq!(bare(&folded(danish)), bare(typed), "{danish}");
        }
    }

    #[test]
    fn numbers_keep_their_doubles() {
        assert_ne!(bare("uge 11"), bare("uge 1"));
    }

    #[test]
    fn short_words_and_numbers_must_be_right() {
        assert_eq!(typos_allowed("smed"), 0);
        assert_eq!(typos_allowed("2027lokaler"), 0);
        assert_eq!(typos_allowed("robot"), 1);
        assert_eq!(typos_allowed("satellit"), 1);
        assert_eq!(typos_allowed("konkurrence"), 2);
    }

    #[test]
    fn each_kind_of_slip_counts_one() {
        for typed in ["obot", "roboot", "rabot", "orbot"] {
            assert_eq!(distance("robot", typed, 1), Some(1), "{typed}");
        }
        assert_eq!(distance("", "", 0), Some(0));
        assert_eq!(distance("", "to", 1), None);
    }

    #[test]
    fn a_swapped_pair_is_not_touched_again() {
        assert_eq!(distance("ca", "abc", 3), Some(3));
    }

    proptest! {
        #[test]
        fn there_and_back_is_equally_far(a in "[abcæ]{0,7}", b in "[abcæ]{0,7}") {
            prop_assert_eq!(distance(&a, &b, 9), distance(&b, &a, 9));
            prop_assert_eq!(distance(&a, &b, 9) == Some(0), a == b);
        }

        #[test]
        fn giving_up_early_does_not_change_the_answer(
            a in "[abc]{0,8}", b in "[abc]{0,8}", at_most in 0_u8..4,
        ) {
            let true_distance = distance(&a, &b, 20).expect("never so far");
            let expected = (true_distance <= at_most).then_some(true_distance);
            prop_assert_eq!(distance(&a, &b, at_most), expected);
        }

        #[test]
        fn a_bare_key_is_bare_and_no_longer(word in "[a-zæøå]{0,20}") {
            let key = bare(&word);
            prop_assert!(key.len() <= word.len());
        }
    }
}
