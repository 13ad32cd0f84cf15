//! `cargo xtask relevance`: how well the search finds what people mean.

mod judged;
mod typos;

use std::{
    collections::HashMap,
    ffi::OsString,
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
/// well slips of the finger are, and how well compounds are taken apart; the same over a
/// Meilisearch server where `GNIST_TEST_MEILI_URL` names one, whose index is made anew.
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
    let embedded = Searcher { program, folder: folder.clone(), server: None };
    println!("the embedded index:");
    judged::measure(&embedded)?;
    typos::measure(&embedded)?;
    if let Some(url) = std::env::var_os("GNIST_TEST_MEILI_URL") {
        let server = Searcher { server: Some(url), ..embedded };
        server.rebuild()?;
        println!("Meilisearch:");
        judged::measure(&server)?;
        typos::measure(&server)?;
    }
    compounds();
    fs::remove_dir_all(folder)?;
    Ok(())
}

/// Searches with the program itself.
struct Searcher {
    program: PathBuf,
    folder: PathBuf,
    /// The address of a Meilisearch server to search with.
    server: Option<OsString>,
}

impl Searcher {
    /// Runs the program over the catalogue and the index that are searched.
    fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(&self.program);
        command.args(words).arg("--data-dir").arg(&self.folder);
        command.env("GNIST_LOG", "warn");
        if let Some(server) = &self.server {
            command.env("GNIST_SEARCH_URL", server);
        } else {
            command.env_remove("GNIST_SEARCH_URL");
        }
        command
    }

    fn rebuild(&self) -> anyhow::Result<()> {
        let rebuilt = self.command(&["rebuild-index"]).stdout(Stdio::null()).status()?;
        if !rebuilt.success() {
            bail!("the index could not be made anew");
        }
        Ok(())
    }

    /// What each search finds, best first: »partner|external id«.
    fn find(&self, searches: &[String]) -> anyhow::Result<Vec<Vec<String>>> {
        let depth = DEPTH.to_string();
        let mut child = self
            .command(&["search", "-", "--json", "--limit", &depth])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        let mut input = child.stdin.take().context("it reads")?;
        let lines = searches.join("\n");
        let writer = std::thread::spawn(move || input.write_all(lines.as_bytes()));
        let output = child.wait_with_output()?;
        writer.join().ok().context("it reads everything")??;
        let warnings = String::from_utf8_lossy(&output.stderr);
        if self.server.is_some() && warnings.contains("the built-in index does") {
            bail!("the server did not answer every search: {warnings}");
        }
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
