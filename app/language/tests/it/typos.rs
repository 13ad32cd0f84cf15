//! Slips of the finger and what it takes to see the word behind them.

use language::{bare, distance, folded, joined, typos_allowed, words};

const TYPOS: &str = include_str!("../data/typos_generated.tsv");

#[test]
fn nearly_every_typo_is_near_its_word() {
    let (mut near, mut all) = (0_u32, 0_u32);
    for line in TYPOS.lines().skip(1) {
        let mut columns = line.split('\t');
        let (correct, typed) = (columns.next().expect("a word"), columns.next().expect("a typo"));
        all += 1;
        if meet(correct, typed) {
            near += 1;
        } else {
            println!("typos: {typed} does not lead to {correct}");
        }
    }
    let share = f64::from(near) / f64::from(all);
    println!("typos: {near} of {all} lead to their word, {:.1} %", share * 100.0);
    assert!(share >= 0.97);
}

fn meet(correct: &str, typed: &str) -> bool {
    let (correct, typed) = (joined(&words(correct)), joined(&words(typed)));
    let is_near = distance(&correct, &typed, typos_allowed(&correct)).is_some();
    is_near || folded(&correct) == folded(&typed) || bare(&correct) == bare(&typed)
}
