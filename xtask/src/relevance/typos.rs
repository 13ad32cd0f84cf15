//! Slips of the finger: what is typed wrong finds what the right word finds.

use std::collections::{BTreeSet, HashMap};

use super::{Searcher, percent};

/// What counts as the same: this share of the right word's first ten.
const SAME: f64 = 0.8;

/// Prints how many slips find what the right word finds, by kind of slip.
pub(super) fn measure(search: &Searcher) -> anyhow::Result<()> {
    let rows: Vec<Vec<&str>> = include_str!("../../../app/language/tests/data/typos_generated.tsv")
        .lines()
        .skip(1)
        .map(|line| line.split('\t').collect())
        .collect();
    let words: BTreeSet<&str> = rows.iter().flat_map(|row| row[..2].iter().copied()).collect();
    let words: Vec<String> = words.into_iter().map(str::to_owned).collect();
    let found: HashMap<String, Vec<String>> =
        words.iter().cloned().zip(search.find(&words)?).collect();
    let mut kinds: HashMap<&str, (usize, usize)> = HashMap::new();
    let (mut right, mut all) = (0, 0);
    let mut lost = Vec::new();
    for row in &rows {
        let (wanted, got) = (&found[row[0]], &found[row[1]]);
        if wanted.is_empty() {
            continue;
        }
        let same = got.iter().filter(|name| wanted.contains(name)).count();
        #[expect(clippy::cast_precision_loss, reason = "at most ten")]
        let is_right = same as f64 / wanted.len() as f64 >= SAME;
        all += 1;
        right += usize::from(is_right);
        let kind = kinds.entry(row[2].split(':').next().unwrap_or_default()).or_default();
        kind.0 += usize::from(is_right);
        kind.1 += 1;
        if !is_right {
            lost.push(format!("{} ({})", row[1], row[0]));
        }
    }
    println!(
        "slips that find what the right word finds: {right} of {all} ({})",
        percent(right, all)
    );
    let mut kinds: Vec<_> = kinds.into_iter().collect();
    kinds.sort_unstable();
    for (kind, (right, all)) in kinds {
        println!("  {kind:<20} {right} of {all}");
    }
    println!("  not found: {}", lost.iter().take(60).cloned().collect::<Vec<_>>().join(", "));
    Ok(())
}
