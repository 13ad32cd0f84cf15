//! How fast the search answers: inside the program, over HTTP, and made anew.

use std::{
    collections::{HashMap, HashSet},
    fmt::Write as _,
    fs,
    io::Write as _,
    path::Path,
    process::{Command, Stdio},
    time::Instant,
};

use anyhow::{Context as _, bail};

use super::{Figures, load::Load, portal::Portal};

/// Makes the index of the catalogue in `folder`; pages are measured when nothing else is going on.
pub(super) fn make_index(
    program: &Path,
    folder: &Path,
    figures: &mut Figures,
) -> anyhow::Result<()> {
    let data = folder.join("data");
    let started = Instant::now();
    let rebuilt = Command::new(program)
        .args(["rebuild-index", "--data-dir"])
        .arg(&data)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()?;
    if !rebuilt.success() {
        bail!("the index could not be made anew");
    }
    figures.note("index made anew, seconds", &format!("{:.1}", started.elapsed().as_secs_f64()));
    figures.note("index on disk, MB", &(bytes_in(&data.join("search")) / 1_000_000).to_string());
    Ok(())
}

/// Prints the figures for the catalogue in `folder`, whose index is made.
pub(super) fn measure(program: &Path, folder: &Path, figures: &mut Figures) -> anyhow::Result<()> {
    let data = folder.join("data");
    let searches = searches()?;
    let mut took = inside(program, &data, &searches)?;
    took.sort_unstable_by(f64::total_cmp);
    let at = |share: usize| took[(took.len() * share / 100).min(took.len() - 1)];
    figures.note("search inside, all facets: searches", &took.len().to_string());
    let figure = format!("{:.2} / {:.2} / {:.2}", at(50), at(99), at(100));
    figures.note("search inside, all facets: p50 / p99 / longest, ms", &figure);

    let portal = Portal::start(program, folder)?;
    let paths: Vec<String> =
        searches.iter().map(|words| format!("/api/v1/activities?q={}", encoded(words))).collect();
    figures.note("memory idle, MB", &portal.megabytes().to_string());
    let load = Load::new(&portal.origin, folder).each(&paths)?;
    figures.load("/api/v1/activities, mixed searches", &load);
    let distinct: HashSet<&String> = paths.iter().collect();
    let share = distinct.len().to_string();
    figures.note("/api/v1/activities, mixed searches: searches asked anew and anew", &share);
    figures.note("memory under that load, MB", &portal.megabytes().to_string());
    Ok(())
}

/// What people type: the judged searches, and the terms of the field.
fn searches() -> anyhow::Result<Vec<String>> {
    let mut searches = Vec::new();
    let judged = include_str!("../../data/queries_west.csv");
    for row in csv::Reader::from_reader(judged.as_bytes()).deserialize::<HashMap<String, String>>()
    {
        searches.push(row?["query"].clone());
    }
    let terms = include_str!("../../../app/language/tests/data/query_terms.tsv").lines().skip(1);
    for line in terms {
        let cells: Vec<&str> = line.split('\t').collect();
        searches.extend(cells.first().map(|it| (*it).to_owned()));
        searches.extend(cells.get(3).map(|it| (*it).to_owned()));
    }
    searches.retain(|words| !words.is_empty());
    Ok(searches)
}

/// How long the program itself took for each, after it has seen each once, in milliseconds.
fn inside(program: &Path, data: &Path, searches: &[String]) -> anyhow::Result<Vec<f64>> {
    let mut child = Command::new(program)
        .args(["search", "-", "--json", "--limit", "20", "--data-dir"])
        .arg(data)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let mut input = child.stdin.take().context("it reads")?;
    let lines = searches.join("\n");
    let lines = format!("{lines}\n{lines}\n{lines}\n");
    let writer = std::thread::spawn(move || input.write_all(lines.as_bytes()));
    let output = child.wait_with_output()?;
    writer.join().ok().context("it reads everything")??;
    let took: Vec<f64> = String::from_utf8(output.stdout)?
        .lines()
        .skip(searches.len())
        .map(|line| {
            let answer: serde_json::Value = serde_json::from_str(line)?;
            answer["took_ms"].as_f64().context("a time")
        })
        .collect::<anyhow::Result<_>>()?;
    if took.len() != 2 * searches.len() {
        bail!("{} searches, {} answers", searches.len(), took.len());
    }
    Ok(took)
}

fn encoded(words: &str) -> String {
    let mut text = String::new();
    for byte in words.bytes() {
        if byte.is_ascii_alphanumeric() {
            text.push(char::from(byte));
        } else {
            let _ = write!(text, "%{byte:02X}");
        }
    }
    text
}

fn bytes_in(folder: &Path) -> u64 {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .filter_map(|entry| {
            let meta = entry.metadata().ok()?;
            Some(if meta.is_dir() { bytes_in(&entry.path()) } else { meta.len() })
        })
        .sum()
}
