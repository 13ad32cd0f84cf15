//! `cargo xtask relevance`: how well the search finds what people mean.

mod judged;
mod typos;

use std::{
    collections::HashMap,
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context as _, bail};
use serde_json::Value;

use crate::{build, places};

/// How many hits of each search are looked at.
const DEPTH: usize = 10;

/// Prints how well judged searches are answered, with and without the language layer, how
/// well slips of the finger are, and how well compounds are taken apart.
pub fn relevance(words: &[&str]) -> anyhow::Result<()> {
    let program = match words.iter().find_map(|word| word.strip_prefix("--program=")) {
        Some(path) => PathBuf::from(path),
        None => build::build()?,
    };
    let folder = std::env::temp_dir().join(format!("gnist-relevance-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let catalogue = places::root().join("server/demo/activities_west.csv");
    let imported = Command::new(&program)
        .args(["import", "--data-dir"])
        .arg(&folder)
        .arg(&catalogue)
        .stderr(Stdio::null())
        .stdout(Stdio::null())
        .status()?;
    if !imported.success() {
        bail!("the catalogue could not be imported");
    }
    let search = Searcher { program, folder: folder.clone() };
    judged::measure(&search)?;
    typos::measure(&search)?;
    compounds();
    fs::remove_dir_all(folder)?;
    Ok(())
}

/// Searches with the program itself.
struct Searcher {
    program: PathBuf,
    folder: PathBuf,
}

impl Searcher {
    /// What each search finds, best first: »partner|external id«.
    fn find(&self, searches: &[String]) -> anyhow::Result<Vec<Vec<String>>> {
        let mut child = Command::new(&self.program)
            .args(["search", "-", "--json", "--limit", &DEPTH.to_string(), "--data-dir"])
            .arg(&self.folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let mut input = child.stdin.take().context("it reads")?;
        let lines = searches.join("\n");
        let writer = std::thread::spawn(move || input.write_all(lines.as_bytes()));
        let output = child.wait_with_output()?;
        writer.join().ok().context("it reads everything")??;
        let answers: Vec<Vec<String>> = String::from_utf8(output.stdout)?
            .lines()
            .map(|line| {
                let answer: Value = serde_json::from_str(line)?;
                let hits = answer["hits"].as_array().context("hits")?.iter();
                Ok(hits.take(DEPTH).map(name).collect())
            })
            .collect::<anyhow::Result<_>>()?;
        if answers.len() != searches.len() {
            bail!("{} searches, {} answers", searches.len(), answers.len());
        }
        Ok(answers)
    }
}

fn name(hit: &Value) -> String {
    let text = |field: &str| hit[field].as_str().unwrap_or_default().to_owned();
    format!("{}|{}", text("partner"), text("external_id"))
}

/// The titles of a catalogue, by »partner|external id«.
fn titles(catalogue: &Path) -> anyhow::Result<HashMap<String, String>> {
    let mut titles = HashMap::new();
    for row in csv::Reader::from_path(catalogue)?.deserialize::<HashMap<String, String>>() {
        let row = row?;
        let title = row["title"].clone();
        titles.entry(format!("{}|{}", row["partner"], row["external_id"])).or_insert(title);
    }
    Ok(titles)
}

fn compounds() {
    let gold = include_str!("../../app/language/tests/data/compounds_gold.tsv");
    let words: Vec<(&str, &str)> =
        gold.lines().skip(1).filter_map(|line| line.split_once('\t')).collect();
    let is_right = |word: &str, gold: &str| {
        let mut split = String::new();
        for (n, part) in language::split(word).iter().enumerate() {
            if n > 0 {
                split.push('+');
            }
            split += &part.folded;
            if !part.link.is_empty() {
                split = format!("{split}+{}", part.link);
            }
        }
        split == language::folded(gold)
    };
    let right = words.iter().filter(|(word, gold)| is_right(word, gold)).count();
    println!("compounds split right: {right} of {} ({})", words.len(), percent(right, words.len()));
}

fn percent(n: usize, of: usize) -> String {
    #[expect(clippy::cast_precision_loss, reason = "some hundred")]
    let share = n as f64 * 100.0 / of.max(1) as f64;
    format!("{share:.1} %")
}
