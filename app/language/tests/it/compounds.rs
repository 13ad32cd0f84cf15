//! Words and the parts a Danish reader sees in them.

use language::{folded, split};

const GIVEN: &str = include_str!("../data/compounds_gold.tsv");
const OWN: &str = include_str!("../data/compounds_own.tsv");
/// Gathered when the rules stood, split by the crate and corrected by a reader; two of its
/// words changed the lists of `tools/derive.py`, the rest did not.
const UNSEEN: &str = include_str!("../data/compounds_unseen.tsv");

#[test]
fn the_given_compounds_are_split_as_a_reader_splits_them() {
    assert!(share_right("given", GIVEN) >= 0.95);
}

#[test]
fn our_own_compounds_are_split_and_plain_words_left_whole() {
    assert!(share_right("own", OWN) >= 0.90);
}

#[test]
fn further_compounds_are_split_nearly_as_well() {
    assert!(share_right("unseen", UNSEEN) >= 0.90);
}

#[test]
fn a_word_is_split_alike_however_its_letters_are_typed() {
    for line in GIVEN.lines().chain(OWN.lines()) {
        let word = line.split('\t').next().expect("a word");
        assert_eq!(split(word), split(&folded(word)), "{word}");
    }
}

fn share_right(name: &str, list: &str) -> f64 {
    let (mut right, mut all) = (0_u32, 0_u32);
    for line in list.lines().skip(1) {
        let (word, expected) = line.split_once('\t').expect("two columns");
        let found = spelled(word);
        all += 1;
        if found == folded(expected) {
            right += 1;
        } else {
            println!("{name}: {word} is {expected}, not {found}");
        }
    }
    let share = f64::from(right) / f64::from(all);
    println!("{name}: {right} of {all} compounds right, {:.1} %", share * 100.0);
    share
}

/// The parts as the lists write them, "programmering+s+klub".
fn spelled(word: &str) -> String {
    let mut spelled = String::new();
    for part in split(word) {
        if !spelled.is_empty() {
            spelled.push('+');
        }
        spelled += &part.folded;
        if !part.link.is_empty() {
            spelled = spelled + "+" + part.link;
        }
    }
    spelled
}
