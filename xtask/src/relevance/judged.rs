//! Searches whose answers people have judged: 3 perfect, 2 good, 1 marginal, unlisted 0.

use std::collections::HashMap;

use super::{DEPTH, Searcher, percent, titles};
use crate::places;

struct Judged {
    query: String,
    /// »partner|external id« and the grade.
    grades: HashMap<String, u32>,
}

/// Prints the figures with the language layer and without it, and the worst ten searches.
pub(super) fn measure(search: &Searcher) -> anyhow::Result<()> {
    let judged = read()?;
    let typed: Vec<String> = judged.iter().map(|it| it.query.clone()).collect();
    let answers = search.find(&typed)?;
    say("with the language layer", &judged, &answers);
    // In quotes nothing is understood, bent, taken apart, corrected or led to synonyms.
    let bare: Vec<String> = typed
        .iter()
        .map(|query| query.split_whitespace().map(|word| format!("\"{word}\"")).collect::<Vec<_>>())
        .map(|words| words.join(" "))
        .collect();
    say("without it", &judged, &search.find(&bare)?);

    let titles = titles(&places::root().join("server/demo/activities_west.csv"))?;
    let mut worst: Vec<(f64, &Judged, &Vec<String>)> =
        judged.iter().zip(&answers).map(|(it, found)| (ndcg(it, found), it, found)).collect();
    worst.sort_by(|a, b| a.0.total_cmp(&b.0));
    println!("the ten worst searches:");
    for (ndcg, it, found) in worst.into_iter().take(10) {
        println!("  {ndcg:.2}  {}", it.query);
        for name in found.iter().take(5) {
            let grade = it.grades.get(name).copied().unwrap_or_default();
            println!("        {grade}  {}", titles.get(name).map_or(name.as_str(), String::as_str));
        }
        let mut missed: Vec<_> =
            it.grades.iter().filter(|(name, _)| !found.contains(name)).collect();
        missed.sort_by_key(|(name, grade)| (std::cmp::Reverse(**grade), (*name).clone()));
        for (name, grade) in missed.into_iter().take(2).filter(|(_, grade)| **grade > 1) {
            println!("     -  {grade}  {}", titles.get(name).map_or(name.as_str(), String::as_str));
        }
    }
    Ok(())
}

fn read() -> anyhow::Result<Vec<Judged>> {
    let mut judged = Vec::new();
    for row in csv::Reader::from_path(places::root().join("xtask/data/queries_west.csv"))?
        .deserialize::<HashMap<String, String>>()
    {
        let row = row?;
        let grades = row["judgments"].split(';').filter_map(|it| {
            let (name, grade) = it.trim().rsplit_once('=')?;
            Some((name.to_owned(), grade.parse().ok()?))
        });
        judged.push(Judged { query: row["query"].clone(), grades: grades.collect() });
    }
    Ok(judged)
}

/// Normalised discounted cumulative gain of the first ten, with gains of 2^grade - 1
/// (Burges et al. 2005).
fn ndcg(it: &Judged, found: &[String]) -> f64 {
    fn sum(grades: impl Iterator<Item = u32>) -> f64 {
        grades
            .take(DEPTH)
            .zip(2u32..)
            .map(|(grade, n)| f64::from(2u32.pow(grade) - 1) / f64::from(n).log2())
            .sum()
    }
    let mut ideal: Vec<u32> = it.grades.values().copied().collect();
    ideal.sort_unstable_by(|a, b| b.cmp(a));
    let best = sum(ideal.into_iter());
    let got = sum(found.iter().map(|name| it.grades.get(name).copied().unwrap_or_default()));
    if best == 0.0 { 1.0 } else { got / best }
}

fn say(what: &str, judged: &[Judged], answers: &[Vec<String>]) {
    #[expect(clippy::cast_precision_loss, reason = "some sixty")]
    let n = judged.len() as f64;
    let mean = judged.iter().zip(answers).map(|(it, found)| ndcg(it, found)).sum::<f64>() / n;
    let has_perfect = |it: &&Judged| it.grades.values().any(|grade| *grade == 3);
    let with_perfect = judged.iter().filter(has_perfect).count();
    let in_three = judged
        .iter()
        .zip(answers)
        .filter(|(it, found)| found.iter().take(3).any(|name| it.grades.get(name) == Some(&3)));
    let in_three = in_three.count();
    let empty = answers.iter().filter(|found| found.is_empty()).count();
    println!(
        "{} judged searches {what}: nDCG@10 {mean:.3}; a perfect hit in the first three for {in_three} of {with_perfect} \
         that have one ({}); without a hit {empty}",
        judged.len(),
        percent(in_three, with_perfect),
    );
}
